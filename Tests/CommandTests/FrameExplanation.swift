import Publishing

/// An error of some room, with words of its own.
struct FrameExplanation: Explained {
    let problem = "the file changed"
    let advice: String? = "run it again"
}
