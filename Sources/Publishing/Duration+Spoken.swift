extension Duration {
    /// The time as people say it, in at most two units: `0.4 s`, `12 s`, `1 min 12 s`, `2 h 5 min`, `3 d 4 h`.
    package var spoken: String {
        let (whole, attoseconds) = components
        if whole <= 0 {
            let tenths = Swift.max(0, attoseconds / 100_000_000_000_000_000)
            return tenths == 0 ? "0 s" : "0.\(tenths) s"
        }
        let (minutes, hours, days) = (whole / 60, whole / 3600, whole / 86400)
        if days > 0 { return Self.pair(days, "d", hours % 24, "h") }
        if hours > 0 { return Self.pair(hours, "h", minutes % 60, "min") }
        if minutes > 0 { return Self.pair(minutes, "min", whole % 60, "s") }
        return "\(whole) s"
    }

    private static func pair(_ large: Int64, _ largeUnit: String, _ small: Int64, _ smallUnit: String) -> String {
        small == 0 ? "\(large) \(largeUnit)" : "\(large) \(largeUnit) \(small) \(smallUnit)"
    }
}
