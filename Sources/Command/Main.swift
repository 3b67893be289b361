import Files
import Publishing

@main
enum Main {
    static func main() {
        StandardStreams.hold()
        let world = World.actual
        Interruption.watch(console: world.console, cleanUp: TemporaryFiles.removeAll)
        Interruption.exit(Program.freshet.run(Array(CommandLine.arguments.dropFirst()), in: world))
    }
}
