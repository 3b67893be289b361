import Testing
import Torrents

@Suite("Refused torrents")
struct RefusalTests {
    @Test("Each is told with its place", arguments: Refusal.all)
    func refused(refusal: Refusal) throws {
        let bytes = refusal.bytes
        let malformation = #expect(throws: Malformation.self) { _ = try Metainfo(bytes) }
        let place = try #require(refusal.place(in: bytes))
        #expect(malformation?.rule == refusal.rule)
        #expect(malformation?.path == refusal.path)
        #expect(malformation?.fault == refusal.fault)
        #expect(malformation?.byte == place)
        let prefix = refusal.path.isEmpty ? "" : refusal.path + ": "
        #expect(malformation?.problem == "\(prefix)\(refusal.fault) (at byte \(place))")
    }

    @Test("Every rule of the form and of what must be said refuses something")
    func rules() {
        let covered = Set(Refusal.all.map(\.rule))
        let elsewhere: Set<Rule> = [.tooManyKeys]
        let refusing: Set<Rule> = [
            .notBencoded, .wrongType, .tooLarge, .tooDeep, .tooManyKeys, .duplicateKeys, .unsortedKeys,
            .irregularNumber, .trailingData, .noInfo, .noFiles, .newerVersion, .unsafeName, .fileLength, .pieceLength,
            .pieces, .piecesRoot, .pieceLayers, .hybridMismatch,
        ]
        #expect(refusing.subtracting(covered) == elsewhere)
    }

    @Test("A sum of lengths beyond all numbers is refused, not a crash")
    func overflow() throws {
        // Padding stands in no tree, so nothing but the sum bounds it.
        let padding = Bencode.dictionary(["attr": .text("p"), "length": .integer((1 << 48) - 1)])
        var sample = Sample.hybridMulti
        sample.info["files"] = .list([Bencode](repeating: padding, count: 40_000))
        let malformation = #expect(throws: Malformation.self) { _ = try Metainfo(sample.bytes) }
        #expect(malformation?.rule == .fileLength || malformation?.rule == .hybridMismatch)

        var single = Sample.v1Multi
        single.info["files"] = .list([Bencode](repeating: padding, count: 40_000))
        #expect(throws: Malformation.self) { _ = try Metainfo(single.bytes) }
    }
}
