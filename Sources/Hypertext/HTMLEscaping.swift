/// Escaping of text for HTML, correct both between tags and inside quoted attribute values.
public enum HTMLEscaping {
  /// Appends `text` with `& < > " '` as character references.
  ///
  /// Runs of ordinary bytes are copied whole: a page is some five kilobytes of which few bytes need escaping.
  public static func append(_ text: String, to output: inout [UInt8]) {
    text.withLentUTF8 { append($0, to: &output) }
  }

  /// Appends UTF-8 bytes with `& < > " '` as character references.
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    for index in 0..<bytes.count {
      guard let reference = reference(for: bytes[index]) else { continue }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      reference.withUTF8Buffer { output.append(contentsOf: $0) }
      start = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// `text` with `& < > " '` as character references.
  public static func escaped(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 16)
    append(text, to: &output)
    return output
  }

  @inline(__always)
  private static func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
