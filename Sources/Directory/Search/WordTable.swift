/// Gives each distinct word a number, counted from 0 in the order in which they come.
///
/// A directory of 10,000 mentors has some two million words to number, so this is an open-addressing table over bytes:
/// most words are found by one look at a slot and one comparison of eight bytes.
struct WordTable: Sendable {
  /// The first eight bytes of each word as a number that sorts as they do; shorter words have zeros behind.
  private(set) var keys: [UInt64] = []
  /// The words behind each other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  /// The upper half of a word's hash, and its number plus one below; 0 where there is none.
  private var slots = [UInt64](repeating: 0, count: 1 << 10)

  /// How many words there are.
  var count: Int { keys.count }

  /// The bytes of a word.
  func withBytes<Result>(of word: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = word == 0 ? 0 : Int(ends[word - 1])
    let end = Int(ends[word])
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// The number of a word, and whether it is new.
  ///
  /// - Parameter lowering: whether to take ASCII letters in lower case. The word must be of letters and digits then.
  mutating func number(
    of word: UnsafeBufferPointer<UInt8>, lowering: Bool = false
  ) -> (number: Int, isNew: Bool) {
    // In ASCII, digits have this bit set, and letters only in lower case.
    let mask: UInt64 = lowering ? 0x2020_2020_2020_2020 : 0
    let key = Self.part(of: word, at: 0, mask: mask)
    let hash = Self.hash(of: word, key: key, mask: mask)
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = slots[slot]
      let number = Int(entry & 0xFFFF_FFFF) - 1
      if entry >> 32 == hash >> 32, keys[number] == key, isEqual(number, to: word, mask: mask) {
        return (number, false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(count + 1)
    keys.append(key)
    for byte in word { bytes.append(byte | UInt8(truncatingIfNeeded: mask)) }
    ends.append(Int32(bytes.count))
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  private func isEqual(_ number: Int, to word: UnsafeBufferPointer<UInt8>, mask: UInt64) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - start == word.count else { return false }
    var index = 8
    while index < word.count {
      if bytes[start + index] != word[index] | UInt8(truncatingIfNeeded: mask) { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 4)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }

  // MARK: - Eight bytes at a time

  /// Up to eight bytes, the first highest; zeros where the word has no more.
  @inline(__always)
  private static func part(of word: UnsafeBufferPointer<UInt8>, at offset: Int, mask: UInt64) -> UInt64 {
    let count = word.count - offset
    if count >= 8 {
      return UInt64(
        bigEndian: UnsafeRawBufferPointer(word).loadUnaligned(fromByteOffset: offset, as: UInt64.self)) | mask
    }
    var part: UInt64 = 0
    for index in offset..<word.count { part = part << 8 | UInt64(word[index]) }
    return count <= 0 ? 0 : (part << UInt64(64 - 8 * count)) | (mask << UInt64(64 - 8 * count))
  }

  @inline(__always)
  private static func hash(of word: UnsafeBufferPointer<UInt8>, key: UInt64, mask: UInt64) -> UInt64 {
    var hash = (key ^ UInt64(word.count)) &* 0x9E37_79B9_7F4A_7C15
    var offset = 8
    while offset < word.count {
      hash = (hash ^ hash >> 29 ^ part(of: word, at: offset, mask: mask)) &* 0xBF58_476D_1CE4_E5B9
      offset += 8
    }
    return (hash ^ hash >> 32) &* 0x94D0_49BB_1331_11EB
  }
}
