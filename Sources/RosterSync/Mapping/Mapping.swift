import Community
import Parallelism
import Rosters
import Scheduling

/// Turns rosters into records of people: columns become profile fields, cells become values.
///
/// 1. Each column that the settings name is found by its header (`HeaderBinding`). A missing or doubled one ends it.
/// 2. The rows of each roster are sorted out by their ids (`RowIndex`). The first roster says who is there.
/// 3. Each person's cells are read (`RecordReading`, `CellReader`), in parallel, and equal cells once.
/// 4. What depends on other fields comes last: the time zone of a city, the hours on a mentor's clock.
///
/// Pure: the same rosters give the same records, whatever the order of their rows and columns.
public struct Mapping: Sendable {
  let settings: SyncSettings
  let site: SiteSettings
  let zoneNames: Set<String>
  let today: CivilDate
  let workers: Workers

  /// A mapping by the settings.
  /// - Parameters:
  ///   - settings: what the columns mean.
  ///   - site: the site's own fields, and the synonyms of its facets.
  ///   - zoneNames: the time zones that the machine knows.
  ///   - today: the day, for years that can't be yet.
  public init(
    _ settings: SyncSettings, site: SiteSettings, zoneNames: Set<String>, today: CivilDate, workers: Workers = .all
  ) {
    self.settings = settings
    self.site = site
    self.zoneNames = zoneNames
    self.today = today
    self.workers = workers
  }

  /// The records of rosters, which come in the order of `SyncSettings.sources`.
  public func records(of rosters: [(source: SourceSettings, roster: Roster)]) -> MappingResult {
    var result = MappingResult(rowCounts: rosters.map(\.roster.count))
    var binding = HeaderBinding(rosters)
    let columns = BoundColumns(settings, rosters: rosters.map(\.source), in: &binding)
    result.schemaProblems = binding.problems
    guard result.schemaProblems.isEmpty, !rosters.isEmpty else { return result }

    let indices = workers.map(rosters.count) { RowIndex(rosters[$0].roster, key: columns.keys[$0]) }
    let reading = RecordReading(mapping: self, rosters: rosters, indices: indices, columns: columns)
    let ids = indices[0].rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let people = workers.map(ids.count, scratch: { CellMemory(fields: settings.fields.count) }) { memory, index in
      reading.person(ids[index], memory: &memory)
    }
    result.records = people.map(\.record)
    result.quarantined = people.flatMap(\.quarantined) + reading.withoutPerson()
    result.quarantined.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    for (index, other) in indices.enumerated() where index > 0 {
      result.unmatchedRows += other.rows.count { indices[0].rows[$0.key] == nil }
    }
    return result
  }
}

/// The columns that the settings name, found in the rosters.
struct BoundColumns: Sendable {
  /// The column of the id in each source.
  var keys: [Int] = []
  /// The columns of each field.
  var fields: [[HeaderBinding.Place]] = []
  var consent: HeaderBinding.Place?
  var optOut: HeaderBinding.Place?

  init(_ settings: SyncSettings, rosters: [SourceSettings], in binding: inout HeaderBinding) {
    for (index, source) in rosters.enumerated() {
      keys.append(binding.place(of: source.key ?? settings.key, only: index)?.column ?? 0)
    }
    fields = settings.fields.map { field in field.columns.compactMap { binding.place(of: $0) } }
    consent = settings.consent.flatMap { binding.place(of: $0.column) }
    optOut = settings.optOut.flatMap { binding.place(of: $0.column) }
  }
}

/// What cells were found to say, so that each is read once: a roster has few majors and many people.
struct CellMemory {
  private var outcomes: [[String: CellReader.Outcome]]
  private var hours: [String: HoursText.Reading] = [:]
  private var consents: [String: UpstreamRecord.Consent] = [:]
  private var zones: [[String?]: PlaceZones.Answer] = [:]
  /// Beyond it nothing is remembered: a column of addresses has no cell twice.
  private static let largest = 4_096

  init(fields: Int) {
    outcomes = Array(repeating: [:], count: fields)
  }

  mutating func outcome(of field: Int, _ text: String, _ read: () -> CellReader.Outcome) -> CellReader.Outcome {
    if let known = outcomes[field][text] { return known }
    let outcome = read()
    if outcomes[field].count < Self.largest { outcomes[field][text] = outcome }
    return outcome
  }

  mutating func hours(_ text: String, zone: String?, read: () -> HoursText.Reading) -> HoursText.Reading {
    let key = (zone ?? "") + "\n" + text
    if let known = hours[key] { return known }
    let reading = read()
    if hours.count < Self.largest { hours[key] = reading }
    return reading
  }

  mutating func zone(of place: (city: String?, region: String?, country: String?)) -> PlaceZones.Answer {
    let key = [place.city, place.region, place.country]
    if let known = zones[key] { return known }
    let answer = PlaceZones.zone(city: place.city, region: place.region, country: place.country)
    if zones.count < Self.largest { zones[key] = answer }
    return answer
  }

  mutating func consent(_ text: String, _ read: () -> UpstreamRecord.Consent) -> UpstreamRecord.Consent {
    if let known = consents[text] { return known }
    let consent = read()
    if consents.count < Self.largest { consents[text] = consent }
    return consent
  }
}
