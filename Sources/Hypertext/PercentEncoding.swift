/// Percent-encoding by RFC 3986 §2: the unreserved characters stay, every other UTF-8 byte becomes `%XX`.
///
/// One rule serves every URL that the pages carry. Space is `%20`, never `+`; the hexadecimal digits are upper case.
public enum PercentEncoding {
  /// Appends `text` encoded.
  public static func append(_ text: String, to output: inout [UInt8]) {
    text.withLentUTF8 { append($0, to: &output) }
  }

  /// Appends UTF-8 bytes encoded. Runs of unreserved bytes are copied whole.
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    append(bytes, to: &output, unless: isUnreserved)
  }

  /// Appends a path, each of its parts encoded.
  static func append(path: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    append(path, to: &output) { isUnreserved($0) || $0 == UInt8(ascii: "/") }
  }

  @inline(__always)
  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], unless stays: (UInt8) -> Bool
  ) {
    var start = 0
    for index in 0..<bytes.count where !stays(bytes[index]) {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      append(bytes[index], to: &output)
      start = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Appends UTF-8 bytes of any kind encoded.
  public static func append(_ bytes: some Sequence<UInt8>, to output: inout [UInt8]) {
    Array(bytes).withUnsafeBufferPointer { append($0, to: &output) }
  }

  /// Appends one byte as `%XX`.
  public static func append(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "%"))
    output.append(hexadecimalDigit(byte >> 4))
    output.append(hexadecimalDigit(byte & 15))
  }

  /// `text` encoded.
  public static func encoded(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count * 3 / 2)
    append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether RFC 3986 §2.3 calls the byte unreserved: `A–Z a–z 0–9 - . _ ~`.
  public static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default:
      false
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
