import Files
import Glibc
import Support
import Testing

/// Where writing fails, nothing is left of it and what stood there before still stands.
@Suite struct WholeFileFailureTests {
    private let folder = TemporaryFolder()

    @Test func noFolder() {
        let path = folder.path("none/x")
        #expect(throws: FileError("writing", path, .system(ENOENT))) {
            try WholeFile.write([1], to: path, existing: .refused)
        }
        #expect(throws: FileError("writing", folder.path("none"), .system(ENOENT))) {
            try WholeFile.checkWritable(folder: folder.path("none"))
        }
        #expect(folder.names.isEmpty)
    }

    @Test func aFileInPlaceOfTheFolder() {
        folder.write("x", to: "file")
        #expect(throws: FileError("writing", folder.path("file/x"), .system(ENOTDIR))) {
            try WholeFile.write([1], to: folder.path("file/x"), existing: .refused)
        }
        #expect(folder.names == ["file"])
    }

    @Test(arguments: [WholeFile.Existing.refused, .replaced])
    func fullDisk(existing: WholeFile.Existing) throws {
        guard let disk = TinyDisk(kilobytes: 64) else {
            // Who cannot mount still has a device that is always full.
            #expect(throws: FileError("writing", "/dev/full", .system(ENOSPC))) {
                try WholeFile.write([1], to: "/dev/full", existing: existing)
            }
            return
        }
        let path = disk.path + "/x"
        if existing == .replaced { try WholeFile.write([1, 2], to: path, existing: .refused) }
        let before = disk.names
        let tooMuch = [UInt8](repeating: 1, count: 1 << 20)
        #expect(throws: FileError("writing", path, .system(ENOSPC))) {
            try WholeFile.write(tooMuch, to: path, existing: existing)
        }
        #expect(disk.names == before)
        // The room is free again.
        let fitting = [UInt8](repeating: 2, count: 40_000)
        try WholeFile.write(fitting, to: path, existing: existing)
        #expect(try SmallFile.read(path, limit: 1 << 20) == fitting)
    }

    @Test func readOnlyFolder() throws {
        if geteuid() == 0 {
            // Permissions do not stop root; a file system without writing does, where one can be mounted.
            guard let disk = TinyDisk(kilobytes: 64, isReadOnly: true) else {
                return try unwritable("/proc", disk: nil)
            }
            try unwritable(disk.path, disk: disk)
            #expect(throws: FileError("writing", disk.path, .system(EROFS))) {
                try WholeFile.checkWritable(folder: disk.path)
            }
        } else {
            folder.write("old", to: "x")
            chmod(folder.path, 0o555)
            try unwritable(folder.path, disk: nil)
            #expect(throws: FileError("writing", folder.path, .system(EACCES))) {
                try WholeFile.checkWritable(folder: folder.path)
            }
            #expect(throws: FileError("writing", folder.path("x"), .system(EACCES))) {
                try WholeFile.write([1], to: folder.path("x"), existing: .replaced)
            }
            #expect(folder.text("x") == "old")
        }
    }

    private func unwritable(_ path: String, disk: TinyDisk?) throws {
        #expect(throws: FileError.self) { try WholeFile.write([1], to: path + "/new", existing: .refused) }
        #expect(!WholeFile.exists(path + "/new"))
        #expect(disk?.names ?? [] == [])
    }

    @Test func exactlyOneOfManyWins() throws {
        for round in 0..<20 {
            let path = folder.path("\(round)")
            let winners = Monitor([Int]())
            try Threads.run(8) { index in
                do throws(FileError) {
                    let bytes = [UInt8](repeating: UInt8(index), count: 10_000 + index)
                    try WholeFile.write(bytes, to: path, existing: .refused)
                    winners.change { $0.append(index) }
                } catch {
                    if !error.isExisting { throw error }
                }
            }
            let won = winners.change { $0 }
            try #require(won.count == 1)
            #expect(folder.read("\(round)") == [UInt8](repeating: UInt8(won[0]), count: 10_000 + won[0]))
        }
        #expect(folder.names == (0..<20).map { "\($0)" }.sorted())
    }

    @Test func readersSeeOneOrTheOther() throws {
        let path = folder.path("x")
        try WholeFile.write([UInt8](repeating: 0, count: 50_000), to: path, existing: .refused)
        let written = Monitor(0)
        try Threads.run(3) { [folder] index in
            if index == 0 {
                for _ in 0..<200 where written.change({ $0 }) < 2 {
                    let bytes = folder.read("x") ?? []
                    if bytes.count != 50_000 || Set(bytes).count != 1 { throw Mixed() }
                }
            } else {
                defer { written.change { $0 += 1 } }
                for round in 1...20 {
                    let bytes = [UInt8](repeating: UInt8(round * index), count: 50_000)
                    try WholeFile.write(bytes, to: path, existing: .replaced)
                }
            }
        }
        #expect(folder.names == ["x"])
    }

    private struct Mixed: Error {}
}
