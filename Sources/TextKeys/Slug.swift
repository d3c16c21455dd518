/// A name for use in a URL: lower case, words joined by hyphens, readable in every script.
public enum Slug {
  /// The slug of a text.
  ///
  /// Latin letters lose their marks (`São Paulo` → `sao-paulo`); letters, marks and digits of other scripts stay
  /// (`東京`, `Москва` → `москва`). `C++` and `C#` differ: a `+` or `#` behind a letter is `plus`, `sharp`. All
  /// else separates words. A text without any letter or digit has no slug: the result is empty.
  public static func of(_ text: String) -> String {
    var slug = ""
    var isBetweenWords = false
    var followsLatin = false
    for scalar in text.unicodeScalars {
      if LatinFolding.isCombiningMark(scalar) {
        if !followsLatin && !slug.isEmpty && !isBetweenWords { slug.unicodeScalars.append(scalar) }
        continue
      }
      let (piece, isSeparate) = piece(for: scalar, behindWord: !slug.isEmpty && !isBetweenWords)
      guard let piece else {
        // An apostrophe is inside its word: O'Brien is obrien, not o-brien.
        if !apostrophes.contains(scalar) { isBetweenWords = true }
        continue
      }
      if (isBetweenWords || isSeparate) && !slug.isEmpty { slug += "-" }
      slug += piece
      isBetweenWords = isSeparate
      followsLatin = scalar.isASCII || LatinFolding.folded(scalar) != nil
    }
    return slug
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{02BC}", "\u{02BB}"]

  private static func piece(
    for scalar: Unicode.Scalar, behindWord: Bool
  ) -> (text: String?, isSeparate: Bool) {
    switch scalar {
    case "a"..."z", "0"..."9": return (String(scalar), false)
    case "A"..."Z": return (scalar.properties.lowercaseMapping, false)
    case "+": return (behindWord ? "plus" : nil, behindWord)
    case "#": return (behindWord ? "sharp" : nil, behindWord)
    default: break
    }
    if scalar.isASCII { return (nil, false) }
    if let folded = LatinFolding.folded(scalar) { return (folded, false) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber,
      .nonspacingMark, .spacingMark:
      let lower = scalar.properties.lowercaseMapping
      // The lower case may be Latin where the letter itself lies elsewhere: the sign Å (U+212B) is å, and so a.
      guard let only = lower.unicodeScalars.first, lower.unicodeScalars.count == 1 else { return (lower, false) }
      return (LatinFolding.folded(only) ?? lower, false)
    case .modifierLetter:
      return (apostrophes.contains(scalar) ? nil : scalar.properties.lowercaseMapping, false)
    default:
      return (nil, false)
    }
  }
}
