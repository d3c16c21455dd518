import Testing

@testable import Scheduling

@Suite("Open hours as a calendar tells of them")
struct OpenHoursTests {
  static let first = CivilDate.of("2027-03-01")  // a Monday

  static func availability(_ weekly: [String], dates: [(String, String, String)] = [], except: [String] = [])
    -> Availability
  {
    Availability(
      weekly: weekly.map { WeeklyRule($0)! },
      dates: dates.map { DatedWindow(date: .of($0.0), start: ClockTime($0.1)!, end: ClockTime($0.2)!)! },
      except: except.map { DateSpan($0)! })
  }

  @Test("Weekly windows begin on the first date of their weekday, from Monday on, and those that overlap are one")
  func weekly() {
    let hours = OpenHours(
      Self.availability(["sun 9:00-10:00", "tue 16:00-17:30", "tue 17:00-18:00", "tue 18:00-19:00"]), holidays: [],
      from: Self.first)
    #expect(
      hours.weekly.map { "\($0.first) \($0.start)-\($0.end)" } == [
        "2027-03-02 16:00-18:00", "2027-03-02 18:00-19:00", "2027-03-07 09:00-10:00",
      ])
    #expect(hours.single.isEmpty)
  }

  @Test("Holidays, exceptions and dates with windows of their own are left out of the week")
  func exceptions() {
    let hours = OpenHours(
      Self.availability(
        ["tue 16:00-17:00"],
        dates: [("2027-03-09", "16:30", "18:00"), ("2027-03-16", "9:00", "10:00"), ("2027-03-23", "9:00", "10:00")],
        except: ["2027-03-22..2027-03-30", "2027-02-01..2027-03-02"]),
      holidays: [.of("2027-03-16"), .of("2027-03-17"), .of("2026-12-29")], from: Self.first)
    #expect(
      hours.weekly.map(\.except) == [
        ["2027-03-02", "2027-03-09", "2027-03-16", "2027-03-23", "2027-03-30"].map { .of($0) }
      ])
    // The weekly window and the date's overlap on the 9th; a holiday closes the weekly one on the 16th; the 23rd is an exception.
    #expect(
      hours.single.map { "\($0.date) \($0.start)-\($0.end)" } == ["2027-03-09 16:00-18:00", "2027-03-16 09:00-10:00"])
  }

  @Test(
    "A zone's changes are told as iCalendar wants them: the beginning on clocks that have not changed yet, and a rule with a weekday",
    arguments: [
      (
        "America/New_York",
        ["+2027-03-14 7200 -18000>-14400 week(2, sunday, 3)", "2026-11-01 7200 -14400>-18000 week(1, sunday, 11)"]
      ),
      (
        "Europe/Berlin",
        ["+2027-03-28 7200 3600>7200 week(-1, sunday, 3)", "2026-10-25 10800 7200>3600 week(-1, sunday, 10)"]
      ),
      (
        "Europe/Dublin", ["+2026-10-25 7200 3600>0 week(-1, sunday, 10)", "2027-03-28 3600 0>3600 week(-1, sunday, 3)"]
      ),
      (
        "Africa/Cairo",
        ["+2027-04-30 0 7200>10800 week(-1, friday, 4)", "2026-10-30 0 10800>7200 end(-67...-61, friday)"]
      ),
      (
        "Asia/Jerusalem",
        ["+2027-03-26 7200 7200>10800 days(23...29, friday, 3)", "2026-10-25 7200 10800>7200 week(-1, sunday, 10)"]
      ),
      (
        "America/Nuuk",
        ["+2027-03-27 82800 -7200>-3600 days(24...30, saturday, 3)", "2026-10-25 0 -3600>-7200 week(-1, sunday, 10)"]
      ),
      ("Asia/Kolkata", ["1945-10-15 0 23400>19800 -"]), ("UTC", ["1970-01-01 0 0>0 -"]),
    ])
  func observances(_ name: String, _ expected: [String]) throws {
    guard let zone = try TimeZoneDatabase.load().zone(name) else { return }
    let found = zone.observances(from: .of("2027-03-01"), to: .of("2033-01-01")).map(Self.text)
    #expect(found.sorted() == expected.sorted())
  }

  static func text(_ observance: ZoneObservance) -> String {
    let rule =
      switch observance.rule {
      case .week(let week, let day, let month)?: "week(\(week), \(day.name), \(month))"
      case .days(let days, let day, let month)?: "days(\(days), \(day.name), \(month))"
      case .daysToYearEnd(let days, let day)?: "end(\(days), \(day.name))"
      case nil: "-"
      }
    return "\(observance.offset.isDaylightSaving ? "+" : "")\(observance.date) \(observance.secondOfDay) "
      + "\(observance.secondsBefore)>\(observance.offset.seconds) \(rule)"
  }

  @Test(
    "A release of the tz database is old when it is more than a year old for sure",
    arguments: [
      ("2025a", "2026-06-30", false), ("2025a", "2026-07-01", true), ("2025b", "2026-11-24", false),
      ("2025b", "2027-01-01", true), ("2024b", "2026-11-24", true), ("2027a", "2026-11-24", false),
      ("unknown", "2026-11-24", false), ("", "2026-11-24", false), ("2020", "2026-11-24", false),
    ])
  func age(_ version: String, _ date: String, _ isOld: Bool) {
    #expect(TimeZoneAge.isOld(version, on: .of(date)) == isOld)
  }
}
