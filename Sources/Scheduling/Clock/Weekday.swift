/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// A weekday as people write it in English: `tue`, `Tues.`, `Tuesday`, `TUESDAYS`, or the `TU` of iCalendar.
  public init?(_ written: String) {
    var word = written.lowercased()
    if word.last == "." { word.removeLast() }
    guard let day = Self.allCases.first(where: { $0.spellings.contains(word) }) else { return nil }
    self = day
  }

  /// The English name, lower case: `tuesday`.
  public var name: String { spellings[0] }

  /// The weekday of a day counted from 1970-01-01, which was a Thursday.
  public init(daysSinceEpoch days: Int) {
    self = Weekday(rawValue: ((days + 3) % 7 + 7) % 7 + 1) ?? .monday
  }

  private var spellings: [String] {
    switch self {
    case .monday: ["monday", "mondays", "mon", "mons", "mo"]
    case .tuesday: ["tuesday", "tuesdays", "tue", "tues", "tu"]
    case .wednesday: ["wednesday", "wednesdays", "wed", "weds", "we"]
    case .thursday: ["thursday", "thursdays", "thu", "thur", "thurs", "th"]
    case .friday: ["friday", "fridays", "fri", "fris", "fr"]
    case .saturday: ["saturday", "saturdays", "sat", "sats", "sa"]
    case .sunday: ["sunday", "sundays", "sun", "suns", "su"]
    }
  }
}
