/// Text as the value of a line: RFC 5545 §3.3.11, and vCard's RFC 2426 §4 alike.
enum ContentText {
  /// `\`, `;` and `,` behind a `\`, every kind of line break as `\n`; control characters but the tab are dropped.
  static func escaped(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        output.append("\\")
        output.append(scalar)
      case "\n" where last == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": output.append(contentsOf: "\\n".unicodeScalars)
      case "\t": output.append(scalar)
      default: if scalar.properties.generalCategory != .control { output.append(scalar) }
      }
      last = scalar
    }
    return String(output)
  }
}
