import FrontMatter
import Testing

@testable import RosterSync

@Suite("What an editor and a roster write for the same")
struct NormalizingTests {
  @Test("Values that mean the same become equal")
  func same() throws {
    let site = SyncSamples.site("facets:\n  - field: industry\n    synonyms: {Healthcare: Health care}\n")
    let settings = try SyncSamples.settings(
      """
      key: Id
      sources: [{file: r.csv}]
      fields: {name: N, industry: I, majors: M, phone: P, email: E, class_year: Y, location: L, availability: H}
      """, site: site)
    let mapping = Mapping(settings, site: site, zoneNames: SyncSamples.zoneNames, today: SyncSamples.today)
    let pairs: [(String, YAMLValue, YAMLValue)] = [
      ("industry", .text("Healthcare"), .text("Health care")),
      ("majors", .texts(["Law", "Music"]), .text("music, LAW")),
      ("phone", .text("+1 (202) 555-0123"), .text("+1 202 555 0123")),
      ("email", .text("Ana@example.edu"), .text("ana@EXAMPLE.edu")), ("class_year", .text("2013"), .integer(2013)),
      ("location.country", .text("USA"), .text("United States")),
      (
        "availability.weekly", .texts(["thu 9:00-10:00", "Tuesdays 4–5:30pm"]),
        .texts(["tue 16:00-17:30", "Thu 9-10am"])
      ),
    ]
    for (path, left, right) in pairs {
      #expect(mapping.normalized(left, of: path) == mapping.normalized(right, of: path), "\(path)")
    }
    #expect(mapping.normalized(.text("Law"), of: "industry") != mapping.normalized(.text("Finance"), of: "industry"))
    #expect(mapping.normalized(.text("anything"), of: "headline") == .text("anything"))
  }
}
