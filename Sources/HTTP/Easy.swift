internal import CCurl

/// One of libcurl's handles, with the memory that it only points to. Belongs to the transfer thread.
final class Easy {
    let handle: UnsafeMutableRawPointer
    private let library: CurlLibrary
    private let table: UnsafePointer<curl_table>
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    /// The first setting that libcurl did not take.
    private(set) var refused: CURLcode?

    init?(_ library: CurlLibrary) {
        guard let handle = library.table.pointee.curl_easy_init() else { return nil }
        self.handle = handle
        self.library = library
        table = library.table
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        check(curl_set_pointer(table, handle, CURLOPT_ERRORBUFFER, message))
    }

    deinit {
        table.pointee.curl_easy_cleanup(handle)
        for list in lists { table.pointee.curl_slist_free_all(list) }
        message.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) { check(curl_set_long(table, handle, option, value)) }
    func set(_ option: CURLoption, size: Int64) { check(curl_set_size(table, handle, option, curl_off_t(size))) }
    func set(_ option: CURLoption, _ value: String?) { check(curl_set_text(table, handle, option, value)) }

    func set(_ option: CURLoption, lines: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard let longer = table.pointee.curl_slist_append(list, line) else {
                refused = refused ?? CURLE_OUT_OF_MEMORY
                break
            }
            list = longer
        }
        guard let list else { return }
        lists.append(list)
        check(curl_set_pointer(table, handle, option, list))
    }

    /// All callbacks are given the same context, which has to outlive the handle's transfer.
    func setCallbacks(_ context: UnsafeMutableRawPointer) {
        check(curl_set_write(table, handle, receiveBody))
        check(curl_set_header(table, handle, receiveHeader))
        check(curl_set_read(table, handle, provideBody))
        check(curl_set_seek(table, handle, rewindBody))
        check(curl_set_opensocket(table, handle, openSocket))
        for option in [
            CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_READDATA, CURLOPT_SEEKDATA, CURLOPT_OPENSOCKETDATA,
        ] {
            check(curl_set_pointer(table, handle, option, context))
        }
    }

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return curl_get_long(table, handle, info, &value) == CURLE_OK ? value : 0
    }

    /// Goes on in both directions.
    func unpause() -> CURLcode { table.pointee.curl_easy_pause(handle, CURLPAUSE_CONT) }

    /// What libcurl says about an error, or its text for the code.
    func detail(_ code: CURLcode) -> String {
        message.pointee == 0 ? library.text(code) : String(cString: message)
    }

    var complaint: HTTPError.Kind {
        .other(code: Int(refused?.rawValue ?? 0), "libcurl does not take a setting: \(refused.map(library.text) ?? "")")
    }

    private func check(_ code: CURLcode) {
        if code != CURLE_OK { refused = refused ?? code }
    }
}
