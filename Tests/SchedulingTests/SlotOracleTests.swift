import Foundation
import Testing

@testable import Scheduling

/// Compares with the answers of Tests/Oracles/slots_oracle.py: those committed, or those that `SLOT_VECTORS` names.
@Suite("Slots and clocks, by an oracle")
struct SlotOracleTests {
  private struct Question: Decodable {
    let zone: String
    let from: Int64
    let weekly: [[String]]
    let dates: [[String]]
    let except: [[String]]
    let away: [[String]]
    let holidays: [String]
    let busy: [[Int64]]
    let length: Int
    let buffer: Int
    let notice: Int
    let horizon: Int
    let max: Int
    let slots: Int
    let starts: [Int64]
  }

  @Test("Python's zoneinfo finds the same moments, offsets and slots")
  func answers() throws {
    let environment = ProcessInfo.processInfo.environment
    let file = environment["SLOT_VECTORS"] ?? FixtureZones.fixtures + "/slot-vectors.txt"
    let database = try TimeZoneDatabase.load(directory: environment["SLOT_ZONES"] ?? FixtureZones.directory)
    let lines = try Data(contentsOf: URL(fileURLWithPath: file)).split(separator: 0x0A)
    var zones: [String: TimeZoneRules] = [:]
    var differences: [String] = []
    for line in lines {
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      let question = fields[0] == "slots" ? try JSONDecoder().decode(Question.self, from: Data(fields[1].utf8)) : nil
      let name = question?.zone ?? fields[1]
      let zone = try #require(zones[name] ?? database.zone(name))
      zones[name] = zone
      if !(question.map { agrees($0, zone) } ?? agrees(fields, zone)) {
        differences.append(fields.joined(separator: " "))
      }
    }
    let kinds = Dictionary(grouping: lines) { String(decoding: $0.prefix { $0 != 0x09 }, as: UTF8.self) }
    let counts = ["clock", "offset", "slots"].map { "\(kinds[$0]?.count ?? 0) \($0)" }.joined(separator: ", ")
    // `make oracle` shows this line.
    print("Oracle: \(zones.count) zones, questions: \(counts); differences: \(differences.count)")
    #expect(lines.count > 1_000)
    #expect(differences.isEmpty, "\(differences.count) of \(lines.count) differ: \(differences.prefix(10))")
  }

  private func agrees(_ fields: [String], _ zone: TimeZoneRules) -> Bool {
    if fields[0] == "clock" {
      let time = ClockTime(minutes: Int(fields[3])!)!
      return zone.instant(of: .of(fields[2]), time).secondsSinceEpoch == Int64(fields[4])
    }
    let offset = zone.offset(at: Instant(secondsSinceEpoch: Int64(fields[2])!))
    return offset.seconds == Int(fields[3]) && offset.abbreviation == fields[4]
  }

  private func agrees(_ question: Question, _ zone: TimeZoneRules) -> Bool {
    let span = { (dates: [String]) in DateSpan(first: .of(dates[0]), last: .of(dates[1]))! }
    let availability = Availability(
      weekly: question.weekly.map { WeeklyRule.of("\($0[0]) \($0[1])-\($0[2])") },
      dates: question.dates.map {
        DatedWindow(date: .of($0[0]), start: ClockTime($0[1])!, end: ClockTime($0[2])!)!
      },
      except: question.except.map(span), meetingLengthMinutes: question.length, bufferMinutes: question.buffer,
      noticeMinutes: question.notice, horizonDays: question.horizon, maxPerWeek: question.max)
    let found = availability.slots(
      in: zone, from: Instant(secondsSinceEpoch: question.from),
      defaults: SchedulingDefaults(slots: question.slots, holidays: question.holidays.map { .of($0) }),
      busy: question.busy.map { Instant(secondsSinceEpoch: $0[0])..<Instant(secondsSinceEpoch: $0[1]) },
      away: question.away.map(span))
    return found.map(\.start.secondsSinceEpoch) == question.starts
  }
}
