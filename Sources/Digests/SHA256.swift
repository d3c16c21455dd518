/// SHA-256 (FIPS 180-4), taken in piece by piece.
public struct SHA256: Sendable {
  /// The bytes of a digest.
  public static let size = 32

  private var state = Self.initialState
  /// What does not fill a block yet, at its beginning. In line, so that a digest of a short message allocates nothing.
  private var rest = InlineArray<64, UInt8>(repeating: 0)
  private var count: UInt64 = 0

  public init() {}

  /// The 32 bytes of a message's digest.
  public static func digest(of message: [UInt8]) -> [UInt8] {
    var digest = SHA256()
    digest.update(message)
    return digest.finish()
  }

  /// Takes in the next bytes of the message.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Takes in the next bytes of the message.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let kept = Int(count % UInt64(Self.block))
    count += UInt64(bytes.count)
    var start = 0
    if kept > 0 {
      start = min(Self.block - kept, bytes.count)
      for index in 0..<start { rest[kept + index] = bytes[index] }
      guard kept + start == Self.block else { return }
      compressRest()
    }
    while start + Self.block <= bytes.count {
      compress(bytes, from: start)
      start += Self.block
    }
    for index in start..<bytes.count { rest[index - start] = bytes[index] }
  }

  /// The digest of all that was taken in: a one bit, zeros, and the length in bits end the message (§5.1.1).
  public consuming func finish() -> [UInt8] {
    let kept = Int(count % UInt64(Self.block))
    rest[kept] = 0x80
    for index in kept + 1..<Self.block { rest[index] = 0 }
    if kept + 9 > Self.block {
      compressRest()
      rest = InlineArray(repeating: 0)
    }
    let length = count * 8
    for index in 0..<8 { rest[Self.block - 1 - index] = UInt8(truncatingIfNeeded: length >> UInt64(8 * index)) }
    compressRest()
    return [UInt8](unsafeUninitializedCapacity: Self.size) { digest, filled in
      for index in 0..<Self.size {
        digest[index] = UInt8(truncatingIfNeeded: state[index / 4] >> UInt32(24 - 8 * (index % 4)))
      }
      filled = Self.size
    }
  }

  /// Bytes in hexadecimal digits, lower case.
  public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
      text.append(Self.digit(byte >> 4))
      text.append(Self.digit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  // MARK: - One block

  static let block = 64

  private mutating func compressRest() {
    let block = rest
    block.span.withUnsafeBytes { compress($0, from: 0) }
  }

  /// One block's 64 rounds (§6.2.2).
  private mutating func compress(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      Self.fill(schedule, from: bytes, at: start)
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      for round in 0..<64 {
        let sum1 = Self.rotated(e, 6) ^ Self.rotated(e, 11) ^ Self.rotated(e, 25)
        let forward = h &+ sum1 &+ ((e & f) ^ (~e & g)) &+ Self.roundConstants[round] &+ schedule[round]
        let sum0 = Self.rotated(a, 2) ^ Self.rotated(a, 13) ^ Self.rotated(a, 22)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        (h, g, f, e) = (g, f, e, d &+ forward)
        (d, c, b, a) = (c, b, a, forward &+ sum0 &+ majority)
      }
      state &+= SIMD8(a, b, c, d, e, f, g, h)
    }
  }

  /// The block's 16 words and the 48 that are made from them.
  private static func fill(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, from bytes: UnsafeRawBufferPointer, at start: Int
  ) {
    for index in 0..<16 {
      schedule[index] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
    }
    for index in 16..<64 {
      let (early, late) = (schedule[index - 15], schedule[index - 2])
      let mix0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
      let mix1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
      schedule[index] = schedule[index - 16] &+ mix0 &+ schedule[index - 7] &+ mix1
    }
  }

  private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { (word >> bits) | (word << (32 - bits)) }

  /// The first 32 bits behind the point of the square roots of the first 8 primes.
  private static let initialState = SIMD8<UInt32>(
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19)

  /// The first 32 bits behind the point of the cube roots of the first 64 primes.
  private static let roundConstants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}
