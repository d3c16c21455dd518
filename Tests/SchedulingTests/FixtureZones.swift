import Foundation

@testable import Scheduling

/// Zone files kept beside the tests (tz 2025b), so that a test says the same on every machine and in every year.
enum FixtureZones {
  static let directory = fixtures + "/zoneinfo"
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path

  static func database() throws -> TimeZoneDatabase { try TimeZoneDatabase.load(directory: directory) }

  static func zone(_ name: String) throws -> TimeZoneRules {
    guard let zone = try database().zone(name) else { throw TimeZoneProblem.unreadable(directory: name) }
    return zone
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(name)")))
  }
}

extension CivilDate {
  /// A date that a test knows to be one.
  static func of(_ iso: String) -> CivilDate { CivilDate(iso)! }
}

extension Instant {
  /// A moment that a test knows to be one.
  static func of(_ iso: String) -> Instant { Instant(iso)! }
}

extension WeeklyRule {
  /// A rule that a test knows to be one.
  static func of(_ written: String) -> WeeklyRule { WeeklyRule(written)! }
}
