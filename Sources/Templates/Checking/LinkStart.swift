import Hypertext

/// What is known about the beginning of a URL in an attribute, and so whether something that follows could still make
/// it one of `javascript:`.
enum LinkStart: Hashable {
  /// Nothing has been written yet.
  case empty
  /// Literal text that may still turn out to be a scheme.
  case undecided([UInt8])
  /// The scheme is settled and safe, or the URL is relative.
  case safe
  /// Empty after some branches, safe after others.
  case emptyOrSafe
  /// After a literal scheme that a page may not have.
  case unsafe
  /// Some branches left it undecided.
  case mixed

  /// Goes on with a byte of literal text; false when it completes a scheme that a page may not have.
  mutating func read(_ byte: UInt8) -> Bool {
    switch self {
    case .safe, .unsafe, .mixed:
      return true
    case .empty, .emptyOrSafe:
      guard !byte.isTemplateSpace else { return true }
      return read(byte, behind: [])
    case .undecided(let scheme):
      return read(byte, behind: scheme)
    }
  }

  private mutating func read(_ byte: UInt8, behind scheme: [UInt8]) -> Bool {
    let isInReference = scheme.contains(UInt8(ascii: "&"))
    switch byte {
    case UInt8(ascii: "#") where isInReference:
      self = .undecided(scheme + [byte])
    case UInt8(ascii: ";") where isInReference:
      // A character reference may spell anything.
      self = .unsafe
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
      self = .safe
    case UInt8(ascii: ":"):
      let name = String(decoding: scheme, as: UTF8.self).lowercased()
      self = SafeURL.schemes.contains(name) ? .safe : .unsafe
    default:
      self = .undecided(scheme + [byte])
    }
    return self != .unsafe
  }

  /// What is known where two branches meet.
  func joined(with other: LinkStart) -> LinkStart {
    if self == other { return self }
    let isPlain = [self, other].allSatisfy { $0 == .empty || $0 == .safe || $0 == .emptyOrSafe }
    return isPlain ? .emptyOrSafe : .mixed
  }
}
