internal import Files

/// For threads outside of the cooperative pool, which may wait for what runs in it.
enum Blocking {
    static func wait<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
        let done = Monitor<Value?>(nil)
        Task {
            let value = await work()
            done.change { $0 = value }
        }
        while true {
            if let value = done.wait({ $0.map(Turn.now) ?? .notYet }) { return value }
        }
    }
}

extension Result {
    /// Its error's type, where a closure's would be forgotten.
    init(_ work: () async throws(Failure) -> Success) async {
        do throws(Failure) {
            self = .success(try await work())
        } catch {
            self = .failure(error)
        }
    }
}
