extension Glob {
    /// Whether the pattern, without its `!`, fits the whole key. What that means for the key is up to `Globs`.
    func matches(_ key: String) -> Bool {
        var now = Standing(at: steps)
        var next = now
        now.enter(0)
        for scalar in key.unicodeScalars {
            next.clear()
            for index in now.places {
                if index < steps.count { step(from: index, over: scalar, into: &next) }
            }
            swap(&now, &next)
            if now.places.isEmpty { return false }
        }
        return now.places.contains(steps.count)
    }

    private func step(from index: Int, over scalar: Unicode.Scalar, into next: inout Standing) {
        switch steps[index] {
        case .letter(let letter):
            if scalar == letter { next.enter(index + 1) }
        case .anyLetter:
            if scalar != "/" { next.enter(index + 1) }
        case .set(let set):
            if set.contains(scalar) { next.enter(index + 1) }
        case .run(let crossing):
            if crossing || scalar != "/" { next.enter(index) }
        case .fork, .jump:
            break
        }
    }
}

/// Where the machine stands between two letters: each step at most once, in no order.
private struct Standing {
    private let steps: [Glob.Step]
    private(set) var places: [Int] = []
    private var isEntered: [Bool]

    init(at steps: [Glob.Step]) {
        self.steps = steps
        isEntered = [Bool](repeating: false, count: steps.count + 1)
    }

    mutating func clear() {
        for index in places { isEntered[index] = false }
        places.removeAll(keepingCapacity: true)
    }

    /// Enters a step, and all to which it leads without a letter.
    mutating func enter(_ first: Int) {
        var examined = places.count
        add(first)
        while examined < places.count {
            let index = places[examined]
            examined += 1
            guard index < steps.count else { continue }
            switch steps[index] {
            case .run: add(index + 1)
            case .fork(let other):
                add(index + 1)
                add(other)
            case .jump(let target): add(target)
            case .letter, .anyLetter, .set: break
            }
        }
    }

    private mutating func add(_ index: Int) {
        guard !isEntered[index] else { return }
        isEntered[index] = true
        places.append(index)
    }
}
