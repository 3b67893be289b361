import Publishing

/// How far a job is at one moment, and the words for it.
struct ProgressReport {
    let step: String
    let done: Int
    let total: Int
    let elapsed: Duration

    /// Rounded down, so that 100 % means all of it.
    var percent: Int {
        Int(Double(done) / Double(total) * 100)
    }

    /// `making x.iso: 30 % of 2.0 GiB, 1.9 GiB/s, 1 s left`
    func line(percent shown: Int) -> String {
        let facts = ["\(step): \(shown) % of \(ByteCount(total))", rate, shown == 100 ? spent : left]
        return facts.compactMap { $0 }.joined(separator: ", ")
    }

    /// `making x.iso  [#######-------------]  30 %  1.9 GiB/s  1 s left`, in at most `width` columns: first the bar
    /// gives way, then the end of the step's name, then the numbers behind the percentage.
    func bar(width: Int) -> String {
        let padding = String(repeating: " ", count: percent < 10 ? 2 : percent < 100 ? 1 : 0)
        let percentage = "\(padding)\(percent) %"
        let numbers = [percentage, rate, left].compactMap { $0 }.joined(separator: "  ")
        if width < numbers.count + 8 { return String(percentage.suffix(max(0, width))) }
        let barRoom = width - numbers.count - columns(of: step) - 6
        if barRoom < 10 { return shortened(step, to: width - numbers.count - 2) + "  " + numbers }
        let cells = min(30, barRoom)
        let filled = Int(Double(done) / Double(total) * Double(cells))
        let cellsShown = String(repeating: "#", count: filled) + String(repeating: "-", count: cells - filled)
        return "\(step)  [\(cellsShown)]  \(numbers)"
    }

    /// Nil as long as nothing can be said.
    private var bytesPerSecond: Double? {
        let seconds = elapsed / .seconds(1)
        return seconds > 0 && done > 0 ? Double(done) / seconds : nil
    }

    private var rate: String? {
        bytesPerSecond.map { "\(ByteCount(Int(min($0, 1e18))))/s" }
    }

    private var left: String? {
        bytesPerSecond.map { rate in
            let seconds = (Double(total - done) / rate).rounded(.up)
            return Duration.seconds(Int64(min(seconds, 1e12))).spoken + " left"
        }
    }

    private var spent: String? {
        bytesPerSecond.map { _ in "in \(elapsed.spoken)" }
    }

    /// How wide text is at most: a line that wraps could not be redrawn, so what may be two columns wide counts as two.
    private func columns(of text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }

    private func shortened(_ text: String, to width: Int) -> String {
        if columns(of: text) <= width { return text }
        var short = text[...]
        // The ellipsis may be two columns wide itself.
        while !short.isEmpty && columns(of: short) > width - 2 { short.removeLast() }
        return short + "…"
    }
}
