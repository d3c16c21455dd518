/// The forms that a language has for counts, by the Unicode CLDR's names.
enum PluralCategory: String, CaseIterable, Hashable, Sendable {
  case zero
  case one
  case two
  case few
  case many
  case other
}

/// Which form a whole number takes, after the CLDR's plural rules for cardinal numbers.
struct PluralRule: Sendable {
  private let language: String

  /// The rule of a locale's language; a language that is not listed follows English.
  init(locale: String) {
    language = locale.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }

  /// The form for `count`, which is not negative.
  func category(of count: Int) -> PluralCategory {
    switch language {
    case "ja", "ko", "zh", "vi", "th", "id", "ms", "lo", "my": .other
    case "fr", "pt", "hy", "hi", "bn", "fa", "am", "gu", "kn", "zu": count <= 1 ? .one : .other
    case "ar": arabic(count)
    case "he", "iw": count == 1 ? .one : count == 2 ? .two : .other
    case "ru", "uk", "be", "sr", "hr", "bs": slavic(count)
    case "pl": polish(count)
    case "cs", "sk": count == 1 ? .one : (2...4).contains(count) ? .few : .other
    case "sl": slovene(count)
    case "lt": lithuanian(count)
    case "lv": latvian(count)
    case "ro": count == 1 ? .one : count == 0 || (1...19).contains(count % 100) ? .few : .other
    case "cy": welsh(count)
    case "ga": irish(count)
    default: count == 1 ? .one : .other
    }
  }

  private func arabic(_ count: Int) -> PluralCategory {
    switch (count, count % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }

  private func slavic(_ count: Int) -> PluralCategory {
    let (last, lastTwo) = (count % 10, count % 100)
    if last == 1 && lastTwo != 11 { return .one }
    if (2...4).contains(last) && !(12...14).contains(lastTwo) { return .few }
    return ["sr", "hr", "bs"].contains(language) ? .other : .many
  }

  private func polish(_ count: Int) -> PluralCategory {
    if count == 1 { return .one }
    return (2...4).contains(count % 10) && !(12...14).contains(count % 100) ? .few : .many
  }

  private func slovene(_ count: Int) -> PluralCategory {
    switch count % 100 {
    case 1: .one
    case 2: .two
    case 3, 4: .few
    default: .other
    }
  }

  private func lithuanian(_ count: Int) -> PluralCategory {
    if (11...19).contains(count % 100) || count % 10 == 0 { return .other }
    return count % 10 == 1 ? .one : .few
  }

  private func latvian(_ count: Int) -> PluralCategory {
    if count % 10 == 0 || (11...19).contains(count % 100) { return .zero }
    return count % 10 == 1 ? .one : .other
  }

  private func welsh(_ count: Int) -> PluralCategory {
    switch count {
    case 0: .zero
    case 1: .one
    case 2: .two
    case 3: .few
    case 6: .many
    default: .other
    }
  }

  private func irish(_ count: Int) -> PluralCategory {
    switch count {
    case 1: .one
    case 2: .two
    case 3...6: .few
    case 7...10: .many
    default: .other
    }
  }
}
