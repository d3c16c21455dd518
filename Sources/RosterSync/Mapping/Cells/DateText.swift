import Scheduling

/// Dates as rosters write them.
enum DateText {
  /// A date: `2027-03-16`, `2027-03-16T08:00:00Z`, `16 March 2027`, `Mar 16, 2027`, `16.3.2027`; `3/4/2027` where the
  /// settings say which number is the month, or one of the numbers can't be one.
  static func date(_ text: String, order: CellReading.DateOrder?) throws(CellProblem) -> CivilDate {
    if let date = CivilDate(String(text.prefix(10))), isTime(text.dropFirst(10)) { return date }
    let words = text.split { $0 == " " || $0 == "," || $0 == "/" || $0 == "." || $0 == "-" }.map(String.init)
    guard words.count == 3 else { throw .date(text) }
    if let date = withMonthName(words) { return date }
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == 3 else { throw .date(text) }
    if words[0].utf8.count == 4 {
      guard let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) else { throw .date(text) }
      return date
    }
    guard words[2].utf8.count == 4 else { throw .date(text) }
    return try numeric(numbers, text, order: text.contains(".") ? .dayFirst : order)
  }

  private static func numeric(
    _ numbers: [Int], _ text: String, order: CellReading.DateOrder?
  ) throws(CellProblem) -> CivilDate {
    let monthFirst = CivilDate(year: numbers[2], month: numbers[0], day: numbers[1])
    let dayFirst = CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
    switch (order, monthFirst, dayFirst) {
    case (.monthFirst?, let date?, _), (.dayFirst?, _, let date?): return date
    case (nil, let date?, nil), (nil, nil, let date?): return date
    case (nil, let date?, let other?) where date == other: return date
    case (nil, _?, _?): throw .dateOrder(text)
    default: throw .date(text)
    }
  }

  private static func withMonthName(_ words: [String]) -> CivilDate? {
    for (index, day) in [(0, 1), (1, 0)] {
      guard let month = month(words[index]), let year = Int(words[2]), words[2].utf8.count == 4,
        let number = Int(words[day].filter { $0.isNumber }), words[day].first?.isNumber == true
      else { continue }
      return CivilDate(year: year, month: month, day: number)
    }
    return nil
  }

  private static func month(_ word: String) -> Int? {
    let word = word.lowercased()
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) || word == "sept" && $0 == "september" }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// What a database writes behind a date.
  private static func isTime(_ rest: Substring) -> Bool {
    guard let first = rest.first else { return true }
    return (first == "T" || first == " ") && rest.dropFirst().allSatisfy { $0.isNumber || ":.+-Z".contains($0) }
  }
}
