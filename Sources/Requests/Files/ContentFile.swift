/// An iCalendar or vCard file as it is written: lines of `NAME;PARAMETER=value:value`, folded (RFC 5545 §3.1,
/// RFC 2425 §5.8.1).
struct ContentFile {
  /// A parameter of a line; its value is quoted where it must be.
  typealias Parameter = (name: String, value: String)

  /// What has been written.
  private(set) var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(1_024)
  }

  /// Writes a line whose value stands as it is: a date, a URI, a keyword.
  mutating func write(_ name: String, _ parameters: [Parameter] = [], raw value: String) {
    writeLine(name, parameters) { $0.append(contentsOf: value.utf8) }
  }

  /// Writes a line with text for its value, unless there is none.
  mutating func write(_ name: String, _ parameters: [Parameter] = [], text value: String?) {
    guard let value, !value.isEmpty else { return }
    writeLine(name, parameters) { ContentText.append(value, to: &$0) }
  }

  /// Writes a line with a value of several parts, such as a person's name.
  mutating func write(_ name: String, _ parameters: [Parameter] = [], parts: [String]) {
    writeLine(name, parameters) { bytes in
      for (index, part) in parts.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ";")) }
        ContentText.append(part, to: &bytes)
      }
    }
  }

  private mutating func writeLine(_ name: String, _ parameters: [Parameter], value: (inout [UInt8]) -> Void) {
    let start = bytes.count
    bytes.append(contentsOf: name.utf8)
    for parameter in parameters {
      bytes.append(UInt8(ascii: ";"))
      bytes.append(contentsOf: parameter.name.utf8)
      bytes.append(UInt8(ascii: "="))
      ParameterText.append(parameter.value, to: &bytes)
    }
    bytes.append(UInt8(ascii: ":"))
    value(&bytes)
    LineFolding.endLine(from: start, in: &bytes)
  }
}
