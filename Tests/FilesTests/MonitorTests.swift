import Files
import Testing

@Suite struct MonitorTests {
    @Test func whoWaitsIsWokenByAChange() throws {
        let monitor = Monitor([Int]())
        try Threads.run(2) { index in
            if index == 1 {
                for value in 1...100 { monitor.change { $0.append(value) } }
            } else {
                let last = monitor.wait { $0.count == 100 ? .now($0.last) : .notYet }
                if last != 100 { throw Wrong() }
            }
        }
    }

    @Test func whatWaitsMayChangeTheStateForOthers() throws {
        // A token goes round: each takes it from the one before.
        let token = Monitor(0)
        try Threads.run(5) { index in
            for round in 0..<50 {
                _ = token.wait { state -> Turn<Void> in
                    guard state == round * 5 + index else { return .notYet }
                    state += 1
                    return .now(())
                }
            }
        }
        #expect(token.change { $0 } == 250)
    }

    @Test func anEndIsNoTurn() throws {
        let monitor = Monitor(false)
        try Threads.run(4) { index in
            if index == 0 { return monitor.change { $0 = true } }
            let turn: Int? = monitor.wait { $0 ? .end : .notYet }
            if turn != nil { throw Wrong() }
        }
    }

    @Test func anErrorLeavesItUsable() {
        let monitor = Monitor(0)
        #expect(throws: Wrong.self) {
            try monitor.change { state in
                state = 1
                throw Wrong()
            }
        }
        #expect(throws: Wrong.self) {
            let turn: Int? = try monitor.wait { _ in throw Wrong() }
            _ = turn
        }
        #expect(monitor.change { $0 } == 1)
    }

    @Test func manyThreadsLoseNoChange() throws {
        let monitor = Monitor(0)
        try Threads.run(8) { _ in for _ in 0..<2000 { monitor.change { $0 += 1 } } }
        #expect(monitor.change { $0 } == 16_000)
    }

    private struct Wrong: Error {}
}
