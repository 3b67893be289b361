/// The bytes of a torrent's files, wherever they are.
package protocol Payload: Sendable {
    /// Fills `buffer` with the bytes of a file from `offset` on, from any thread, and tells how many there were:
    /// fewer only where the file does not hold them. A check goes on without, a making does not begin so.
    func read(file: Int, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}
