/// Reads hours as people type them into a roster: "Tue & Thu 4–5:30 pm ET, not in December".
///
/// 1. `TextToken.tokens` cuts the text into words, times, dates and signs.
/// 2. `TextParts` takes the tokens from left to right: days, windows, zones, exceptions. What it has not learned is
///    unclear.
/// 3. `TextWindows` decides which half of the day a time is in, where only one is possible.
/// 4. `AvailabilityText.rules` puts days and windows together.
///
/// Nothing is guessed. Where a text can mean two things, the result is what was understood and a question that an
/// office can put to the mentor.
public enum AvailabilityText {
  /// What a text says.
  public enum Reading: Hashable, Sendable {
    /// It names no hours: it is empty, or says that one arranges them.
    case none
    /// It means just this.
    case rules(Rules)
    /// It could mean more than one thing.
    case question(Question)
  }

  /// Hours that a text names.
  public struct Rules: Hashable, Sendable {
    /// The windows of every week, from Monday on.
    public var weekly: [WeeklyRule]
    /// When they don't hold.
    public var except: [DateSpan]
    /// The zone in which they are meant; nil for the mentor's own.
    public var zone: String?
  }

  /// A text that can't be read without asking.
  public struct Question: Hashable, Sendable {
    /// What was understood, in words.
    public var reading: String
    /// What was not.
    public var unclear: Unclear
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: as a person wrote it, in English.
  ///   - zone: the mentor's own time zone, by its name in the tz database, where it is known.
  ///   - today: the day from which on a date without a year is looked for.
  public static func read(_ text: String, zone: String?, today: CivilDate) -> Reading {
    let tokens = TextToken.tokens(text)
    if namesNoHours(tokens) { return .none }
    var parts = TextParts(tokens, ownZone: zone, today: today)
    do {
      try parts.readAll()
      if parts.items.isEmpty, parts.isByArrangement, parts.except.isEmpty { return .none }
      return .rules(try rules(parts))
    } catch {
      return .question(Question(reading: parts.reading, unclear: error))
    }
  }

  private static func namesNoHours(_ tokens: [TextToken]) -> Bool {
    let words = tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    let hasNumbers = tokens.contains { if case .word = $0 { false } else { !$0.isSign } }
    return !hasNumbers && noHours.contains(words.joined(separator: " "))
  }

  private static let noHours: Set<String> = [
    "", "n a", "na", "none", "no", "nil", "not available", "unavailable", "not applicable", "null", "nothing",
  ]
}

// MARK: - Putting together

extension AvailabilityText {
  /// Days and the windows that belong to them: whichever comes first in the text comes first everywhere.
  private static func rules(_ parts: TextParts) throws(Unclear) -> Rules {
    var groups: [(days: [Weekday], windows: [TextWindow])] = []
    let items = parts.items
    var index = 0
    guard let first = items.first else { throw .noHours }
    while index < items.count {
      var group: (days: [Weekday], windows: [TextWindow]) = ([], [])
      try take(items, &index, first.isDays, &group)
      try take(items, &index, !first.isDays, &group)
      if group.windows.isEmpty { throw .noTimes(group.days.map(\.title).joined(separator: ", ")) }
      if group.days.isEmpty { throw .noDays(group.windows.map(\.text).joined(separator: ", ")) }
      groups.append(group)
    }
    let reading = TextWindows(groups.flatMap(\.windows))
    var weekly: Set<WeeklyRule> = []
    for group in groups {
      for window in group.windows {
        let (start, end) = try reading.times(of: window)
        for day in group.days where !parts.exceptDays.contains(day) {
          if let rule = WeeklyRule(weekday: day, start: start, end: end) { weekly.insert(rule) }
        }
      }
    }
    if weekly.isEmpty { throw .noHours }
    return Rules(
      weekly: weekly.sorted {
        ($0.weekday.rawValue, $0.start, $0.end) < ($1.weekday.rawValue, $1.start, $1.end)
      }, except: parts.except, zone: parts.zone)
  }

  private static func take(
    _ items: [TextParts.Item], _ index: inout Int, _ wantsDays: Bool,
    _ group: inout (days: [Weekday], windows: [TextWindow])
  ) throws(Unclear) {
    while index < items.count, items[index].isDays == wantsDays {
      switch items[index] {
      case .days(let days, let isAfterStop):
        // "Tue; Thu 4-5pm": nobody knows when on Tuesday.
        if isAfterStop, !group.days.isEmpty { throw .noTimes(group.days.map(\.title).joined(separator: ", ")) }
        group.days += days
      case .window(let window): group.windows.append(window)
      }
      index += 1
    }
  }
}

extension Weekday {
  /// The English name with a capital.
  var title: String { name.prefix(1).uppercased() + name.dropFirst() }
}
