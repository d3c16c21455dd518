extension CalendarProblem {
  /// What is wrong, in a sentence without a full stop. Titles and people of the calendar are never in it.
  public var message: String {
    switch self {
    case .empty: "the calendar is empty"
    case .webPage: "a web page came in the place of the calendar"
    case .notACalendar: "what came is not a calendar"
    case .endsEarly(let line): "the calendar ends in the middle of what began on line \(line)"
    case .nesting(let line): "a part of the calendar ends on line \(line) that had not begun"
    case .time(let text, let line): "'\(text)' on line \(line) of the calendar is not a time"
    case .rule(let text, let line): "the repetition '\(text)' on line \(line) of the calendar can't be understood"
    case .noStart(let line): "the event on line \(line) of the calendar does not say when it begins"
    case .zone(let name): "the calendar names a time zone '\(name)' that nobody knows"
    case .calendarScale(let name): "the calendar counts its days by '\(name)'"
    case .tooMuch: "the calendar repeats things more often than can be reckoned"
    }
  }

  /// What to do about it.
  public var remedy: String? {
    switch self {
    case .webPage: "use the calendar's secret or public address in iCal form, which needs no sign-in"
    case .notACalendar: "use the address of the calendar in iCal form"
    default: nil
    }
  }
}
