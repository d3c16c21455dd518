/// A key whose byte order is the order in which readers of a language expect names.
///
/// The C library's collation depends on the locales that a machine happens to have, so the same site would be sorted
/// differently on two machines. This one depends on nothing: letters first by base letter (marks and case ignored),
/// then by the text itself; scripts in the order of the Unicode root collation (Latin, Greek, Cyrillic, …, Han);
/// the letters that a language puts in places of their own (Swedish å ä ö after z, Spanish ñ after n) by its table.
public struct CollationKey: Hashable, Comparable, Sendable {
  private let bytes: [UInt8]

  /// The key of `text` among texts of the same locale.
  public init(_ text: String, locale: CollationLocale) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 4)
    for scalar in text.unicodeScalars { Self.append(scalar, locale: locale, to: &bytes) }
    // A level of its own behind the base letters: shorter texts first, then marks and case by code point.
    bytes.append(0)
    bytes.append(contentsOf: text.utf8)
    self.bytes = bytes
  }

  private static func append(_ scalar: Unicode.Scalar, locale: CollationLocale, to bytes: inout [UInt8]) {
    if let place = locale.places[scalar] {
      bytes.append(contentsOf: [2, place.letter, place.rank])
    } else if scalar.isASCII {
      switch scalar {
      case "a"..."z": bytes.append(contentsOf: [2, UInt8(ascii: scalar), 0])
      case "A"..."Z": bytes.append(contentsOf: [2, UInt8(ascii: scalar) + 32, 0])
      case "0"..."9": bytes.append(contentsOf: [1, UInt8(ascii: scalar)])
      case " ", "-": bytes.append(1)
      default: break
      }
    } else if let folded = LatinFolding.folded(scalar) {
      for letter in folded.utf8 { bytes.append(contentsOf: [2, letter, 0]) }
    } else if !LatinFolding.isCombiningMark(scalar), scalar.properties.isAlphabetic {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        let value = lower.value
        bytes.append(contentsOf: [3, UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)])
      }
    }
  }

  public static func < (left: CollationKey, right: CollationKey) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// The letters that one language's alphabet holds apart.
public struct CollationLocale: Sendable {
  struct Place {
    let letter: UInt8
    let rank: UInt8
  }

  let places: [Unicode.Scalar: Place]

  /// The alphabet of a locale such as `sv` or `sv-SE`; a language without a table has the root order.
  public init(_ identifier: String) {
    let language = identifier.prefix { $0 != "-" && $0 != "_" }.lowercased()
    var places: [Unicode.Scalar: Place] = [:]
    for (base, letters) in Self.alphabets[language] ?? [] {
      for (index, pair) in letters.split(separator: " ").enumerated() {
        for scalar in pair.unicodeScalars {
          places[scalar] = Place(letter: base, rank: UInt8(index + 1))
        }
      }
    }
    self.places = places
  }

  /// Language → (base letter, the letters that follow it, each in both cases), after CLDR's tailorings.
  private static let alphabets: [String: [(UInt8, String)]] = {
    let z = UInt8(ascii: "z")
    let nordic: [(UInt8, String)] = [(z, "æÆäÄ øØöÖ åÅ")]
    func after(_ table: KeyValuePairs<Unicode.Scalar, String>) -> [(UInt8, String)] {
      table.map { (UInt8(ascii: $0.key), $0.value) }
    }
    return [
      "sv": [(z, "åÅ äÄæÆ öÖøØ")], "fi": [(z, "åÅ äÄæÆ öÖøØ")],
      "da": nordic, "nb": nordic, "nn": nordic, "no": nordic,
      "is": after(["a": "áÁ", "d": "ðÐ", "e": "éÉ", "i": "íÍ", "o": "óÓ", "u": "úÚ", "y": "ýÝ", "z": "þÞ æÆ öÖ åÅ"]),
      "es": after(["n": "ñÑ"]), "gl": after(["n": "ñÑ"]),
      "pl": after([
        "a": "ąĄ", "c": "ćĆ", "e": "ęĘ", "l": "łŁ", "n": "ńŃ", "o": "óÓ", "s": "śŚ", "z": "źŹ żŻ",
      ]),
      "cs": after(["c": "čČ", "r": "řŘ", "s": "šŠ", "z": "žŽ"]),
      "sk": after(["a": "äÄ", "c": "čČ", "o": "ôÔ", "s": "šŠ", "z": "žŽ"]),
      "sl": after(["c": "čČ", "s": "šŠ", "z": "žŽ"]), "hr": after(["c": "čČ ćĆ", "d": "đĐ", "s": "šŠ", "z": "žŽ"]),
      "hu": after(["o": "öÖ őŐ", "u": "üÜ űŰ"]), "ro": after(["a": "ăĂ âÂ", "i": "îÎ", "s": "șȘşŞ", "t": "țȚţŢ"]),
      "tr": after(["c": "çÇ", "g": "ğĞ", "h": "ıI", "o": "öÖ", "s": "şŞ", "u": "üÜ"]),
      "et": after(["s": "šŠ", "z": "žŽ õÕ äÄ öÖ üÜ"]),
      "vi": after([
        "a": "ăĂ âÂ", "d": "đĐ", "e": "êÊ", "o": "ôÔ ơƠ", "u": "ưƯ",
      ]),
    ]
  }()
}
