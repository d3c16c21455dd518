import Hypertext

/// Writes JSON by hand for the few small documents that pages carry; the keys' order is the caller's.
///
/// `JSONEncoder` costs some 40 µs for a person's eight fields, more than the rest of the profile page together.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// A value as text.
  indirect enum Value {
    case text(String)
    case number(Int)
    case list([Value])
    case object([(key: String, value: Value?)])
    /// JSON as it is.
    case raw([UInt8])
  }

  /// The document.
  static func bytes(of value: Value) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    return writer.bytes
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .text(let text): JSONText.append(text, to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .raw(let json): bytes += json
    case .list(let values): writeAll(values, "[", "]") { writer, value in writer.write(value) }
    case .object(let fields):
      writeAll(fields.compactMap { field in field.value.map { (field.key, $0) } }, "{", "}") { writer, field in
        JSONText.append(field.0, to: &writer.bytes)
        writer.bytes.append(UInt8(ascii: ":"))
        writer.write(field.1)
      }
    }
  }

  private mutating func writeAll<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      body(&self, item)
    }
    bytes.append(UInt8(ascii: close))
  }
}
