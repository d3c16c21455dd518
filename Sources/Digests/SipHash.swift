/// SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash of 64 bits for short messages, some twenty times as fast as
/// an HMAC. Who doesn't have the key can't tell what was hashed, nor find another message of the same hash.
///
/// It is a value: a copy that has taken in what many messages begin with saves taking it in again.
public struct SipHash: Sendable {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  /// The bytes that do not fill a word yet, the first in the lowest place.
  private var rest: UInt64 = 0
  private var count = 0

  /// - Parameter key: its first 16 bytes count; what is missing is zero.
  public init(key: [UInt8]) {
    let (low, high) = (Self.word(key.prefix(8)), Self.word(key.dropFirst(8).prefix(8)))
    v0 = low ^ 0x736F_6D65_7073_6575
    v1 = high ^ 0x646F_7261_6E64_6F6D
    v2 = low ^ 0x6C79_6765_6E65_7261
    v3 = high ^ 0x7465_6462_7974_6573
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Takes in a byte of the message.
  public mutating func update(_ byte: UInt8) {
    rest |= UInt64(byte) << UInt64(8 * (count & 7))
    count += 1
    if count & 7 == 0 {
      compress(rest)
      rest = 0
    }
  }

  /// Takes in the next bytes of the message.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
    if isDone == nil { for byte in bytes { update(byte) } }
  }

  /// Takes in the next bytes of the message.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    while start < bytes.count, count & 7 != 0 {
      update(bytes[start])
      start += 1
    }
    while start + 8 <= bytes.count {
      compress(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
      start += 8
      count += 8
    }
    while start < bytes.count {
      update(bytes[start])
      start += 1
    }
  }

  /// The hash of all that was taken in.
  public consuming func finish() -> UInt64 {
    compress(rest | UInt64(truncatingIfNeeded: count) << 56)
    v2 ^= 0xFF
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }

  private mutating func compress(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  private mutating func round() {
    v0 &+= v1
    v1 = Self.rotated(v1, 13) ^ v0
    v0 = Self.rotated(v0, 32)
    v2 &+= v3
    v3 = Self.rotated(v3, 16) ^ v2
    v0 &+= v3
    v3 = Self.rotated(v3, 21) ^ v0
    v2 &+= v1
    v1 = Self.rotated(v1, 17) ^ v2
    v2 = Self.rotated(v2, 32)
  }

  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { (word << bits) | (word >> (64 - bits)) }
}
