import Community
import Scheduling

/// How far up a mentor stands in the fair order: whoever a student can count on comes before whoever may not answer.
public enum ListingTier: UInt8, Comparable, CaseIterable, Sendable {
  /// Takes requests, and was confirmed of late.
  case ready
  /// Is full, or was not confirmed of late: the address may be an old one.
  case stale
  /// Takes no requests at the moment.
  case paused

  /// The tier of a mentor on a day.
  ///
  /// - Parameter verifiedWithinDays: after how many days without confirmation a profile is paused. Without such a
  ///   limit nobody is asked to confirm, and nobody stands lower for not having done so.
  public init(of mentor: Mentor, on today: CivilDate, verifiedWithinDays: Int?) {
    if mentor.status != .active {
      self = .paused
    } else if mentor.isFull || !mentor.wasConfirmed(before: today, withinDays: verifiedWithinDays) {
      self = .stale
    } else {
      self = .ready
    }
  }

  public static func < (left: ListingTier, right: ListingTier) -> Bool { left.rawValue < right.rawValue }
}

extension Mentor {
  /// Whether the profile was confirmed of late: in the first three quarters of the time that the settings allow.
  ///
  /// Who has joined is as good as confirmed on that day. A profile without either date was never confirmed.
  fileprivate func wasConfirmed(before today: CivilDate, withinDays limit: Int?) -> Bool {
    guard let limit else { return true }
    guard let confirmed = verified ?? joined else { return false }
    return (today.daysSinceEpoch - confirmed.daysSinceEpoch) * 4 <= limit * 3
  }
}
