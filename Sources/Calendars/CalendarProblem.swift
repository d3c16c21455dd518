/// Why a calendar can't tell when its owner is busy.
///
/// A calendar that is understood in part is not understood: what is missing could be the very hour that a student asks
/// for. So one date that can't be read is a problem of the whole calendar.
public enum CalendarProblem: Error, Hashable, Sendable {
  /// There is nothing in it.
  case empty
  /// It is a web page, most likely one that asks to sign in.
  case webPage
  /// It is something else.
  case notACalendar
  /// It ends in the middle of a part that began on a line.
  case endsEarly(line: Int)
  /// A part that began on a line ends as another one.
  case nesting(line: Int)
  /// A date, time, period or duration can't be read.
  case time(String, line: Int)
  /// A rule of repetition can't be read.
  case rule(String, line: Int)
  /// An event has no beginning.
  case noStart(line: Int)
  /// Nobody knows this time zone, and the calendar doesn't describe it.
  case zone(String)
  /// It counts the days by another calendar than the Gregorian.
  case calendarScale(String)
  /// Its rules repeat more often than can be reckoned.
  case tooMuch
}
