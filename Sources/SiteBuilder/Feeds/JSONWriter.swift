import Hypertext

/// Writes JSON by hand for the few small documents that pages carry; the keys' order is the caller's.
///
/// `JSONEncoder` costs some 40 µs for a person's eight fields, more than the rest of the profile page together.
enum JSONWriter {
  /// A value as text.
  enum Value {
    case text(String)
    case number(Int)
    case list([Value])
    case object([(key: String, value: Value?)])
    /// JSON as it is.
    case raw([UInt8])
  }

  /// The document.
  static func bytes(of value: Value) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1_024)
    append(value, to: &bytes)
    return bytes
  }

  private static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .text(let text): JSONText.append(text, to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .raw(let json): bytes += json
    case .list(let values): JSONText.append(array: values, to: &bytes) { append($0, to: &$1) }
    case .object(let fields): append(fields, to: &bytes)
    }
  }

  /// Fields without a value are left out.
  private static func append(_ fields: [(key: String, value: Value?)], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for (key, value) in fields {
      guard let value else { continue }
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      JSONText.append(key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
