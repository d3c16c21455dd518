import Diagnostics

/// The YAML part of a file: all of a settings file, or what stands between the `---` lines of a Markdown file.
struct YAMLText {
  let file: SourceFile
  /// Where the YAML lies in the file's bytes.
  let range: Range<Int>
  /// The number of the line on which it begins.
  let firstLine: Int
}

/// A place in a YAML text that moves on as libyaml's events do.
///
/// libyaml counts places in Unicode scalars from the start of its text. The walk over the bytes turns them into
/// offsets, lines and columns of the whole file; as events come in order, all walks together read the text once.
struct TextCursor {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var index = 0
  private(set) var offset: Int
  private(set) var position: SourcePosition

  init(_ text: YAMLText) {
    bytes = text.file.bytes
    range = text.range
    offset = text.range.lowerBound
    position = SourcePosition(line: text.firstLine, column: 1)
  }

  /// Moves to a place given in Unicode scalars from the start of the text.
  mutating func move(to target: Int) {
    while index < target, offset < range.upperBound {
      let run = printedRun(atMost: min(target - index, range.upperBound - offset))
      index += run
      offset += run
      position.column += run
      if index < target, offset < range.upperBound { stepForward() }
    }
    while index > target, offset > range.lowerBound { stepBack() }
  }

  /// Moves back over white space and line ends, to where the last visible character ends.
  mutating func moveBackOverSpace() {
    while offset > range.lowerBound, isSpace(bytes[offset - 1]) { stepBack() }
  }

  /// How many bytes from here on are printed ASCII, as most are: scalars of one byte that end no line.
  private func printedRun(atMost limit: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var run = 0
      while run < limit, (0x20...0x7E).contains(bytes[offset + run]) { run += 1 }
      return run
    }
  }

  private mutating func stepForward() {
    let byte = bytes[offset]
    index += 1
    offset += 1
    if byte >= 0x80 {
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    if endsLine(at: offset - 1) {
      position = SourcePosition(line: position.line + 1, column: 1)
    } else {
      position.column += 1
    }
  }

  private mutating func stepBack() {
    index -= 1
    offset -= 1
    while offset > range.lowerBound, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    guard endsLine(at: offset) else {
      position.column -= 1
      return
    }
    var lineStart = offset
    while lineStart > range.lowerBound, !endsLine(at: lineStart - 1) { lineStart -= 1 }
    let scalars = bytes[lineStart..<offset].reduce(into: 0) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
    position = SourcePosition(line: position.line - 1, column: scalars + 1)
  }

  /// Whether the byte at an offset is the last of a line end: LF, the LF of CRLF, or a lone CR.
  private func endsLine(at offset: Int) -> Bool {
    switch bytes[offset] {
    case 0x0A: true
    case 0x0D: offset + 1 >= bytes.count || bytes[offset + 1] != 0x0A
    default: false
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
