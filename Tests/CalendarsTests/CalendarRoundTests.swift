import Calendars
import Scheduling
import SiteTesting
import Testing

@Suite("A round of reading calendars")
struct CalendarRoundTests {
  private static let night = Instant("2027-03-01T02:00:00Z")!
  private static let hour = Instant("2027-03-02T21:00:00Z")!..<Instant("2027-03-02T22:00:00Z")!

  private static func feed(_ slug: String, _ address: String = "webcal://example.org/a.ics") -> CalendarFeed {
    CalendarFeed(slug: slug, address: address, zone: "America/New_York", owner: nil, horizonDays: 28)
  }

  private static func round(
    _ feeds: [CalendarFeed] = [feed("ana")], known: BusyRecord = BusyRecord(), nights: Int64 = 0, keptDays: Int = 0
  ) -> CalendarRound {
    CalendarRound(feeds, known: known, now: night.adding(seconds: nights * 86_400), keptDays: keptDays)
  }

  @Test("What is to be fetched is in the order of slugs, each by https; an address that is none is never fetched")
  func requests() {
    let round = Self.round([Self.feed("bo"), Self.feed("ana"), Self.feed("carl", "file:///etc/passwd")])
    #expect(
      round.requests.map { "\($0.feed.slug) \($0.url)" } == [
        "ana https://example.org/a.ics", "bo https://example.org/a.ics",
      ])
    #expect(
      round.failures(in: ["ana": .busy([]), "bo": .failed("the server said 500")]).map { "\($0.slug): \($0.reason)" }
        == [
          "bo: the server said 500", "carl: its address is no https address",
        ])
  }

  @Test("A calendar is read over the mentor's horizon and the days for which the record is believed")
  func outcome() throws {
    let zones = try TimeZoneDatabase.load(directory: BusyFeedTests.zones)
    let round = Self.round()
    let outcome = round.outcome(
      of: round.requests[0],
      bytes: Array("BEGIN:VCALENDAR\n\(BusyFeedTests.event(BusyFeedTests.weekly))\nEND:VCALENDAR".utf8),
      zones: zones)
    guard case .busy(let times) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(
      times.map(\.lowerBound.utcDate.iso) == [
        "2027-03-02", "2027-03-09", "2027-03-16", "2027-03-23", "2027-03-30",
      ])
    #expect(
      round.outcome(of: round.requests[0], bytes: Array("<html>".utf8), zones: zones)
        == .failed("a web page came in the place of the calendar"))
  }

  @Test("A calendar that fails keeps its last good copy with its date, and closes; one that is read again opens")
  func failing() {
    let first = Self.round().record(after: ["ana": .busy([Self.hour])])
    #expect(first.state(of: "ana", calendar: Self.feed("").address, asOf: Self.night) == .confirmed([Self.hour]))
    let second = Self.round(known: first, nights: 1).record(after: ["ana": .failed("500")])
    #expect(second.feeds["ana"]?.busy == [Self.hour])
    #expect(second.feeds["ana"]?.checked == Self.night)
    #expect(second.feeds["ana"]?.failingSince == Self.night.adding(seconds: 86_400))
    let third = Self.round(known: second, nights: 2).record(after: [:])
    #expect(third == second)
    #expect(
      third.state(of: "ana", calendar: Self.feed("").address, asOf: Self.night.adding(seconds: 2 * 86_400))
        == .unconfirmed(since: Self.night))
    let fourth = Self.round(known: third, nights: 3).record(after: ["ana": .busy([])])
    #expect(fourth.feeds["ana"]?.failingSince == nil)
    #expect(fourth.feeds["ana"]?.checked == Self.night.adding(seconds: 3 * 86_400))
  }

  @Test("Where the settings let a last good copy count for days, it closes when they are over")
  func kept() {
    let first = Self.round().record(after: ["ana": .busy([Self.hour])])
    for (nights, isOpen) in [(1, true), (2, true), (3, false)] {
      let record = Self.round(known: first, nights: Int64(nights), keptDays: 3).record(after: ["ana": .failed("500")])
      #expect((record.feeds["ana"]?.failingSince == nil) == isOpen, "\(nights)")
    }
  }

  @Test("A second run on the same day changes no byte where nothing changed")
  func again() {
    let first = Self.round().record(after: ["ana": .busy([Self.hour])])
    let second = CalendarRound([Self.feed("ana")], known: first, now: Self.night.adding(seconds: 600))
    #expect(second.record(after: ["ana": .busy([Self.hour])]).bytes == first.bytes)
  }

  @Test("What was read at another address counts for nothing, and who is gone is forgotten")
  func otherCalendars() {
    let first = Self.round([Self.feed("ana"), Self.feed("bo")]).record(
      after: ["ana": .busy([Self.hour]), "bo": .busy([Self.hour])])
    let second = Self.round([Self.feed("ana", "https://example.org/new.ics")], known: first, nights: 1)
      .record(after: ["ana": .failed("404")])
    #expect(second.feeds.keys.sorted() == ["ana"])
    #expect(second.feeds["ana"]?.busy == [])
    #expect(second.feeds["ana"]?.checked == nil)
  }
}
