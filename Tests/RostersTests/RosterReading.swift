import Rosters

/// A roster's cells as lists of text.
struct Cells: Equatable, CustomStringConvertible {
  var columns: [String]
  var rows: [[[String]]]

  init(_ columns: [String], _ rows: [[[String]]]) {
    self.columns = columns
    self.rows = rows
  }

  init(_ columns: [String], texts rows: [[String]]) {
    self.init(columns, rows.map { $0.map { $0.isEmpty ? [] : [$0] } })
  }

  init(_ roster: Roster) {
    columns = roster.columns
    rows = (0..<roster.count).map { row in roster.columns.indices.map { roster.texts(row, $0) } }
  }

  var description: String { "\(columns)\n" + rows.map { "\($0)" }.joined(separator: "\n") }
}

/// What comes of a text.
func read(
  _ text: String, as format: RosterFormat, path: String? = nil
) throws(RosterProblem) -> Cells {
  Cells(try Roster.read(Array(text.utf8), as: format, path: path))
}

/// The problem with some bytes; nil where there is none.
func problem(
  _ bytes: some Sequence<UInt8>, as format: RosterFormat, encoding: RosterEncoding? = nil, path: String? = nil
) -> RosterProblem? {
  do throws(RosterProblem) {
    _ = try Roster.read(Array(bytes), as: format, encoding: encoding, path: path)
    return nil
  } catch {
    return error
  }
}

/// A text in UTF-16.
func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    return bigEndian ? bytes : bytes.reversed()
  }
}
