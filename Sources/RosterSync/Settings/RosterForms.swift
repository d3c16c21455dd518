/// How a roster is written. (To be replaced by that of `Rosters`, once it is here.)
public enum RosterFormat: String, CaseIterable, Hashable, Sendable { case csv, tsv, json, ldif, vcard }

/// How a roster's letters are written.
public enum RosterEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  case latin1 = "latin-1"
  case windows1252 = "windows-1252"
}

/// The rows of a roster. (To be replaced by that of `Rosters`, once it is here.)
public struct Roster: Sendable {
  public let columns: [String]
  private let rows: [[String]]
  public init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
  public var count: Int { rows.count }
  public func text(_ row: Int, _ column: Int) -> String { rows[row][column] }
  public func texts(_ row: Int, _ column: Int) -> [String] { [rows[row][column]] }
  public func line(of row: Int) -> Int { row + 2 }
}
