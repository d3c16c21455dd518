import Hypertext

/// Reads LDIF (RFC 2849): the entries of a directory, as `ldapsearch` prints them.
///
/// An attribute is a column, named as it is first written; case doesn't matter. `dn` is one too. A value that is no text
/// (a photo, a binary id) stays in base64. What `ldapsearch` says behind the entries is believed: a result other than
/// success, or another number of entries than there are, is a problem.
struct LDIFReading {
  private var lines: FoldedLines
  private var cells: NamedCells
  private var columns: [[UInt8]: Int] = [:]
  private var entry: Int?
  private var count = 0
  private var announced: Int?

  static func roster(_ text: [UInt8]) throws(RosterProblem) -> Roster {
    var reading = LDIFReading(
      lines: FoldedLines(text, alsoTab: false), cells: NamedCells(reserving: text.count))
    return try reading.roster()
  }

  private mutating func roster() throws(RosterProblem) -> Roster {
    while let (line, number) = lines.line() {
      if line.isEmpty {
        endEntry()
      } else if line[0] == UInt8(ascii: "#") {
        read(comment: line)
      } else {
        try read(line, number)
      }
    }
    if let entry { throw .ldifOpenEntry(line: entry) }
    if let announced, announced != count { throw .ldifCount(entries: count, announced: announced) }
    return cells.roster()
  }

  private mutating func endEntry() {
    guard let entry else { return }
    cells.endRow(line: entry)
    count += 1
    self.entry = nil
  }

  /// `# numEntries: 30`
  private mutating func read(comment: [UInt8]) {
    let text = String(decoding: comment, as: UTF8.self)
    if text.hasPrefix("# numEntries: ") { announced = Int(text.dropFirst(14)) }
  }

  private mutating func read(_ line: [UInt8], _ number: Int) throws(RosterProblem) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { throw .ldifLine(line: number) }
    let name = line[..<colon]
    guard name.allSatisfy(Self.isInName) else { throw .ldifLine(line: number) }
    let key = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let value = try value(line[(colon + 1)...], number)
    if entry == nil {
      guard try begins(with: key, value, number) else { return }
      entry = number
    }
    if key == Self.changeType { throw .ldifChange(line: number) }
    cells.add(value, to: column(name, key: key))
  }

  /// Whether a line outside of entries begins one. `version: 1` comes first; what the search was, and its result, last.
  private func begins(with key: [UInt8], _ value: [UInt8], _ number: Int) throws(RosterProblem) -> Bool {
    switch String(decoding: key, as: UTF8.self) {
    case "dn": return true
    case "version", "search", "matcheddn", "text", "control": return false
    case "result":
      let code = String(decoding: value.prefix { $0 != 0x20 }, as: UTF8.self)
      if code != "0" { throw .ldifRefused(code: String(decoding: value.prefix(80), as: UTF8.self)) }
      return false
    default: throw .ldifNoName(line: number)
    }
  }

  private static let changeType = Array("changetype".utf8)

  private static func isInName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  private mutating func column(_ name: ArraySlice<UInt8>, key: [UInt8]) -> Int {
    if let known = columns[key] { return known }
    let column = cells.column(String(decoding: name, as: UTF8.self))
    columns[key] = column
    return column
  }

  /// What stands behind an attribute's colon: text, `: base64`, or `< address`.
  private func value(_ rest: ArraySlice<UInt8>, _ number: Int) throws(RosterProblem) -> [UInt8] {
    switch rest.first {
    case UInt8(ascii: ":"):
      let text = rest.dropFirst().drop { $0 == 0x20 }
      guard let bytes = Base64.decoded(text) else { throw .ldifBase64(line: number) }
      let isText = !bytes.contains(0) && UTF8Check.firstInvalid(in: bytes) == nil
      return isText ? bytes : Array(text)
    case UInt8(ascii: "<"): throw .ldifElsewhere(line: number)
    default: return Array(rest.drop { $0 == 0x20 })
    }
  }
}
