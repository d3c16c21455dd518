/// Reads CSV and TSV: RFC 4180, and what programs make of it.
///
/// - Lines may end in CR LF, LF or CR. Empty lines, and rows without anything in any cell, which Excel likes to leave at
///   the end, are nobody.
/// - Where the headers are separated by semicolons and have no comma, all is: Excel writes it so where the comma is the
///   decimal sign. A first line `sep=;` says the same.
/// - Spaces before an opening quote don't matter. A quote within a cell that doesn't begin with one is just a quote.
///
/// A plain loop over bytes: 100,000 rows of 20 columns are to take far less than a second.
struct DelimitedReading {
  private let text: [UInt8]
  private let separator: UInt8
  private var offset: Int
  private var line: Int
  private var builder: RosterBuilder

  static func roster(_ text: [UInt8], separator: UInt8) throws(RosterProblem) -> Roster {
    var reading = DelimitedReading(text, separator: separator)
    return try reading.roster()
  }

  private init(_ text: [UInt8], separator: UInt8) {
    self.text = text
    builder = RosterBuilder(reserving: text.count)
    if text.count >= 5, text.starts(with: Array("sep=".utf8)), text.count == 5 || Self.endsLine(text[5]) {
      self.separator = text[4]
      offset = min(text.count, text.count > 6 && text[5] == Self.carriageReturn && text[6] == Self.lineFeed ? 7 : 6)
      line = 2
    } else {
      self.separator = separator == UInt8(ascii: ",") ? Self.separator(of: text) : separator
      offset = 0
      line = 1
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn: UInt8 = 0x0D
  private static let lineFeed: UInt8 = 0x0A

  private static func endsLine(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  /// What stands between the headers of a CSV file.
  private static func separator(of text: [UInt8]) -> UInt8 {
    var isQuoted = false
    var found = UInt8(ascii: ",")
    var hasHeader = false
    for byte in text {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: ",") { return byte }
      if byte == UInt8(ascii: ";") { found = byte }
      if endsLine(byte) && hasHeader { break }
      hasHeader = hasHeader || !endsLine(byte)
    }
    return found
  }

  // MARK: - Rows

  private mutating func roster() throws(RosterProblem) -> Roster {
    let columns = try headers()
    while offset < text.count {
      let start = line
      try readRow()
      if builder.isRowEmpty {
        builder.dropRow()
        continue
      }
      guard builder.width == columns.count else {
        throw .width(line: start, cells: builder.width, columns: columns.count)
      }
      builder.endRow(line: start)
    }
    return builder.roster(columns: columns)
  }

  /// The first row that has something in it.
  private mutating func headers() throws(RosterProblem) -> [String] {
    while offset < text.count {
      try readRow()
      let width = builder.width
      builder.endRow(line: line)
      let row = builder.roster(columns: [])
      builder = RosterBuilder(reserving: text.count - offset)
      let headers = (0..<width).map { Self.trimmed(row.text(0, $0)) }
      if headers.contains(where: { !$0.isEmpty }) { return headers }
    }
    throw .noHeaders(line: 1)
  }

  private static func trimmed(_ header: String) -> String {
    header.split { $0.isWhitespace || $0 == "\u{FEFF}" }.joined(separator: " ")
  }

  /// Reads a line, or several where a quoted cell goes on.
  private mutating func readRow() throws(RosterProblem) {
    while true {
      if isQuoteNext() {
        try readQuotedCell()
      } else {
        let start = offset
        while offset < text.count, text[offset] != separator, !Self.endsLine(text[offset]) { offset += 1 }
        builder.add(text[start..<offset])
        builder.endCell()
      }
      guard offset < text.count, text[offset] == separator else { break }
      offset += 1
    }
    endLine()
  }

  private mutating func endLine() {
    guard offset < text.count else { return }
    if text[offset] == Self.carriageReturn, offset + 1 < text.count, text[offset + 1] == Self.lineFeed { offset += 1 }
    offset += 1
    line += 1
  }

  // MARK: - Quoted cells

  /// Whether a quote comes next, be it behind spaces, which are passed.
  private mutating func isQuoteNext() -> Bool {
    var next = offset
    while next < text.count, text[next] == UInt8(ascii: " ") { next += 1 }
    guard next < text.count, text[next] == Self.quote else { return false }
    offset = next
    return true
  }

  private mutating func readQuotedCell() throws(RosterProblem) {
    let opened = line
    offset += 1
    var start = offset
    while true {
      guard offset < text.count else { throw .unclosedQuote(line: opened) }
      let byte = text[offset]
      offset += 1
      if byte == Self.quote {
        // A quote that is written twice is one; the first of the two is added with what stands before it.
        let isDoubled = offset < text.count && text[offset] == Self.quote
        builder.add(text[start..<(isDoubled ? offset : offset - 1)])
        guard isDoubled else { break }
        offset += 1
        start = offset
      } else if byte == Self.lineFeed || byte == Self.carriageReturn && !isNext(Self.lineFeed) {
        line += 1
      }
    }
    builder.endCell()
    while isNext(UInt8(ascii: " ")) { offset += 1 }
    guard offset == text.count || text[offset] == separator || Self.endsLine(text[offset]) else {
      throw .textAfterQuote(line: line)
    }
  }

  private func isNext(_ byte: UInt8) -> Bool { offset < text.count && text[offset] == byte }
}
