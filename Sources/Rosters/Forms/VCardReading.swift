/// Reads contact cards: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350).
///
/// A property is a column (`FN`, `EMAIL`, `X-CLASS-YEAR`). Those with a type are in a column of that as well: `EMAIL.work`.
/// Of `N`, `ADR` and `ORG` each part has one: `N.given`, `ADR.city`, `ORG.unit`; `ORG` alone is the organization. The
/// value that a card prefers comes first. Pictures, sounds and keys are left out.
struct VCardReading {
  private var lines: FoldedLines
  private var cells: NamedCells
  private var columns: [String: Int] = [:]

  static func roster(_ text: [UInt8]) throws(RosterProblem) -> Roster {
    var reading = VCardReading(lines: FoldedLines(text, alsoTab: true), cells: NamedCells(reserving: text.count))
    return try reading.roster()
  }

  private mutating func roster() throws(RosterProblem) -> Roster {
    while let (line, number) = lines.line() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      guard Self.isMark(line, "BEGIN") else { throw .cardOutside(line: number) }
      try readCard(from: number)
    }
    return cells.roster()
  }

  private static func isMark(_ line: [UInt8], _ name: String) -> Bool {
    var line = line[...]
    while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
    return String(decoding: line, as: UTF8.self).uppercased() == name + ":VCARD"
  }

  private mutating func readCard(from start: Int) throws(RosterProblem) {
    var properties: [CardProperty] = []
    var hasVersion = false
    while let (line, number) = lines.line() {
      if Self.isMark(line, "END") {
        guard hasVersion else { throw .cardVersion(line: start) }
        // Stable, so that what is preferred equally stays in its order.
        for property in properties.filter(\.isPreferred) + properties.filter({ !$0.isPreferred }) { add(property) }
        cells.endRow(line: start)
        return
      }
      if Self.isMark(line, "BEGIN") { throw .cardOpen(line: start) }
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      guard let property = CardProperty(line) else { throw .cardLine(line: number) }
      if property.name == "VERSION" {
        hasVersion = ["3.0", "4.0"].contains(property.text)
        guard hasVersion else { throw .cardVersion(line: start) }
      } else if !Self.leftOut.contains(property.name), !property.isBinary {
        properties.append(property)
      }
    }
    throw .cardOpen(line: start)
  }

  private static let leftOut: Set<String> = ["PHOTO", "LOGO", "SOUND", "KEY", "PRODID", "REV"]

  /// The parts of structured properties (RFC 6350 §6.2.2, §6.3.1, §6.6.4).
  private static let parts: [String: [String]] = [
    "N": ["family", "given", "additional", "prefix", "suffix"],
    "ADR": ["box", "extended", "street", "city", "region", "code", "country"],
    "ORG": ["", "unit", "unit"],
  ]

  private mutating func add(_ property: CardProperty) {
    if let parts = Self.parts[property.name] {
      for (part, value) in zip(parts, property.components) {
        add(value, to: part.isEmpty ? property.name : "\(property.name).\(part)")
      }
      return
    }
    let values = property.isList ? property.values : [property.text]
    for value in values {
      add(value, to: property.name)
      for type in property.types { add(value, to: "\(property.name).\(type)") }
    }
  }

  private mutating func add(_ value: String, to name: String) {
    let column = columns[name] ?? cells.column(name)
    columns[name] = column
    cells.add(Array(value.utf8), to: column)
  }
}
