internal import Crypto

/// The v2 hashes of the pieces, which stand beside `info` and are bound to it by each file's root.
enum PieceLayers {
    /// The layers by root, each proven to belong to its root. Absent ones are let pass: clients can ask their peers.
    static func verified(
        _ outside: OutsideInfo, _ files: [PayloadFile], _ pieceLength: Int64, _ reader: BencodeReader
    ) throws(Malformation) -> [[UInt8]: Range<Int>] {
        var lengths: [[UInt8]: Int64] = [:]
        for file in files where file.length > pieceLength {
            guard let root = file.root else { continue }
            guard lengths.updateValue(file.length, forKey: root) ?? file.length == file.length else {
                throw reader.malformed(.piecesRoot, "two files of different lengths with one root", at: 0)
            }
        }
        var layers: [[UInt8]: Range<Int>] = [:]
        for (key, hashes) in outside.layers {
            func wrong(_ problem: String) -> Malformation {
                Malformation(rule: .pieceLayers, path: "piece layers", byte: key.lowerBound, fault: problem)
            }
            let root = Array(reader.bytes[key])
            guard let length = lengths[root] else { throw wrong("a layer that belongs to no file") }
            let pieces = Int((length + pieceLength - 1) / pieceLength)
            guard hashes.count == pieces * 32 else {
                throw wrong("\(hashes.count) bytes where \(pieces) pieces need \(pieces * 32)")
            }
            let tree = MerkleTree(lanes: .fastest)
            guard tree.root(ofPieces: Array(reader.bytes[hashes]), pieceLength: pieceLength) == root else {
                throw wrong("its hashes do not lead to the file's root")
            }
            layers[root] = hashes
        }
        return layers
    }
}
