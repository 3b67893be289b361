extension Rule {
    /// Why it matters, and what to do.
    package var explanation: String {
        switch self {
        case .notBencoded:
            "The bytes are not bencoded: cut short, damaged, or another kind of file. Fetch or make it again."
        case .wrongType: "A value is of another type than the format says; clients refuse it."
        case .tooLarge: "It is beyond what clients read. Larger pieces or fewer files make it smaller."
        case .tooDeep: "Lists and dictionaries are nested beyond what clients follow."
        case .tooManyKeys: "A dictionary with this many keys out of order was not written by a torrent tool."
        case .duplicateKeys: "Two readers of a key that stands twice may see two torrents. Make it again."
        case .unsortedKeys:
            "Keys must be sorted as raw bytes: a client that encodes \"info\" anew gets another infohash."
        case .irregularNumber: "Numbers have one form: no leading zeros, no minus zero. Strict clients refuse others."
        case .trailingData: "Something follows the torrent. Strict clients refuse it."
        case .trailingNewline: "An editor added a line break. Most clients let it pass."
        case .noInfo: "Without \"info\" there is nothing to download."
        case .noFiles: "It describes no file."
        case .newerVersion: "It is made for a version of the format that is not known here."
        case .unsafeName: "A name must stay inside the download: no \"..\", no \"/\", no zero byte, not empty."
        case .fileLength: "A length is missing, negative or beyond all disks, or there is nothing to download."
        case .pieceLength: "The piece length is missing or one that no client takes."
        case .pieces: "There must be exactly 20 bytes of hash for each piece."
        case .piecesRoot: "In v2 every file that is not empty needs its root hash."
        case .pieceLayers: "The v2 hashes do not belong to the files, so no piece can be proven. Make it again."
        case .hybridMismatch: "A hybrid tells everything twice, for old and new clients, and both must agree."
        case .missingLayers:
            "Without the hashes of its pieces a v2 client must first find a peer that has them; a web seed has none."
        case .paddedLastPiece:
            "The last v1 piece of a single file was hashed with zeros behind it. Clients that read v1 stop just "
                + "before the end. Make it again."
        case .differentData: "The file beside the torrent ends otherwise than the torrent says."
        case .v2Length: "\"length\" beside a v2 tree makes clients take it for a broken v1 torrent."
        case .v2Only: "Transmission and many others do not open v2 alone. v1 reaches everybody, a hybrid most."
        case .privateZero: "\"private=0\" says nothing, but changes the infohash. Public torrents leave it out."
        case .pieceSizeRange: "Pieces below 16 KiB or above 128 MiB are beyond what clients expect."
        case .oddPieceSize: "A piece size that is no power of two works in v1 but surprises clients."
        case .largePieces: "Some clients fail on pieces above 16 MiB."
        case .noAnnounceList: "Some clients read \"announce-list\" alone. Write both."
        case .announceNotListed: "Clients with a list ignore \"announce\": its tracker is never asked."
        case .noSource: "No tracker and no web seed: only those who find peers by DHT can download it."
        case .trackerURL: "Trackers have a URL with udp, http, https, ws or wss, and a host; udp needs the port."
        case .duplicateTracker: "The same tracker twice is asked twice."
        case .webSeedSlash:
            "For one file a web seed is the file's whole URL: behind a final slash clients add the name. For a "
                + "folder it is the base URL, which ends in a slash."
        case .webSeedURL: "Web seeds are http or https URLs with a host."
        case .unescapedURL: "Spaces and other bytes that no URL may hold need %XX: clients do not mend it alike."
        case .duplicateWebSeed: "The same web seed twice is loaded twice."
        case .httpSeeds: "\"httpseeds\" is the older, other protocol, which hardly any server speaks. Use \"url-list\"."
        case .localPath: "A path of the machine it was made on tells strangers about that machine."
        case .paddingPaths:
            "rTorrent fails on padding files that share a path, as hybrids of folders have them. One image a torrent "
                + "has no padding."
        case .missingPadding: "The last file of a hybrid lacks its padding: clients disagree about the last piece."
        case .notUTF8: "Names that are not UTF-8 come out differently on every system."
        case .awkwardName: "Some systems cannot store this name as it is."
        case .sameName: "Two files would be written to the same place."
        case .creationDate: "The creation date is no time at which this can have been made; it counts in seconds."
        }
    }
}
