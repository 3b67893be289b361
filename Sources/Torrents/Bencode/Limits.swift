/// What a torrent may be at most. The first four are libtorrent's, so that what passes here passes there.
package enum Limits {
    package static let bytes = 10_000_000
    package static let depth = 100
    package static let tokens = 3_000_000
    package static let pieces: Int64 = 1 << 21
    /// Clients count the blocks of a piece in 15 bits.
    package static let pieceLength: Int64 = 0x7fff * 0x4000
    package static let fileLength: Int64 = 1 << 48
    package static let irregularities = 100
    /// What nobody writes by hand or by tool, and would cost memory many times over: lists and texts beyond these.
    package static let urls = 10_000
    package static let text = 1 << 20
    package static let name = 4096
    static let unsortedKeys = 64
}
