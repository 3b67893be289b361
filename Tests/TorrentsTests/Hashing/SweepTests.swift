import Crypto
import Synchronization
import Testing
import Torrents

/// Nothing here may hang: whoever waits for a buffer that nobody gives back waits for ever. The limit is wide, for
/// tests that wait for a processor use it up, too.
@Suite("One read of a payload", .timeLimit(.minutes(5)))
struct SweepTests {
    @Test("Any files, pieces, kinds, lanes and threads give the hashes of the long way", arguments: UInt64(0)..<200)
    func hashes(seed: UInt64) throws {
        let hashCase = HashCase(seed: seed)
        let description = "\(hashCase)"
        let payload = MemoryPayload(hashCase.contents)
        let done = Atomic(0)
        let hashes = try Sweep(hashCase.plan(), payload) { done.add($0, ordering: .relaxed) }.run()

        let stream = hashCase.stream
        let layout = hashCase.layout
        #expect(layout.length == Int64(stream.count), "\(description)")
        let v1 = hashCase.kind.hasV1 ? Naive.v1(stream, pieceLength: hashCase.pieceLength) : []
        // As one yes or no: where long arrays differ, it would take minutes to show how.
        let isRight = hashes.v1 == v1
        #expect(isRight, "v1, \(description)")
        expectTrees(hashes, hashCase, description)
        let areFilesRight = hashes.files == hashCase.digests
        #expect(areFilesRight, "files, \(description)")
        #expect(hashes.unread.isEmpty, "\(description)")
        #expect(done.load(ordering: .relaxed) == stream.count, "\(description)")
        expectOneRead(payload, description)
    }

    private func expectTrees(_ hashes: Hashes, _ hashCase: HashCase, _ description: String) {
        guard hashCase.kind.hasV2 else {
            #expect(hashes.v2.isEmpty)
            return
        }
        #expect(hashes.v2.count == hashCase.layout.pieceCount * 32)
        for extent in hashCase.layout.extents {
            let nodes = Naive.pieces(hashCase.contents[extent.file] ?? [], pieceLength: hashCase.pieceLength)
            let first = Int(extent.start) / hashCase.pieceLength
            for (index, node) in nodes.enumerated() {
                let isRight = hashes.v2(piece: first + index).elementsEqual(node)
                #expect(isRight, "v2 of file \(extent.file), \(description)")
            }
        }
    }

    /// Every byte once, padding never.
    private func expectOneRead(_ payload: MemoryPayload, _ description: String) {
        var ends: [Int: Int64] = [:]
        let reads = payload.reads.sorted { ($0.file, $0.range.lowerBound) < ($1.file, $1.range.lowerBound) }
        for read in reads {
            #expect(ends[read.file, default: 0] == read.range.lowerBound, "file \(read.file), \(description)")
            ends[read.file] = read.range.upperBound
        }
        for (index, content) in payload.files.enumerated() {
            #expect(ends[index, default: 0] == Int64(content?.count ?? 0), "file \(index), \(description)")
        }
    }

    struct Mode: Sendable, CustomStringConvertible {
        let kind: Kind
        let digestsFiles: Bool
        let lanes: Lanes
        let jobs: Int

        var description: String {
            "\(kind), \(jobs) jobs, width \(lanes.width)" + (digestsFiles ? ", digests" : "")
        }

        static let all = [false, true].flatMap { digestsFiles in
            [1, 2, 4].flatMap { jobs in
                [(Kind.v1, Lanes.fastest), (.hybrid, .fastest), (.hybrid, .off), (.v2, .fastest)].map { kind, lanes in
                    Mode(kind: kind, digestsFiles: digestsFiles, lanes: lanes, jobs: jobs)
                }
            }
        }

        func plan(_ layout: Layout) -> HashPlan {
            HashPlan(layout: layout, kind: kind, digestsFiles: digestsFiles, lanes: lanes, jobs: jobs)
        }
    }

    /// 20 MiB and a little in pieces of 16 MiB: no buffer holds a piece.
    private static let large: (content: [UInt8], v1: [UInt8], nodes: [[UInt8]], digest: [UInt8]) = {
        var content = Content(seed: 16)
        let bytes = content.bytes((20 << 20) + 12345)
        return (
            bytes, Naive.v1(bytes, pieceLength: 16 << 20), Naive.pieces(bytes, pieceLength: 16 << 20),
            Hasher.digest(.sha256, of: bytes)
        )
    }()

    @Test("Pieces larger than any buffer", arguments: Mode.all)
    func largePieces(mode: Mode) throws {
        let large = Self.large
        let file = PayloadFile(path: [], length: Int64(large.content.count))
        let layout = Layout(files: [file], pieceLength: 16 << 20, aligned: mode.kind == .v2)
        let payload = MemoryPayload([large.content])
        let hashes = try Sweep(mode.plan(layout), payload) { _ in }.run()
        #expect(hashes.v1 == (mode.kind.hasV1 ? large.v1 : []))
        #expect(hashes.v2 == (mode.kind.hasV2 ? large.nodes.reduce([], +) : []))
        #expect(hashes.files == (mode.digestsFiles ? [0: large.digest] : [:]))
        expectOneRead(payload, "\(mode)")
    }

    @Test("An odd piece length larger than any buffer", arguments: [1, 3], [false, true])
    func largeOddPieces(jobs: Int, digestsFiles: Bool) throws {
        let large = Self.large
        let file = PayloadFile(path: [], length: Int64(large.content.count))
        let layout = Layout(files: [file], pieceLength: 13_000_001, aligned: false)
        let plan = HashPlan(layout: layout, kind: .v1, digestsFiles: digestsFiles, lanes: .fastest, jobs: jobs)
        let hashes = try Sweep(plan, MemoryPayload([large.content])) { _ in }.run()
        let isRight = hashes.v1 == Naive.v1(large.content, pieceLength: 13_000_001)
        #expect(isRight)
        #expect(hashes.files == (digestsFiles ? [0: large.digest] : [:]))
    }

    @Test("A read that fails ends everything, with its error", arguments: Mode.all)
    func failures(mode: Mode) throws {
        var content = Content(seed: 17)
        let bytes = content.bytes(6_000_000)
        for pieceLength in [Int64(16384), 1 << 20, 16 << 20] {
            let file = PayloadFile(path: [], length: Int64(bytes.count))
            let layout = Layout(files: [file], pieceLength: pieceLength, aligned: mode.kind == .v2)
            let whole = MemoryPayload([bytes])
            _ = try Sweep(mode.plan(layout), whole) { _ in }.run()
            for read in Set([1, 2, whole.reads.count / 2, whole.reads.count])
            where read > 0 && read <= whole.reads.count {
                let broken = MemoryPayload([bytes], failingRead: read)
                #expect(throws: MemoryPayload.Broken(read: read)) {
                    _ = try Sweep(mode.plan(layout), broken) { _ in }.run()
                }
            }
        }
    }

    @Test("Bytes that are not there make their pieces unread, and no other hash wrong", arguments: Mode.all)
    func unread(mode: Mode) throws {
        let pieceLength = 32768
        var content = Content(seed: 18)
        let contents = (0..<5).map { _ in content.bytes(10 * pieceLength) }
        let files = contents.indices.map { PayloadFile(path: ["\($0)"], length: Int64(10 * pieceLength)) }
        let layout = Layout(files: files, pieceLength: Int64(pieceLength), aligned: mode.kind == .v2)
        // The second file ends too early, the fourth is not there at all, the last lacks one byte.
        var there: [[UInt8]?] = contents
        there[1] = Array(contents[1].prefix(5 * pieceLength + 1))
        there[3] = nil
        there[4]?.removeLast()
        let done = Atomic(0)
        let hashes = try Sweep(mode.plan(layout), MemoryPayload(there)) { done.add($0, ordering: .relaxed) }.run()
        #expect(done.load(ordering: .relaxed) == 50 * pieceLength)
        #expect(hashes.unread == Set(15..<20).union(30..<40).union([49]))
        let v1 = Naive.v1(contents.reduce(into: [], +=), pieceLength: pieceLength)
        let v2 = contents.flatMap { Naive.pieces($0, pieceLength: pieceLength) }
        for piece in 0..<50 where !hashes.unread.contains(piece) {
            if mode.kind.hasV1 { #expect(hashes.v1(piece: piece) == v1[piece * 20..<piece * 20 + 20]) }
            if mode.kind.hasV2 { #expect(Array(hashes.v2(piece: piece)) == v2[piece]) }
        }
    }

    @Test("Where nothing is there, nothing is hashed, and the end is reached all the same", arguments: Mode.all)
    func missing(mode: Mode) throws {
        let length = (20 << 20) + 12345
        for pieceLength in [Int64(1 << 20), 16 << 20] where !mode.digestsFiles {
            let file = PayloadFile(path: [], length: Int64(length))
            let layout = Layout(files: [file], pieceLength: pieceLength, aligned: mode.kind == .v2)
            let done = Atomic(0)
            let hashes = try Sweep(mode.plan(layout), MemoryPayload([nil])) { done.add($0, ordering: .relaxed) }.run()
            #expect(hashes.unread == Set(0..<layout.pieceCount))
            #expect(done.load(ordering: .relaxed) == length)
        }
    }

    @Test("Nothing to read gives nothing", arguments: Mode.all)
    func nothing(mode: Mode) throws {
        for files in [[], [PayloadFile(path: ["empty"], length: 0)]] {
            let layout = Layout(files: files, pieceLength: 16384, aligned: mode.kind == .v2)
            let hashes = try Sweep(mode.plan(layout), MemoryPayload(files.map { _ in [] })) { _ in }.run()
            #expect(hashes.v1.isEmpty && hashes.v2.isEmpty && hashes.files.isEmpty && hashes.unread.isEmpty)
        }
    }
}
