package import Crypto

/// A torrent in the making: its files in their order, its pieces cut, all but the hashes.
package struct Draft: Sendable {
    package let recipe: Recipe
    /// In the payload's order, with padding where a hybrid needs it.
    package let files: [PayloadFile]
    package let isSingleFile: Bool
    package let pieceLength: Int64

    /// `files` of a folder, by their paths below it, in any order; one with an empty path is the torrent itself.
    package init(_ recipe: Recipe, files: [PayloadFile]) throws(MakingError) {
        let total = files.reduce(0) { $0 + $1.length }
        guard !files.isEmpty else { throw .noFiles }
        guard total > 0 else { throw .nothingInside }
        try Self.check(recipe.name)
        pieceLength = recipe.pieceSize.length(for: total)
        guard (PieceSize.smallest...PieceSize.largest).contains(pieceLength), pieceLength.nonzeroBitCount == 1 else {
            throw .pieceLength(pieceLength)
        }
        // Room for what a v2 tree nests around the names.
        if let deep = files.first(where: { $0.path.count > Limits.depth - 5 }) {
            throw .tooDeep(deep.path.joined(separator: "/"))
        }
        isSingleFile = files.count == 1 && files[0].path.isEmpty
        self.recipe = recipe
        let sorted = files.sorted { precedesAsPath($0.path, $1.path) }
        self.files = recipe.kind == .hybrid && files.count > 1 ? Self.padded(sorted, pieceLength) : sorted
        try checkCount()
    }

    package func plan(digestsFiles: Bool, lanes: Lanes, jobs: Int) -> HashPlan {
        HashPlan(layout: layout, kind: recipe.kind, digestsFiles: digestsFiles, lanes: lanes, jobs: jobs)
    }

    package var layout: Layout {
        Layout(files: files, pieceLength: pieceLength, aligned: recipe.kind == .v2)
    }

    private static func check(_ name: String) throws(MakingError) {
        guard !name.isEmpty, name.utf8.count <= Limits.name, name != ".", name != "..",
            !name.utf8.contains(UInt8(ascii: "/")), !name.utf8.contains(0)
        else { throw .name(name) }
    }

    /// After every file that ends inside a piece comes padding to the end of that piece, the last file included.
    private static func padded(_ files: [PayloadFile], _ pieceLength: Int64) -> [PayloadFile] {
        files.flatMap { file in
            let gap = file.length.roundedUp(to: pieceLength) - file.length
            let padding = PayloadFile(path: [".pad", "\(gap)"], length: gap, attributes: .padding)
            return gap > 0 ? [file, padding] : [file]
        }
    }

    /// Found before hours of hashing, not after: what no client would open.
    private func checkCount() throws(MakingError) {
        let count = Int64(layout.pieceCount)
        let bytesEach: Int64 = (recipe.kind.hasV1 ? 20 : 0) + (recipe.kind.hasV2 ? 32 : 0)
        guard count <= Limits.pieces, count * bytesEach + Int64(files.count) < Limits.bytes else {
            throw .tooManyPieces(count, pieceLength)
        }
    }
}
