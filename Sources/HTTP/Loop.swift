internal import CCurl
internal import Files

/// The thread that moves all bytes of one client, from its first request until nobody holds it any more.
final class Loop: Sendable {
    let mailbox: Mailbox

    init(_ library: CurlLibrary, _ settings: HTTPSettings) throws(UnusableLibrary) {
        guard let multi = library.table.pointee.curl_multi_init() else {
            throw UnusableLibrary(text: "it has no memory left")
        }
        let mailbox = Mailbox(library, multi)
        self.mailbox = mailbox
        let begun = DetachedThread.start { Engine(mailbox, settings).run() }
        if !begun {
            mailbox.close()
            throw UnusableLibrary(text: ThreadRefused().description)
        }
    }

    deinit {
        mailbox.post(.stop)
    }
}

/// What others have to say to the thread. Only the thread touches curl's handles, and all but this call ends there:
/// `curl_multi_wakeup` is the one function that libcurl allows from anywhere.
final class Mailbox: @unchecked Sendable {
    // Unchecked: the handle is the thread's, and woken up under the lock as long as it is open.
    enum Message {
        case start(Transfer)
        /// There is room again, or something to send.
        case resume(Int)
        case cancel(Int)
        case abandon(Int)
        case stop
    }

    private struct State {
        var messages: [Message] = []
        var isOpen = true
        var lastID = 0
    }

    let library: CurlLibrary
    let multi: UnsafeMutableRawPointer
    private let state = Monitor(State())

    init(_ library: CurlLibrary, _ multi: UnsafeMutableRawPointer) {
        self.library = library
        self.multi = multi
    }

    func newID() -> Int {
        state.change { state in
            state.lastID += 1
            return state.lastID
        }
    }

    func post(_ message: Message) {
        state.change { state in
            guard state.isOpen else { return }
            state.messages.append(message)
            _ = library.table.pointee.curl_multi_wakeup(multi)
        }
    }

    func collect() -> [Message] {
        state.change { state in
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// Gives back what was not read any more.
    @discardableResult
    func close() -> [Message] {
        state.change { state in
            state.isOpen = false
            _ = library.table.pointee.curl_multi_cleanup(multi)
            defer { state.messages = [] }
            return state.messages
        }
    }
}
