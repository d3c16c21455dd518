/// What the rosters say, in terms of profile fields.
public struct MappingResult: Sendable {
  /// The people, sorted by id. None where `schemaProblems` has one.
  public var records: [UpstreamRecord]
  /// Rows and cells that are not applied until somebody has looked, in the order of sources and lines.
  public var quarantined: [Quarantined]
  /// What is wrong with the columns.
  public var schemaProblems: [SchemaProblem]
  /// How many rows each source has, in the order of the settings.
  public var rowCounts: [Int]
  /// How many rows of the sources after the first are of people that the first doesn't have.
  public var unmatchedRows: Int

  /// How many rows of the first source are withheld as a whole. (What share of the rows that is, is a guard's concern.)
  public var quarantinedRowCount: Int {
    Set(quarantined.filter { $0.extent == .row }.map(\.row)).count
  }

  /// A result by its parts.
  public init(
    records: [UpstreamRecord] = [], quarantined: [Quarantined] = [], schemaProblems: [SchemaProblem] = [],
    rowCounts: [Int] = [], unmatchedRows: Int = 0
  ) {
    self.records = records
    self.quarantined = quarantined
    self.schemaProblems = schemaProblems
    self.rowCounts = rowCounts
    self.unmatchedRows = unmatchedRows
  }
}
