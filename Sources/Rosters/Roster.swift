/// The rows of a roster, whatever form it came in: columns with headers, and a row for each person.
///
/// `read` goes in three steps:
/// 1. `Refusal` recognises what is no roster at all: an empty file, a web page, a workbook.
/// 2. `RosterText` makes UTF-8 of the bytes, or says which byte is in the way.
/// 3. The form's own reader (`Forms/`) finds the cells and hands them to a `RosterBuilder`.
///
/// A roster is read whole or not at all: whatever can't be read, or seems to be cut off, is a `RosterProblem`, never a
/// row less. All cells lie in one buffer, so that 100,000 people with 20 columns take some 40 MB.
public struct Roster: Sendable {
  /// The headers as they are written, without space around them. In JSON, LDIF and vCard, the names that any of the
  /// people has, in the order in which they first come.
  public let columns: [String]
  /// All cells in their order, as UTF-8. `valueEnd`, which no UTF-8 holds, stands between the values of one cell.
  private let text: [UInt8]
  /// Where each cell ends in `text`; it begins where the one before it ends.
  private let cellEnds: [UInt32]
  /// The first cell of each row, and one more: the end of the last.
  private let rowStarts: [UInt32]
  private let lines: [UInt32]

  static let valueEnd: UInt8 = 0xFF

  init(columns: [String], text: [UInt8], cellEnds: [UInt32], rowStarts: [UInt32], lines: [UInt32]) {
    self.columns = columns
    self.text = text
    self.cellEnds = cellEnds
    self.rowStarts = rowStarts
    self.lines = lines
  }

  /// How many rows there are.
  public var count: Int { lines.count }

  /// A cell's text, empty where there is none; several values come on a line each.
  public func text(_ row: Int, _ column: Int) -> String {
    let bytes = bytes(row, column)
    guard bytes.contains(Self.valueEnd) else { return String(decoding: bytes, as: UTF8.self) }
    return texts(row, column).joined(separator: "\n")
  }

  /// A cell's values: those of a list in JSON, or of a property that an LDIF entry or vCard has several times. None for
  /// an empty cell.
  public func texts(_ row: Int, _ column: Int) -> [String] {
    bytes(row, column).split(separator: Self.valueEnd).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The line of the file on which a row begins, counted from 1.
  public func line(of row: Int) -> Int { Int(lines[row]) }

  private func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let cell = Int(rowStarts[row]) + column
    // A row of JSON, LDIF or vCard ends at the last column that it has something in.
    guard cell < Int(rowStarts[row + 1]) else { return [] }
    return text[(cell == 0 ? 0 : Int(cellEnds[cell - 1]))..<Int(cellEnds[cell])]
  }
}

extension Roster {
  /// Reads a roster.
  ///
  /// - Parameters:
  ///   - bytes: the whole of the file.
  ///   - format: how it is written.
  ///   - encoding: how its letters are written; nil for UTF-8, or what a byte order mark says.
  ///   - path: in JSON, the names that lead to the list of people, such as `data.people`; nil where the file is that
  ///     list.
  /// - Throws: what keeps it from being read whole. A roster without rows is read: that nobody is there is for the
  ///   caller to judge.
  public static func read(
    _ bytes: [UInt8], as format: RosterFormat, encoding: RosterEncoding? = nil, path: String? = nil
  ) throws(RosterProblem) -> Roster {
    guard bytes.count <= Int(UInt32.max) else { throw .tooLarge }
    try Refusal.check(bytes, format: format)
    let text = try RosterText.utf8(of: bytes, encoding: encoding)
    try Refusal.check(text, format: format)
    return switch format {
    case .csv: try DelimitedReading.roster(text, separator: UInt8(ascii: ","))
    case .tsv: try DelimitedReading.roster(text, separator: UInt8(ascii: "\t"))
    case .json: try JSONReading.roster(text, path: path)
    case .ldif: try LDIFReading.roster(text)
    case .vcard: try VCardReading.roster(text)
    }
  }

  /// A roster of given cells, as if each row were a line below the headers.
  public init(columns: [String], rows: [[String]]) {
    var builder = RosterBuilder(reserving: 0)
    for (index, row) in rows.enumerated() {
      for cell in row { builder.addCell(Array(cell.utf8)) }
      builder.endRow(line: index + 2)
    }
    self = builder.roster(columns: columns)
  }
}
