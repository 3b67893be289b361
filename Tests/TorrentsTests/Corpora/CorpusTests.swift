import Testing
import Torrents

@Suite("The torrents of other clients' tests")
struct CorpusTests {
    /// Where this program judges otherwise, and why.
    static let disagreements: [String: String] = {
        // Clients rename what they cannot store. A torrent whose names are not the ones on the disk could be neither
        // checked nor served from the web, so here nothing is renamed.
        let slash = "a \"/\" in a name is refused, not replaced"
        let up = "\"..\" as a name is refused, not passed over"
        let empty = "an empty name is refused, not passed over"
        return [
            "absolute_filename.torrent": slash, "hidden_parent_path.torrent": slash,
            "invalid_directory_name.torrent": slash, "invalid_filename2.torrent": slash, "slash_path.torrent": slash,
            "slash_path2.torrent": slash, "slash_path3.torrent": slash, "symlink_filtered_path.torrent": slash,
            "v2_invalid_filename.torrent": slash, "v2_invalid_filename2.torrent": slash,
            "invalid_name2.torrent": up, "parent_path.torrent": up,
            "empty_path.torrent": empty, "empty_path_multi.torrent": empty,
            "duplicate_files2.torrent": "files of one name can be read; that they cannot be stored is for lint to say",
            "v2_invalid_root_hash.torrent":
                "libtorrent 2.0.8 reads layers without holding them against the root; wrong ones are fatal here",
        ]
    }()

    @Test("Accepted and refused as written there, with the same infohashes", arguments: Corpus.entries)
    func verdict(entry: Corpus.Entry) throws {
        let bytes = try #require(entry.bytes)
        let torrent: Metainfo
        do throws(Malformation) {
            torrent = try Metainfo(bytes)
        } catch {
            let agrees = !entry.isAccepted
            #expect(agrees != Self.disagreements.keys.contains(entry.name), "refused: \(error.problem)")
            return
        }
        #expect(entry.isAccepted != Self.disagreements.keys.contains(entry.name), "accepted")
        #expect(torrent.infohashV1?.hex == entry.infohashV1)
        #expect(torrent.infohashV2?.hex == entry.infohashV2)
        #expect(torrent.pieceCount > 0)
    }

    @Test("Every disagreement is about a torrent that is there", .enabled(if: !Corpus.entries.isEmpty))
    func disagreements() {
        #expect(Corpus.entries.count > 100)
        let names = Set(Corpus.entries.map(\.name))
        #expect(names.count == Corpus.entries.count)
        #expect(Self.disagreements.keys.filter { !names.contains($0) } == [])
    }

    @Test("Each can be looked at for faults, and edited when it is accepted", arguments: Corpus.entries)
    func uses(entry: Corpus.Entry) throws {
        let bytes = try #require(entry.bytes)
        let findings = try Linter.findings(in: bytes)
        guard let torrent = try? Metainfo(bytes) else {
            #expect(findings.contains { $0.severity == .error })
            return
        }
        var editing = Editing()
        editing.comment = .set("edited")
        let edited = try Metainfo(editing.apply(to: torrent))
        #expect(edited.bytes[edited.info].elementsEqual(bytes[torrent.info]))
        #expect(edited.comment == "edited")
    }
}
