/// The lines of an iCalendar file (RFC 5545 §3.1): what was folded is one line again.
///
/// A plain loop over bytes: a calendar of many years has hundreds of thousands of lines, and few of them matter.
struct ContentLines {
  private let bytes: [UInt8]
  private var index = 0
  /// The number of the last line read, counted from 1, as an editor would count it.
  private(set) var number = 0
  private var nextNumber = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark may stand in front.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The next line that has anything in it; nil at the end.
  mutating func next() -> ContentLine? {
    while index < bytes.count {
      number = nextNumber
      let line = readPhysicalLine()
      guard isFolded else {
        if line.isEmpty { continue }
        return ContentLine(line, number: number)
      }
      var whole = Array(line)
      while isFolded {
        index += 1
        whole += readPhysicalLine()
      }
      return ContentLine(whole[...], number: number)
    }
    return nil
  }

  /// Whether what follows goes on with the line before.
  private var isFolded: Bool {
    index < bytes.count && (bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t"))
  }

  /// Reads up to a line's end, which is CR LF, or LF alone as some programs write it.
  private mutating func readPhysicalLine() -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    var end = index
    if index < bytes.count { index += 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    nextNumber += 1
    return bytes[start..<end]
  }
}

/// One line of an iCalendar file: `NAME;PARAMETER=value:value`.
struct ContentLine {
  /// The property's name in capitals.
  let name: String
  /// What follows the colon.
  let value: ArraySlice<UInt8>
  /// The line's number, counted from 1.
  let number: Int
  private let parameters: ArraySlice<UInt8>

  /// A line by its bytes. One without a colon has no value.
  init(_ line: ArraySlice<UInt8>, number: Int) {
    let nameEnd = line.firstIndex { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":") } ?? line.endIndex
    var colon = nameEnd
    var isQuoted = false
    while colon < line.endIndex, isQuoted || line[colon] != UInt8(ascii: ":") {
      if line[colon] == UInt8(ascii: "\"") { isQuoted.toggle() }
      colon += 1
    }
    name = Self.capitals(line[..<nameEnd])
    parameters = line[nameEnd..<colon]
    value = colon < line.endIndex ? line[(colon + 1)...] : line[colon...]
    self.number = number
  }

  /// The value as text, without spaces around it.
  var text: String {
    String(decoding: value, as: UTF8.self).trimming
  }

  /// A parameter's value without its quotation marks.
  func parameter(_ wanted: String) -> String? {
    var isQuoted = false
    let parts = parameters.split(omittingEmptySubsequences: true) { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ";") && !isQuoted
    }
    for part in parts {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")), Self.capitals(part[..<equals]) == wanted else {
        continue
      }
      return String(decoding: part[(equals + 1)...].filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self).trimming
    }
    return nil
  }

  private static func capitals(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { (0x61...0x7A).contains($0) }) else {
      return String(decoding: bytes, as: UTF8.self).trimming
    }
    return String(decoding: bytes.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self).trimming
  }
}

extension String {
  /// The text without white space around it.
  fileprivate var trimming: String {
    guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else { return self }
    let isSpace = { (byte: UInt8) in byte <= 0x20 }
    guard let start = utf8.firstIndex(where: { !isSpace($0) }), let end = utf8.lastIndex(where: { !isSpace($0) }) else {
      return ""
    }
    return String(self[start...end])
  }
}
