@_spi(_Unicode) import Swift

/// Makes readable names for URLs and ids out of words in any script.
public enum SlugText {
  /// The most bytes that a slug has: a file's name may have 255, and others may add to it.
  public static let byteLimit = 120

  /// `text` as a slug: its letters, digits and combining marks in lower case, words joined by `-`.
  ///
  /// Letters stay as they are in every script and are composed (Unicode NFC); apostrophes and invisible characters are
  /// left out; everything else separates words. `Élan & Co.’s Plan` is `élan-cos-plan`.
  /// - Returns: an empty string when no letter or digit is in it.
  public static func slug(_ text: String) -> String {
    let whole = text.utf8.allSatisfy { $0 < 0x80 } ? asciiSlug(text) : unicodeSlug(text)
    return whole.utf8.count <= byteLimit ? whole : shortened(whole)
  }

  private static func asciiSlug(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var hasGap = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if hasGap, !output.isEmpty { output.append(UInt8(ascii: "-")) }
        hasGap = false
        output.append(byte < UInt8(ascii: "A") ? byte : byte | 0x20)
      case UInt8(ascii: "'"): continue
      default: hasGap = true
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func unicodeSlug(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var hasGap = false
    for scalar in text.lowercased().composed {
      switch Part(scalar) {
      case .letter:
        if hasGap, !output.isEmpty { output.append("-") }
        hasGap = false
        output.append(scalar)
      case .mark:
        if !hasGap, !output.isEmpty { output.append(scalar) }
      case .nothing: continue
      case .gap: hasGap = true
      }
    }
    return String(output)
  }

  /// Cut before the word that passes the limit; a single long word is cut between characters.
  private static func shortened(_ slug: String) -> String {
    var cut = slug[...]
    while cut.utf8.count > byteLimit { cut.removeLast() }
    if let hyphen = cut.lastIndex(of: "-"), slug[cut.endIndex] != "-" { cut = cut[..<hyphen] }
    return String(cut)
  }
}

extension String {
  /// The scalars in Unicode's composed form (NFC), so that `é` is one letter whichever keyboard wrote it.
  fileprivate var composed: some Sequence<Unicode.Scalar> { _nfc }
}

// MARK: - Parts

/// What a scalar is to a slug.
private enum Part {
  case letter, mark, nothing, gap

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "'", "’", "‘", "ʹ", "`", "´", "·", "׳", "״":
      self = .nothing
    default:
      self = Part(scalar.properties)
    }
  }

  private init(_ properties: Unicode.Scalar.Properties) {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      self = .letter
    case .nonspacingMark, .spacingMark:
      self = properties.isVariationSelector ? .nothing : .mark
    case .enclosingMark, .format, .surrogate, .privateUse, .unassigned:
      self = .nothing
    default:
      self = .gap
    }
  }
}
