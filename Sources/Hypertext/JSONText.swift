/// The pieces of JSON (RFC 8259) that are written where an encoder would be too slow: thousands of small values a build.
public enum JSONText {
  /// Appends a text as a JSON string.
  public static func append(_ text: String, to output: inout [UInt8]) {
    text.withLentUTF8 { append($0, to: &output) }
  }

  /// Appends UTF-8 as a JSON string.
  public static func append(_ text: [UInt8], to output: inout [UInt8]) {
    text.withUnsafeBufferPointer { append($0, to: &output) }
  }

  /// Appends an array of values.
  public static func append<Value>(
    array values: some Sequence<Value>, to output: inout [UInt8], _ append: (Value, inout [UInt8]) -> Void
  ) {
    output.append(UInt8(ascii: "["))
    var isFirst = true
    for value in values {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      append(value, &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var start = 0
    for index in 0..<text.count where needsEscape(text[index]) {
      output.append(contentsOf: text[start..<index])
      appendEscape(of: text[index], to: &output)
      start = index + 1
    }
    output.append(contentsOf: text[start...])
    output.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    guard byte < 0x20 else { return output.append(byte) }
    output.append(contentsOf: "u00".utf8)
    for digit in [byte >> 4, byte & 15] {
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
