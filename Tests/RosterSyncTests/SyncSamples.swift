import Community
import Diagnostics
import Rosters
import Scheduling

@testable import RosterSync

/// Settings, rosters and records for tests.
enum SyncSamples {
  static let zoneNames: Set<String> = {
    guard let database = try? TimeZoneDatabase.load() else { return [] }
    return Set(database.names)
  }()

  static let today = CivilDate(year: 2026, month: 11, day: 24)!

  /// The settings of a site, from lines of `site.yaml`.
  static func site(_ yaml: String = "") -> SiteSettings {
    SiteSettings.read(
      SourceFile(path: "content/site.yaml", text: "title: Mentors\n" + yaml), zoneNames: Array(zoneNames)
    ).settings
  }

  /// Settings that have to be in order.
  static func settings(_ yaml: String, site: SiteSettings = site()) throws -> SyncSettings {
    let (settings, diagnostics) = SyncSettings.read(SourceFile(path: "content/sync.yaml", text: yaml), site: site)
    guard let settings else { throw UnexpectedProblems(messages: diagnostics.map(\.message)) }
    return settings
  }

  struct UnexpectedProblems: Error { let messages: [String] }

  /// A roster of rows.
  static func roster(_ columns: [String], _ rows: [[String]]) -> Roster {
    Roster(columns: columns, rows: rows)
  }

  /// What rosters say under settings.
  static func records(
    _ rosters: [Roster], by settings: SyncSettings, site: SiteSettings = site()
  ) -> MappingResult {
    Mapping(settings, site: site, zoneNames: zoneNames, today: today)
      .records(of: zip(settings.sources, rosters).map { ($0, $1) })
  }

  /// The reader of one field's cells, under the lines of its group in `sync.yaml`.
  static func reader(of field: String, _ options: String = "", site: SiteSettings = site()) throws -> CellReader {
    let group = "{column: C" + (options.isEmpty ? "" : ", " + options) + "}"
    let name = field == "name" ? "" : "\n  name: N"
    let settings = try settings(
      "key: Id\nsources: [{file: r.csv}]\nfields:\(name)\n  \(field): \(group)\n", site: site)
    let mapping = Mapping(settings, site: site, zoneNames: zoneNames, today: today)
    guard let found = settings.fields.first(where: { $0.field == field }) else {
      throw UnexpectedProblems(messages: ["no field \(field)"])
    }
    return mapping.reader(of: found)
  }
}
