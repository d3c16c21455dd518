import Digests

/// The key of the hashes that the state keeps in the place of values: who has the state alone can't find out by guessing
/// what anybody's field said.
public struct SyncKey: Sendable {
  private let digest: KeyedDigest
  /// For the many hashes of values: a key of its own, made of this one. So is the next.
  private let values: SipHash
  /// For the seals of states, which have many megabytes.
  private let seals: SipHash
  /// Tells whether a state was made with this key.
  public let check: String

  /// A key of any length.
  public init(_ key: [UInt8]) {
    digest = KeyedDigest(key: key)
    check = SHA256.hexadecimal(digest.digest(of: Array("mentorbook sync key 2".utf8)).prefix(8))
    values = SipHash(key: digest.digest(of: Array("mentorbook sync values".utf8)))
    seals = SipHash(key: digest.digest(of: Array("mentorbook sync seals".utf8)))
  }

  /// The hash that stands for a person's id.
  func person(_ id: String) -> PersonID { PersonID(digest.digest(of: Array(("id\0" + id).utf8))) }

  /// The hash of one field's value. A person's own id is in it, so that equal values of two people don't show.
  func field(_ path: String, of person: PersonID, _ value: CanonicalValue) -> UInt64 {
    var hash = values
    person.feed(&hash)
    hash.update(path.utf8)
    value.feed(&hash)
    return hash.finish()
  }

  /// What hashes all that a roster says about a person, once it has taken it in.
  func record() -> SipHash { values }

  /// What stands for the SHA-256 digest of a roster, or of its beginning: a roster's public part is known, and the rest of
  /// a row is soon guessed.
  func input(_ sha256: [UInt8]) -> [UInt8] { digest.digest(of: Array("input\0".utf8) + sha256) }

  /// What stands for the place of a source: an address or a command may have a secret in it.
  func place(_ text: String) -> [UInt8] { digest.digest(of: Array(("place\0" + text).utf8)) }

  /// What stands at the end of a state, so that one that was cut, mended by hand or merged is known.
  func seal(_ bytes: ArraySlice<UInt8>) -> String {
    var hash = seals
    bytes.withUnsafeBytes { hash.update($0) }
    return String(hash.finish(), radix: 16)
  }
}

/// What stands for a person in the state: a keyed hash of the university's id.
struct PersonID: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  init(_ digest: [UInt8]) {
    high = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = digest.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Reads the 32 digits that the state writes.
  init?(hexadecimal text: Span<UInt8>) {
    guard text.count == 32, let high = StateNumber.hexadecimal(text.extracting(..<16)),
      let low = StateNumber.hexadecimal(text.extracting(16...))
    else { return nil }
    (self.high, self.low) = (high, low)
  }

  func feed(_ hash: inout SipHash) {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { hash.update($0) }
  }

  var bytes: [UInt8] {
    [high, low].flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) } }
  }

  /// 32 digits.
  var hexadecimal: String { SHA256.hexadecimal(bytes) }

  /// What reports call somebody whose id is not known any more: `~1f2e3d4c`.
  var short: String { "~" + hexadecimal.prefix(8) }
}

extension PersonID: Comparable {
  static func < (left: PersonID, right: PersonID) -> Bool { (left.high, left.low) < (right.high, right.low) }
}
