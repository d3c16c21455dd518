import Addresses
import Calendars
import Foundation
import Scheduling
import SiteTesting
import Testing

/// Compares with the answers of Tests/Oracles/busy_oracle.py: those committed, or those that `BUSY_VECTORS` names.
@Suite("Busy times, by an oracle")
struct BusyOracleTests {
  private struct Question: Decodable {
    let name: String
    let zone: String
    let owner: String
    let from: Int64
    let to: Int64
    let calendar: String
    let busy: [[Int64]]
  }

  @Test("recurring-ical-events finds the same busy times in every calendar")
  func answers() throws {
    let file =
      ProcessInfo.processInfo.environment["BUSY_VECTORS"]
      ?? RepositoryPaths.root + "/Tests/Fixtures/busy-vectors.jsonl"
    let zones = try TimeZoneDatabase.load(directory: RepositoryPaths.root + "/Tests/Fixtures/zoneinfo")
    let lines = try Data(contentsOf: URL(fileURLWithPath: file)).split(separator: 0x0A)
    var differences: [String] = []
    var times = 0
    for line in lines {
      let question = try JSONDecoder().decode(Question.self, from: line)
      let wanted = question.busy.map { Instant(secondsSinceEpoch: $0[0])..<Instant(secondsSinceEpoch: $0[1]) }
      times += wanted.count
      do {
        let found = try BusyFeed.read(
          Array(question.calendar.utf8), zone: try #require(zones.zone(question.zone)),
          from: Instant(secondsSinceEpoch: question.from), to: Instant(secondsSinceEpoch: question.to),
          owner: MailAddress(question.owner), zones: zones)
        if found != wanted {
          let missing = Set(wanted).subtracting(found).sorted { $0.lowerBound < $1.lowerBound }
          let surplus = Set(found).subtracting(wanted).sorted { $0.lowerBound < $1.lowerBound }
          differences.append("\(question.name): missing \(missing.prefix(3)), surplus \(surplus.prefix(3))")
        }
      } catch {
        differences.append("\(question.name): \(error)")
      }
    }
    #expect(lines.count >= 200)
    #expect(times > 1_000)
    #expect(
      differences.isEmpty,
      "\(differences.count) of \(lines.count) differ: \(differences.prefix(12).joined(separator: "\n"))")
  }
}
