import Testing

@testable import Scheduling

@Suite("Slots")
struct SlotTests {
  // MARK: - The clock's gaps and overlaps

  struct WindowCase: Sendable, CustomTestStringConvertible {
    let date: String
    let window: String
    let starts: [String]
    var testDescription: String { "\(date) \(window)" }
  }

  @Test(
    "A window is cut in elapsed time between the moments that its two ends mean",
    arguments: [
      WindowCase(date: "2027-03-28", window: "01:30-03:30", starts: ["2027-03-28T00:30:00Z", "2027-03-28T01:00:00Z"]),
      WindowCase(date: "2027-03-28", window: "02:30-03:30", starts: []),
      WindowCase(date: "2027-03-28", window: "02:30-04:00", starts: ["2027-03-28T01:30:00Z"]),
      WindowCase(
        date: "2027-10-31", window: "01:30-03:30",
        starts: [
          "2027-10-30T23:30:00Z", "2027-10-31T00:00:00Z", "2027-10-31T00:30:00Z", "2027-10-31T01:00:00Z",
          "2027-10-31T01:30:00Z", "2027-10-31T02:00:00Z",
        ]),
      WindowCase(date: "2027-10-31", window: "02:00-02:30", starts: ["2027-10-31T00:00:00Z"]),
    ])
  func berlin(_ example: WindowCase) throws {
    let date = CivilDate.of(example.date)
    let rule = WeeklyRule.of("\(date.weekday.name) \(example.window)")
    let found = Availability(weekly: [rule]).slots(
      in: try FixtureZones.zone("Europe/Berlin"), from: Instant(utc: date.adding(days: -2)),
      defaults: SchedulingDefaults(slots: 20, horizonDays: 5))
    #expect(found.map(\.start.utcExtended) == example.starts)
    #expect(found.allSatisfy { $0.minutes == 30 })
  }

  @Test("17:00 in Berlin stays 17:00 while New York's clocks and its own change")
  func fiveInTheAfternoon() throws {
    let berlin = try FixtureZones.zone("Europe/Berlin")
    let newYork = try FixtureZones.zone("America/New_York")
    let found = Availability(weekly: [.of("tue 17:00-17:30")])
      .slots(in: berlin, from: .of("2027-03-07"), defaults: SchedulingDefaults(horizonDays: 25))
    let hours = found.map { (berlin.local($0.start).secondOfDay / 3600, newYork.local($0.start).secondOfDay / 3600) }
    #expect(found.map { berlin.local($0.start).date.iso } == ["2027-03-09", "2027-03-16", "2027-03-23", "2027-03-30"])
    #expect(hours.map(\.0) == [17, 17, 17, 17])
    #expect(hours.map(\.1) == [11, 12, 12, 11])
  }

  @Test("A day that a zone leaps over has no slots, and they don't land on the next")
  func missingDay() throws {
    let apia = try FixtureZones.zone("Pacific/Apia")
    let found = Availability(weekly: [.of("fri 10:00-11:00")])
      .slots(in: apia, from: .of("2011-12-27"), defaults: SchedulingDefaults(slots: 2, noticeMinutes: 0))
    #expect(found.first.map { apia.local($0.start).date.iso } == "2012-01-06")
  }

  // MARK: - What takes slots out

  /// A mentor in UTC who can meet for an hour on Tuesdays and Thursdays from 9 to 11, and a site that shows four slots.
  private struct Trial {
    var availability = Availability(weekly: [.of("tue 9:00-11:00"), .of("thu 9:00-11:00")])
    var defaults = SchedulingDefaults(slots: 4, meetingLengthMinutes: 60, noticeMinutes: 0)
    var busy: [Range<Instant>] = []
    var away: [DateSpan] = []
    var asOf = "2027-03-01T00:00:00Z"
  }

  /// Where the slots of a trial begin: month, day and hour.
  private func starts(_ change: (inout Trial) -> Void = { _ in }) throws -> [String] {
    var trial = Trial()
    change(&trial)
    let slots = trial.availability.slots(
      in: try FixtureZones.zone("UTC"), from: .of(trial.asOf), defaults: trial.defaults, busy: trial.busy,
      away: trial.away)
    #expect(slots == slots.sorted() && Set(slots).count == slots.count)
    return slots.map { String($0.start.utcBasic.dropFirst(4).prefix(7)) }
  }

  private let tuesday = DateSpan(CivilDate.of("2027-03-02"))

  @Test("The next slots come in order, as many as are wanted")
  func next() throws {
    #expect(try starts() == ["0302T09", "0302T10", "0304T09", "0304T10"])
    #expect(try starts { $0.defaults.slots = 0 } == [])
    #expect(try starts { $0.availability.weekly = [] } == [])
    let longer = try starts {
      $0.availability.meetingLengthMinutes = 90
      $0.defaults.slots = 2
    }
    #expect(longer == ["0302T09", "0304T09"])
  }

  @Test("Notice and horizon count from the moment asked for; the horizon's own moment is outside")
  func noticeAndHorizon() throws {
    #expect(try starts { $0.asOf = "2027-03-02T09:00:01Z" }.first == "0302T10")
    for (asOf, first) in [("2027-03-01T09:00:00Z", "0302T09"), ("2027-03-01T09:01:00Z", "0302T10")] {
      let found = try starts {
        $0.availability.noticeMinutes = 1440
        $0.asOf = asOf
      }
      #expect(found.first == first)
    }
    let short = try starts {
      $0.availability.horizonDays = 1
      $0.asOf = "2027-03-01T10:00:00Z"
    }
    #expect(short == ["0302T09"])
    let nothingLeft = try starts {
      $0.availability.noticeMinutes = 2880
      $0.availability.horizonDays = 2
    }
    #expect(nothingLeft == [])
    #expect(try starts { $0.availability.horizonDays = .max }.count == 4)
    #expect(try starts { $0.availability.noticeMinutes = .min }.count == 4)
  }

  @Test("Exceptions and absences close whole days")
  func closedDays() throws {
    #expect(try starts { $0.availability.except = [tuesday] }.first == "0304T09")
    #expect(try starts { $0.away = [tuesday] }.first == "0304T09")
  }

  @Test("A holiday closes weekly windows; a window that names the date stays open, but for an exception")
  func holidays() throws {
    let midnight = try #require(DatedWindow(date: tuesday.first, start: .startOfDay, end: ClockTime("01:00")!))
    #expect(try starts { $0.defaults.holidays = [tuesday.first] }.first == "0304T09")
    let named = try starts {
      $0.defaults.holidays = [tuesday.first]
      $0.availability.dates = [midnight]
    }
    #expect(named == ["0302T00", "0304T09", "0304T10", "0309T09"])
    let excepted = try starts {
      $0.availability.dates = [midnight]
      $0.availability.except = [tuesday]
    }
    #expect(excepted.first == "0304T09")
  }

  @Test(
    "A week, from Monday on, offers no more than its limit",
    arguments: [
      (0, []), (1, ["0302T09", "0309T09", "0316T09", "0323T09"]), (3, ["0302T09", "0302T10", "0304T09", "0309T09"]),
    ] as [(Int, [String])])
  func weekLimit(_ limit: Int, _ expected: [String]) throws {
    #expect(try starts { $0.availability.maxPerWeek = limit } == expected)
  }

  @Test("A busy time takes the slots that it touches, the buffer on both sides counted")
  func busyTimes() throws {
    let meeting = Instant.of("2027-03-02T10:00:00Z")..<Instant.of("2027-03-02T10:30:00Z")
    #expect(try starts { $0.busy = [meeting] } == ["0302T09", "0304T09", "0304T10", "0309T09"])
    let buffered = try starts {
      $0.availability.bufferMinutes = 1
      $0.busy = [meeting]
    }
    #expect(buffered.first == "0304T09")
    let long = Instant.of("2027-03-01T00:00:00Z")..<Instant.of("2027-03-04T10:00:00Z")
    let inside = Instant.of("2027-03-02T00:00:00Z")..<Instant.of("2027-03-02T01:00:00Z")
    #expect(try starts { $0.busy = [inside, long] }.first == "0304T10")
    #expect(try starts { $0.busy = [meeting.lowerBound..<meeting.lowerBound] }.count == 4)
  }

  @Test("Windows that overlap are one: no slot comes twice and none overlaps another")
  func overlappingWindows() throws {
    let found = try starts {
      $0.availability.weekly = [.of("tue 9:00-11:00"), .of("tue 9:30-12:00"), .of("tue 9:00-11:00")]
      $0.defaults.horizonDays = 6
    }
    #expect(found == ["0302T09", "0302T10", "0302T11"])
  }

  @Test("Windows that only touch stay two: a meeting fits into one of them or not at all")
  func touchingWindows() throws {
    let found = try starts {
      $0.availability.weekly = [.of("tue 9:00-10:00"), .of("tue 10:00-11:00")]
      $0.availability.meetingLengthMinutes = 45
      $0.defaults.horizonDays = 6
    }
    #expect(found == ["0302T09", "0302T10"])
  }

  @Test("A meeting of no length, or of more than a day, has no slots", arguments: [0, -30, 1_441, .max, .min])
  func senselessLength(_ minutes: Int) throws {
    #expect(try starts { $0.availability.meetingLengthMinutes = minutes } == [])
  }
}
