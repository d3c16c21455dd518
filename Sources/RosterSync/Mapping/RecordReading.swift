import Community
import FrontMatter
import Rosters

/// Reads the rows of one person.
///
/// A class, and so are what it holds: with values, each of two million cells would copy and count references to tables.
final class RecordReading: Sendable {
  private let settings: SyncSettings
  private let sources: [Source]
  private let columns: BoundColumns
  private let fields: [Field]
  private let names: UpstreamFields.Names
  private let dependent: DependentFields

  /// A roster with the rows of each id.
  private final class Source: Sendable {
    let name: String
    let roster: Roster
    let index: RowIndex
    let hasLists: Bool

    init(_ settings: SourceSettings, _ roster: Roster, _ index: RowIndex) {
      name = settings.name
      self.roster = roster
      self.index = index
      hasLists = settings.format.hasLists
    }
  }

  /// What is to be done for a field.
  private final class Field: Sendable {
    let reader: CellReader
    let places: [HeaderBinding.Place]
    let headers: String
    /// Where its values lie in a record.
    let range: Range<Int>
    let isClearable: Bool
    let isName: Bool
    let isWorthRemembering: Bool

    init(_ reader: CellReader, _ places: [HeaderBinding.Place], headers: String, offset: Int) {
      self.reader = reader
      self.places = places
      self.headers = headers
      range = offset..<offset + reader.mapping.paths.count
      isClearable = reader.mapping.isClearable
      isName = reader.mapping.field == "name"
      isWorthRemembering = reader.isWorthRemembering
    }
  }

  init(
    mapping: Mapping, rosters: [(source: SourceSettings, roster: Roster)], indices: [RowIndex], columns: BoundColumns
  ) {
    settings = mapping.settings
    self.columns = columns
    sources = zip(rosters, indices).map { Source($0.source, $0.roster, $1) }
    var offset = 0
    fields = zip(mapping.settings.fields, columns.fields).map { field, places in
      defer { offset += field.paths.count }
      let headers = places.map { rosters[$0.source].roster.columns[$0.column] }.joined(separator: " + ")
      return Field(mapping.reader(of: field), places, headers: headers, offset: offset)
    }
    names = UpstreamFields.Names(mapping.settings.fields.flatMap(\.paths))
    dependent = DependentFields(
      readers: fields.map(\.reader), offsets: fields.map(\.range.lowerBound), headers: fields.map(\.headers),
      mapping: mapping)
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
    let rows = sources.map { $0.index.rows[id] }
    var person = Person(record: UpstreamRecord(id: id, row: place(0, rows[0]?.first ?? 0)))
    person.values = Array(repeating: .noOpinion, count: names.paths.count)
    for (source, rows) in rows.enumerated() {
      guard let rows, !rows.others.isEmpty else { continue }
      let lines = rows.all.map { sources[source].roster.line(of: $0) }
      for row in rows.all {
        person.note(.doubledID(id, lines: lines), in: header(source, columns.keys[source]), at: place(source, row))
      }
    }
    readConsent(of: rows, into: &person, memory: &memory)
    // Of several rows, none is believed: which one would come first is a matter of chance.
    if person.record.isQuarantined { return person }
    for index in fields.indices { read(index, of: rows, into: &person, memory: &memory) }
    dependent.settle(&person, memory: &memory)
    if person.record.isQuarantined { return person }
    person.record.fields = UpstreamFields(names, values: person.values)
    return person
  }

  /// The rows that are nobody's: those without an id that could be one.
  func withoutPerson() -> [Quarantined] {
    sources.enumerated().flatMap { number, source in
      (source.index.blank.map { ($0, CellProblem.blankID) } + source.index.broken).map { row, problem in
        var nobody = Person(record: UpstreamRecord(id: "", row: place(number, row)))
        nobody.note(problem, in: header(number, columns.keys[number]), at: place(number, row))
        return nobody.quarantined
      }.flatMap { $0 }
    }
  }

  // MARK: - One field

  private func read(_ index: Int, of rows: [RowIndex.Rows?], into person: inout Person, memory: inout CellMemory) {
    let field = fields[index]
    guard let first = field.places.first, let row = rows[first.source]?.first else { return }
    let outcome: CellReader.Outcome
    let source = sources[first.source]
    if field.places.count > 1 {
      outcome = field.reader.read([together(field.places, of: rows)])
    } else if source.hasLists {
      outcome = field.reader.read(source.roster.texts(row, first.column))
    } else {
      let text = source.roster.text(row, first.column)
      outcome =
        field.isWorthRemembering
        ? memory.outcome(of: index, text) { field.reader.read([text]) } : field.reader.read([text])
    }
    switch outcome {
    case .nothing:
      if field.isName { person.note(.noName, in: field.headers, at: place(first.source, row)) }
      if field.isClearable { for offset in field.range { person.values[offset] = .cleared } }
    case .values(let values):
      for (offset, value) in zip(field.range, values) { person.values[offset] = value }
    case .problem(let problem): person.note(problem, in: field.headers, at: place(first.source, row))
    }
  }

  /// Several columns, put together with spaces.
  private func together(_ places: [HeaderBinding.Place], of rows: [RowIndex.Rows?]) -> String {
    places.compactMap { place in
      rows[place.source].map { sources[place.source].roster.text($0.first, place.column) }
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func header(_ source: Int, _ column: Int) -> String { sources[source].roster.columns[column] }

  private func place(_ source: Int, _ row: Int) -> RowPlace {
    RowPlace(source: sources[source].name, line: sources[source].roster.line(of: row))
  }
}

// MARK: - Consent

extension RecordReading {
  /// Whether the person agreed, and wants out. Where an id has several rows, the strictest of them counts: the person
  /// is kept out whichever row was meant.
  private func readConsent(of rows: [RowIndex.Rows?], into person: inout Person, memory: inout CellMemory) {
    if let place = columns.consent, let words = settings.consent {
      for row in rows[place.source]?.all ?? [] {
        let text = sources[place.source].roster.text(row, place.column)
        let consent = memory.consent(text) { Self.word(text, yes: words.given, no: words.withdrawn) }
        if Self.isStricter(consent, than: person.record.consent) { person.record.consent = consent }
        if case .unknown(let word) = consent {
          note(.word(word, known: words.given + words.withdrawn), place, row, into: &person)
        }
      }
    }
    if let place = columns.optOut, let words = settings.optOut {
      for row in rows[place.source]?.all ?? [] {
        let text = sources[place.source].roster.text(row, place.column)
        switch text.isEmpty ? .unsaid : Self.word(text, yes: words.out, no: words.stays) {
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
