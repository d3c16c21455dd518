import Addresses
import Scheduling
import SiteTesting
import Testing

@testable import Calendars

@Suite("Calendars")
struct BusyFeedTests {
  static let zones = RepositoryPaths.root + "/Tests/Fixtures/zoneinfo"

  /// The busy times of a calendar with these lines, from February to April 2027, as `FROM/TO`.
  static func busy(_ lines: String, days: Int64 = 89, owner: String? = nil) throws -> [String] {
    let start = try #require(Instant("2027-02-01"))
    return try read("BEGIN:VCALENDAR\n\(lines)\nEND:VCALENDAR\n", start, start.adding(seconds: days * 86_400), owner)
      .map { "\($0.lowerBound)/\($0.upperBound)" }
  }

  static func read(
    _ text: String, _ start: Instant, _ end: Instant, _ owner: String? = nil
  ) throws -> [Range<Instant>] {
    let zones = try TimeZoneDatabase.load(directory: zones)
    return try BusyFeed.read(
      Array(text.utf8), zone: try #require(zones.zone("America/New_York")), from: start, to: end,
      owner: owner.flatMap { MailAddress($0) }, zones: zones)
  }

  static func event(_ lines: String) -> String { "BEGIN:VEVENT\nUID:1\n\(lines)\nEND:VEVENT" }

  static let weekly = "DTSTART;TZID=America/New_York:20270302T160000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"

  @Test(
    "A calendar that can't be understood wholly is not understood, and the reason names no title",
    arguments: [
      ("", .empty), ("\n\n", .empty), ("<!DOCTYPE html><html>", .webPage), ("\n <html>", .webPage),
      ("hello", .notACalendar),
      ("BEGIN:VCARD\nEND:VCARD", .notACalendar), ("BEGIN:VCALENDAR\nVERSION:2.0", .endsEarly(line: 1)),
      ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270301T1", .time("20270301T1", line: 3)),
      ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", .nesting(line: 3)),
      ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR", .noStart(line: 2)),
      ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270230\nEND:VEVENT\nEND:VCALENDAR", .time("20270230", line: 3)),
      (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270301\nRRULE:FREQ=SOMETIMES\nEND:VEVENT\nEND:VCALENDAR",
        .rule("FREQ=SOMETIMES", line: 4)
      ),
      (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270301\nRRULE:FREQ=DAILY;BYDAY=XX\nEND:VEVENT\nEND:VCALENDAR",
        .rule("FREQ=DAILY;BYDAY=XX", line: 4)
      ),
      ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Mars:20270301T100000\nEND:VEVENT\nEND:VCALENDAR", .zone("Mars")),
      ("BEGIN:VCALENDAR\nCALSCALE:HEBREW\nEND:VCALENDAR", .calendarScale("HEBREW")),
    ] as [(String, CalendarProblem)])
  func problems(_ text: String, _ problem: CalendarProblem) throws {
    let start = try #require(Instant("2027-02-01"))
    #expect(throws: problem) { try Self.read(text, start, start.adding(seconds: 86_400)) }
    #expect(!problem.message.isEmpty)
  }

  @Test("A file that is cut anywhere is refused: none is taken for one with fewer meetings")
  func cut() throws {
    let text = "BEGIN:VCALENDAR\r\n\(Self.event(Self.weekly).replacing("\n", with: "\r\n"))\r\nEND:VCALENDAR"
    let start = try #require(Instant("2027-02-01"))
    let zones = try TimeZoneDatabase.load(directory: Self.zones)
    let zone = try #require(zones.zone("America/New_York"))
    for length in 0..<text.utf8.count {
      #expect(throws: CalendarProblem.self, "\(length)") {
        try BusyFeed.read(
          Array(text.utf8.prefix(length)), zone: zone, from: start, to: start.adding(seconds: 86_400), owner: nil,
          zones: zones)
      }
    }
  }

  @Test("An end that is a mere date counts the whole of it, though the standard wants a time there")
  func untilDate() throws {
    let times = try Self.busy(Self.event(Self.weekly + ";UNTIL=20270316"))
    #expect(times.map { String($0.prefix(10)) } == ["2027-03-02", "2027-03-09", "2027-03-16"])
  }

  @Test("Leaving out one hour of a day leaves the others, also one whose time in UTC reads the same")
  func exceptionAmongSeveral() throws {
    let times = try Self.busy(
      Self.event(
        "DTSTART;TZID=Europe/Berlin:20270316T101500\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=2;BYHOUR=10,11;BYMINUTE=15\n"
          + "EXDATE;TZID=Europe/Berlin:20270316T101500"))
    #expect(times == ["2027-03-16T10:15:00Z/2027-03-16T10:45:00Z"])
  }

  @Test("A week of the year without a weekday falls on that of the beginning")
  func weekWithoutDay() throws {
    let times = try Self.busy(Self.event("DTSTART:20260303T150000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYWEEKNO=10"))
    #expect(times == ["2027-03-09T15:00:00Z/2027-03-09T16:00:00Z"])
  }

  @Test("A weekday by itself and the nth of another are both meant")
  func mixedDays() throws {
    let times = try Self.busy(
      Self.event("DTSTART:20270201T150000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=MO,1TU"), days: 14)
    #expect(times.map { String($0.prefix(10)) } == ["2027-02-01", "2027-02-02", "2027-02-08"])
  }

  @Test("Busy times touch nowhere and stay within the time that is asked for")
  func merged() throws {
    let times = try Self.busy(
      Self.event("DTSTART:20270201T000000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY;COUNT=48")
        + "\n" + Self.event("DTSTART:20270101T000000Z\nDTEND:20270102T000000Z").replacing("UID:1", with: "UID:2"))
    #expect(times == ["2027-02-01T00:00:00Z/2027-02-03T00:00:00Z"])
  }

  @Test("Every name that Windows has for a zone leads to one of the tz database")
  func windowsZones() throws {
    // All names at once: one that is unknown is a problem.
    let names = WindowsZones.names.keys.sorted()
    #expect(names.count > 130)
    let lines = names.map { Self.event("DTSTART;TZID=\"\($0)\":20270310T120000\nDURATION:PT1H") }.joined(
      separator: "\n")
    let database = try TimeZoneDatabase.load()
    let start = try #require(Instant("2027-02-01"))
    let text = "BEGIN:VCALENDAR\n\(lines)\nEND:VCALENDAR\n"
    #expect(
      try !BusyFeed.read(
        Array(text.utf8), zone: try #require(database.zone("Etc/UTC")), from: start,
        to: start.adding(seconds: 86_400 * 60), owner: nil, zones: database
      ).isEmpty)
  }

  // MARK: - Hostile ones

  @Test(
    "No rule holds up the night: what can't be reckoned within bounds is refused",
    .timeLimit(.minutes(1)),
    arguments: [
      "FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=2000000000",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=1000000", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31",
      "FREQ=SECONDLY;BYHOUR=25", "FREQ=YEARLY;COUNT=2000000000;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3;BYSETPOS=366",
      "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
    ])
  func bounded(_ rule: String) {
    _ = try? Self.busy(Self.event("DTSTART:00010101T000000Z\nDURATION:PT1S\nRRULE:\(rule)"))
  }

  @Test("A calendar of fifty thousand events is read", .timeLimit(.minutes(1)))
  func large() throws {
    var text = "BEGIN:VCALENDAR\n"
    for number in 0..<50_000 {
      text +=
        "BEGIN:VEVENT\nUID:\(number)\nSUMMARY:Secret\nDTSTART:2027\(number % 9 < 5 ? "03" : "06")10T1\(number % 10)0000Z\n"
        + "DURATION:PT30M\nEND:VEVENT\n"
    }
    let start = try #require(Instant("2027-02-01"))
    #expect(try Self.read(text + "END:VCALENDAR\n", start, start.adding(seconds: 89 * 86_400)).count == 10)
  }

  @Test("No bytes make the reader fail otherwise than by saying so")
  func anyBytes() throws {
    var dice = SystemRandomNumberGenerator()
    let text = Array(
      "BEGIN:VCALENDAR\n\(Self.event(Self.weekly + ";BYDAY=TU,2TH\nEXDATE:20270309T210000Z"))\nEND:VCALENDAR\n".utf8)
    let zones = try TimeZoneDatabase.load(directory: Self.zones)
    let zone = try #require(zones.zone("America/New_York"))
    let start = try #require(Instant("2027-02-01"))
    for _ in 0..<1_000 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        bytes[Int.random(in: bytes.indices, using: &dice)] = "0123456789;:=,TZ\n \"-/".utf8.randomElement(using: &dice)!
      }
      if let times = try? BusyFeed.read(
        bytes, zone: zone, from: start, to: start.adding(seconds: 40 * 86_400), owner: nil, zones: zones)
      {
        #expect(zip(times, times.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
      }
    }
  }
}
