import Community
import FrontMatter
import Rosters
import TextKeys

/// Reads the rows of one person.
struct RecordReading: Sendable {
  let mapping: Mapping
  let rosters: [(source: SourceSettings, roster: Roster)]
  let indices: [RowIndex]
  let columns: BoundColumns
  private let readers: [CellReader]
  private let names: UpstreamFields.Names
  /// Where each field's values begin in a record.
  private let offsets: [Int]

  init(
    mapping: Mapping, rosters: [(source: SourceSettings, roster: Roster)], indices: [RowIndex], columns: BoundColumns
  ) {
    self.mapping = mapping
    self.rosters = rosters
    self.indices = indices
    self.columns = columns
    readers = mapping.settings.fields.map { mapping.reader(of: $0) }
    var paths: [String] = []
    offsets = mapping.settings.fields.map { field in
      defer { paths += field.paths }
      return paths.count
    }
    names = UpstreamFields.Names(paths)
  }

  /// What the rosters say about one person, and what of it can't be read.
  struct Person: Sendable {
    var record: UpstreamRecord
    var quarantined: [Quarantined] = []
    var values: [UpstreamValue] = []

    mutating func note(_ problem: CellProblem, in column: String, at row: RowPlace) {
      quarantined.append(
        Quarantined(
          row: row, id: record.id.isEmpty ? nil : record.id, column: column, reason: problem.reason,
          publicReason: problem.publicReason, question: problem.question, extent: problem.extent))
      if problem.extent == .row { record.isQuarantined = true }
    }
  }

  /// Reads a person's rows.
  func person(_ id: String, memory: inout CellMemory) -> Person {
    let rows = indices.map { $0.rows[id] }
    var person = Person(record: UpstreamRecord(id: id, row: place(0, rows[0]?.first ?? 0)))
    person.values = Array(repeating: .noOpinion, count: names.paths.count)
    for (source, rows) in rows.enumerated() {
      guard let rows, !rows.others.isEmpty else { continue }
      let lines = rows.all.map { rosters[source].roster.line(of: $0) }
      for row in rows.all {
        person.note(.doubledID(id, lines: lines), in: header(source, columns.keys[source]), at: place(source, row))
      }
    }
    readConsent(of: rows, into: &person)
    // Of several rows, none is believed: which one would come first is a matter of chance.
    if person.record.isQuarantined { return person }
    for index in readers.indices { read(index, of: rows, into: &person, memory: &memory) }
    DependentFields(readers: readers, offsets: offsets, mapping: mapping) { headers(of: $0) }.settle(&person)
    if case .value(.text(let name))? = value(of: "name", in: person) { person.record.suggestedSlug = Slug.of(name) }
    if person.record.isQuarantined { return person }
    person.record.fields = UpstreamFields(names, values: person.values)
    return person
  }

  /// The rows that are nobody's: those without an id that could be one.
  func withoutPerson() -> [Quarantined] {
    indices.enumerated().flatMap { source, index in
      (index.blank.map { ($0, CellProblem.blankID) } + index.broken).map { row, problem in
        var nobody = Person(record: UpstreamRecord(id: "", row: place(source, row)))
        nobody.note(problem, in: header(source, columns.keys[source]), at: place(source, row))
        return nobody.quarantined
      }.flatMap { $0 }
    }
  }

  // MARK: - One field

  private func read(_ index: Int, of rows: [RowIndex.Rows?], into person: inout Person, memory: inout CellMemory) {
    let field = mapping.settings.fields[index]
    guard let first = columns.fields[index].first, let row = rows[first.source]?.first else { return }
    let outcome: CellReader.Outcome
    if columns.fields[index].count > 1 {
      let parts = columns.fields[index].compactMap { column in
        rows[column.source].map { rosters[column.source].roster.text($0.first, column.column) }
      }.filter { !$0.isEmpty }
      outcome = readers[index].read(parts.isEmpty ? [] : [parts.joined(separator: " ")])
    } else if rosters[first.source].source.format.hasLists {
      outcome = readers[index].read(rosters[first.source].roster.texts(row, first.column))
    } else {
      let text = rosters[first.source].roster.text(row, first.column)
      outcome =
        readers[index].isWorthRemembering
        ? memory.outcome(of: index, text) { readers[index].read([text]) } : readers[index].read([text])
    }
    let range = offsets[index]..<offsets[index] + field.paths.count
    switch outcome {
    case .nothing:
      if field.field == "name" { person.note(.noName, in: headers(of: index), at: place(first.source, row)) }
      if field.isClearable { person.values.replaceSubrange(range, with: range.map { _ in .cleared }) }
    case .values(let values):
      for (offset, value) in zip(range, values) { person.values[offset] = value }
    case .problem(let problem): person.note(problem, in: headers(of: index), at: place(first.source, row))
    }
  }

  private func value(of path: String, in person: Person) -> UpstreamValue? {
    names.paths.firstIndex(of: path).map { person.values[$0] }
  }

  private func headers(of field: Int) -> String {
    columns.fields[field].map { header($0.source, $0.column) }.joined(separator: " + ")
  }

  private func header(_ source: Int, _ column: Int) -> String { rosters[source].roster.columns[column] }

  private func place(_ source: Int, _ row: Int) -> RowPlace {
    RowPlace(source: rosters[source].source.name, line: rosters[source].roster.line(of: row))
  }
}

// MARK: - Consent

extension RecordReading {
  /// Whether the person agreed, and wants out. Where an id has several rows, the strictest of them counts: the person
  /// is kept out whichever row was meant.
  private func readConsent(of rows: [RowIndex.Rows?], into person: inout Person) {
    if let place = columns.consent, let words = mapping.settings.consent {
      for row in rows[place.source]?.all ?? [] {
        let text = rosters[place.source].roster.text(row, place.column)
        let consent = Self.consent(text, words)
        if Self.isStricter(consent, than: person.record.consent) { person.record.consent = consent }
        if case .unknown(let word) = consent {
          note(.word(word, known: words.given + words.withdrawn), place, row, into: &person)
        }
      }
    }
    if let place = columns.optOut, let words = mapping.settings.optOut {
      for row in rows[place.source]?.all ?? [] {
        switch Self.optOut(rosters[place.source].roster.text(row, place.column), words) {
        case .given: person.record.isOptedOut = true
        case .unknown(let word):
          let unknown = UpstreamRecord.Consent.unknown(word)
          if Self.isStricter(unknown, than: person.record.consent) { person.record.consent = unknown }
          note(.word(word, known: words.out + words.stays), place, row, into: &person)
        case .withdrawn, .unsaid: break
        }
      }
    }
  }

  private func note(_ problem: CellProblem, _ column: HeaderBinding.Place, _ row: Int, into person: inout Person) {
    person.note(problem, in: header(column.source, column.column), at: place(column.source, row))
  }

  static func consent(_ text: String, _ words: ConsentColumn) -> UpstreamRecord.Consent {
    word(text, yes: words.given, no: words.withdrawn)
  }

  private static func optOut(_ text: String, _ words: OptOutColumn) -> UpstreamRecord.Consent {
    word(text, yes: words.out, no: words.stays)
  }

  private static func word(_ text: String, yes: [String], no: [String]) -> UpstreamRecord.Consent {
    guard let text = try? CellText.cleaned(text) else { return .unknown(text) }
    if text.isEmpty { return .unsaid }
    let key = WordKey.of(text)
    if no.contains(where: { WordKey.of($0) == key }) { return .withdrawn }
    if yes.contains(where: { WordKey.of($0) == key }) { return .given }
    return .unknown(text)
  }

  /// Of two words that the settings don't know, the first in the alphabet, so that the order of rows doesn't show.
  private static func isStricter(_ consent: UpstreamRecord.Consent, than other: UpstreamRecord.Consent) -> Bool {
    if case .unknown(let word) = consent, case .unknown(let known) = other { return word < known }
    return strictness(consent) > strictness(other)
  }

  private static func strictness(_ consent: UpstreamRecord.Consent) -> Int {
    switch consent {
    case .given: 1
    case .unsaid: 0
    case .unknown: 2
    case .withdrawn: 3
    }
  }
}

extension RosterFormat {
  /// Whether a cell of the format can be a list.
  var hasLists: Bool { self == .json || self == .ldif || self == .vcard }
}

extension Mapping {
  /// The reader of a field's cells.
  func reader(of field: FieldMapping) -> CellReader {
    let facetField = field.field.hasPrefix("location.") ? String(field.field.dropFirst(9)) : field.field
    return CellReader(
      mapping: field, kind: FieldKind.of(field.field, site: site) ?? .line,
      terms: TermMap(field.reading, facet: site.facets.first { $0.field == facetField }), today: today,
      zoneNames: zoneNames)
  }
}

extension CellReader {
  /// Whether many people are likely to have the same cell.
  var isWorthRemembering: Bool {
    switch kind {
    case .line, .mail, .phone, .link: false
    default: true
    }
  }
}
