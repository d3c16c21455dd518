extension AvailabilityText {
  /// What a text leaves open.
  public enum Unclear: Error, Hashable, Sendable {
    /// A window could be in the morning or in the afternoon.
    case half(String)
    /// A window has no day.
    case noDays(String)
    /// A day has no window.
    case noTimes(String)
    /// There are neither.
    case noHours
    /// A time has no end.
    case noEnd(String)
    /// A window ends before it begins.
    case order(String)
    /// A time of day is told in a word.
    case vagueTime(String)
    /// Something is not for every week.
    case notWeekly(String)
    /// Something is only for a part of the year.
    case season(String)
    /// Dates are told in a word.
    case vagueDates(String)
    /// A date could be read by month or by day.
    case dateOrder(String)
    /// A zone could be one of several.
    case zone(String)
    /// One of two, or both.
    case either
    /// A word that means nothing here.
    case unknown(String)

    /// A question to put to the mentor.
    public var question: String {
      switch self {
      case .half(let text): "is '\(text)' in the morning or in the afternoon?"
      case .noDays(let text): "on which days is '\(text)'?"
      case .noTimes(let text): "from when to when on \(text)?"
      case .noHours: "on which days, and from when to when?"
      case .noEnd(let text): "from when to when, where it says '\(text)'?"
      case .order(let text): "does '\(text)' run past midnight?"
      case .vagueTime(let text): "from when to when is '\(text)'?"
      case .notWeekly(let text): "on which dates, where it says '\(text)'?"
      case .season(let text): "from which date to which, where it says '\(text)'?"
      case .vagueDates(let text): "on which dates is '\(text)'?"
      case .dateOrder(let text): "which month is '\(text)' in?"
      case .zone(let text): "in which time zone is '\(text)'?"
      case .either: "on both days, or on one of them?"
      case .unknown(let text): "what does '\(text)' mean here?"
      }
    }
  }
}
