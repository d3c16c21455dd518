import Diagnostics

/// Where a Markdown file's front matter and body lie.
///
/// | file | front matter | body |
/// |---|---|---|
/// | begins with a line `---`, and a line `---` or `...` follows | between the two lines | all below the second |
/// | begins with a line `---` and no such line follows | a problem | |
/// | begins with anything else, or is empty | none | the whole file |
///
/// Spaces and tabs after the dashes don't count; neither does a byte order mark before the first.
struct FrontMatterOutline {
  /// The YAML between the two lines; nil when the file has no front matter.
  let yaml: Range<Int>?
  let body: Range<Int>
  let bodyLine: Int
}

/// A line of a text: where it lies without its line end, where the next one begins, and its number.
struct TextLine {
  let number: Int
  let range: Range<Int>
  let next: Int
}

/// The lines of a part of a text; LF, CRLF and a lone CR each end one.
struct TextLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let end: Int
  private var start: Int
  private var number: Int

  init(_ bytes: [UInt8], in range: Range<Int>, firstLine: Int = 1) {
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
    number = firstLine
  }

  /// The next line; text after the last line end is a line too, when there is some.
  mutating func next() -> TextLine? {
    guard start < end else { return nil }
    var index = start
    while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    let range = start..<index
    if index < end { index += bytes[index] == 0x0D && index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1 }
    defer { (start, number) = (index, number + 1) }
    return TextLine(number: number, range: range, next: index)
  }
}

// MARK: - Reading

extension FrontMatterOutline {
  /// Finds the front matter of a file, or what keeps it from being found.
  static func of(_ file: SourceFile) -> Result<FrontMatterOutline, OutlineFailure> {
    let bytes = file.bytes
    let start = bytes.hasByteOrderMark ? 3 : 0
    var lines = TextLines(bytes, in: start..<bytes.count)
    guard let opening = lines.next(), isMarker(bytes[opening.range], of: UInt8(ascii: "-")) else {
      if let finding = missedOpening(in: file, from: start) { return .failure(OutlineFailure(finding: finding)) }
      return .success(FrontMatterOutline(yaml: nil, body: start..<bytes.count, bodyLine: 1))
    }
    while let line = lines.next() {
      let text = bytes[line.range]
      guard text.count >= 3, isMarker(text, of: UInt8(ascii: "-")) || isMarker(text, of: UInt8(ascii: ".")) else {
        continue
      }
      return .success(
        FrontMatterOutline(
          yaml: opening.next..<line.range.lowerBound, body: line.next..<bytes.count, bodyLine: line.number + 1))
    }
    return .failure(OutlineFailure(finding: missedClosing(in: file, opening: opening)))
  }

  /// Whether a line is three of a character and nothing else but spaces after them.
  private static func isMarker(_ line: ArraySlice<UInt8>, of byte: UInt8) -> Bool {
    guard line.count >= 3, line.prefix(3).allSatisfy({ $0 == byte }) else { return false }
    return line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

/// Front matter that can't be told from the body.
struct OutlineFailure: Error {
  let finding: Finding
}

// MARK: - What the writer probably meant

extension FrontMatterOutline {
  /// A file without front matter whose first lines look as if some was meant.
  private static func missedOpening(in file: SourceFile, from start: Int) -> Finding? {
    var isAfterBlankLines = false
    var lines = TextLines(file.bytes, in: start..<file.bytes.count)
    while let line = lines.next() {
      let text = file.bytes[line.range]
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        isAfterBlankLines = true
        continue
      }
      guard let following = lines.next(), FieldLine(file.bytes, following.range).colon != nil else { return nil }
      if isMarker(text, of: UInt8(ascii: "-")) {
        let range = SourceRange(line: line.number, column: 1, length: 3)
        return isAfterBlankLines ? Finding(.outline(.blankBeforeOpening), at: range) : nil
      }
      let written = trimmed(text)
      guard isDashes(written), written == "--" || !written.utf8.allSatisfy({ $0 == UInt8(ascii: "-") }) else {
        return nil
      }
      return Finding(
        .outline(.nearlyOpening(written: written)),
        at: SourceRange(line: line.number, column: 1, length: written.unicodeScalars.count))
    }
    return nil
  }

  /// The line that was meant to close the front matter, or else the opening line and where its end belongs.
  private static func missedClosing(in file: SourceFile, opening: TextLine) -> Finding {
    var lastField = opening.number
    let rest = opening.next..<file.bytes.count
    for line in TextLines(file.bytes, in: rest, firstLine: opening.number + 1) {
      let text = file.bytes[line.range]
      let written = trimmed(text)
      if isDashes(written.trimmingSpace()), written != "-" {
        return Finding(
          .outline(.nearlyClosing(written: written)),
          at: SourceRange(line: line.number, column: 1, length: written.unicodeScalars.count))
      }
      let field = FieldLine(file.bytes, line.range)
      guard field.colon != nil || field.indentation > 0 || field.isComment || field.isListItem else { break }
      lastField = line.number
    }
    return Finding(
      .outline(.unclosed(path: file.path, afterLine: lastField)),
      at: SourceRange(line: opening.number, column: 1, length: 3))
  }

  /// A line without the spaces at its end.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> String {
    guard let last = line.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return "" }
    return String(decoding: line[...last], as: UTF8.self)
  }

  /// Whether a text is dashes of any kind: hyphens, or what word processors make of them.
  private static func isDashes(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { "-–—−‐‑―".unicodeScalars.contains($0) }
  }
}
