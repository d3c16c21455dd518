/// One line of an iCalendar or vCard file: `NAME;PARAMETER=value:value`, folded (RFC 5545 §3.1, RFC 2425 §5.8.1).
struct ContentLine {
  /// The line without its end, not folded.
  private(set) var bytes: [UInt8]

  /// A line by its name and parameters; each parameter's value is quoted where it must be.
  init(_ name: String, _ parameters: [(name: String, value: String)] = []) {
    bytes = Array(name.utf8)
    for parameter in parameters {
      bytes.append(UInt8(ascii: ";"))
      bytes.append(contentsOf: parameter.name.utf8)
      bytes.append(UInt8(ascii: "="))
      bytes.append(contentsOf: ParameterText.written(parameter.value).utf8)
    }
    bytes.append(UInt8(ascii: ":"))
  }

  /// The line with a value that is written as it is: a date, a URI, a keyword.
  func raw(_ value: String) -> ContentLine {
    var line = self
    line.bytes.append(contentsOf: value.utf8)
    return line
  }

  /// The line with text for its value, escaped.
  func text(_ value: String) -> ContentLine { raw(ContentText.escaped(value)) }

  /// The line with a value of several parts, each escaped, such as a person's name.
  func parts(_ values: [String]) -> ContentLine { raw(values.map(ContentText.escaped).joined(separator: ";")) }

  /// Appends the line, folded, with its end.
  func append(to output: inout [UInt8]) {
    LineFolding.append(bytes[...], to: &output)
  }
}
