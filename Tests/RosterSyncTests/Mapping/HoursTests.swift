import Diagnostics
import Files
import FrontMatter
import Rosters
import SiteTesting
import Testing

@testable import RosterSync

@Suite("Hours in words")
struct HoursTests {
  @Test(
    "They are on the mentor's own clock, and another clock is a question",
    arguments: [
      ("Tue & Thu 4–5:30 pm ET", "Boston, MA", "tue 16:00-17:30 thu 16:00-17:30", "America/New_York"),
      ("Tue 4-5pm ET", "Berlin, Germany", "?", "Europe/Berlin"),
      ("Tue 4-5pm", "Berlin, Germany", "tue 16:00-17:00", "Europe/Berlin"),
      ("Tue 4-5pm ET", "", "tue 16:00-17:00", "America/New_York"), ("Tue 4-5pm", "", "tue 16:00-17:00", "-"),
      ("Tue 4-5", "Boston, MA", "?", "America/New_York"), ("by appointment", "Boston, MA", "-", "America/New_York"),
    ])
  func clocks(_ hours: String, _ place: String, _ expected: String, _ zone: String) throws {
    let settings = try SyncSamples.settings(
      "key: Id\nsources: [{file: r.csv}]\nfields: {name: N, location: L, timezone: {from: city}, availability: H}")
    let result = SyncSamples.records(
      [SyncSamples.roster(["Id", "N", "L", "H"], [["1", "Ana", place, hours]])], by: settings)
    let fields = try #require(result.records.first).fields
    if case .value(.texts(let weekly))? = fields["availability.weekly"] {
      #expect(weekly.joined(separator: " ") == expected)
    } else {
      #expect(expected == (result.quarantined.isEmpty ? "-" : "?"))
    }
    #expect(fields["timezone"] == (zone == "-" ? .noOpinion : .value(.text(zone))))
  }

  @Test("Dates without hours come with them")
  func exceptions() throws {
    let settings = try SyncSamples.settings("key: Id\nsources: [{file: r.csv}]\nfields: {name: N, availability: H}")
    let result = SyncSamples.records(
      [SyncSamples.roster(["Id", "N", "H"], [["1", "Ana", "Tue & Thu 4–5:30 pm, not in December"]])], by: settings)
    let fields = try #require(result.records.first).fields
    #expect(fields["availability.weekly"] == .value(.texts(["tue 16:00-17:30", "thu 16:00-17:30"])))
    #expect(fields["availability.except"] == .value(.texts(["2026-12-01..2026-12-31"])))
  }

  @Test("The example of the documentation does what the documentation says")
  func documentation() throws {
    let page = String(
      decoding: try FileReading.bytes(of: RepositoryPaths.root + "/docs/sync.md"), as: UTF8.self)
    let block = try #require(page.split(separator: "```yaml\n").dropFirst().first?.split(separator: "```").first)
    let settings = try SyncSamples.settings(String(block))
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("|") }.prefix(4).map { line in
      line.dropFirst().dropLast().split(separator: "|").map { $0.drop { $0 == " " } }.map { text in
        String(text.reversed().drop { $0 == " " }.reversed())
      }
    }
    let roster = SyncSamples.roster(rows[0], Array(rows[2...]))
    let result = SyncSamples.records([roster], by: settings)
    #expect(result.schemaProblems == [])
    let (ana, ben) = (result.records[0], result.records[1])
    #expect(ana.fields["class_year"] == .value(.integer(2013)))
    #expect(ana.fields["location.region"] == .value(.text("Massachusetts")))
    #expect(ana.fields["availability.weekly"] == .value(.texts(["tue 16:00-17:30", "thu 09:00-10:00"])))
    #expect(ben.consent == .withdrawn)
    #expect(ben.fields["employer"] == .cleared)
  }
}
