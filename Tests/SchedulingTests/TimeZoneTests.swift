import Testing

@testable import Scheduling

@Suite("Time zones")
struct TimeZoneTests {
  // MARK: - The database

  @Test("The database tells its release and its zones, and no others")
  func database() throws {
    let database = try FixtureZones.database()
    #expect(database.version == "2025b")
    #expect(database.names.count == 17)
    #expect(database.names.contains("Europe/Berlin"))
    #expect(database.names == database.names.sorted())
  }

  @Test(
    "A name that is none, or that leads out of the folder, is no zone",
    arguments: [
      "", "Europe", "Europe/", "/Europe/Berlin", "Europe/Berlin/", "Europe//Berlin", "../zoneinfo/UTC", "Europe/../UTC",
      "./UTC", "UTC\u{0}", "+VERSION", "posix/UTC", "localtime", "Europe/Berlin ", "utc é", "Atlantis/Poseidonis",
      String(repeating: "a/", count: 4_000),
    ])
  func noZone(_ name: String) throws {
    #expect(try FixtureZones.database().zone(name) == nil)
  }

  @Test("A folder without a database is a problem with words and a remedy")
  func missing() {
    #expect(throws: TimeZoneProblem.noDatabase(looked: ["/nowhere/zoneinfo"])) {
      try TimeZoneDatabase.load(directory: "/nowhere/zoneinfo")
    }
    #expect(throws: TimeZoneProblem.unreadable(directory: FixtureZones.fixtures)) {
      try TimeZoneDatabase.load(directory: FixtureZones.fixtures)
    }
    let problem = TimeZoneProblem.noDatabase(looked: ["/a", "/b"])
    #expect(problem.message == "no time zone database found in '/a', '/b'")
    #expect(problem.remedy.contains("tzdata"))
  }

  @Test("The system's own database can be read, every zone of it")
  func system() throws {
    let database = try TimeZoneDatabase.load()
    let names = database.names
    #expect(names.count > 300)
    for name in names { #expect(database.zone(name) != nil, "\(name)") }
  }

  // MARK: - The clock

  @Test(
    "A clock time becomes a moment; a time in a gap moves forward by the gap; a time that comes twice is the first",
    arguments: [
      ("Europe/Berlin", "2027-03-28", "01:59", "2027-03-28T00:59:00Z"),
      ("Europe/Berlin", "2027-03-28", "02:00", "2027-03-28T01:00:00Z"),
      ("Europe/Berlin", "2027-03-28", "02:30", "2027-03-28T01:30:00Z"),
      ("Europe/Berlin", "2027-03-28", "03:00", "2027-03-28T01:00:00Z"),
      ("Europe/Berlin", "2027-10-31", "02:30", "2027-10-31T00:30:00Z"),
      ("Europe/Berlin", "2027-10-31", "03:00", "2027-10-31T02:00:00Z"),
      ("Europe/Berlin", "2027-10-31", "24:00", "2027-10-31T23:00:00Z"),
      ("Europe/Berlin", "2088-07-01", "12:00", "2088-07-01T10:00:00Z"),
      ("America/New_York", "2027-03-14", "02:30", "2027-03-14T07:30:00Z"),
      ("America/St_Johns", "2027-03-14", "02:15", "2027-03-14T05:45:00Z"),
      ("Australia/Lord_Howe", "2027-10-03", "02:15", "2027-10-02T15:45:00Z"),
      ("Asia/Kathmandu", "2027-01-01", "00:00", "2026-12-31T18:15:00Z"),
      ("Antarctica/Troll", "2027-03-28", "01:30", "2027-03-28T01:30:00Z"),
      ("Pacific/Apia", "2011-12-30", "10:00", "2011-12-30T20:00:00Z"),
      ("Africa/Cairo", "2027-04-30", "00:30", "2027-04-29T22:30:00Z"),
    ])
  func instants(_ name: String, _ date: String, _ time: String, _ moment: String) throws {
    let zone = try FixtureZones.zone(name)
    let clock = try #require(ClockTime(time))
    #expect(zone.instant(of: .of(date), clock).utcExtended == moment)
  }

  @Test("What a zone's clocks show at a moment is what they mean by it, but where a time comes twice")
  func roundTrip() throws {
    for name in try FixtureZones.database().names {
      let zone = try FixtureZones.zone(name)
      for _ in 0..<2_000 {
        let moment = Instant(secondsSinceEpoch: .random(in: 0...4_000_000_000) / 60 * 60)
        let (date, second) = zone.local(moment)
        guard second % 60 == 0, let time = ClockTime(minutes: second / 60) else { continue }
        let back = zone.instant(of: date, time)
        let shown = zone.local(back)
        #expect(back <= moment && shown.date == date && shown.secondOfDay == second, "\(name) \(moment)")
      }
    }
  }

  @Test("An offset has the zone's own name for it and knows daylight saving time")
  func offsets() throws {
    let berlin = try FixtureZones.zone("Europe/Berlin")
    let summer = ZoneOffset(seconds: 7200, abbreviation: "CEST", isDaylightSaving: true)
    #expect(berlin.offset(at: .of("2027-07-01")) == summer)
    #expect(berlin.offset(at: .of("2070-07-01")) == summer)
    #expect(berlin.offset(at: .of("2027-01-01")).abbreviation == "CET")
    #expect(try FixtureZones.zone("America/Nuuk").offset(at: .of("2027-01-01")).abbreviation == "-02")
    #expect(berlin.offset(at: Instant(secondsSinceEpoch: .min)).abbreviation == "LMT")
    #expect(berlin.offset(at: Instant(secondsSinceEpoch: .max)).seconds == 3600)
  }
}
