/// Days as people write them: `Tue`, `Tuesdays`, `weekdays`, `MWF`, `T/Th`.
enum TextDays {
  /// Days and how many tokens they take.
  typealias Found = (days: [Weekday], tokens: Int)

  /// The days that come so many tokens behind the next one.
  ///
  /// - Parameter isAlone: whether no day stands before: then a lone `T` could be Thursday's.
  static func next(_ reader: TextTokens, after offset: Int = 0, isAlone: Bool) -> Found? {
    guard case .word(let word)? = reader.peek(offset) else { return nil }
    if word == "every" || word == "each" {
      if reader.peek(offset + 1) == .word("day") { return (Weekday.allCases, 2) }
      guard let named = next(reader, after: offset + 1, isAlone: isAlone) else { return nil }
      return (named.days, named.tokens + 1)
    }
    if word == "on", let named = next(reader, after: offset + 1, isAlone: isAlone) {
      return (named.days, named.tokens + 1)
    }
    if let days = groups[word] { return (days, 1) }
    if word != "we", let day = Weekday(word) { return ([day], 1) }
    if let days = letters(word), days.count > 1, word != "mt" { return (days, 1) }
    return single(word, reader, offset, isAlone: isAlone)
  }

  private static let groups: [String: [Weekday]] = [
    "weekdays": workdays, "weekday": workdays, "workdays": workdays, "weekends": [.saturday, .sunday],
    "weekend": [.saturday, .sunday], "daily": Weekday.allCases, "everyday": Weekday.allCases,
  ]
  private static let workdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

  /// Letters as timetables have them: `MWF`, `TTh`, `TR`.
  private static func letters(_ word: String) -> [Weekday]? {
    var rest = word[...]
    var days: [Weekday] = []
    while !rest.isEmpty {
      guard let (letters, day) = alphabet.first(where: { rest.hasPrefix($0.0) }) else { return nil }
      if let last = days.last, last.rawValue >= day.rawValue { return nil }
      days.append(day)
      rest = rest.dropFirst(letters.count)
    }
    return days.isEmpty ? nil : days
  }

  private static let alphabet: [(String, Weekday)] = [
    ("th", .thursday), ("tu", .tuesday), ("m", .monday), ("t", .tuesday), ("w", .wednesday), ("r", .thursday),
    ("f", .friday),
  ]

  /// A letter alone: M, W and F are one day each; T and R need another day beside them to be told apart.
  private static func single(_ word: String, _ reader: TextTokens, _ offset: Int, isAlone: Bool) -> Found? {
    guard word.count == 1, let days = letters(word) else { return nil }
    if ["m", "w", "f"].contains(word) { return (days, 1) }
    if !isAlone { return (days, 1) }
    guard let sign = reader.peek(offset + 1), [.slash, .comma, .and, .dash].contains(sign),
      case .word(let other)? = reader.peek(offset + 2), letters(other) != nil || Weekday(other) != nil
    else { return nil }
    return (days, 1)
  }
}

extension Weekday {
  /// The days from this one to another, both counted in, around the week's end where it must be.
  func through(_ last: Weekday) -> [Weekday] {
    let count = (last.rawValue - rawValue + 7) % 7
    return (0...count).compactMap { Weekday(rawValue: (rawValue - 1 + $0) % 7 + 1) }
  }
}
