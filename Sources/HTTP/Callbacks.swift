internal import CCurl
internal import Glibc

// What libcurl calls on the transfer thread. File-level functions: a closure literal in isolated code would crash on a
// thread that the runtime did not make. The context is a `Running`, which the engine keeps as long as its handle.

private func running(_ context: UnsafeMutableRawPointer?) -> Running? {
    context.map { Unmanaged<Running>.fromOpaque($0).takeUnretainedValue() }
}

func receiveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    running(context)?.receiveBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

func receiveHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    running(context)?.receiveHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

func provideBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    running(context)?.provideBody(UnsafeMutableRawBufferPointer(start: bytes, count: size * count)) ?? curl_read_abort
}

func rewindBody(_ context: UnsafeMutableRawPointer?, _ offset: curl_off_t, _ origin: Int32) -> Int32 {
    let isDone = origin == SEEK_SET && running(context)?.rewindBody(to: Int64(offset)) == true
    return isDone ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL
}

func openSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype, _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let address, let running = running(context) else { return -1 }
    let found = curl_address(address).flatMap { IPAddress($0, length: Int(address.pointee.addrlen)) }
    guard running.mayConnect(to: found) else { return -1 }
    // Not inherited by the programs that are started meanwhile.
    let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return socket(address.pointee.family, type, address.pointee.protocol)
}
