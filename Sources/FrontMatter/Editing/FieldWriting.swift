/// A value as it will stand in the file.
enum WrittenValue {
  /// On the line of its field.
  case inline(String)
  /// A block text: its indicator on the line of its field, its lines below, not indented yet.
  case blockText(indicator: String, lines: [String])
  /// A list with an item on each line below its field.
  case blockList([String])
}

/// Writes values, and fields with their names.
struct FieldWriting {
  /// Whether a text of several lines may be written as a block (`|`).
  let allowsBlockText: Bool

  /// How long a line may get before a new list is written with an item a line.
  private static let lineLength = 80

  /// A value as it would be written for a new field.
  func value(_ value: YAMLValue, isInBrackets: Bool, column: Int) -> WrittenValue {
    switch value {
    case .flag(let flag): return .inline(flag ? "true" : "false")
    case .integer(let number): return .inline(String(number))
    case .text(let text):
      if allowsBlockText, !isInBrackets, let block = blockText(text) { return block }
      return .inline(ScalarWriting.plainOrQuoted(text, isInBrackets: isInBrackets))
    case .texts(let texts):
      let list = "[" + texts.map { ScalarWriting.plainOrQuoted($0, isInBrackets: true) }.joined(separator: ", ") + "]"
      if isInBrackets || texts.isEmpty || column + list.unicodeScalars.count <= Self.lineLength { return .inline(list) }
      return .blockList(texts.map { ScalarWriting.plainOrQuoted($0, isInBrackets: false) })
    }
  }

  /// A text of several lines as a block; nil when only escapes can express it.
  private func blockText(_ text: String) -> WrittenValue? {
    guard text.utf8.contains(0x0A), text.unicodeScalars.allSatisfy({ CharacterCheck.isPrintable($0) && $0 != "\r" })
    else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let endsLine = lines.last?.isEmpty == true
    if endsLine { lines.removeLast() }
    guard let first = lines.first?.utf8.first, first != 0x20, first != 0x09, lines.last?.isEmpty == false,
      lines.allSatisfy({ $0.isEmpty || !$0.trimmingSpace().isEmpty })
    else { return nil }
    return .blockText(indicator: endsLine ? "|" : "|-", lines: lines)
  }

  /// The lines of a new field, each with its line end.
  func lines(
    _ path: ArraySlice<String>, _ value: YAMLValue, indentation: Int, step: Int, newline: String
  ) -> String {
    let spaces = String(repeating: " ", count: indentation)
    guard let name = path.first else { return "" }
    let key = spaces + ScalarWriting.plainOrQuoted(name, isInBrackets: false) + ":"
    if path.count > 1 {
      return key + newline
        + lines(path.dropFirst(), value, indentation: indentation + step, step: step, newline: newline)
    }
    switch self.value(value, isInBrackets: false, column: key.unicodeScalars.count + 1) {
    case .inline(let text): return key + " " + text + newline
    case .blockText(let indicator, let lines):
      return key + " " + indicator + newline + Self.indented(lines, by: indentation + step, newline: newline)
    case .blockList(let items):
      return key + newline + Self.indented(items.map { "- " + $0 }, by: indentation + step, newline: newline)
    }
  }

  /// A new field between brackets.
  func inline(_ path: ArraySlice<String>, _ value: YAMLValue) -> String {
    guard let name = path.first else { return "" }
    let key = ScalarWriting.plainOrQuoted(name, isInBrackets: true) + ": "
    if path.count > 1 { return key + "{" + inline(path.dropFirst(), value) + "}" }
    guard case .inline(let text) = self.value(value, isInBrackets: true, column: 0) else { return key }
    return key + text
  }

  /// Lines with indentation and line ends; empty ones stay empty.
  static func indented(_ lines: [String], by indentation: Int, newline: String) -> String {
    let spaces = String(repeating: " ", count: indentation)
    return lines.map { ($0.isEmpty ? "" : spaces + $0) + newline }.joined()
  }
}
