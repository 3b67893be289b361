import Support
import Testing
import Torrents

@Suite("Layout of files and pieces")
struct LayoutTests {
    @Test("Every byte of every piece is where the stream has it", arguments: UInt64(1000)..<1040)
    func runs(seed: UInt64) {
        let hashCase = HashCase(seed: seed)
        let layout = hashCase.layout
        let stream = hashCase.stream
        #expect(layout.pieceCount == (stream.count + hashCase.pieceLength - 1) / hashCase.pieceLength)
        var rebuilt = [UInt8](repeating: 0, count: stream.count)
        // Pieces of a few bytes are many; a part of them does.
        for piece in 0..<layout.pieceCount {
            let range = layout.piece(piece)
            #expect(range.lowerBound == Int64(piece * hashCase.pieceLength))
            #expect(range.count == min(hashCase.pieceLength, stream.count - Int(range.lowerBound)))
            var last = range.lowerBound
            for run in layout.runs(in: range) {
                #expect(run.start >= last && run.length > 0)
                last = run.start + Int64(run.length)
                let content = hashCase.contents[run.file] ?? []
                rebuilt.replaceSubrange(
                    Int(run.start)..<Int(last), with: content[Int(run.offset)..<Int(run.offset) + run.length])
            }
            #expect(last <= range.upperBound)
        }
        let isRight = rebuilt == stream
        #expect(isRight, "\(hashCase)")
    }

    @Test("Files in v2 begin with a piece of their own; empty ones have none")
    func aligned() {
        let files = [0, 1, 16384, 0, 16385, 5].map { PayloadFile(path: ["f"], length: $0) }
        let layout = Layout(files: files, pieceLength: 16384, aligned: true)
        #expect(layout.extents.map(\.file) == [1, 2, 4, 5])
        #expect(layout.extents.map(\.start) == [0, 16384, 32768, 65536])
        #expect(layout.length == 65541)
        #expect(layout.pieceCount == 5)
        #expect((0..<5).map { layout.extent(ofPiece: $0)?.file } == [1, 2, 4, 4, 5])
    }

    @Test("Padding and links lie between files, but are none")
    func gaps() {
        let files = [
            PayloadFile(path: ["a"], length: 10), PayloadFile(path: [".pad", "6"], length: 6, attributes: .padding),
            PayloadFile(path: ["l"], length: 0, attributes: .symlink), PayloadFile(path: ["b"], length: 4),
            PayloadFile(path: [".pad", "12"], length: 12, attributes: .padding),
        ]
        let layout = Layout(files: files, pieceLength: 16, aligned: false)
        #expect(layout.length == 32)
        #expect(layout.runs(in: 0..<32).map(\.file) == [0, 3])
        let runs = layout.runs(in: 3..<18)
        #expect(runs.map(\.file) == [0, 3])
        #expect(runs.map(\.offset) == [3, 0])
        #expect(runs.map(\.start) == [3, 16])
        #expect(runs.map(\.length) == [7, 2])
        #expect(layout.runs(in: 10..<16).isEmpty)
        #expect(layout.runs(in: 20..<32).isEmpty)
        #expect(layout.extent(ofPiece: 1)?.file == 3)
        #expect(layout.extent(ofPiece: 2) == nil)
    }

    @Test("No files, no pieces")
    func nothing() {
        let layout = Layout(files: [], pieceLength: 16384, aligned: false)
        #expect(layout.pieceCount == 0)
        #expect(layout.runs(in: 0..<100).isEmpty)
        #expect(layout.extent(ofPiece: 0) == nil)
    }
}
