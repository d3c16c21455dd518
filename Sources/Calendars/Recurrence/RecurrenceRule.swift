import Scheduling

/// A rule by which something comes back (RFC 5545 §3.3.10), as it is written.
struct RecurrenceRule {
  /// The unit in which the rule counts, from the shortest.
  enum Frequency: Int, Comparable {
    case secondly, minutely, hourly, daily, weekly, monthly, yearly

    static func < (left: Frequency, right: Frequency) -> Bool { left.rawValue < right.rawValue }
  }

  /// A weekday, and which one of its month or year: 1 is the first, −1 the last; 0 is every one.
  struct Day: Hashable {
    let weekday: Weekday
    let ordinal: Int
  }

  var frequency = Frequency.daily
  var interval = 1
  var count: Int?
  var until: CalendarTime?
  var weekStart = Weekday.monday
  var months: [Int] = []
  var weekNumbers: [Int] = []
  var yearDays: [Int] = []
  var monthDays: [Int] = []
  var days: [Day] = []
  var hours: [Int] = []
  var minutes: [Int] = []
  var seconds: [Int] = []
  var positions: [Int] = []
}

extension RecurrenceRule {
  /// Reads a rule. What it doesn't know is a problem: a rule understood in part would be another rule.
  init(_ line: ContentLine) throws(CalendarProblem) {
    var hasFrequency = false
    for part in line.text.uppercased().split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, read(String(sides[0]), sides[1]) else {
        throw .rule(line.excerpt, line: line.number)
      }
      if sides[0] == "FREQ" { hasFrequency = true }
    }
    guard hasFrequency else { throw .rule(line.excerpt, line: line.number) }
  }

  private mutating func read(_ name: String, _ value: Substring) -> Bool {
    switch name {
    case "FREQ":
      guard let frequency = Self.frequencies[String(value)] else { return false }
      self.frequency = frequency
    case "INTERVAL":
      guard let number = Int(value), (1...1_000_000).contains(number) else { return false }
      interval = number
    case "COUNT":
      guard let number = Int(value), number > 0 else { return false }
      count = number
    case "UNTIL":
      guard let time = CalendarTime(value, zone: nil) else { return false }
      until = time
    case "WKST":
      guard let weekday = Self.weekdays[String(value)] else { return false }
      weekStart = weekday
    case "BYDAY": return readDays(value)
    case "BYMONTH": return Self.numbers(value, 1...12, into: &months)
    case "BYWEEKNO": return Self.numbers(value, 1...53, orNegative: true, into: &weekNumbers)
    case "BYYEARDAY": return Self.numbers(value, 1...366, orNegative: true, into: &yearDays)
    case "BYMONTHDAY": return Self.numbers(value, 1...31, orNegative: true, into: &monthDays)
    case "BYHOUR": return Self.numbers(value, 0...23, into: &hours)
    case "BYMINUTE": return Self.numbers(value, 0...59, into: &minutes)
    case "BYSECOND": return Self.numbers(value, 0...60, into: &seconds)
    case "BYSETPOS": return Self.numbers(value, 1...366, orNegative: true, into: &positions)
    // RFC 7529: the Gregorian calendar is what we reckon by anyway.
    case "RSCALE": return value == "GREGORIAN"
    case "SKIP": return value == "OMIT"
    default: return name.hasPrefix("X-")
    }
    return true
  }

  private mutating func readDays(_ value: Substring) -> Bool {
    for part in value.split(separator: ",") {
      let name = part.suffix(2)
      guard let weekday = Self.weekdays[String(name)] else { return false }
      var ordinal = 0
      if part.count > 2 {
        guard let number = Int(part.dropLast(2)), number != 0, abs(number) <= 53 else { return false }
        ordinal = number
      }
      days.append(Day(weekday: weekday, ordinal: ordinal))
    }
    return !days.isEmpty
  }

  private static func numbers(
    _ value: Substring, _ range: ClosedRange<Int>, orNegative: Bool = false, into numbers: inout [Int]
  ) -> Bool {
    var found: Set<Int> = []
    for part in value.split(separator: ",") {
      guard let number = Int(part), range.contains(orNegative ? abs(number) : number) else { return false }
      found.insert(number)
    }
    numbers = found.sorted()
    return !numbers.isEmpty
  }

  private static let frequencies: [String: Frequency] = [
    "SECONDLY": .secondly, "MINUTELY": .minutely, "HOURLY": .hourly, "DAILY": .daily, "WEEKLY": .weekly,
    "MONTHLY": .monthly, "YEARLY": .yearly,
  ]

  private static let weekdays: [String: Weekday] = [
    "MO": .monday, "TU": .tuesday, "WE": .wednesday, "TH": .thursday, "FR": .friday, "SA": .saturday, "SU": .sunday,
  ]
}
