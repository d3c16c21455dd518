import CLibYAML

// The one file that touches libyaml's pointers. What leaves it are Swift values.

/// One step of libyaml's walk through a text; places are counted in Unicode scalars from the start of the text.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case scalar(String, YAMLScalar.Style)
    case alias(String)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
  }

  let kind: Kind
  let start: Int
  let end: Int
  var anchor: String?
  var tag: String?
}

/// What libyaml says of a text that it can't read; `SyntaxMistake` turns it into words for people.
struct YAMLSyntaxError: Error {
  /// libyaml's own words for the problem and for what it was reading.
  let complaint: String
  let context: String
  /// Where it gave up and where the thing began that it was reading, in Unicode scalars from the start of the text.
  let index: Int
  let contextIndex: Int?
}

/// libyaml's events of one text.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// libyaml keeps a pointer to its input, so the input is kept here for as long.
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ text: ArraySlice<UInt8>) {
    input = .allocate(capacity: text.count)
    _ = input.initialize(from: text)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    // It fails for want of memory alone; the first event then reports the error.
    guard yaml_parser_initialize(parser) == 1 else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event; after `.streamEnd` there is none to ask for.
  mutating func next() throws(YAMLSyntaxError) -> YAMLEvent {
    guard parser.pointee.raw_buffer.start != nil else { throw failure }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure }
    defer { yaml_event_delete(&event) }
    return Self.event(event)
  }

  private static func event(_ event: yaml_event_t) -> YAMLEvent {
    let start = event.start_mark.index
    let end = event.end_mark.index
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLEvent(
        kind: .scalar(text, style(scalar.style)), start: start, end: end, anchor: string(scalar.anchor),
        tag: string(scalar.tag))
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias(string(event.data.alias.anchor) ?? ""), start: start, end: end)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE), start: start, end: end,
        anchor: string(sequence.anchor), tag: string(sequence.tag))
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE), start: start, end: end,
        anchor: string(mapping.anchor), tag: string(mapping.tag))
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, start: start, end: end)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, start: start, end: end)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, start: start, end: end)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, start: start, end: end)
    case YAML_STREAM_START_EVENT: return YAMLEvent(kind: .streamStart, start: start, end: end)
    default: return YAMLEvent(kind: .streamEnd, start: start, end: end)
    }
  }

  private var failure: YAMLSyntaxError {
    let state = parser.pointee
    let hasContext = state.context != nil
    return YAMLSyntaxError(
      complaint: state.problem.map { String(cString: $0) } ?? "out of memory",
      context: state.context.map { String(cString: $0) } ?? "",
      index: state.error == YAML_READER_ERROR ? state.mark.index : state.problem_mark.index,
      contextIndex: hasContext ? state.context_mark.index : nil)
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
