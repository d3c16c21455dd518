import Community
import Diagnostics
import Files
import Rosters
import SiteTesting
import Testing

@testable import RosterSync

@Suite("The roster of the sample site")
struct SampleRosterTests {
  private static func bytes(_ path: String) throws -> [UInt8] {
    try FileReading.bytes(of: RepositoryPaths.root + "/content/" + path)
  }

  private static func sample() throws -> (result: MappingResult, settings: SyncSettings) {
    let (site, problems) = SiteSettings.read(
      SourceFile(path: "content/site.yaml", bytes: try bytes("site.yaml")), zoneNames: Array(SyncSamples.zoneNames))
    #expect(problems.isEmpty)
    let (settings, diagnostics) = SyncSettings.read(
      SourceFile(path: "content/sync.yaml", bytes: try bytes("sync.yaml")), site: site)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    let read = try #require(settings)
    let roster = try Roster.read(try bytes("roster.csv"), as: .csv)
    return (SyncSamples.records([roster], by: read, site: site), read)
  }

  @Test("It is read as a whole but for what it has for show: an unclear hour, an unclear consent")
  func isInOrder() throws {
    let result = try Self.sample().result
    #expect(result.schemaProblems == [])
    #expect(result.records.count == 41)
    #expect(result.quarantinedRowCount == 0)
    #expect(
      Set(result.quarantined.map(\.column)) == ["Office hours (Tue 4-5:30pm; Thu 9-10am)", "OK to list?"],
      "\(result.quarantined.map(\.reason))")
  }

  @Test("It has its people in every state that a run can bring about")
  func states() throws {
    let records = try Self.sample().result.records
    func record(_ slug: String) throws -> UpstreamRecord { try #require(records.first { $0.suggestedSlug == slug }) }
    #expect(try record("henrik-lindqvist").isOptedOut)
    #expect(try record("bettina-roth").consent == .withdrawn)
    #expect(try record("leo-marchetti").consent == .unknown("ask again in spring"))
    let nadia = try record("nadia-benali")
    #expect(nadia.consent == .given)
    #expect(nadia.fields["timezone"] == .value(.text("Africa/Casablanca")))
    #expect(nadia.fields["availability.weekly"] == .value(.texts(["mon 18:00-19:00", "wed 18:00-19:00"])))
    #expect(nadia.fields["industry"] == .value(.text("Engineering and construction")))
    #expect(!records.contains { $0.suggestedSlug == "pat-hannigan" })
  }
}
