import Testing

@testable import Scheduling

@Suite("Zone files")
struct ZoneFileTests {
  @Test("A file of version 1 is read by its 32-bit times")
  func versionOne() throws {
    var bytes = try FixtureZones.bytes("Europe/Berlin")
    bytes[4] = 0
    let file = try #require(TimeZoneFile(bytes))
    #expect(file.footer == nil)
    let zone = TimeZoneRules(name: "old", file: file)
    #expect(zone.offset(at: .of("2027-07-01")).abbreviation == "CEST")
    #expect(zone.offset(at: .of("2027-01-01")).abbreviation == "CET")
  }

  @Test("A file cut short anywhere is either no zone, or one that lost its footer only")
  func truncated() throws {
    let bytes = try FixtureZones.bytes("America/Nuuk")
    for length in 0..<bytes.count {
      if let file = TimeZoneFile(Array(bytes[..<length])) { #expect(file.footer == nil) }
    }
    #expect(TimeZoneFile(bytes)?.footer != nil)
  }

  @Test("A file with any bytes damaged does no harm")
  func damaged() throws {
    let bytes = try FixtureZones.bytes("Asia/Kolkata")
    for _ in 0..<20_000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4) { damaged[Int.random(in: 0..<damaged.count)] = .random(in: 0...255) }
      guard let file = TimeZoneFile(damaged) else { continue }
      let zone = TimeZoneRules(name: "damaged", file: file)
      _ = zone.instant(of: .of("2027-03-28"), .endOfDay)
      _ = zone.local(.of("2027-03-28"))
    }
  }

  @Test(
    "A rule for all later time says when clocks change",
    arguments: [
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2027-03-28T00:59:59Z", 3600),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2027-03-28T01:00:00Z", 7200),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2027-10-31T00:59:59Z", 7200),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2027-10-31T01:00:00Z", 3600),
      ("<+0330>-3:30", "2027-10-31T01:00:00Z", 12_600), ("EST5", "2027-07-01", -18_000),
      ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2027-01-01", 39_600), ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2027-07-01", 36_000),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2027-03-28T00:59:59Z", -7200),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2027-03-28T01:00:00Z", -3600),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2027-01-01", 0), ("IST-1GMT0,M10.5.0,M3.5.0/1", "2027-07-01", 3600),
      ("XXX3EDT4,0/0,J365/23", "2027-01-01T03:00:00Z", -14_400),
      ("XXX3EDT4,0/0,J365/23", "2027-12-31T23:59:59Z", -14_400),
      ("AAA0BBB,J60,J300", "2028-03-01T01:59:59Z", 0), ("AAA0BBB,J60,J300", "2028-03-01T02:00:00Z", 3600),
      ("AAA0BBB,60,300", "2027-03-02T02:00:00Z", 3600), ("AAA0BBB,60,300", "2028-03-01T02:00:00Z", 3600),
      ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2027-03-27T00:00:00Z", 10_800),
      ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2027-03-26T23:59:59Z", 7200),
    ])
  func rules(_ rule: String, _ moment: String, _ seconds: Int) throws {
    let rule = try #require(ZoneRule(rule))
    let period = rule.period(at: Instant.of(moment).secondsSinceEpoch)
    #expect(period.offset.seconds == seconds)
    #expect(period.start <= Instant.of(moment).secondsSinceEpoch && Instant.of(moment).secondsSinceEpoch < period.end)
  }

  @Test(
    "A rule that can't be understood is none",
    arguments: [
      "", "C-1", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
      "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J366", "CET-1CEST,366,1", "<CET-1", "CET-25",
      "CET-1CEST,M3.5.0,M10.5.0/168",
      "CET-1CEST,M3.5.0,M10.5.0/3 ",
    ])
  func noRule(_ text: String) {
    #expect(ZoneRule(text) == nil)
  }
}
