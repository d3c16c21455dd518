/// Cuts a text into the words by which it is found: docs/search-format.md, "From text to words".
public enum SearchWords {
  /// The words of `text` that the index has, in their order; in scripts without spaces, pairs of neighbours and the last
  /// character.
  public static func indexed(_ text: String) -> [String] {
    pieces(of: text).flatMap { piece in
      piece.isRun ? pairs(of: piece.scalars) + piece.scalars.suffix(1).map { String($0) } : [piece.word]
    }
  }

  /// The words that somebody who types `text` looks for, in their order; in scripts without spaces, pairs of neighbours.
  public static func queried(_ text: String) -> [String] {
    pieces(of: text).flatMap { piece in
      piece.isRun && piece.scalars.count > 1 ? pairs(of: piece.scalars) : [piece.word]
    }
  }

  /// `text` as it is written where `ä ö ü å ø` can't be typed: with `ae oe ue aa oe`; nil where it has none of them.
  public static func spelledOut(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var isChanged = false
    // By characters, so that a letter and the mark behind it are one, too.
    let spelled = text.map { (character: Character) in
      guard let letters = umlauts[character] else { return String(character) }
      isChanged = true
      return letters
    }
    return isChanged ? spelled.joined() : nil
  }

  private static let umlauts: [Character: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "ae", "Ö": "oe", "Ü": "ue", "Å": "aa", "Ø": "oe",
  ]

  private static func pairs(of run: [Unicode.Scalar]) -> [String] {
    zip(run, run.dropFirst()).map { first, second in
      var pair = String(first)
      pair.unicodeScalars.append(second)
      return pair
    }
  }
}

// MARK: - Cutting

extension SearchWords {
  /// The most characters that a word has.
  public static let longest = 40

  /// A word, or a run of characters of a script without spaces.
  private struct Piece {
    var scalars: [Unicode.Scalar]
    let isRun: Bool
    /// Whether a sign may follow: only letters and marks so far, and signs, at most two.
    var takesSigns: Bool
    var signs = 0

    var word: String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars.prefix(SearchWords.longest))
      return String(view)
    }
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var open: Piece?
    func close() {
      if let piece = open { pieces.append(piece) }
      open = nil
    }
    for scalar in SearchFolding.folded(text).unicodeScalars {
      let part = Part(scalar)
      switch part {
      case .apostrophe:
        continue
      case .sign where open?.takesSigns == true && open?.signs ?? 2 < 2:
        open?.scalars.append(scalar)
        open?.signs += 1
      case .letter(let isRun), .number(let isRun), .mark(let isRun):
        if open?.isRun != isRun || open?.signs ?? 0 > 0 { close() }
        if open == nil {
          if case .mark = part { continue }
          open = Piece(scalars: [], isRun: isRun, takesSigns: !isRun)
        }
        open?.scalars.append(scalar)
        if case .number = part { open?.takesSigns = false }
      case .sign, .gap:
        close()
      }
    }
    close()
    return pieces
  }
}

/// What a folded scalar is to a word.
private enum Part {
  case letter(isRun: Bool), mark(isRun: Bool), number(isRun: Bool), apostrophe, sign, gap

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z": self = .letter(isRun: false)
    case "0"..."9": self = .number(isRun: false)
    case "'", "\u{2019}", "\u{02BC}", "\u{02BB}": self = .apostrophe
    case "+", "#": self = .sign
    case "\0"..."\u{7F}": self = .gap
    default: self = Part(beyondASCII: scalar)
    }
  }

  private init(beyondASCII scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      self = .letter(isRun: scalar.standsWithoutSpaces)
    case .nonspacingMark, .spacingMark, .enclosingMark:
      self = .mark(isRun: scalar.standsWithoutSpaces)
    case .decimalNumber, .letterNumber, .otherNumber:
      self = .number(isRun: scalar.standsWithoutSpaces)
    default:
      self = .gap
    }
  }
}

extension Unicode.Scalar {
  /// Whether texts in its script have no spaces between words, or parts of names are looked for in it: Thai, Lao,
  /// Burmese, Khmer, kana, Han, Hangul.
  fileprivate var standsWithoutSpaces: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default:
      false
    }
  }
}
