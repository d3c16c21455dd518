import Testing

@testable import Scheduling

@Suite("Dates")
struct CivilDateTests {
  @Test(
    "A written date is read when the calendar has it",
    arguments: [
      ("2027-03-28", true), ("2024-02-29", true), ("2000-02-29", true), ("0001-01-01", true), ("9999-12-31", true),
      ("2023-02-29", false), ("1900-02-29", false), ("2027-13-01", false), ("2027-00-10", false),
      ("2027-04-31", false), ("2027-1-1", false), ("0000-01-01", false), ("2027-03-28 ", false), ("", false),
      ("20270328", false), ("2027-03-2८", false),
    ])
  func reading(_ text: String, _ isDate: Bool) {
    #expect((CivilDate(text) != nil) == isDate)
    if isDate { #expect(CivilDate(text)?.iso == text) }
  }

  @Test(
    "Days are counted from 1970-01-01",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2027-03-28", 20_905), ("0001-01-01", -719_162),
      ("9999-12-31", 2_932_896),
    ])
  func counting(_ text: String, _ days: Int) {
    #expect(CivilDate(text)?.daysSinceEpoch == days)
    #expect(CivilDate(daysSinceEpoch: days).iso == text)
  }

  @Test("Every day from year 1 to 3000 follows the day before, in number, date and weekday")
  func everyDay() throws {
    var date = CivilDate.of("0001-01-01")
    while date.year <= 3000 {
      let next = date.adding(days: 1)
      let follows =
        CivilDate(year: date.year, month: date.month, day: date.day + 1)
        ?? CivilDate(year: date.year, month: date.month + 1, day: 1)
        ?? CivilDate(year: date.year + 1, month: 1, day: 1)
      try #require(next == follows && date < next && next.daysSinceEpoch == date.daysSinceEpoch + 1)
      try #require(next.weekday.rawValue == date.weekday.rawValue % 7 + 1)
      date = next
    }
  }

  @Test(
    "Weekdays are those of the calendar",
    arguments: [
      ("2027-03-16", Weekday.tuesday), ("1970-01-01", .thursday), ("1969-12-31", .wednesday), ("2000-02-29", .tuesday),
    ])
  func weekday(_ date: String, _ weekday: Weekday) {
    #expect(CivilDate(date)?.weekday == weekday)
  }

  @Test(
    "A weekday is read in the ways people write it",
    arguments: [
      ("tue", 2), ("Tuesday", 2), ("TUES", 2), ("tuesdays", 2), ("Tue.", 2), ("TU", 2), ("thurs", 4), ("Su", 7),
      ("t", nil), ("", nil), ("tuesday!", nil), ("dienstag", nil),
    ] as [(String, Int?)])
  func weekdayNames(_ written: String, _ number: Int?) {
    #expect(Weekday(written)?.rawValue == number)
  }
}
