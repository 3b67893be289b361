import Files
import Publishing
import Torrents

// The rooms below know nothing of each other; here their errors get the one form in which they are shown.
extension FileError: Explained {}
extension MakingError: Explained {}
extension Announcing.Refusal: Explained {}

extension Malformation: Explained {
    package var advice: String? { nil }
}

extension Failure {
    /// As `during`, for work on a folder: an error of one file in it names the file.
    static func during<Result>(_ step: String, at place: String, _ work: () throws -> Result) throws -> Result {
        try during(step) {
            do {
                return try work()
            } catch let error as FileError where error.path.utf8.starts(with: (place + "/").utf8) {
                let below = String(Substring(error.path.utf8.dropFirst(place.utf8.count + 1)))
                throw Failure(step, "\(below): \(error.problem)", advice: error.advice, cause: error)
            }
        }
    }

    /// As `during`, for errors in what was asked: they end with the way to the verb's help.
    static func asking<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let failure as Failure {
            throw failure
        } catch {
            var failure = Failure(error, during: nil)
            failure.kind = .usage
            throw failure
        }
    }
}
