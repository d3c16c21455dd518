/// How much may be reckoned for one calendar, so that none holds up the night: a rule that repeats every second for
/// ever is written in a line.
///
/// A unit is a day or a step looked at; a million take a tenth of a second at most.
struct WorkBudget {
  private var left = 5_000_000

  /// Takes some of it.
  mutating func spend(_ units: Int = 1) throws(CalendarProblem) {
    left -= units
    if left < 0 { throw .tooMuch }
  }
}
