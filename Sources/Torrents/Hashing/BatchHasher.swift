internal import Crypto

/// The hashes of neighbouring pieces, from segments of them that come one after another.
struct BatchHasher: ~Copyable {
    private let plan: HashPlan
    private let pieces: Range<Int>
    private var sha1: SteppedSHA1
    private var digestsV1: [UInt8] = []
    /// All leaves that the batch can have, piece after piece; those that no byte reaches stay zero.
    private var leaves: [UInt8] = []
    private let leavesPerPiece: Int

    init(_ plan: HashPlan, _ pieces: Range<Int>) {
        self.plan = plan
        self.pieces = pieces
        sha1 = SteppedSHA1(count: plan.kind.hasV1 ? pieces.count : 0, lanes: plan.lanes)
        leavesPerPiece = Int(plan.layout.pieceLength) / MerkleTree.leafLength
    }

    mutating func absorb(_ segments: Segments) {
        if plan.kind.hasV1 { absorbV1(segments) }
        if plan.kind.hasV2 { absorbV2(segments) }
    }

    mutating func finish(unread: Set<Int>, into hashes: inout Hashes) {
        hashes.take(pieces, v1: digestsV1, v2: leaves.isEmpty ? [] : roots(), unread: unread)
    }

    private mutating func absorbV1(_ segments: Segments) {
        let piece = plan.layout.piece(pieces.lowerBound)
        let left = Int(Int64(piece.count) - segments.offset)
        let messages = pieces.indices.map { Optional(segments.address($0 - pieces.lowerBound)) }
        messages.withUnsafeBufferPointer { messages in
            guard left <= segments.length else { return sha1.update(messages, length: segments.length) }
            digestsV1 = [UInt8](repeating: 0, count: pieces.count * 20)
            digestsV1.withUnsafeMutableBufferPointer { digests in
                guard let digests = digests.baseAddress else { return }
                sha1.finish(messages, length: left, into: digests)
            }
        }
    }

    private mutating func absorbV2(_ segments: Segments) {
        if leaves.isEmpty {
            leaves = [UInt8](repeating: 0, count: pieces.count * leavesPerPiece * MerkleTree.digestLength)
        }
        var whole: [UnsafePointer<UInt8>?] = []
        var places: [Int] = []
        var short: [(message: UnsafePointer<UInt8>, length: Int, place: Int)] = []
        for piece in pieces {
            let index = piece - pieces.lowerBound
            let first = index * leavesPerPiece + Int(segments.offset) / MerkleTree.leafLength
            let count = max(0, min(dataLength(piece) - Int(segments.offset), segments.length))
            for leaf in 0..<count / MerkleTree.leafLength {
                whole.append(segments.address(index) + leaf * MerkleTree.leafLength)
                places.append(first + leaf)
            }
            let rest = count % MerkleTree.leafLength
            if rest > 0 {
                let leaf = count / MerkleTree.leafLength
                short.append((segments.address(index) + leaf * MerkleTree.leafLength, rest, first + leaf))
            }
        }
        hash(whole, length: MerkleTree.leafLength, to: places)
        for leaf in short { hash([leaf.message], length: leaf.length, to: [leaf.place]) }
    }

    private mutating func hash(_ messages: [UnsafePointer<UInt8>?], length: Int, to places: [Int]) {
        guard !messages.isEmpty else { return }
        let size = MerkleTree.digestLength
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: messages.count * size) { digests in
            guard let start = digests.baseAddress else { return }
            messages.withUnsafeBufferPointer { plan.lanes.sha256($0, length: length, into: start) }
            leaves.withUnsafeMutableBufferPointer { leaves in
                guard let leaves = leaves.baseAddress else { return }
                for (index, place) in places.enumerated() {
                    (leaves + place * size).update(from: start + index * size, count: size)
                }
            }
        }
    }

    /// How many bytes of a piece are its file's own.
    private func dataLength(_ piece: Int) -> Int {
        let range = plan.layout.piece(piece)
        guard let extent = plan.layout.extent(ofPiece: piece), extent.start <= range.lowerBound else { return 0 }
        return Int(min(extent.end, range.lowerBound + plan.layout.pieceLength) - range.lowerBound)
    }

    /// A file of at most one piece has a tree of its own size; in larger ones each piece fills a whole subtree.
    private func width(_ piece: Int) -> Int {
        guard let extent = plan.layout.extent(ofPiece: piece), extent.length <= plan.layout.pieceLength else {
            return leavesPerPiece
        }
        return ((Int(extent.length) + MerkleTree.leafLength - 1) / MerkleTree.leafLength).roundedUpToPowerOfTwo
    }

    private mutating func roots() -> [UInt8] {
        let tree = MerkleTree(lanes: plan.lanes)
        let size = MerkleTree.digestLength
        let widths = pieces.map { width($0) }
        var roots: [UInt8] = []
        roots.reserveCapacity(pieces.count * size)
        leaves.withUnsafeMutableBufferPointer { leaves in
            guard let start = leaves.baseAddress else { return }
            if widths.allSatisfy({ $0 == leavesPerPiece }) {
                tree.reduce(start, width: leavesPerPiece, trees: pieces.count)
                roots.append(contentsOf: UnsafeBufferPointer(start: start, count: pieces.count * size))
                return
            }
            for (index, width) in widths.enumerated() {
                let first = start + index * leavesPerPiece * size
                tree.reduce(first, width: width, trees: 1)
                roots.append(contentsOf: UnsafeBufferPointer(start: first, count: size))
            }
        }
        return roots
    }
}
