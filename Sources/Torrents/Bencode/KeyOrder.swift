/// Watches the keys of one dictionary: sorted as raw bytes, each once.
struct KeyOrder {
    private var keys: [Range<Int>] = []
    private var last: Range<Int>?
    private var isBroken = false

    /// What is wrong with this key, if anything.
    mutating func add(_ key: Range<Int>, in bytes: [UInt8]) -> Rule? {
        defer { last = key }
        if keys.count < Limits.unsortedKeys { keys.append(key) }
        guard let last else { return nil }
        if bytes[last].elementsEqual(bytes[key]) { return .duplicateKeys }
        let ascends = bytes[last].lexicographicallyPrecedes(bytes[key])
        guard !ascends || isBroken else { return nil }
        // Once the order is broken, an equal key may stand anywhere: all are looked at, so their number is bounded.
        guard keys.count < Limits.unsortedKeys else { return .tooManyKeys }
        if keys.dropLast().contains(where: { bytes[$0].elementsEqual(bytes[key]) }) { return .duplicateKeys }
        defer { isBroken = true }
        return isBroken ? nil : .unsortedKeys
    }
}
