/// A 64-bit digest of bytes: whether a page changed since the last build, and the name of an asset.
///
/// Not cryptographic: nobody gains by making two of their own pages collide. Eight bytes at a time through a
/// 128-bit multiplication, so a page costs about a microsecond.
struct ContentHash: Hashable, Sendable {
  let value: UInt64

  init(value: UInt64) {
    self.value = value
  }

  init(_ bytes: [UInt8]) {
    value = bytes.withUnsafeBytes(Self.digest)
  }

  /// Sixteen hexadecimal digits.
  var hexadecimal: String {
    var digits: [UInt8] = []
    append(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Appends the sixteen digits.
  func append(to output: inout [UInt8]) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let digit = UInt8(value >> shift & 15)
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      state = mixed(state ^ word, 0xA076_1D64_78BD_642F)
      offset += 8
    }
    var rest: UInt64 = 0
    for index in offset..<bytes.count { rest = rest << 8 | UInt64(bytes[index]) }
    return mixed(mixed(state ^ rest, 0xE703_7ED1_A0B4_28DB), 0x8EBC_6AF0_9C88_C6E3)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64, _ factor: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    return product.high ^ product.low ^ value.byteSwapped
  }
}
