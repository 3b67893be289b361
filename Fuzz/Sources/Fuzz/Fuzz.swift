internal import Crypto
internal import Torrents

/// Called by libFuzzer with one input after another. Anything may be thrown; nothing may crash, hang or disagree.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    readBencode(bytes)
    readMetainfo(bytes)
    _ = try? Linter.findings(in: bytes)
    return 0
}

private func readBencode(_ bytes: [UInt8]) {
    guard var reader = try? BencodeReader(bytes) else { return }
    do {
        try reader.skip()
        try reader.end()
    } catch {
        return
    }
    precondition(bytes.count - reader.position <= 2, "behind a document stands a line break at most")
}

private func readMetainfo(_ bytes: [UInt8]) {
    guard let metainfo = try? Metainfo(bytes) else { return }
    precondition(bytes.indices.contains(metainfo.info.lowerBound) && metainfo.info.upperBound < bytes.count)
    precondition(metainfo.size >= 0 && metainfo.pieceCount >= 0)
    precondition(!metainfo.files.isEmpty, "an accepted torrent has a file")
    precondition(metainfo.infohashV1 != nil || metainfo.infohashV2 != nil, "an accepted torrent has a hash")
    precondition(Magnet.link(metainfo).hasPrefix("magnet:?xt=urn:bt"))
    edit(metainfo)
    check(metainfo)
}

/// Zeros for files, cut off at an odd place: sound pieces, short ones and missing ones.
private struct Zeros: Payload {
    let length: Int64

    func read(file: Int, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = Int(max(0, min(Int64(buffer.count), length - offset)))
        UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).initializeMemory(as: UInt8.self, repeating: 0)
        return count
    }
}

/// Whatever was accepted can be held against data.
private func check(_ metainfo: Metainfo) {
    let checker = Checker(metainfo, lanes: .fastest)
    // What would be hashed for seconds teaches nothing more.
    guard metainfo.layout.length < 1 << 22 || metainfo.pieceLength > 1 << 20 else { return }
    let payload = Zeros(length: 70_000)
    guard let hashes = try? Sweep(checker.plan(jobs: 1), payload, advance: { _ in }).run() else { return }
    let findings = checker.findings(hashes, states: metainfo.files.map { _ in .complete })
    precondition(findings.badPieces.allSatisfy { $0 < metainfo.pieceCount })
    _ = try? LastPiece.verdict(metainfo, payload)
}

/// What was accepted can be edited; the result is accepted too, and its `info` is the same, byte for byte.
private func edit(_ metainfo: Metainfo) {
    var editing = Editing()
    editing.tiers = .set([["udp://tracker.example:6969/announce"]])
    editing.webSeeds = .remove
    editing.comment = .set("edited")
    guard let bytes = try? editing.apply(to: metainfo), let edited = try? Metainfo(bytes) else {
        preconditionFailure("an accepted torrent cannot be edited")
    }
    precondition(edited.bytes[edited.info].elementsEqual(metainfo.bytes[metainfo.info]))
    precondition(edited.comment == "edited" && edited.webSeeds.isEmpty)
}
