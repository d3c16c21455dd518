/// Dates as people write them: `December`, `Dec 24`, `24–27 December`, `Dec 20 - Jan 5`, `2026-12-24`.
enum TextDates {
  /// A span of dates and how many tokens it takes.
  typealias Found = (span: DateSpan, tokens: Int)

  /// The span that comes so many tokens behind the next one; nil where there is none.
  static func next(
    _ reader: TextTokens, after offset: Int, today: CivilDate
  ) throws(AvailabilityText.Unclear) -> Found? {
    var offset = offset
    let start = offset
    while reader.peek(offset) == .word("in") || reader.peek(offset) == .word("the") { offset += 1 }
    guard let (first, firstTokens) = try day(reader, offset) else { return nil }
    var end = offset + firstTokens
    var last = first
    if reader.peek(end) == .dash, let (second, tokens) = try day(reader, end + 1, month: first.month) {
      last = second
      end += 1 + tokens
    } else if first.day == nil, first.month == nil {
      return nil
    }
    guard let span = span(from: first, to: last, today: today) else { throw .vagueDates(text(reader, offset..<end)) }
    return (span, end - start)
  }

  /// What is written of a date.
  private struct Part {
    var year: Int?
    var month: Int?
    var day: Int?
  }

  private static func day(
    _ reader: TextTokens, _ offset: Int, month: Int? = nil
  ) throws(AvailabilityText.Unclear) -> (Part, Int)? {
    switch reader.peek(offset) {
    case .date(let date)?: return (Part(year: date.year, month: date.month, day: date.day), 1)
    case .word(let word)?:
      guard let month = TextMonths.number(word) else { return nil }
      var part = Part(month: month)
      var tokens = 1
      if let day = number(reader.peek(offset + 1)), (1...31).contains(day) {
        part.day = day
        tokens += 1
      }
      return year(part, reader, offset, tokens)
    case .time?, .ordinal?:
      guard let day = number(reader.peek(offset)), (1...31).contains(day) else { return nil }
      var next = offset + 1
      if reader.peek(next) == .word("of") { next += 1 }
      if case .word(let word)? = reader.peek(next), let month = TextMonths.number(word) {
        return year(Part(month: month, day: day), reader, offset, next - offset + 1)
      }
      if reader.peek(offset + 1) == .slash, let other = number(reader.peek(offset + 2)) {
        return try slashed(day, other, reader, offset)
      }
      // "Dec 24-27", or "24-27 December", whose month is told behind the second.
      if let month { return year(Part(month: month, day: day), reader, offset, 1) }
      if reader.peek(offset + 1) == .dash, let (second, _) = try self.day(reader, offset + 2), let month = second.month
      {
        return (Part(year: second.year, month: month, day: day), 1)
      }
      return nil
    default: return nil
    }
  }

  private static func slashed(
    _ first: Int, _ second: Int, _ reader: TextTokens, _ offset: Int
  ) throws(AvailabilityText.Unclear) -> (Part, Int)? {
    let written = "\(first)/\(second)"
    if (1...12).contains(first), (13...31).contains(second) { return (Part(month: first, day: second), 3) }
    if (1...12).contains(second), (13...31).contains(first) { return (Part(month: second, day: first), 3) }
    if first == second, (1...12).contains(first) { return (Part(month: first, day: second), 3) }
    throw .dateOrder(written)
  }

  /// Adds the year that may follow.
  private static func year(_ part: Part, _ reader: TextTokens, _ offset: Int, _ tokens: Int) -> (Part, Int) {
    var part = part
    let comma = reader.peek(offset + tokens) == .comma ? 1 : 0
    if case .time(let time)? = reader.peek(offset + tokens + comma), let year = Int(time.text),
      (2000...2100).contains(year)
    {
      part.year = year
      return (part, tokens + comma + 1)
    }
    return (part, tokens)
  }

  private static func number(_ token: TextToken?) -> Int? {
    switch token {
    case .ordinal(let number)?: number
    case .time(let time)?: Int(time.text)
    default: nil
    }
  }

  /// The dates: those of the year that is written, or of the first one in which they are not over yet.
  private static func span(from first: Part, to last: Part, today: CivilDate) -> DateSpan? {
    guard let firstMonth = first.month, let lastMonth = last.month else { return nil }
    func span(_ year: Int) -> DateSpan? {
      let crosses = (lastMonth, last.day ?? 31) < (firstMonth, first.day ?? 1)
      let firstYear = first.year ?? year
      let lastYear = last.year ?? (crosses ? firstYear + 1 : firstYear)
      guard let start = CivilDate(year: firstYear, month: firstMonth, day: first.day ?? 1),
        let end = CivilDate(
          year: lastYear, month: lastMonth, day: last.day ?? CivilDate.length(ofMonth: lastMonth, year: lastYear))
      else { return nil }
      return DateSpan(first: start, last: end)
    }
    if let year = first.year { return span(year) }
    if let year = last.year {
      let crosses = (lastMonth, last.day ?? 31) < (firstMonth, first.day ?? 1)
      return span(crosses ? year - 1 : year)
    }
    // 29 February may be eight years away.
    return (today.year - 1...today.year + 8).lazy.compactMap(span).first { $0.last >= today }
  }

  private static func text(_ reader: TextTokens, _ range: Range<Int>) -> String {
    range.compactMap { reader.peek($0)?.text }.joined(separator: " ")
  }
}
