/// To which machines a client may speak. It is asked for each socket that is about to be opened, after the name was
/// resolved: a name that is harmless when looked at and private when used gets nowhere.
package enum AddressPolicy: Sendable, Equatable {
    case any

    /// Only to the open internet, for addresses that strangers wrote. No proxy is used, for a proxy resolves the name
    /// itself and would undo this.
    case open(except: Set<IPAddress> = [])

    /// What kind of address it is, when it is refused.
    func objection(to address: IPAddress) -> String? {
        switch self {
        case .any: nil
        case .open(let except): except.contains(address) ? nil : address.closedKind
        }
    }
}
