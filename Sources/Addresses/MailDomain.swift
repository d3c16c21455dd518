/// A domain name of a mail address: as it is read, and as the domain name system knows it.
///
/// 1. The name is put in lower case and split at its dots, those of East Asian keyboards included.
/// 2. Letters and the marks on them are put together where one character says both, as macOS splits them.
/// 3. A label beyond ASCII is checked for what IDNA2008 allows (letters, marks, digits, hyphens) and becomes an
///    A-label. The mapping tables of UTS #46 are not here: what they would change beyond case is refused.
struct MailDomain {
  /// The name in lower case.
  let text: String
  /// The name with its labels beyond ASCII as A-labels.
  let ascii: String

  /// nil when it is no domain name of two labels or more.
  init?(_ written: String) {
    let labels = written.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: Self.isDot)
      .map { Self.composed(Self.lowerCased($0)) }
    let encoded = labels.compactMap(Self.ascii)
    guard labels.count >= 2, encoded.count == labels.count, let last = encoded.last,
      !last.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    text = labels.joined(separator: ".")
    ascii = encoded.joined(separator: ".")
    guard ascii.utf8.count <= 253 else { return nil }
  }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}"
  }

  /// A label as the domain name system has it; nil when it is none.
  private static func ascii(_ label: String) -> String? {
    guard !label.isEmpty, !label.hasPrefix("-"), !label.hasSuffix("-") else { return nil }
    var encoded = label
    if !label.utf8.allSatisfy({ $0 < 0x80 }) {
      let third = label.unicodeScalars.dropFirst(2).prefix(2)
      guard label.unicodeScalars.allSatisfy({ $0.isWordCharacter || $0 == "-" || allowedMarks.contains($0) }),
        let first = label.unicodeScalars.first, !first.properties.isCombining, !third.elementsEqual("--".unicodeScalars)
      else { return nil }
      encoded = "xn--" + Punycode.encoded(label)
    }
    let isPlain = encoded.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    return isPlain && encoded.utf8.count <= 63 ? encoded : nil
  }

  /// The middle dots of Catalan and Katakana, which are part of words.
  private static let allowedMarks: Set<Unicode.Scalar> = ["\u{B7}", "\u{30FB}"]

  private static func lowerCased(_ label: some Sequence<Unicode.Scalar>) -> String {
    label.reduce(into: "") { text, scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "-": text.unicodeScalars.append(scalar)
      default: text += scalar.properties.lowercaseMapping
      }
    }
  }

  /// The label with letters and marks put together, as IDNA demands.
  ///
  /// Swift compares texts by what they mean, so the character that says both is the one that equals the two.
  private static func composed(_ label: String) -> String {
    guard label.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) else { return label }
    return label.reduce(into: "") { composed, character in
      guard character.unicodeScalars.count > 1 else {
        composed.append(character)
        return
      }
      let single = composedLetters.lazy.joined().compactMap(Unicode.Scalar.init).first { Character($0) == character }
      composed.append(single.map(Character.init) ?? character)
    }
  }

  /// Where Unicode keeps the letters that have a mark: Latin, Greek and Cyrillic.
  private static let composedLetters: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF]
}

extension Unicode.Scalar.Properties {
  fileprivate var isCombining: Bool { generalCategory == .nonspacingMark || generalCategory == .spacingMark }
}
