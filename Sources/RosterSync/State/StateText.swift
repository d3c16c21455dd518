import Hypertext
import Scheduling

/// Writes a state, with one person a line so that a commit shows who changed.
enum StateWriting {
  static func bytes(_ state: SyncState, key: SyncKey) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(1024 + state.people.count * (120 + 22 * state.fields.count))
    output += "{\"format\":\(SyncState.format),\"key\":\"\(key.check)\",\n\"fields\":".utf8
    JSONText.append(array: state.fields, to: &output) { JSONText.append($0, to: &$1) }
    output += ",\n\"sources\":".utf8
    JSONText.append(array: state.sources, to: &output, append(source:to:))
    output += ",\n\"runs\":".utf8
    JSONText.append(array: state.runs, to: &output) { run, output in
      output += "{\"day\":\"\(run.day.iso)\",\"people\":\(run.people),".utf8
      output += "\"absences\":\(run.absences)}".utf8
    }
    output += ",\n\"quarantined\":\(state.quarantined),\"empty\":{".utf8
    for (index, (name, count)) in state.emptyCounts.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      JSONText.append(name, to: &output)
      output += ":\(count)".utf8
    }
    output += "},\n\"suppressed\":".utf8
    JSONText.append(array: state.suppressed.sorted(), to: &output) { JSONText.append($0.hexadecimal, to: &$1) }
    if state.isApproved { output += ",\n\"approved\":1".utf8 }
    output += ",\n\"people\":[".utf8
    for (index, person) in state.people.enumerated() {
      output += index == 0 ? "\n".utf8 : ",\n".utf8
      append(person, to: &output)
    }
    output += "],\n\"seal\":\"".utf8
    let seal = key.seal(output[...])
    output += "\(seal)\"}\n".utf8
    return output
  }

  private static func append(source: SourceMemory, to output: inout [UInt8]) {
    output += "{\"name\":".utf8
    JSONText.append(source.name, to: &output)
    output += ",\"place\":".utf8
    JSONText.append(source.place.text, to: &output)
    output += ",\"extent\":".utf8
    JSONText.append(source.extent.text, to: &output)
    if let rows = source.rows { output += ",\"rows\":\(rows)".utf8 }
    output.append(UInt8(ascii: "}"))
  }

  private static func append(_ person: PersonState, to output: inout [UInt8]) {
    output += "{\"id\":\"\(person.id.hexadecimal)\",\"slug\":".utf8
    JSONText.append(person.slug, to: &output)
    output += ",\"seen\":\"\(String(person.seen, radix: 16))\",\"file\":\"\(String(person.file, radix: 16))\"".utf8
    if let consent = person.consent {
      output += ",\"consent\":[\"\(consent.word.rawValue)\",\"\(consent.since.iso)\",".utf8
      JSONText.append(consent.source, to: &output)
      output.append(UInt8(ascii: "]"))
    }
    if let since = person.missingSince {
      output += ",\"missing_since\":\"\(since.iso)\",\"status\":".utf8
      JSONText.append(person.formerStatus, to: &output)
    }
    output += ",\"base\":[".utf8
    for (index, base) in person.base.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output += base == .none ? "\"\"".utf8 : "\"\(String(base.hash, radix: 16))@\(base.day)\"".utf8
    }
    output += "]}".utf8
  }
}

/// Reads a state.
enum StateReading {
  /// - Throws: `StateProblem`, also where the state was made with another key.
  static func read(
    _ bytes: [UInt8], path: String, key: SyncKey
  ) throws(StateProblem) -> (state: SyncState, seal: String) {
    var header = Header()
    let state: SyncState
    do throws(JSONMistake) {
      state = try read(bytes, header: &header)
    } catch {
      // A later version may have what this one can't read; a foreign state is known before its seal is looked at.
      if let format = header.format, format > SyncState.format { throw .newer(path: path, format: format) }
      throw .corrupt(path: path, offset: error.offset)
    }
    if let format = header.format, format > SyncState.format { throw .newer(path: path, format: format) }
    guard header.format == SyncState.format else { throw .corrupt(path: path, offset: nil) }
    guard header.key == key.check else { throw .foreignKey(path: path) }
    guard let end = header.sealed, key.seal(bytes[..<end]) == header.seal else {
      throw .corrupt(path: path, offset: nil)
    }
    return (state, header.seal)
  }

  private struct Header {
    var format: Int?
    var key = ""
    var seal = ""
    var sealed: Int?
  }

  private static func read(_ bytes: [UInt8], header: inout Header) throws(JSONMistake) -> SyncState {
    var state = SyncState()
    var found = header
    defer { header = found }
    var cursor = JSONCursor(bytes)
    try cursor.object { (name, cursor) throws(JSONMistake) in
      switch name {
      case "format": found.format = try cursor.integer()
      case "key": found.key = try cursor.string()
      case "fields": try cursor.array { (cursor) throws(JSONMistake) in state.fields.append(try cursor.string()) }
      case "sources":
        try cursor.array { (cursor) throws(JSONMistake) in state.sources.append(try source(&cursor)) }
      case "runs": try cursor.array { (cursor) throws(JSONMistake) in state.runs.append(try run(&cursor)) }
      case "quarantined": state.quarantined = try cursor.integer()
      case "empty":
        try cursor.object { (name, cursor) throws(JSONMistake) in state.emptyCounts[name] = try cursor.integer() }
      case "suppressed":
        try cursor.array { (cursor) throws(JSONMistake) in state.suppressed.append(try id(&cursor)) }
      case "approved": state.isApproved = try cursor.integer() == 1
      case "people":
        try cursor.array { (cursor) throws(JSONMistake) in state.people.append(try person(&cursor)) }
      case "seal":
        found.sealed = cursor.offset + 1
        found.seal = try cursor.string()
      default: throw cursor.mistake
      }
    }
    try cursor.end()
    return state
  }

  private static func source(_ cursor: inout JSONCursor) throws(JSONMistake) -> SourceMemory {
    var name = ""
    var (place, extent, rows): (KeptPlace?, KeptExtent?, Int?)
    try cursor.object { (member, cursor) throws(JSONMistake) in
      switch member {
      case "name": name = try cursor.string()
      case "place":
        place = KeptPlace(text: try cursor.string())
        if place == nil { throw cursor.mistake }
      case "extent":
        extent = KeptExtent(text: try cursor.string())
        if extent == nil { throw cursor.mistake }
      case "rows": rows = try cursor.integer()
      default: throw cursor.mistake
      }
    }
    guard let place, let extent else { throw cursor.mistake }
    return SourceMemory(name: name, place: place, extent: extent, rows: rows)
  }

  private static func run(_ cursor: inout JSONCursor) throws(JSONMistake) -> RunMemory {
    var run = RunMemory(day: CivilDate(daysSinceEpoch: 0), people: 0, absences: 0)
    try cursor.object { (name, cursor) throws(JSONMistake) in
      switch name {
      case "day": run.day = try date(&cursor)
      case "people": run.people = try cursor.integer()
      case "absences": run.absences = try cursor.integer()
      default: throw cursor.mistake
      }
    }
    return run
  }

  private static func person(_ cursor: inout JSONCursor) throws(JSONMistake) -> PersonState {
    var person = PersonState(id: PersonID([]), slug: "")
    try cursor.object { (name, cursor) throws(JSONMistake) in
      switch name {
      case "id": person.id = try id(&cursor)
      case "slug": person.slug = try cursor.string()
      case "seen": person.seen = try number(&cursor)
      case "file": person.file = try number(&cursor)
      case "consent": person.consent = try consent(&cursor)
      case "missing_since": person.missingSince = try date(&cursor)
      case "status": person.formerStatus = try cursor.string()
      case "base": try cursor.array { (cursor) throws(JSONMistake) in person.base.append(try base(&cursor)) }
      default: throw cursor.mistake
      }
    }
    return person
  }

  private static func consent(_ cursor: inout JSONCursor) throws(JSONMistake) -> ConsentState {
    var texts: [String] = []
    try cursor.array { (cursor) throws(JSONMistake) in texts.append(try cursor.string()) }
    guard texts.count == 3, let word = ConsentState.Word(rawValue: texts[0]), let since = CivilDate(texts[1]) else {
      throw cursor.mistake
    }
    return ConsentState(word: word, since: since, source: texts[2])
  }

  private static func base(_ cursor: inout JSONCursor) throws(JSONMistake) -> FieldBase {
    try cursor.plainText { text in
      if text.isEmpty { return FieldBase.none }
      guard let mark = text.indices.first(where: { text[$0] == UInt8(ascii: "@") }),
        let hash = StateNumber.hexadecimal(text.extracting(..<mark)),
        let day = StateNumber.decimal(text.extracting((mark + 1)...))
      else { return nil }
      return FieldBase(hash: hash, day: day)
    }
  }

  private static func id(_ cursor: inout JSONCursor) throws(JSONMistake) -> PersonID {
    try cursor.plainText(PersonID.init(hexadecimal:))
  }

  private static func number(_ cursor: inout JSONCursor) throws(JSONMistake) -> UInt64 {
    try cursor.plainText(StateNumber.hexadecimal)
  }

  private static func date(_ cursor: inout JSONCursor) throws(JSONMistake) -> CivilDate {
    guard let date = CivilDate(try cursor.string()) else { throw cursor.mistake }
    return date
  }
}
