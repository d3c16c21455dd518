@_spi(_Unicode) import Swift

/// Brings the ways to write a text to one, for search: docs/search-format.md, "From text to words".
///
/// `Łukasz`, `ŁUKASZ` and `lukasz` are `lukasz`; `Straße` is `strasse`; marks that writers leave out are left out in every
/// script (Arabic and Hebrew vowels, Greek accents), marks that make another letter stay (が is not か). The scripts in
/// the browser do the same to what a visitor types.
public enum SearchFolding {
  /// `text` folded: compatibility decomposition, without optional marks, in lower case, composed.
  public static func folded(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? asciiFolded(text) : unicodeFolded(text)
  }

  private static func asciiFolded(_ text: String) -> String {
    String(
      decoding: text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func unicodeFolded(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text._nfd {
      if let meaning = CompatibilityDecomposition.of(scalar) {
        for part in meaning { append(part, to: &output) }
      } else {
        append(scalar, to: &output)
      }
    }
    // Composing puts marks into their order first, also those that the table brought.
    var composed = String.UnicodeScalarView()
    composed.append(contentsOf: String(output)._nfc)
    return String(composed)
  }

  private static func append(_ scalar: Unicode.Scalar, to output: inout String.UnicodeScalarView) {
    if scalar.isASCII {
      output.append(("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      return
    }
    if isOptional(scalar) { return }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if let letters = letters[lower] {
        output.append(contentsOf: letters.unicodeScalars)
      } else {
        output.append(lower)
      }
    }
  }

  /// Letters that have no decomposition, and what people without their keyboard type.
  private static let letters: [Unicode.Scalar: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n", "ĸ": "k", "ə": "e", "ß": "ss",
    "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ",
  ]

  /// Whether a scalar is a mark that writers leave out: accents, vowel points, signs of recitation, and the selectors
  /// of a character's shape.
  private static func isOptional(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x610...0x61A,
      0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED, 0x1AB0...0x1AFF,
      0x1DC0...0x1DFF, 0x20D0...0x20F0, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xE0100...0xE01EF:
      true
    default:
      false
    }
  }
}
