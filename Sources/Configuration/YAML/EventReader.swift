internal import CYAML

/// libyaml's parser over one file: one event after another.
///
/// Nothing of libyaml outlives a call but the parser itself, which is freed here and nowhere else.
struct EventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// libyaml reads from these bytes as it goes, so they stay where they are.
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let source: SourceText

    init(_ source: SourceText) {
        self.source = source
        input = .allocate(capacity: source.bytes.count)
        _ = input.initialize(from: source.bytes)
        parser = .allocate(capacity: 1)
        precondition(yaml_parser_initialize(parser) == 1, "out of memory for libyaml")
        // The text was checked to be UTF-8: nothing is to be guessed from its first bytes.
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    mutating func next() throws(ConfigurationError) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw refusal() }
        defer { yaml_event_delete(&event) }
        return Self.copy(of: event)
    }

    private static func copy(of event: yaml_event_t) -> Event {
        let mark = Self.mark(event.start_mark)
        let data = event.data
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, mark: mark)
        case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, mark: mark)
        case YAML_ALIAS_EVENT: return Event(kind: .alias(text(data.alias.anchor) ?? ""), mark: mark)
        case YAML_SCALAR_EVENT:
            let bytes = UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
            let isPlain = data.scalar.style == YAML_PLAIN_SCALAR_STYLE
            return Event(
                kind: .scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain), mark: mark,
                anchor: text(data.scalar.anchor), tag: text(data.scalar.tag))
        case YAML_SEQUENCE_START_EVENT:
            let start = data.sequence_start
            return Event(kind: .listStart, mark: mark, anchor: text(start.anchor), tag: text(start.tag))
        case YAML_SEQUENCE_END_EVENT: return Event(kind: .listEnd, mark: mark)
        case YAML_MAPPING_START_EVENT:
            let start = data.mapping_start
            return Event(kind: .mappingStart, mark: mark, anchor: text(start.anchor), tag: text(start.tag))
        case YAML_MAPPING_END_EVENT: return Event(kind: .mappingEnd, mark: mark)
        case YAML_STREAM_START_EVENT: return Event(kind: .streamStart, mark: mark)
        default: return Event(kind: .streamEnd, mark: mark)
        }
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(decodingCString: $0, as: UTF8.self) }
    }

    private static func mark(_ mark: yaml_mark_t) -> Mark {
        Mark(line: mark.line + 1, column: mark.column + 1)
    }

    /// Why libyaml does not go on. The usual mistakes are told apart by the letter at which it stopped.
    private func refusal() -> ConfigurationError {
        let state = parser.pointee
        if state.error == YAML_READER_ERROR {
            let mark = source.mark(ofByte: state.problem_offset)
            return ConfigurationError(.unprintable, at: .mark(mark))
        }
        let problem = Self.mark(state.problem_mark)
        let (line, letter) = source.line(at: problem)
        if letter == "\t" { return ConfigurationError(.tab, at: .mark(problem)) }
        // Where a thing began: `*.iso` is an alias that breaks off, `[a]*` a list with something behind it.
        let start = state.context == nil ? problem : Self.mark(state.context_mark)
        for mark in [start, problem] {
            if let sign = source.line(at: mark).letter, ["*", "!", "&", "@", "`", "%"].contains(sign) {
                return ConfigurationError(.unquoted(sign), at: .mark(mark))
            }
        }
        let words = state.problem.map { String(cString: $0) } ?? "libyaml gave no reason"
        return ConfigurationError(.syntax(words, line: line), at: .mark(problem))
    }
}
