package import Crypto

/// Holds data against a torrent: sizes first, then every piece by all hashes that the torrent has of it.
package struct Checker: Sendable {
    private let torrent: Metainfo
    private let lanes: Lanes

    package init(_ torrent: Metainfo, lanes: Lanes) {
        self.torrent = torrent
        self.lanes = lanes
    }

    package func plan(jobs: Int) -> HashPlan {
        HashPlan(layout: torrent.layout, kind: torrent.kind, digestsFiles: false, lanes: lanes, jobs: jobs)
    }

    package func findings(_ hashes: Hashes, states: [Findings.FileState]) -> Findings {
        var findings = Findings(states: states, pieceCount: torrent.pieceCount)
        let layout = torrent.layout
        for piece in 0..<layout.pieceCount where !agrees(piece, hashes, layout) {
            findings.badPieces.append(piece)
        }
        findings.damage = damage(findings.badPieces, layout)
        if torrent.kind.hasV2 { findings.badRoots = badRoots(hashes, layout, findings.damage) }
        return findings
    }

    private func agrees(_ piece: Int, _ hashes: Hashes, _ layout: Layout) -> Bool {
        if hashes.unread.contains(piece) { return false }
        if let pieces = torrent.pieces {
            let start = pieces.lowerBound + piece * 20
            guard hashes.v1(piece: piece).elementsEqual(torrent.bytes[start..<start + 20]) else { return false }
        }
        guard torrent.kind.hasV2, let extent = layout.extent(ofPiece: piece),
            extent.start <= layout.piece(piece).lowerBound
        else { return true }
        return expectedRoot(piece, extent).map { hashes.v2(piece: piece).elementsEqual($0) } ?? true
    }

    /// The v2 hash that the torrent has of one piece; none where it came without its layers.
    private func expectedRoot(_ piece: Int, _ extent: Layout.Extent) -> ArraySlice<UInt8>? {
        guard let root = torrent.files[extent.file].root else { return nil }
        if extent.length <= torrent.pieceLength { return root[...] }
        guard let layer = torrent.layers[root] else { return nil }
        let index = piece - Int(extent.start / torrent.pieceLength)
        return torrent.bytes[layer.lowerBound + index * 32..<layer.lowerBound + index * 32 + 32]
    }

    /// Without its layer a file is judged as a whole, by its root.
    private func badRoots(_ hashes: Hashes, _ layout: Layout, _ damage: [Findings.Damage]) -> [Int] {
        let tree = MerkleTree(lanes: lanes)
        let damaged = Set(damage.map(\.file))
        return layout.extents.compactMap { extent in
            guard !hashes.v2.isEmpty, let root = torrent.files[extent.file].root, extent.length > torrent.pieceLength,
                torrent.layers[root] == nil, !damaged.contains(extent.file)
            else { return nil }
            let first = Int(extent.start / torrent.pieceLength)
            let count = Int((extent.length + torrent.pieceLength - 1) / torrent.pieceLength)
            let roots = Array(hashes.v2[first * 32..<(first + count) * 32])
            return tree.root(ofPieces: roots, pieceLength: torrent.pieceLength) == root ? nil : extent.file
        }
    }

    private func damage(_ pieces: [Int], _ layout: Layout) -> [Findings.Damage] {
        var damage: [Findings.Damage] = []
        for run in pieces.flatMap({ layout.runs(in: layout.piece($0)) }) {
            let range = run.offset..<run.offset + Int64(run.length)
            if let last = damage.last, last.file == run.file, last.range.upperBound == range.lowerBound {
                damage[damage.count - 1] = Findings.Damage(
                    file: run.file, range: last.range.lowerBound..<range.upperBound)
            } else {
                damage.append(Findings.Damage(file: run.file, range: range))
            }
        }
        return damage
    }
}
