/// Text as the value of a parameter: quoted where it must be, with RFC 6868's way to say what no quotation can hold.
enum ParameterText {
  /// Appends text: `^` as `^^`, a line break as `^n`, `"` as `^'`; in quotation marks when it holds
  /// `,` `;` `:` or `\`.
  static func append(_ text: String, to output: inout [UInt8]) {
    let text = CleanText.lines(text)
    let needsQuotes = text.utf8.contains(where: separators.contains)
    if needsQuotes { output.append(UInt8(ascii: "\"")) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "^"): output.append(contentsOf: "^^".utf8)
      case UInt8(ascii: "\""): output.append(contentsOf: "^'".utf8)
      case 0x0A: output.append(contentsOf: "^n".utf8)
      default: output.append(byte)
      }
    }
    if needsQuotes { output.append(UInt8(ascii: "\"")) }
  }

  /// A backslash means nothing in a parameter, but some programs take one before the closing colon for an escape.
  private static let separators = Array(",;:\\".utf8)
}
