/// The record's form: `{"version":1,"feeds":{SLUG:{"calendar":…,"checked":…,"failing_since":…,"busy":[[FROM,TO],…]}}}`.
///
/// Slugs are sorted and each has a line of its own, so that a version control system shows whose calendar changed.
extension BusyRecord {
  /// The record as a file.
  public var bytes: [UInt8] {
    var text = "{\"version\":1,\"feeds\":{"
    var separator = "\n"
    for (slug, feed) in feeds.sorted(by: { $0.key < $1.key }) {
      text += separator + Self.quoted(slug) + ":{\"calendar\":" + Self.quoted(feed.calendar)
      if let checked = feed.checked { text += ",\"checked\":" + Self.quoted(checked.utcExtended) }
      if let since = feed.failingSince { text += ",\"failing_since\":" + Self.quoted(since.utcExtended) }
      let ranges = feed.busy.map { "[\"\($0.lowerBound.utcExtended)\",\"\($0.upperBound.utcExtended)\"]" }
      text += ",\"busy\":[" + ranges.joined(separator: ",") + "]}"
      separator = ",\n"
    }
    return Array((text + "\n}}\n").utf8)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Reads a record's file.
  /// - Throws: `BusyRecordProblem` when it is none, or only a part of one: an incomplete record would open closed times.
  public init(_ bytes: [UInt8]) throws(BusyRecordProblem) {
    var reading = RecordReading(bytes)
    var version: Int?
    var feeds: [String: Feed] = [:]
    try reading.object { reading, key throws(BusyRecordProblem) in
      switch key {
      case "version": version = try reading.number()
      case "feeds":
        guard version == 1 else { throw .version }
        try reading.object { reading, slug throws(BusyRecordProblem) in
          guard feeds.updateValue(try reading.feed(), forKey: slug) == nil else { throw .malformed(reading.offset) }
        }
      default: throw .malformed(reading.offset)
      }
    }
    try reading.end()
    guard version == 1 else { throw .version }
    self.init(feeds: feeds)
  }
}

/// What can be wrong with a record's file.
public enum BusyRecordProblem: Error, Hashable, Sendable {
  /// At a byte stands something else than belongs there.
  case malformed(Int)
  /// Another version of Mentorbook wrote it.
  case version
}

/// Reads the little of JSON that a record has, strictly and from left to right.
private struct RecordReading {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func object(
    _ body: (inout RecordReading, String) throws(BusyRecordProblem) -> Void
  ) throws(BusyRecordProblem) {
    try expect("{")
    if skip("}") { return }
    repeat {
      let key = try string()
      try expect(":")
      try body(&self, key)
    } while skip(",")
    try expect("}")
  }

  mutating func feed() throws(BusyRecordProblem) -> BusyRecord.Feed {
    var feed = BusyRecord.Feed(calendar: "", checked: nil, failingSince: nil, busy: [])
    try object { reading, key throws(BusyRecordProblem) in
      switch key {
      case "calendar": feed.calendar = try reading.string()
      case "checked": feed.checked = try reading.instant()
      case "failing_since": feed.failingSince = try reading.instant()
      case "busy": feed.busy = try reading.ranges()
      default: throw .malformed(reading.offset)
      }
    }
    return feed
  }

  private mutating func ranges() throws(BusyRecordProblem) -> [Range<Instant>] {
    var ranges: [Range<Instant>] = []
    try expect("[")
    if skip("]") { return [] }
    repeat {
      try expect("[")
      let start = try instant()
      try expect(",")
      let end = try instant()
      try expect("]")
      guard start < end, ranges.last.map({ $0.upperBound < start }) ?? true else { throw .malformed(offset) }
      ranges.append(start..<end)
    } while skip(",")
    try expect("]")
    return ranges
  }

  private mutating func instant() throws(BusyRecordProblem) -> Instant {
    guard let instant = Instant(try string()) else { throw .malformed(offset) }
    return instant
  }

  mutating func number() throws(BusyRecordProblem) -> Int {
    skipSpaces()
    var value: Int?
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]), (value ?? 0) < 1_000 {
      value = (value ?? 0) * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    guard let value else { throw .malformed(offset) }
    return value
  }

  private mutating func string() throws(BusyRecordProblem) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      if bytes[offset] == UInt8(ascii: "\\") { offset += 1 }
      guard offset < bytes.count, bytes[offset] >= 0x20 else { throw .malformed(offset) }
      text.append(bytes[offset])
      offset += 1
    }
    guard offset < bytes.count, let valid = String(validating: text, as: UTF8.self) else { throw .malformed(offset) }
    offset += 1
    return valid
  }

  mutating func end() throws(BusyRecordProblem) {
    skipSpaces()
    if offset < bytes.count { throw .malformed(offset) }
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(BusyRecordProblem) {
    if !skip(character) { throw .malformed(offset) }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[offset]) { offset += 1 }
  }
}
