/// Gathers the cells of a roster, row by row.
struct RosterBuilder {
  private var text: [UInt8] = []
  private var cellEnds: [UInt32] = []
  private var rowStarts: [UInt32] = [0]
  private var lines: [UInt32] = []

  /// - Parameter size: how many bytes of text to expect.
  init(reserving size: Int) {
    text.reserveCapacity(size)
  }

  /// How many cells the row has so far.
  var width: Int { cellEnds.count - Int(rowStarts[rowStarts.count - 1]) }

  /// Adds bytes to the cell that has begun.
  mutating func add(_ bytes: ArraySlice<UInt8>) { text.append(contentsOf: bytes) }

  /// Ends the cell that has begun.
  mutating func endCell() { cellEnds.append(UInt32(text.count)) }

  /// Adds a whole cell.
  mutating func addCell(_ bytes: [UInt8]) {
    text.append(contentsOf: bytes)
    endCell()
  }

  /// Whether no cell of the row holds anything.
  var isRowEmpty: Bool {
    let first = Int(rowStarts[rowStarts.count - 1])
    return text.count == (first == 0 ? 0 : Int(cellEnds[first - 1]))
  }

  /// Ends the row.
  mutating func endRow(line: Int) {
    rowStarts.append(UInt32(cellEnds.count))
    lines.append(UInt32(line))
  }

  /// Takes the cells of the row back.
  mutating func dropRow() { cellEnds.removeLast(width) }

  func roster(columns: [String]) -> Roster {
    Roster(columns: columns, text: text, cellEnds: cellEnds, rowStarts: rowStarts, lines: lines)
  }
}

/// Gathers rows whose cells have names, in any order and several times: those of JSON, LDIF and vCard.
struct NamedCells {
  private(set) var columns: [String] = []
  private var indices: [String: Int] = [:]
  private var builder: RosterBuilder
  /// The row that has begun: the values of each column, with `Roster.valueEnd` between them.
  private var cells: [[UInt8]] = []
  private var highest = 0

  init(reserving size: Int) {
    builder = RosterBuilder(reserving: size)
  }

  /// The column of a name, made when it is new.
  mutating func column(_ name: String) -> Int {
    if let known = indices[name] { return known }
    indices[name] = columns.count
    columns.append(name)
    cells.append([])
    return columns.count - 1
  }

  /// Adds a value to the row; an empty one says nothing.
  mutating func add(_ value: some Collection<UInt8>, to column: Int) {
    guard !value.isEmpty else { return }
    if !cells[column].isEmpty { cells[column].append(Roster.valueEnd) }
    cells[column].append(contentsOf: value)
    highest = max(highest, column + 1)
  }

  mutating func endRow(line: Int) {
    for column in 0..<highest {
      builder.addCell(cells[column])
      cells[column].removeAll(keepingCapacity: true)
    }
    highest = 0
    builder.endRow(line: line)
  }

  func roster() -> Roster { builder.roster(columns: columns) }
}
