import Publishing
import Testing

@Suite struct AmountTests {
    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (1023, "1023 bytes"), (1024, "1.0 KiB"), (1536, "1.5 KiB"),
        (1_048_524, "1023.9 KiB"), (1_048_525, "1.0 MiB"), (5_368_709_120, "5.0 GiB"), (-2048, "-2.0 KiB"),
        (Int.max, "8192.0 PiB"),
    ])
    func bytesInWords(bytes: Int, text: String) {
        #expect("\(ByteCount(bytes))" == text)
    }

    @Test(
        arguments: [
            (.zero, "0 s"), (.milliseconds(-5000), "0 s"), (.milliseconds(99), "0 s"), (.milliseconds(450), "0.4 s"),
            (.seconds(1), "1 s"), (.milliseconds(59_999), "59 s"), (.seconds(72), "1 min 12 s"),
            (.seconds(120), "2 min"),
            (.seconds(7500), "2 h 5 min"), (.seconds(3601), "1 h"), (.seconds(90_000), "1 d 1 h"),
        ] as [(Duration, String)])
    func timeInWords(duration: Duration, text: String) {
        #expect(duration.spoken == text)
    }
}
