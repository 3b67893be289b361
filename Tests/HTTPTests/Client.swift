import HTTP
import Support

extension HTTPClient {
    /// A client that tries once.
    static func plain(_ change: (inout HTTPSettings) -> Void = { _ in }) -> HTTPClient {
        var settings = HTTPSettings(userAgent: "freshet/1.2.3")
        settings.retries = .never
        change(&settings)
        return HTTPClient(settings)
    }

    func get(_ url: String) async throws -> HTTPWhole {
        try await collect(HTTPRequest("GET", url), limit: 1 << 20)
    }
}

extension HTTPWhole {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// The kind of error that the work ends with.
func kind(_ work: () async throws -> Void) async -> HTTPError.Kind? {
    do {
        try await work()
        return nil
    } catch {
        return (error as? HTTPError)?.kind
    }
}

/// Bytes that are the same for the same place, so that a mixed-up order shows.
func sampleBytes(_ count: Int, from start: Int = 0) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        for index in 0..<count {
            let place = UInt64(start + index)
            buffer[index] = UInt8(truncatingIfNeeded: (place &* 0x9e37_79b9_7f4a_7c15) >> 56)
        }
        initialized = count
    }
}
