import Publishing
import Testing

@Suite struct WorldTests {
    @Test(arguments: [
        ("/home", "x.iso", "/home/x.iso"), ("/home/", "a/b", "/home/a/b"), ("/home", "/tmp/x", "/tmp/x"),
        ("", "x", "x"),
    ])
    func relativePathsStartAtTheFolder(folder: String, written: String, path: String) {
        let silent = Outlet { (_: [UInt8]) in }
        let world = World(
            environment: [:],
            folder: folder,
            now: { Moment(milliseconds: 0) },
            input: { _ in [] },
            console: Console(output: silent, errors: silent)
        )
        #expect(world.path(written) == path)
    }
}
