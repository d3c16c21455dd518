/// Reads JSON (RFC 8259): a list of objects, each a person.
///
/// What lies in an object within it becomes a column of its own: `{"home": {"city": …}}` is `home.city`. The values of a
/// list are the values of one cell, those of objects in a list too. Numbers stay as they are written; `null` is an empty
/// cell.
struct JSONReading {
  private var scanner: JSONScanner
  private var cells: NamedCells
  /// The columns by the place that they have in an object, so that no name is put together twice.
  private var names = ColumnNames()

  static func roster(_ text: [UInt8], path: String?) throws(RosterProblem) -> Roster {
    var reading = JSONReading(scanner: JSONScanner(text), cells: NamedCells(reserving: text.count))
    return try reading.roster(path?.split(separator: ".").map(String.init) ?? [], path: path)
  }

  private mutating func roster(_ names: [String], path: String?) throws(RosterProblem) -> Roster {
    if try scanner.peek() != UInt8(ascii: "[") || !names.isEmpty {
      try find(names, path: path)
    }
    var people = scanner
    try people.list { (scanner) throws(RosterProblem) in
      guard try scanner.peek() == UInt8(ascii: "{") else { throw .jsonNoObject(line: scanner.line) }
      let line = scanner.line
      try addObject(of: ColumnNames.root, from: &scanner)
      cells.endRow(line: line)
    }
    scanner = people
    try close(names.count)
    return cells.roster()
  }

  // MARK: - The way to the list

  /// Goes along the path. Objects on the way are left open.
  private mutating func find(_ names: [String], path: String?) throws(RosterProblem) {
    for (index, name) in names.enumerated() {
      let start = scanner
      guard try scanner.peek() == UInt8(ascii: "{"), try scanner.enter(name) else {
        throw .jsonPath(missing: names[...index].joined(separator: "."), lists: Self.lists(in: start))
      }
    }
    guard try scanner.peek() == UInt8(ascii: "[") else {
      let prefix = names.isEmpty ? "" : names.joined(separator: ".") + "."
      throw .jsonNoList(path: path, lists: Self.lists(in: scanner).map { prefix + $0 })
    }
  }

  /// Reads the rest of the objects that the path led into, so that a file that is cut there is found out.
  private mutating func close(_ depth: Int) throws(RosterProblem) {
    for _ in 0..<depth { try scanner.leave() }
    try scanner.finish()
  }

  /// The names in an object that lead to lists, for the message.
  private static func lists(in scanner: JSONScanner) -> [String] {
    var scanner = scanner
    var found: [String] = []
    try? scanner.object { (name, scanner) throws(RosterProblem) in
      if try scanner.peek() == UInt8(ascii: "[") { found.append(String(decoding: name, as: UTF8.self)) }
      try scanner.skip()
    }
    return found
  }

  // MARK: - A person

  private mutating func addObject(of place: Int, from scanner: inout JSONScanner) throws(RosterProblem) {
    try scanner.object { (name, scanner) throws(RosterProblem) in
      try addValue(of: names.place(name, in: place), from: &scanner)
    }
  }

  private mutating func addValue(of place: Int, from scanner: inout JSONScanner) throws(RosterProblem) {
    switch try scanner.peek() {
    case UInt8(ascii: "{"): try addObject(of: place, from: &scanner)
    case UInt8(ascii: "["):
      try scanner.list { (scanner) throws(RosterProblem) in try addValue(of: place, from: &scanner) }
    default:
      let value = try scanner.scalar()
      cells.add(value, to: names.column(of: place, in: &cells))
    }
  }
}

/// The columns of a JSON roster, as a tree of names.
private struct ColumnNames {
  static let root = 0

  private var places: [(name: String, column: Int?, inner: [[UInt8]: Int])] = [("", nil, [:])]

  /// The place of a name in another.
  mutating func place(_ name: [UInt8], in outer: Int) -> Int {
    if let known = places[outer].inner[name] { return known }
    let prefix = outer == Self.root ? "" : places[outer].name + "."
    places.append((prefix + String(decoding: name, as: UTF8.self), nil, [:]))
    places[outer].inner[name] = places.count - 1
    return places.count - 1
  }

  /// The column of a place, made when something is first there.
  mutating func column(of place: Int, in cells: inout NamedCells) -> Int {
    if let known = places[place].column { return known }
    let column = cells.column(places[place].name)
    places[place].column = column
    return column
  }
}
