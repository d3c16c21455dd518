import Diagnostics

/// Bytes to put in the place of others.
struct ByteChange {
  let range: Range<Int>
  let bytes: [UInt8]

  init(_ range: Range<Int>, _ text: String = "") {
    self.range = range
    bytes = Array(text.utf8)
  }
}

/// A text's bytes with its lines: turns places into offsets and finds what surrounds them.
struct TextLayout {
  let bytes: [UInt8]
  /// The line end that the file uses, by its first one.
  let newline: String
  private let lineStarts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let start = bytes.hasByteOrderMark ? 3 : 0
    let lines = Array(TextLines(bytes, in: start..<bytes.count))
    lineStarts = [start] + lines.map(\.next)
    newline =
      lines.first.map { String(decoding: bytes[$0.range.upperBound..<$0.next], as: UTF8.self) }
      .flatMap { $0.isEmpty ? nil : $0 } ?? "\n"
  }

  /// The bytes with changes made, which don't overlap.
  func applying(_ changes: [ByteChange]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + changes.reduce(0) { $0 + $1.bytes.count })
    var done = 0
    for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[done..<max(done, change.range.lowerBound)]
      result += change.bytes
      done = max(done, change.range.upperBound)
    }
    return result + bytes[done...]
  }

  // MARK: - Places

  func offset(_ position: SourcePosition) -> Int {
    guard position.line <= lineStarts.count else { return bytes.count }
    var offset = lineStarts[position.line - 1]
    var column = 1
    while column < position.column, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  func range(_ range: SourceRange) -> Range<Int> { offset(range.start)..<max(offset(range.start), offset(range.end)) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func lineStart(_ offset: Int) -> Int { lineStarts.last { $0 <= offset } ?? 0 }

  /// The start of the line after the one that holds an offset.
  func nextLineStart(_ offset: Int) -> Int { lineStarts.first { $0 > offset } ?? bytes.count }

  /// How many spaces stand before the text of the line that holds an offset.
  func indentation(_ offset: Int) -> Int {
    bytes[lineStart(offset)...].prefix { $0 == 0x20 }.count
  }

  func isBlankLine(at start: Int) -> Bool {
    bytes[start..<nextLineStart(start)].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  // MARK: - YAML around a place

  /// Where a value begins behind its anchor and tag.
  func start(ofValue range: SourceRange) -> Int {
    var index = offset(range.start)
    let end = offset(range.end)
    while index < end, bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!") {
      while index < end, !isSpace(bytes[index]) { index += 1 }
      index = skippingSpaceAndComments(index)
    }
    return index
  }

  /// Whether fields or a list stand between brackets.
  func isInBrackets(_ range: SourceRange) -> Bool {
    let start = start(ofValue: range)
    return start < bytes.count && start < offset(range.end)
      && (bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "["))
  }

  /// Whether a value is a `*name`, whose content stands elsewhere.
  func isAlias(_ range: SourceRange) -> Bool {
    let start = start(ofValue: range)
    return start < bytes.count && bytes[start] == UInt8(ascii: "*")
  }

  /// The offset behind the colon of a field; nil when it has none, as in `{name}`.
  func endOfColon(of entry: YAMLMapping.Entry) -> Int? {
    let index = skippingSpaceAndComments(offset(entry.keyRange.end))
    return index < bytes.count && bytes[index] == UInt8(ascii: ":") ? index + 1 : nil
  }

  func skippingSpaceAndComments(_ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if isSpace(bytes[index]) {
        index += 1
      } else if bytes[index] == UInt8(ascii: "#"), index > start, isSpace(bytes[index - 1]) {
        index = nextLineStart(index)
      } else {
        break
      }
    }
    return index
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}

/// The parts of a block text (`|` or `>`).
struct BlockText {
  /// The indicator with its modifiers, without the comment that may follow.
  let header: Range<Int>
  /// The lines of the text.
  let lines: Range<Int>
  /// How far the text is indented; nil when it has no visible character.
  let indentation: Int?

  init(_ node: YAMLNode, in layout: TextLayout) {
    let start = layout.start(ofValue: node.range)
    var end = start
    while end < layout.bytes.count, "|>+-0123456789".utf8.contains(layout.bytes[end]) { end += 1 }
    header = start..<end
    let first = layout.nextLineStart(start)
    let last = layout.offset(node.range.end)
    guard last >= first else {
      lines = first..<first
      indentation = nil
      return
    }
    let isKept = layout.text(header).contains("+")
    var next = layout.nextLineStart(last)
    var firstVisible = first
    while layout.isBlankLine(at: firstVisible), firstVisible < last {
      firstVisible = layout.nextLineStart(firstVisible)
    }
    let spaces = layout.indentation(firstVisible)
    // Blank lines below belong to the text when it keeps them, and down to the last that is longer than its indentation.
    var blank = next
    while blank < layout.bytes.count, layout.isBlankLine(at: blank) {
      let isPart = isKept || layout.indentation(blank) > spaces
      blank = layout.nextLineStart(blank)
      if isPart { next = blank }
    }
    lines = first..<next
    indentation = spaces
  }
}
