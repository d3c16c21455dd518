import Hypertext

/// How a link carries text: what stands for a line break, and whether it is HTML.
enum BodyForm: Hashable, Sendable {
  /// As mail does: a line break is CR LF (RFC 6068 §5).
  case mail
  /// As plain text: a line break is LF.
  case plain
  /// As HTML: what HTML gives a meaning is escaped, a line break is `<br>`.
  case html

  /// Appends text whose line breaks are line feeds, percent-encoded.
  func append(_ text: String, to output: inout [UInt8]) {
    guard self != .plain else {
      PercentEncoding.append(text, to: &output)
      return
    }
    var rest = (self == .html ? HTMLEscaping.escaped(text) : Array(text.utf8))[...]
    while let lineFeed = rest.firstIndex(of: 0x0A) {
      append(line: rest[..<lineFeed], to: &output)
      output.append(contentsOf: lineBreak.utf8)
      rest = rest[(lineFeed + 1)...]
    }
    append(line: rest, to: &output)
  }

  private func append(line: ArraySlice<UInt8>, to output: inout [UInt8]) {
    line.withUnsafeBufferPointer { PercentEncoding.append($0, to: &output) }
  }

  /// How many bytes one character takes in the link.
  func encodedLength(_ character: Character) -> Int {
    if character == "\n" { return lineBreak.utf8.count }
    if self == .html { return LinkText.encodedLength(HTMLEscaping.escaped(String(character))) }
    return LinkText.encodedLength(character.utf8)
  }

  /// A line break, percent-encoded.
  private var lineBreak: String {
    switch self {
    case .mail: "%0D%0A"
    case .plain: "%0A"
    case .html: "%3Cbr%3E"
    }
  }
}
