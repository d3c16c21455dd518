/// A mail address that can be written to: `local@domain`, checked.
public struct MailAddress: Hashable, Sendable {
  /// What stands before the `@`, quotation marks included where it has them.
  public let localPart: String
  /// The domain in lower case, its letters as written.
  public let domain: String
  /// The domain as mail servers know it: labels beyond ASCII as A-labels (`xn--…`).
  public let domainASCII: String

  /// An address as a person wrote it; spaces around it don't count.
  ///
  /// The local part is what RFC 5322 §3.2.3 calls a dot-atom, letters beyond ASCII included (RFC 6531), or a quoted
  /// string; the domain has two labels at least. Names, brackets and comments beside the address are refused, for a
  /// link has no place for them.
  /// - Returns: nil when it is no address, or longer than mail servers take (RFC 5321 §4.5.3.1).
  public init?(_ written: String) {
    let text = written.trimmingSpaces
    guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    let localPart = String(text[..<at])
    guard Self.isLocalPart(localPart), localPart.utf8.count <= 64,
      let domain = MailDomain(String(text[text.utf8.index(after: at)...])),
      localPart.utf8.count + 1 + domain.ascii.utf8.count <= 254
    else { return nil }
    self.localPart = localPart
    self.domain = domain.text
    domainASCII = domain.ascii
  }

  /// The address as a person reads it.
  public var text: String { "\(localPart)@\(domain)" }

  /// The address with its domain in ASCII, as programs want it.
  public var ascii: String { "\(localPart)@\(domainASCII)" }

  /// Whether the local part has a `+`, which a program that takes `%2B` for a space would lose.
  public var hasPlus: Bool { localPart.utf8.contains(UInt8(ascii: "+")) }
}

// MARK: - Local part

extension MailAddress {
  private static func isLocalPart(_ text: String) -> Bool {
    if text.utf8.first == UInt8(ascii: "\"") { return isQuotedString(text) }
    let atoms = text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
    return atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtomText) }
  }

  private static func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || atomMarks.contains(scalar)
    }
    return scalar.isWordCharacter
  }

  /// A quoted string of RFC 5321 §4.1.2: printable ASCII, `\` before a quotation mark or another `\`.
  private static func isQuotedString(_ text: String) -> Bool {
    guard text.utf8.count >= 3, text.utf8.last == UInt8(ascii: "\"") else { return false }
    var isEscaped = false
    for byte in text.utf8.dropFirst().dropLast() {
      guard (0x20...0x7E).contains(byte) else { return false }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        return false
      }
    }
    return !isEscaped
  }

  private static let atomMarks = Set("!#$%&'*+-/=?^_`{|}~".unicodeScalars)
}

extension Unicode.Scalar {
  /// Whether it is a letter, a mark on one, or a decimal digit, of any script.
  var isWordCharacter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber:
      true
    default: false
    }
  }
}
