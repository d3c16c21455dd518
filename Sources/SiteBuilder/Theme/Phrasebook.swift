import Scheduling

/// The words of one locale: what the generator itself has to say, and how dates and numbers are written.
///
/// It comes from the theme's `strings/LOCALE.yaml`, so a theme author translates a site without touching code. Phrases
/// with `{parameters}` are cut up once; filling one in is a few appends, for it happens several times a page.
struct Phrasebook: Sendable {
  /// The plain strings, which templates use as `{{strings.KEY}}`.
  let strings: [String: String]
  /// Whether the language is written from right to left.
  let isRightToLeft: Bool

  private let phrases: [String: Phrase]
  private let plurals: [String: [PluralCategory: Phrase]]
  /// The forms of plurals as they are written.
  let pluralTexts: [String: [PluralCategory: String]]
  private let lists: [String: [String]]
  private let rule: PluralRule
  private let usesTwelveHours: Bool

  /// The words of a locale.
  ///
  /// - Parameters:
  ///   - locale: the language, which decides the plural rule.
  ///   - strings: plain strings and phrases by key.
  ///   - plurals: phrases by key and category.
  ///   - lists: the names of months and weekdays.
  init(
    locale: String, strings: [String: String], plurals: [String: [PluralCategory: String]], lists: [String: [String]]
  ) {
    self.strings = strings
    self.lists = lists
    phrases = strings.mapValues(Phrase.init)
    pluralTexts = plurals
    self.plurals = plurals.mapValues { $0.mapValues(Phrase.init) }
    rule = PluralRule(locale: locale)
    isRightToLeft = strings["direction"] == "rtl"
    usesTwelveHours = strings["clock"] == "12"
  }

  // MARK: - Phrases

  /// A phrase as it is.
  subscript(key: PhraseKey) -> String { strings[key.rawValue] ?? key.rawValue }

  /// The word for something whose key is made from a field's or mode's name; nil when the theme has none.
  func word(_ key: String) -> String? { strings[key] }

  /// A phrase with its parameters filled in.
  func phrase(_ key: PhraseKey, _ values: KeyValuePairs<String, String>) -> String {
    phrases[key.rawValue]?.filled(values) ?? key.rawValue
  }

  /// A phrase in the form that a count asks for; `{n}` is the count.
  func plural(_ key: PhraseKey, _ count: Int) -> String {
    guard let forms = plurals[key.rawValue] else { return phrase(key, ["n": number(count)]) }
    let form = forms[rule.category(of: count)] ?? forms[.other]
    return form?.filled(["n": number(count)]) ?? number(count)
  }

  // MARK: - Numbers and dates

  /// A number with the language's separator between groups of three digits.
  func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    guard digits.count > 3, let separator = strings["group_separator"] else { return String(value) }
    var grouped = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { grouped += separator }
      grouped.append(digit)
    }
    return grouped
  }

  /// A day in full: 24 November 2026.
  func date(_ date: CivilDate) -> String {
    phrase(.dateFormat, ["day": String(date.day), "month": month(date), "year": String(date.year)])
  }

  /// A day of the coming weeks: Tuesday, 24 November.
  func weekdayDate(_ date: CivilDate) -> String {
    phrase(
      .weekdayDateFormat,
      ["weekday": weekday(date.weekday), "day": String(date.day), "month": month(date), "year": String(date.year)])
  }

  /// A time of day: 16:30 or 4:30 pm. 24:00, the end of a day, is midnight.
  func time(minutes: Int) -> String {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60)
    let padded = minute < 10 ? "0\(minute)" : String(minute)
    guard usesTwelveHours else { return (hour < 10 ? "0" : "") + "\(hour):\(padded)" }
    let half = strings[hour < 12 ? "am" : "pm"] ?? ""
    return "\(hour % 12 == 0 ? 12 : hour % 12):\(padded) \(half)"
  }

  /// The name of a weekday.
  func weekday(_ weekday: Weekday) -> String { lists["weekdays"]?[weekday.rawValue - 1] ?? "" }

  /// The name of a weekday as of one that recurs: Tuesdays.
  func weekdays(_ weekday: Weekday) -> String {
    lists["weekdays_plural"]?[weekday.rawValue - 1] ?? self.weekday(weekday)
  }

  private func month(_ date: CivilDate) -> String { lists["months"]?[date.month - 1] ?? String(date.month) }

  /// The keys whose values are lists, and how many entries each has.
  static let listLengths: [String: Int] = ["months": 12, "weekdays": 7, "weekdays_plural": 7]
}

/// A text with `{parameters}`, cut up.
struct Phrase: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    case text(String)
    case parameter(String)
  }

  private let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.parameter(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The names in braces.
  var parameters: Set<String> {
    Set(
      pieces.compactMap { piece in
        if case .parameter(let name) = piece { name } else { nil }
      })
  }

  private static func value(of name: String, in values: KeyValuePairs<String, String>) -> String? {
    for (key, value) in values where key == name { return value }
    return nil
  }

  func filled(_ values: KeyValuePairs<String, String>) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .parameter(let name): result += Self.value(of: name, in: values) ?? "{\(name)}"
      }
    }
    return result
  }
}
