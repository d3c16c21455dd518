import Addresses
import Scheduling

/// Hours in words, as a profile's `availability` has them.
enum HoursText {
  /// Hours that were understood.
  struct Hours: Equatable {
    /// Such as `tue 16:00-17:30`, from Monday on.
    var weekly: [String]
    /// Such as `2026-12-01..2026-12-31`.
    var except: [String]
    /// The clock that the words name.
    var zone: String?
  }

  enum Reading: Equatable {
    case hours(Hours)
    case question(reading: String, question: String)
    case none
  }

  static func read(_ text: String, zone: String?) -> Reading {
    let rules = text.split { $0 == ";" || $0 == "&" }.map { WeeklyRule(String($0).trimmingSpaces) }
    guard rules.allSatisfy({ $0 != nil }) else {
      return .question(reading: "", question: "On which days, from when to when?")
    }
    return .hours(Hours(weekly: written(rules.compactMap { $0 }), except: [], zone: nil))
  }

  /// Weekly rules in the short form, in the order of the week.
  static func written(_ rules: [WeeklyRule]) -> [String] {
    rules.sorted { ($0.weekday.rawValue, $0.start, $0.end) < ($1.weekday.rawValue, $1.start, $1.end) }.map { rule in
      "\(rule.weekday.name.prefix(3)) \(rule.start.text)-\(rule.end.text)"
    }
  }
}
