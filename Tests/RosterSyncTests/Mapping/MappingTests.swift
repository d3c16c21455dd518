import FrontMatter
import SiteTesting
import Testing

@testable import RosterSync

@Suite("Rosters to records")
struct MappingTests {
  static let yaml = """
    key: Constituent ID
    sources: [{name: office, file: roster.csv}]
    fields:
      name: Preferred Name
      class_year: Grad Yr
      employer: {column: Employer, clearable: true}
      title: Title
      majors: Majors
      location: {city: City, region: State, country: Country}
      timezone: {from: city}
      availability: Office hours
    consent: OK to list?
    opt_out: Remove me
    """
  static let columns = [
    "Constituent ID", "Preferred Name", "Grad Yr", "Employer", "Title", "Majors", "City", "State", "Country",
    "Office hours", "OK to list?", "Remove me",
  ]

  private static func row(
    _ id: String, name: String = "Ana López", year: String = "2013", employer: String = "Example Bridges",
    city: String = "Boston", state: String = "MA", country: String = "USA", hours: String = "", consent: String = "Yes",
    optOut: String = ""
  ) -> [String] {
    [id, name, year, employer, "Engineer", "Physics, Music", city, state, country, hours, consent, optOut]
  }

  private static func records(_ rows: [[String]], columns: [String] = columns) throws -> MappingResult {
    SyncSamples.records([SyncSamples.roster(columns, rows)], by: try SyncSamples.settings(yaml))
  }

  @Test("A row becomes values of profile fields")
  func oneRow() throws {
    let result = try Self.records([Self.row("17", hours: "Tue 4-5:30pm; Thu 9-10am")])
    let record = try #require(result.records.first)
    #expect(result.quarantined == [])
    #expect(record.id == "17")
    #expect(record.row == RowPlace(source: "office", line: 2))
    #expect(record.suggestedSlug == "ana-lopez")
    #expect(record.consent == .given)
    #expect(!record.isOptedOut)
    #expect(record.fields["name"] == .value(.text("Ana López")))
    #expect(record.fields["class_year"] == .value(.integer(2013)))
    #expect(record.fields["majors"] == .value(.texts(["Physics", "Music"])))
    #expect(record.fields["location.city"] == .value(.text("Boston")))
    #expect(record.fields["location.region"] == .value(.text("Massachusetts")))
    #expect(record.fields["location.country"] == .value(.text("United States")))
    #expect(record.fields["timezone"] == .value(.text("America/New_York")))
    #expect(record.fields["availability.weekly"] == .value(.texts(["tue 16:00-17:30", "thu 09:00-10:00"])))
    #expect(record.fields["availability.except"] == .noOpinion)
  }

  @Test("An empty cell says nothing, unless the settings let it empty the field")
  func emptyCells() throws {
    let fields = try #require(try Self.records([Self.row("17", year: "", employer: "")]).records.first).fields
    #expect(fields["class_year"] == .noOpinion)
    #expect(fields["employer"] == .cleared)
  }

  @Test("A row that can't be read keeps its person, and nothing of it is applied but consent")
  func brokenRow() throws {
    let result = try Self.records([Self.row("17", year: "soon", consent: "No", optOut: "x"), Self.row("18")])
    let broken = try #require(result.records.first)
    #expect(broken.isQuarantined)
    #expect(Array(broken.fields.paths).isEmpty)
    #expect(broken.consent == .withdrawn)
    #expect(broken.isOptedOut)
    #expect(!result.records[1].isQuarantined)
    #expect(result.quarantinedRowCount == 1)
    let finding = try #require(result.quarantined.first)
    #expect(finding.row == RowPlace(source: "office", line: 2))
    #expect(finding.id == "17")
    #expect(finding.column == "Grad Yr")
    #expect(finding.extent == .row)
  }

  @Test("Hours that leave a question withhold the hours only")
  func unclearHours() throws {
    let result = try Self.records([Self.row("17", hours: "most afternoons")])
    let record = try #require(result.records.first)
    #expect(!record.isQuarantined)
    #expect(record.fields["availability.weekly"] == .noOpinion)
    #expect(record.fields["employer"] == .value(.text("Example Bridges")))
    #expect(result.quarantined.map(\.column) == ["Office hours"])
    #expect(result.quarantined.map(\.extent) == [.column])
    #expect(result.quarantined.first?.question != nil)
    #expect(result.quarantinedRowCount == 0)
  }

  @Test("A blank id is nobody's, a doubled one quarantines all its rows, and the strictest consent of them counts")
  func ids() throws {
    let result = try Self.records([
      Self.row(""), Self.row("17"), Self.row(" 17 ", consent: "no"), Self.row("1.20457E+11"), Self.row("18"),
    ])
    #expect(result.records.map(\.id) == ["17", "18"])
    #expect(result.records.map(\.isQuarantined) == [true, false])
    #expect(result.records[0].consent == .withdrawn)
    #expect(
      result.quarantined.map { "\($0.row.line) \($0.id ?? "-") \($0.publicReason)" } == [
        "2 - no id", "3 17 the same id in lines 3, 4", "4 17 the same id in lines 3, 4",
        "5 - an id that a spreadsheet has rounded",
      ])
    #expect(result.quarantinedRowCount == 4)
  }

  @Test(
    "Consent",
    arguments: [
      ("Yes", "", "given", false), ("YES ", "", "given", false), ("No", "", "withdrawn", false),
      ("", "", "unsaid", false), ("N/A", "", "unsaid", false), ("ask again", "", "unknown", false),
      ("Yes", "x", "given", true), ("Yes", "no", "given", false), ("Yes", "perhaps", "unknown", false),
      ("No", "perhaps", "withdrawn", false), ("No", "yes", "withdrawn", true),
    ])
  func consent(_ consent: String, _ optOut: String, _ expected: String, _ isOut: Bool) throws {
    let result = try Self.records([Self.row("17", consent: consent, optOut: optOut)])
    let record = try #require(result.records.first)
    let word =
      switch record.consent {
      case .given: "given"
      case .withdrawn: "withdrawn"
      case .unsaid: "unsaid"
      case .unknown: "unknown"
      }
    #expect(word == expected)
    #expect(record.isOptedOut == isOut)
    #expect(!record.isQuarantined)
  }

  // MARK: - Columns

  @Test("A header is found whatever its case and spaces, and a byte order mark before it")
  func headerSpelling() throws {
    let columns = ["\u{FEFF}constituent_id", "PREFERRED  NAME", "Grad-Yr"] + Self.columns.dropFirst(3)
    let result = try Self.records([Self.row("17")], columns: columns)
    #expect(result.schemaProblems == [])
    #expect(result.records.count == 1)
  }

  @Test("A renamed column ends it, and the nearest header is named")
  func renamed() throws {
    let columns = Self.columns.map { $0 == "Grad Yr" ? "Grad Year" : $0 }
    let result = try Self.records([Self.row("17")], columns: columns)
    #expect(result.records.isEmpty)
    #expect(result.schemaProblems.map(\.message) == ["'office' has no column 'Grad Yr'"])
    #expect(
      result.schemaProblems.map(\.remedy) == [
        "if 'Grad Year' is its new name, write  {column: Grad Yr, also: [Grad Year]}  in sync.yaml"
      ])
  }

  @Test("A doubled column ends it, be it by its name or by another of its names")
  func doubled() throws {
    let settings = try SyncSamples.settings(
      "key: Id\nsources: [{file: r.csv}]\nfields: {name: {column: Name, also: [Preferred]}}")
    for columns in [["Id", "Name", "name"], ["Id", "Name", "Preferred"]] {
      let result = SyncSamples.records([SyncSamples.roster(columns, [["1", "Ana", "Ann"]])], by: settings)
      #expect(result.records.isEmpty)
      #expect(result.schemaProblems.count == 1)
    }
    let renamed = SyncSamples.records([SyncSamples.roster(["Id", "Preferred"], [["1", "Ana"]])], by: settings)
    #expect(renamed.records.first?.fields["name"] == .value(.text("Ana")))
  }

  @Test("Values that moved by one column are quarantined, not believed")
  func shifted() throws {
    let rows = (1...20).map { Self.row(String($0)) }.map { [$0[0]] + [""] + $0[1..<11] }
    let result = try Self.records(rows)
    #expect(result.quarantinedRowCount == 20)
  }

  // MARK: - Several sources

  @Test("Several sources are joined on the id, and the first says who is there")
  func joined() throws {
    let settings = try SyncSamples.settings(
      """
      key: Id
      sources: [{name: office, file: a.csv}, {name: crm, file: b.csv, key: Person}]
      fields: {name: Name, employer: Employer, title: {column: Title, source: crm}}
      consent: {column: Listed, source: crm}
      """)
    let office = SyncSamples.roster(["Id", "Name", "Title"], [["1", "Ana", "x"], ["2", "Ben", "x"]])
    let crm = SyncSamples.roster(
      ["Person", "Employer", "Title", "Listed"],
      [["2", "Two", "Second", "yes"], ["3", "Three", "Third", "yes"], ["1", "One", "First", "no"]])
    let result = SyncSamples.records([office, crm], by: settings)
    #expect(result.schemaProblems == [])
    #expect(result.records.map(\.id) == ["1", "2"])
    #expect(result.records.map { $0.fields["employer"] } == [.value(.text("One")), .value(.text("Two"))])
    #expect(result.records.map { $0.fields["title"] } == [.value(.text("First")), .value(.text("Second"))])
    #expect(result.records.map(\.consent) == [.withdrawn, .given])
    #expect(result.unmatchedRows == 1)
    #expect(result.rowCounts == [2, 3])
  }

  @Test("A column that two sources have has to be told apart")
  func inBoth() throws {
    let settings = try SyncSamples.settings(
      "key: Id\nsources: [{name: a, file: a.csv}, {name: b, file: b.csv}]\nfields: {name: Name}")
    let roster = SyncSamples.roster(["Id", "Name"], [["1", "Ana"]])
    let result = SyncSamples.records([roster, roster], by: settings)
    #expect(result.schemaProblems == [.inSeveralSources(column: "Name", sources: ["a", "b"])])
  }

  @Test("Columns are put together with spaces, and empty ones left out")
  func together() throws {
    let settings = try SyncSamples.settings(
      "key: Id\nsources: [{file: a.csv}]\nfields: {name: {columns: [First, Middle, Last]}}")
    let roster = SyncSamples.roster(
      ["Last", "First", "Id", "Middle"], [["López", "Ana", "1", ""], ["Ito", "Ken", "2", "B."]])
    let result = SyncSamples.records([roster], by: settings)
    #expect(result.records.map { $0.fields["name"] } == [.value(.text("Ana López")), .value(.text("Ken B. Ito"))])
  }

  // MARK: - Laws

  @Test("The order of rows and of columns is irrelevant", arguments: 1...50)
  func orderIsIrrelevant(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let rows = (0..<30).map { Self.anyRow($0, using: &random) }
    let expected = try Self.records(rows)
    #expect(expected.schemaProblems == [])
    let order = Array(Self.columns.indices).shuffled(using: &random)
    let shuffled = try Self.records(
      rows.shuffled(using: &random).map { row in order.map { row[$0] } }, columns: order.map { Self.columns[$0] })
    #expect(Self.text(shuffled) == Self.text(expected))
  }

  @Test("Whatever stands in the cells, each id has one record, and a row is read or reported", arguments: 1...200)
  func nothingIsLost(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let rows = (0..<20).map { Self.anyRow($0, using: &random) }
    let result = try Self.records(rows)
    let ids = Set(rows.compactMap { try? CellText.cleaned($0[0]) }.filter { !$0.isEmpty && $0 != "1.5E+10" })
    #expect(result.records.map(\.id) == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for record in result.records where record.isQuarantined {
      #expect(result.quarantined.contains { $0.id == record.id && $0.extent == .row })
    }
    let blank = rows.count { (try? CellText.cleaned($0[0]))?.isEmpty ?? false }
    #expect(result.quarantined.count { $0.publicReason == "no id" } == blank)
  }

  /// A row of values that are good, missing, or nonsense.
  private static func anyRow(_ number: Int, using random: inout SeededGenerator) -> [String] {
    func one(_ texts: String...) -> String { texts.randomElement(using: &random) ?? "" }
    return [
      one("a\(number)", "a\(number)", "a\(number)", "a\(number)", "a1", "", "1.5E+10"),
      one("Ana López", "李小龍", "Ben\u{A0}O'Neil", "", "??", "JosÃ©"), one("2013", "'13", "1999.0", "", "x"),
      one("Example Bridges", "", "-", "#REF!"), one("Engineer", ""), one("Physics, Music", "", ";;"),
      one("Boston", "Portland", "", "Nowhere", "東京"), one("MA", "OR", "", "ME"), one("USA", "", "Japan"),
      one("tue 16:00-17:30", "Tue 4-5:30pm; Thu 9-10am", "", "by appointment"), one("Yes", "no", "", "perhaps"),
      one("", "", "x", "hm"),
    ]
  }

  /// Everything of a result but where its rows stood.
  private static func text(_ result: MappingResult) -> [String] {
    result.records.map { record in
      "\(record.id) \(record.consent) \(record.isOptedOut) \(record.isQuarantined) \(record.suggestedSlug) "
        + record.fields.map { "\($0.path)=\($0.value)" }.joined(separator: ",")
    }
      + result.quarantined.map { "\($0.id ?? "-") \($0.column) \($0.extent) \($0.publicReason.prefix(11))" }.sorted()
  }
}
