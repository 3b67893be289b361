internal import Crypto

/// The same part of several neighbouring pieces, in memory: piece `n` of the batch at `n * stride`.
struct Segments {
    let layout: Layout
    let pieces: Range<Int>
    /// How far into each piece this part begins, and how long it is.
    let offset: Int64
    let length: Int
    let buffer: UnsafeMutableRawPointer

    /// Reads them; returns the pieces whose bytes are not all there. `zeroed`: padding is hashed, too.
    func read(from payload: some Payload, zeroed: Bool) throws -> Set<Int> {
        var unread: Set<Int> = []
        for range in ranges {
            var filled = range.lowerBound
            for run in layout.runs(in: range) {
                if zeroed { zero(range.lowerBound, filled..<run.start) }
                let place = place(of: run, in: range)
                let count = try payload.read(file: run.file, at: run.offset, into: place)
                if count < run.length { unread.formUnion(pieces(from: run.start + Int64(count), in: run)) }
                filled = run.start + Int64(run.length)
            }
            if zeroed { zero(range.lowerBound, filled..<range.upperBound) }
        }
        return unread
    }

    /// The pieces of a run from a place in it on.
    private func pieces(from position: Int64, in run: Layout.Run) -> ClosedRange<Int> {
        let last = Int((run.start + Int64(run.length) - 1) / layout.pieceLength)
        return min(Int(position / layout.pieceLength), last)...last
    }

    /// The parts of files in here, in the stream's order, with their bytes.
    func forEachRun(_ body: (Layout.Run, UnsafeRawBufferPointer) -> Void) {
        for range in ranges {
            for run in layout.runs(in: range) { body(run, UnsafeRawBufferPointer(place(of: run, in: range))) }
        }
    }

    func address(_ piece: Int) -> UnsafePointer<UInt8> {
        UnsafePointer((buffer + piece * length).assumingMemoryBound(to: UInt8.self))
    }

    /// Where the first of them lies in the stream.
    var start: Int64 { layout.piece(pieces.lowerBound).lowerBound + offset }

    /// How many bytes of the stream are in here.
    var byteCount: Int { ranges.reduce(0) { $0 + $1.count } }

    /// Where these parts lie in the stream. Whole pieces are neighbours there as here: one range.
    private var ranges: [Range<Int64>] {
        if length == Int(layout.pieceLength) {
            return [layout.piece(pieces.lowerBound).lowerBound..<layout.piece(pieces.upperBound - 1).upperBound]
        }
        return pieces.map { piece in
            let range = layout.piece(piece)
            return range.lowerBound + offset..<min(range.lowerBound + offset + Int64(length), range.upperBound)
        }
    }

    private func address(_ position: Int64, in range: Range<Int64>) -> UnsafeMutableRawPointer {
        let piece = Int(range.lowerBound / layout.pieceLength) - pieces.lowerBound
        return buffer + piece * length + Int(position - range.lowerBound)
    }

    private func place(of run: Layout.Run, in range: Range<Int64>) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: address(run.start, in: range), count: run.length)
    }

    private func zero(_ start: Int64, _ gap: Range<Int64>) {
        guard !gap.isEmpty else { return }
        let piece = Int(start / layout.pieceLength) - pieces.lowerBound
        (buffer + piece * length + Int(gap.lowerBound - start))
            .initializeMemory(as: UInt8.self, repeating: 0, count: gap.count)
    }
}
