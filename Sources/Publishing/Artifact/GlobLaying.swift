/// Lays the steps for a pattern's signs, which are in order: no brace is open, none holds a slash.
struct GlobLaying {
    private var steps: [Glob.Step] = []
    private var fork = 0
    private var jumps: [Int] = []

    static func steps(for signs: [GlobReading.Sign]) -> [Glob.Step] {
        var signs = signs[...]
        let isFolder = signs.last == .slash
        if isFolder { signs.removeLast() }
        let isAnchored = signs.contains(.slash)
        if signs.first == .slash { signs.removeFirst() }

        var laying = GlobLaying()
        if !isAnchored { laying.addFolders() }
        var isSegmentStart = true
        while let sign = signs.popFirst() {
            if isSegmentStart && sign == .anything && signs.first == .slash {
                signs.removeFirst()
                laying.addFolders()
                continue
            }
            laying.add(sign)
            isSegmentStart = sign == .slash
        }
        return laying.steps + (isFolder ? [.letter("/"), .run(crossing: true)] : [])
    }

    /// Any folders, also none: what `**/` means, and what stands in front of a pattern without `/`.
    private mutating func addFolders() {
        steps += [.fork(to: steps.count + 3), .run(crossing: true), .letter("/")]
    }

    private mutating func add(_ sign: GlobReading.Sign) {
        switch sign {
        case .letter(let scalar): steps.append(.letter(scalar))
        case .anyLetter: steps.append(.anyLetter)
        case .set(let set): steps.append(.set(set))
        case .anyInSegment: steps.append(.run(crossing: false))
        case .anything: steps.append(.run(crossing: true))
        case .slash: steps.append(.letter("/"))
        case .open: addFork()
        case .comma:
            jumps.append(steps.count)
            steps.append(.jump(to: 0))
            steps[fork] = .fork(to: steps.count)
            addFork()
        case .close:
            for jump in jumps { steps[jump] = .jump(to: steps.count) }
            jumps = []
        }
    }

    /// Where an alternative begins: here, or at the next one. The last has none to lead to and leads here.
    private mutating func addFork() {
        fork = steps.count
        steps.append(.fork(to: steps.count + 1))
    }
}
