/// An error that has its own words for a person. A `Failure` takes them over; other errors are shown as they print.
package protocol Explained: Error {
    var problem: String { get }
    var advice: String? { get }
}
