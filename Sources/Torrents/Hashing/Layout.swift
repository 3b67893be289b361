/// How files lie one behind another in the stream that is cut into pieces.
package struct Layout: Sendable {
    package struct Extent: Sendable {
        /// Its index among the files.
        package let file: Int
        package let start: Int64
        package let length: Int64
        package var end: Int64 { start + length }
    }

    /// A part of one file, and where it lies in the stream.
    package struct Run: Sendable, Equatable {
        package let file: Int
        package let offset: Int64
        package let start: Int64
        package let length: Int
    }

    /// Those that have bytes of their own. What lies between them is padding: zeros.
    package let extents: [Extent]
    package let length: Int64
    package let pieceLength: Int64

    /// `aligned`: each file begins with a piece, though no padding is listed, as in v2 alone.
    package init(files: [PayloadFile], pieceLength: Int64, aligned: Bool) {
        var extents: [Extent] = []
        var offset: Int64 = 0
        for (index, file) in files.enumerated() where file.length > 0 {
            if aligned { offset = offset.roundedUp(to: pieceLength) }
            if !file.isPadding && !file.isSymlink {
                extents.append(Extent(file: index, start: offset, length: file.length))
            }
            offset += file.length
        }
        self.extents = extents
        self.pieceLength = pieceLength
        length = offset
    }

    package var pieceCount: Int { Int((length + pieceLength - 1) / pieceLength) }

    /// Where a piece lies in the stream; the last may be short.
    package func piece(_ index: Int) -> Range<Int64> {
        let start = Int64(index) * pieceLength
        return start..<min(start + pieceLength, length)
    }

    /// The first extent that ends behind `position`.
    private func firstExtent(endingAfter position: Int64) -> Int {
        var low = 0
        var high = extents.count
        while low < high {
            let middle = (low + high) / 2
            if extents[middle].end > position { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The parts of files that lie in `range`, in order.
    package func runs(in range: Range<Int64>) -> [Run] {
        var runs: [Run] = []
        for extent in extents[firstExtent(endingAfter: range.lowerBound)...] {
            let start = max(extent.start, range.lowerBound)
            let end = min(extent.end, range.upperBound)
            guard start < end else { break }
            runs.append(Run(file: extent.file, offset: start - extent.start, start: start, length: Int(end - start)))
        }
        return runs
    }

    /// The file that an aligned piece belongs to.
    package func extent(ofPiece index: Int) -> Extent? {
        let found = firstExtent(endingAfter: Int64(index) * pieceLength)
        return found < extents.count ? extents[found] : nil
    }
}

extension Int64 {
    func roundedUp(to unit: Int64) -> Int64 {
        (self + unit - 1) / unit * unit
    }
}
