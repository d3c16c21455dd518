/// A 64-bit digest of bytes: whether a page changed since the last build, and the name of an asset.
///
/// Not cryptographic: nobody gains by making two of their own pages collide. Eight bytes at a time through a
/// 128-bit multiplication.
struct ContentHash: Hashable, Sendable {
  let value: UInt64

  init(value: UInt64) {
    self.value = value
  }

  /// The digest that names an asset: other digests would give all assets new addresses.
  init(_ bytes: [UInt8]) {
    value = bytes.withUnsafeBytes { Self.digest($0, from: 0, Self.seed ^ UInt64($0.count)) }
  }

  /// The digest by which the next build knows a file again. All that is written goes through it, so it takes four words
  /// at a time, which don't wait for each other: a page costs half a microsecond.
  init(ofFile bytes: [UInt8]) {
    value = bytes.withUnsafeBytes(Self.stripedDigest)
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

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let factor: UInt64 = 0xA076_1D64_78BD_642F

  private static func stripedDigest(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (first, second, third, fourth) = (seed, seed &+ 1, seed &+ 2, seed &+ 3)
    var offset = 0
    while offset + 32 <= bytes.count {
      first = mixed(first ^ word(of: bytes, at: offset), factor)
      second = mixed(second ^ word(of: bytes, at: offset + 8), factor)
      third = mixed(third ^ word(of: bytes, at: offset + 16), factor)
      fourth = mixed(fourth ^ word(of: bytes, at: offset + 24), factor)
      offset += 32
    }
    let state = [second, third, fourth].reduce(first) { mixed($0 ^ $1, factor) }
    return digest(bytes, from: offset, state ^ UInt64(bytes.count))
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer, from start: Int, _ initial: UInt64) -> UInt64 {
    var state = initial
    var offset = start
    while offset + 8 <= bytes.count {
      state = mixed(state ^ word(of: bytes, at: offset), factor)
      offset += 8
    }
    var rest: UInt64 = 0
    for index in offset..<bytes.count { rest = rest << 8 | UInt64(bytes[index]) }
    return mixed(mixed(state ^ rest, 0xE703_7ED1_A0B4_28DB), 0x8EBC_6AF0_9C88_C6E3)
  }

  @inline(__always)
  private static func word(of bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func mixed(_ value: UInt64, _ factor: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    return product.high ^ product.low ^ value.byteSwapped
  }
}
