/// Writes JSON by hand for the few small documents that pages carry; the keys' order is the caller's.
///
/// `JSONEncoder` costs some 40 µs for a person's eight fields, more than the rest of the profile page together.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// A value as text.
  indirect enum Value {
    case text(String)
    case list([Value])
    case object([(key: String, value: Value?)])
  }

  /// The document.
  static func bytes(of value: Value) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    return writer.bytes
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .text(let text): write(text)
    case .list(let values): writeAll(values, "[", "]") { writer, value in writer.write(value) }
    case .object(let fields):
      writeAll(fields.compactMap { field in field.value.map { (field.key, $0) } }, "{", "}") { writer, field in
        writer.write(field.0)
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

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
