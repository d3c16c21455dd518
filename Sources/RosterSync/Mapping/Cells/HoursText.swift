import Scheduling

/// Hours in words, as a profile's `availability` has them.
enum HoursText {
  /// Hours that were understood.
  struct Hours: Hashable {
    /// Such as `tue 16:00-17:30`, from Monday on.
    var weekly: [String]
    /// Such as `2026-12-01..2026-12-31`.
    var except: [String]
    /// The clock that the words name.
    var zone: String?
  }

  enum Reading: Hashable {
    case hours(Hours)
    case question(reading: String, question: String)
    case none
  }

  /// Reads hours; `zone` is the mentor's own, where it is known.
  static func read(_ text: String, zone: String?, today: CivilDate) -> Reading {
    switch AvailabilityText.read(text, zone: zone, today: today) {
    case .none: .none
    case .rules(let rules):
      .hours(Hours(weekly: written(rules.weekly), except: rules.except.map(written), zone: rules.zone))
    case .question(let question):
      .question(reading: question.reading, question: sentence(question.unclear.question))
    }
  }

  /// Weekly rules in the short form, in the order of the week.
  static func written(_ rules: [WeeklyRule]) -> [String] {
    rules.sorted { ($0.weekday.rawValue, $0.start, $0.end) < ($1.weekday.rawValue, $1.start, $1.end) }.map { rule in
      "\(rule.weekday.name.prefix(3)) \(rule.start.text)-\(rule.end.text)"
    }
  }

  private static func written(_ span: DateSpan) -> String {
    span.first == span.last ? span.first.iso : "\(span.first.iso)..\(span.last.iso)"
  }

  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
