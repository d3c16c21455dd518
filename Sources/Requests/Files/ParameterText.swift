/// Text as the value of a parameter: quoted where it must be, with RFC 6868's way to say what no quotation can hold.
enum ParameterText {
  /// `^` as `^^`, a line break as `^n`, `"` as `^'`; in quotation marks when it holds `,` `;` or `:`.
  static func written(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var needsQuotes = false
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "^": output.append(contentsOf: "^^".unicodeScalars)
      case "\"": output.append(contentsOf: "^'".unicodeScalars)
      case "\n" where last == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": output.append(contentsOf: "^n".unicodeScalars)
      case ",", ";", ":":
        needsQuotes = true
        output.append(scalar)
      case "\t": output.append(scalar)
      default: if scalar.properties.generalCategory != .control { output.append(scalar) }
      }
      last = scalar
    }
    return needsQuotes ? "\"\(String(output))\"" : String(output)
  }
}
