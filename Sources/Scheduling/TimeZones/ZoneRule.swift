/// The rule for all time after a zone file's last transition: POSIX's `TZ` text, as RFC 8536 §3.3 extends it.
///
/// `CET-1CEST,M3.5.0,M10.5.0/3`: standard time, daylight saving time, and the two days of each year between them.
struct ZoneRule: Sendable {
  /// What holds when it is not daylight saving time.
  let standard: ZoneOffset
  /// Daylight saving time, where there is any.
  let daylight: Daylight?

  /// Daylight saving time and when it begins and ends each year.
  struct Daylight: Sendable {
    let offset: ZoneOffset
    let begin: YearlyMoment
    let end: YearlyMoment
  }

  /// A day of each year, and a wall-clock time on it, which may lie outside the day (−167 to 167 hours).
  struct YearlyMoment: Sendable {
    enum Day: Sendable {
      /// `Jn`: the nth day, 29 February never counted.
      case ofCommonYear(Int)
      /// `n`: the nth day counted from 0, 29 February counted.
      case ofYear(Int)
      /// `Mm.w.d`: the wth weekday d (0 is Sunday) of month m; the fifth is the last.
      case ofWeek(month: Int, week: Int, weekday: Int)
    }

    let day: Day
    let seconds: Int
  }
}

// MARK: - Reckoning

extension ZoneRule {
  /// The stretch of time around a moment in which one offset holds.
  func period(at moment: Int64) -> ZonePeriod {
    guard let daylight else { return ZonePeriod(start: .min, end: .max, offset: standard) }
    let year = CivilDate(daysSinceEpoch: Instant.dayAndSecond(moment).days).year
    var period = ZonePeriod(start: .min, end: .max, offset: standard)
    // A moment near New Year may belong to a neighbouring year's rule. Where one year's end is the next one's
    // beginning, as in zones that keep daylight saving time all year, the beginning counts: it is looked at last.
    for year in (year - 1)...(year + 1) {
      let begin = daylight.begin.moment(in: year, offset: standard.seconds)
      let end = daylight.end.moment(in: year, offset: daylight.offset.seconds)
      if begin < end {
        period.meet(begin, daylight.offset, around: moment)
        period.meet(end, standard, around: moment)
      } else {
        period.meet(end, standard, around: moment)
        period.meet(begin, daylight.offset, around: moment)
      }
    }
    return period
  }
}

extension ZonePeriod {
  /// Narrows the period around a moment by the next change in ascending order.
  fileprivate mutating func meet(_ change: Int64, _ offset: ZoneOffset, around moment: Int64) {
    if change <= moment {
      start = change
      self.offset = offset
    } else {
      end = min(end, change)
    }
  }
}

extension ZoneRule.YearlyMoment {
  /// The moment in a year, where clocks still show `offset`.
  func moment(in year: Int, offset: Int) -> Int64 {
    Int64(dayNumber(in: year)) * 86_400 + Int64(seconds - offset)
  }

  private func dayNumber(in year: Int) -> Int {
    let newYear = CivilDate.daysSinceEpoch(ofNewYear: year)
    switch day {
    case .ofYear(let day):
      return newYear + day
    case .ofCommonYear(let day):
      return newYear + day - 1 + (day > 59 && CivilDate.isLeap(year) ? 1 : 0)
    case .ofWeek(let month, let week, let weekday):
      let first = newYear + CivilDate.daysBefore(month: month, year: year)
      let firstWeekday = Weekday(daysSinceEpoch: first).rawValue % 7
      var day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      while day >= CivilDate.length(ofMonth: month, year: year) { day -= 7 }
      return first + day
    }
  }
}

// MARK: - Reading

extension ZoneRule {
  /// Reads the rule's text; nil when it is empty or can't be understood.
  init?(_ text: String) {
    var reading = TextReading(text)
    guard let standardName = reading.readZoneName(), let standardWest = reading.readSignedTime(hours: 24) else {
      return nil
    }
    standard = ZoneOffset(seconds: -standardWest, abbreviation: standardName, isDaylightSaving: false)
    if reading.isAtEnd {
      daylight = nil
      return
    }
    guard let daylightName = reading.readZoneName() else { return nil }
    var seconds = standard.seconds + 3600
    if reading.next != UInt8(ascii: ",") {
      guard let west = reading.readSignedTime(hours: 24) else { return nil }
      seconds = -west
    }
    guard reading.skip(UInt8(ascii: ",")), let begin = reading.readYearlyMoment(),
      reading.skip(UInt8(ascii: ",")), let end = reading.readYearlyMoment(), reading.isAtEnd
    else { return nil }
    daylight = Daylight(
      offset: ZoneOffset(seconds: seconds, abbreviation: daylightName, isDaylightSaving: true), begin: begin, end: end)
  }
}

extension TextReading {
  /// Reads `CET` or `<+0330>`.
  fileprivate mutating func readZoneName() -> String? {
    guard skip(UInt8(ascii: "<")) else {
      let name = readWord()
      return name.utf8.count >= 3 ? name : nil
    }
    var name: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: ">") {
      name.append(byte)
      _ = skip(byte)
    }
    return skip(UInt8(ascii: ">")) ? String(decoding: name, as: UTF8.self) : nil
  }

  /// Reads `[+-]h[h[h]][:mm[:ss]]` in seconds.
  fileprivate mutating func readSignedTime(hours most: Int) -> Int? {
    let isNegative = skip(UInt8(ascii: "-"))
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    guard let hours = readNumber(digits: 1...3), hours <= most else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] {
      guard skip(UInt8(ascii: ":")) else { break }
      guard let part = readNumber(digits: 2...2), part < 60 else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// Reads a day and, behind `/`, a time, which is 02:00 when it is left out.
  fileprivate mutating func readYearlyMoment() -> ZoneRule.YearlyMoment? {
    guard let day = readDayOfYear() else { return nil }
    guard skip(UInt8(ascii: "/")) else { return ZoneRule.YearlyMoment(day: day, seconds: 7200) }
    return readSignedTime(hours: 167).map { ZoneRule.YearlyMoment(day: day, seconds: $0) }
  }

  private mutating func readDayOfYear() -> ZoneRule.YearlyMoment.Day? {
    if skip(UInt8(ascii: "J")) {
      return readNumber(digits: 1...3).flatMap { (1...365).contains($0) ? .ofCommonYear($0) : nil }
    }
    guard skip(UInt8(ascii: "M")) else {
      return readNumber(digits: 1...3).flatMap { $0 <= 365 ? .ofYear($0) : nil }
    }
    guard let month = readNumber(digits: 1...2), (1...12).contains(month), skip(UInt8(ascii: ".")),
      let week = readNumber(digits: 1...1), (1...5).contains(week), skip(UInt8(ascii: ".")),
      let weekday = readNumber(digits: 1...1), weekday <= 6
    else { return nil }
    return .ofWeek(month: month, week: week, weekday: weekday)
  }
}
