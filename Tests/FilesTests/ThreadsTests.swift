import Files
import Glibc
import Synchronization
import Testing

@Suite struct ThreadsTests {
    @Test(arguments: [0, 1, 2, 17])
    func runsOnceForEachIndex(count: Int) throws {
        let seen = Mutex([Int]())
        try Threads.run(count) { index in seen.withLock { $0.append(index) } }
        #expect(seen.withLock { $0.sorted() } == Array(0..<max(1, count)))
    }

    @Test func theCallerIsOneOfThem() throws {
        let caller = UInt(pthread_self())
        let seen = Mutex([Int: UInt]())
        try Threads.run(4) { index in seen.withLock { $0[index] = UInt(pthread_self()) } }
        let threads = seen.withLock { $0 }
        #expect(threads[0] == caller)
        #expect(Set(threads.values).count == 4)
    }

    /// Only when all run at the same time can each of them wait for all others.
    @Test func allRunSideBySide() throws {
        let arrived = Monitor(0)
        try Threads.run(6) { _ in
            arrived.change { $0 += 1 }
            _ = arrived.wait { $0 == 6 ? .now(()) : .notYet }
        }
        #expect(arrived.change { $0 } == 6)
    }

    @Test func throwsWhenAllAreDone() throws {
        let failed = Monitor(false)
        let ended = Atomic(0)
        #expect(throws: Numbered(index: 3)) {
            try Threads.run(6) { index in
                defer { ended.wrappingAdd(1, ordering: .relaxed) }
                if index == 3 {
                    failed.change { $0 = true }
                    throw Numbered(index: index)
                }
                // The others are still at work when the error comes.
                _ = failed.wait { $0 ? .now(()) : .notYet }
            }
        }
        #expect(ended.load(ordering: .relaxed) == 6)
    }

    @Test func oneErrorOfManyIsThrown() throws {
        let thrown = #expect(throws: Numbered.self) {
            try Threads.run(6) { index in if index % 2 == 1 { throw Numbered(index: index) } }
        }
        #expect([1, 3, 5].contains(thrown?.index))
    }

    @Test func errorsOfTheCallersOwnPartCount() {
        #expect(throws: Numbered(index: 0)) {
            try Threads.run(3) { index in if index == 0 { throw Numbered(index: index) } }
        }
        #expect(throws: Numbered(index: 0)) { try Threads.run(1) { throw Numbered(index: $0) } }
    }

    @Test func thereIsAtLeastOneCore() {
        #expect(Threads.cores >= 1)
    }

    private struct Numbered: Error, Equatable { let index: Int }
}
