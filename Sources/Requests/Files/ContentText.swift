/// Text as the value of a line: RFC 5545 §3.3.11, and vCard's RFC 2426 §4 alike.
enum ContentText {
  /// Appends text: `\`, `;` and `,` behind a `\`, every kind of line break as `\n`; control characters but the tab are
  /// dropped.
  static func append(_ text: String, to output: inout [UInt8]) {
    for byte in CleanText.lines(text).utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      default: output.append(byte)
      }
    }
  }
}
