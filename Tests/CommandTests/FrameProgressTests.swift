import Command
import Publishing
import Testing

@Suite struct FrameProgressTests {
    private let err = FrameRecorder()
    private let stage: FrameStage

    init() throws {
        stage = try FrameStage()
    }

    private func progress(total: Int, quiet: Bool = false, terminal: Bool = false, width: Int = 80) -> Progress {
        let world = stage.world(
            output: FrameRecorder().outlet(),
            errors: err.outlet(isTerminal: terminal, width: width)
        )
        return Progress("making x.iso", total: total, quiet: quiet, in: world)
    }

    @Test func aLineAtEveryTenth() {
        let progress = progress(total: 2 << 30)
        let tenth = (2 << 30) / 10 + 1
        stage.clock.pass(milliseconds: 100)
        progress.advance(by: tenth)
        #expect(err.take() == "making x.iso: 10 % of 2.0 GiB, 2.0 GiB/s, 1 s left\n")
        stage.clock.pass(milliseconds: 5)
        progress.advance(by: 1000)
        #expect(err.take().isEmpty)
        stage.clock.pass(milliseconds: 895)
        progress.advance(by: 3 * tenth)
        #expect(err.take() == "making x.iso: 40 % of 2.0 GiB, 819.2 MiB/s, 2 s left\n")
        stage.clock.pass(milliseconds: 1_500)
        progress.advance(by: 1 << 40)
        #expect(err.take() == "making x.iso: 100 % of 2.0 GiB, 819.2 MiB/s, in 2 s\n")
        progress.advance(by: 1)
        progress.finish()
        progress.advance(by: 1)
        #expect(err.take().isEmpty)
    }

    @Test func withoutTimePassedThereIsNoRate() {
        progress(total: 12).advance(by: 12)
        #expect(err.take() == "making x.iso: 100 % of 12 bytes\n")
    }

    @Test func quietMeansQuiet() {
        for terminal in [true, false] {
            let progress = progress(total: 100, quiet: true, terminal: terminal)
            stage.clock.pass(milliseconds: 1000)
            progress.advance(by: 100)
            progress.finish()
        }
        #expect(err.text.isEmpty)
    }

    @Test func nothingToDoSaysNothing() {
        let progress = progress(total: 0)
        progress.advance(by: 5)
        progress.finish()
        #expect(err.text.isEmpty)
    }

    @Test func aBarOnATerminal() {
        let progress = progress(total: 1000 << 20, terminal: true)
        progress.advance(by: 10 << 20)
        #expect(err.take().isEmpty, "a job that ends at once needs no bar")
        stage.clock.pass(milliseconds: 100)
        progress.advance(by: 90 << 20)
        let first = "making x.iso  [###---------------------------]   10 %  1000.0 MiB/s  1 s left"
        #expect(err.take() == first)
        stage.clock.pass(milliseconds: 99)
        progress.advance(by: 1)
        #expect(err.take().isEmpty, "not yet a tenth of a second later")
        stage.clock.pass(milliseconds: 801)
        progress.advance(by: 900 << 20)
        let last = "making x.iso  [##############################]  100 %  1000.0 MiB/s  0 s left"
        #expect(err.take() == "\r\u{1b}[K" + last)
        progress.finish()
        #expect(err.take() == "\r\u{1b}[K")
        stage.clock.pass(milliseconds: 1000)
        progress.advance(by: 1)
        #expect(err.take().isEmpty, "nothing is drawn after the end")
    }

    @Test(arguments: 0...100) func aBarNeverWraps(width: Int) {
        let world = stage.world(
            output: FrameRecorder().outlet(),
            errors: err.outlet(isTerminal: true, width: width)
        )
        let progress = Progress("making \u{1b}日本.iso and a long name", total: 1000, quiet: false, in: world)
        stage.clock.pass(milliseconds: 10_000)
        progress.advance(by: 5)
        let columns = err.take().unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
        #expect(columns < max(1, width))
    }

    @Test func aClockSetBackDoesNotSilenceTheBar() {
        let progress = progress(total: 1000, terminal: true)
        stage.clock.pass(milliseconds: -3_600_000)
        progress.advance(by: 500)
        #expect(err.take().hasSuffix("50 %"))
    }

    @Test func manyThreadsAddUp() async {
        let progress = progress(total: 8000)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<1000 { progress.advance(by: 1) } }
            }
        }
        let lines = err.text.split(separator: "\n")
        #expect(lines.count == 10)
        #expect(lines.last == "making x.iso: 100 % of 7.8 KiB")
    }
}
