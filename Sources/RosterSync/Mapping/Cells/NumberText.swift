import Scheduling

/// Numbers as rosters write them.
enum NumberText {
  /// A whole number: `3`, `3.0`.
  static func number(_ text: String, in range: ClosedRange<Int>) throws(CellProblem) -> Int {
    guard let number = Int(text) ?? wholeNumber(text) else { throw .number(text) }
    guard range.contains(number) else { throw .numberOutOfRange(number, range) }
    return number
  }

  /// A year of graduation: `2013`, `2013.0`, `May 2013`, `Class of 2013`, `'13` where the settings say which century.
  static func year(_ text: String, _ reading: CellReading, today: CivilDate) throws(CellProblem) -> Int {
    let numbers = digitRuns(text)
    let fours = Set(numbers.filter { $0.utf8.count == 4 }.compactMap { Int($0) })
    if let year = fours.first, fours.count == 1 {
      guard (1850...(today.year + 10)).contains(year) else { throw .yearOutOfRange(year) }
      return year
    }
    guard fours.isEmpty, let short = numbers.first, numbers.count == 1, short.utf8.count == 2, let year = Int(short)
    else { throw .year(text) }
    guard let first = reading.centuryFrom else { throw .twoDigitYear(text) }
    let rest = (year - first % 100 + 100) % 100
    return first + rest
  }

  private static func wholeNumber(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    return Int(parts[0])
  }

  /// The runs of digits; one behind a decimal point is no run of its own (`2013.0`).
  private static func digitRuns(_ text: String) -> [Substring] {
    let text = wholeNumber(text).map(String.init) ?? text
    return text.split { !($0.isASCII && $0.isNumber) }
  }
}

/// Words for yes and no.
enum WordText {
  static func flag(_ text: String, yes: [String], no: [String]) throws(CellProblem) -> Bool {
    let key = WordKey.of(text)
    if yes.contains(where: { WordKey.of($0) == key }) { return true }
    if no.contains(where: { WordKey.of($0) == key }) { return false }
    throw .flag(text, known: yes + no)
  }
}
