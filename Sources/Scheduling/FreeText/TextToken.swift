/// A piece of a text about hours.
enum TextToken: Hashable {
  /// Letters, in lower case.
  case word(String)
  /// A number that may be a time.
  case time(TextTime)
  /// `24th`.
  case ordinal(Int)
  /// `2026-12-24`.
  case date(CivilDate)
  /// A name of the tz database, as it is written there.
  case zone(String)
  case dash, comma, and, slash
  /// The end of a sentence or a line.
  case stop
  /// Anything else.
  case other(String)

  /// Whether it only separates others.
  var isSign: Bool {
    switch self {
    case .dash, .comma, .and, .slash, .stop: true
    default: false
    }
  }

  /// As it may be quoted.
  var text: String {
    switch self {
    case .word(let word): word
    case .time(let time): time.text
    case .ordinal(let number): "\(number)th"
    case .date(let date): date.iso
    case .zone(let name): name
    case .dash: "-"
    case .comma: ","
    case .and: "and"
    case .slash: "/"
    case .stop: ";"
    case .other(let text): text
    }
  }
}

/// A time as it was typed.
struct TextTime: Hashable {
  var hour: Int
  var minute: Int?
  var half: WrittenTime.Half?
  /// Whether it can only be of a twenty-four-hour clock: `16`, `09:00`, `1600`.
  var isFullClock = false
  /// Whether it is midnight at a day's end.
  var isMidnight = false
  var text: String
}

extension TextToken {
  /// Cuts a text into pieces.
  static func tokens(_ text: String) -> [TextToken] {
    var cutter = TextCutter(text)
    var tokens: [TextToken] = []
    while let token = cutter.next() { tokens.append(token) }
    return tokens
  }
}

/// Cuts a text into tokens from left to right.
private struct TextCutter {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) {
    characters = Array(text)
  }

  mutating func next() -> TextToken? {
    while index < characters.count, Self.skipped.contains(characters[index]) { index += 1 }
    guard index < characters.count else { return nil }
    let character = characters[index]
    if character.isNumber, character.isASCII { return number() }
    if character.isLetter { return word() }
    index += 1
    switch character {
    case "-", "–", "—", "‐", "‑", "−", "~", "→": return .dash
    case ",", "،": return .comma
    case "&", "+": return .and
    case "/": return .slash
    case ".":
      if at(0) == "." {
        index += 1
        return .dash
      }
      return .stop
    case ";", "|", "\n", "\r", "\r\n", "•", "·", "!": return .stop
    default: return .other(String(character))
    }
  }

  private static let skipped: Set<Character> = [
    " ", "\t", "\u{A0}", "\u{202F}", "(", ")", "[", "]", ":", "\"", "'", "’", "@", "*",
  ]

  private func at(_ offset: Int) -> Character? {
    index + offset < characters.count ? characters[index + offset] : nil
  }

  // MARK: - Words

  private mutating func word() -> TextToken? {
    let start = index
    while let character = at(0), character.isLetter || character == "’" || character == "'" { index += 1 }
    var word = String(characters[start..<index].filter(\.isLetter)).lowercased()
    if Self.continents.contains(word), at(0) == "/" {
      while let character = at(0), character.isLetter || "/_-+".contains(character) || character.isNumber { index += 1 }
      return .zone(String(characters[start..<index]))
    }
    // The full stop of an abbreviation ends no sentence.
    if at(0) == ".", at(1) != ".", word.count <= 5,
      Weekday(word) != nil || TextMonths.number(word) != nil || word.count == 1
    {
      index += 1
    }
    if word == "a" || word == "p", at(0) == "m" || at(0) == "M" {
      index += 1
      if at(0) == "." { index += 1 }
      word += "m"
    }
    switch word {
    case "and", "plus": return .and
    case "to", "until", "till", "til", "through", "thru": return .dash
    case "noon", "midday": return .time(TextTime(hour: 12, minute: 0, half: .afternoon, text: word))
    case "midnight": return .time(TextTime(hour: 24, minute: 0, isFullClock: true, isMidnight: true, text: word))
    default: return .word(word)
    }
  }

  private static let continents: Set<String> = [
    "africa", "america", "antarctica", "asia", "atlantic", "australia", "europe", "indian", "pacific", "etc",
  ]

  // MARK: - Numbers

  private mutating func number() -> TextToken {
    let start = index
    if let date = CivilDate(String(characters[index..<min(index + 10, characters.count)])), at(10)?.isNumber != true {
      index += 10
      return .date(date)
    }
    let digits = readDigits()
    if let ordinal = readOrdinal(digits) { return .ordinal(ordinal) }
    var time = TextTime(hour: Int(digits) ?? .max, minute: nil, text: "")
    if digits.count == 3 || digits.count == 4, let value = Int(digits) {
      (time.hour, time.minute) = (value / 100, value % 100)
      time.isFullClock = digits.count == 4
    } else if let separator = at(0), ":.hH".contains(separator), at(1)?.isNumber == true, at(2)?.isNumber == true,
      at(3)?.isNumber != true
    {
      index += 1
      time.minute = Int(readDigits())
      if separator == "h" || separator == "H" { time.isFullClock = true }
      // A spreadsheet exports 16:00 as 16:00:00.
      if at(0) == ":", at(1) == "0", at(2) == "0" { index += 3 }
    } else if at(0) == "h" || at(0) == "H", at(1)?.isLetter != true {
      index += 1
      time.isFullClock = true
    }
    time.half = readHalf()
    if time.half == nil, time.hour >= 13 || digits.hasPrefix("0") { time.isFullClock = true }
    time.text = String(characters[start..<index])
    guard digits.count <= 4 else { return .other(time.text) }
    return .time(time)
  }

  private mutating func readDigits() -> String {
    let start = index
    while let character = at(0), character.isNumber, character.isASCII { index += 1 }
    return String(characters[start..<index])
  }

  private mutating func readOrdinal(_ digits: String) -> Int? {
    guard let first = at(0), let second = at(1), at(2)?.isLetter != true,
      ["st", "nd", "rd", "th"].contains("\(first)\(second)".lowercased()), let number = Int(digits)
    else { return nil }
    index += 2
    return number
  }

  /// Reads `am`, `p.m.`, or the `p` of `4p`.
  private mutating func readHalf() -> WrittenTime.Half? {
    var offset = 0
    while let character = at(offset), character == " " || character == "\u{A0}" || character == "\u{202F}" {
      offset += 1
    }
    guard let letter = at(offset)?.lowercased(), letter == "a" || letter == "p" else { return nil }
    var end = offset + 1
    if at(end) == "." { end += 1 }
    if at(end)?.lowercased() == "m" {
      end += 1
      if at(end) == "." { end += 1 }
    } else if offset > 0 || end > 1 {
      return nil
    }
    if at(end)?.isLetter == true { return nil }
    index += end
    return letter == "a" ? .morning : .afternoon
  }
}
