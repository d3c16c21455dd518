import Diagnostics

/// Finds the places of nodes in the whole file: line and column, counted in scalars.
///
/// cmark knows lines well, but columns of inlines only roughly: it counts neither the indentation of continued lines
/// nor line feeds inside a link's parentheses. So a column from cmark is believed only when the expected byte stands
/// there, and a destination is looked up in the text itself.
struct SourceLocator {
  private let source: MarkdownSource
  /// The byte offset in the file at which each line of the body begins; made when the first place is asked for.
  private lazy var lineStarts: [Int] = Self.lineStarts(of: source)
  /// Where the reference definitions (`[label]: destination`) have their destinations.
  private lazy var definitions: [ArraySlice<UInt8>: Range<Int>] = Self.definitions(in: source)
  /// The end of the last destination found; destinations are asked for in the order of the text.
  private var cursor = 0
  private var lastPosition = (line: -1, offset: 0, column: 1)

  init(_ source: MarkdownSource) {
    self.source = source
  }

  private var bytes: [UInt8] { source.file.bytes }
}

// MARK: - Links

extension SourceLocator {
  /// How far after a link's line its destination is looked for, in bytes; it bounds the work on a hostile text.
  private static let reach = 8192

  /// The place of a link or image: of its destination, if that stands in the text letter for letter.
  ///
  /// To be called in the order in which links end.
  mutating func place(of link: CommonMarkNode, destination: String) -> (range: SourceRange, isDestination: Bool) {
    let written = Array(destination.utf8)
    if !written.isEmpty {
      let start = max(cursor, offset(line: link.startLine))
      if let found = find(written, from: start) ?? findMail(written, from: start) {
        cursor = found.upperBound
        return (sourceRange(found), true)
      }
      if let found = definitions[written[...]] { return (sourceRange(found), true) }
    }
    return (place(of: link), false)
  }

  /// `<ana@example.edu>` has the destination `mailto:ana@example.edu`.
  private func findMail(_ written: [UInt8], from start: Int) -> Range<Int>? {
    guard written.starts(with: "mailto:".utf8), written.count > 7 else { return nil }
    return find(Array(written.dropFirst(7)), from: start)
  }

  /// The first place up to the end of the paragraph where `written` stands as a destination: `](here)` or `<here>`.
  private func find(_ written: [UInt8], from start: Int) -> Range<Int>? {
    let end = min(source.bodyRange.upperBound, start + Self.reach)
    return source.file.bytes.withUnsafeBufferPointer { bytes in
      var lineIsBlank = false
      var index = start
      while index + written.count <= end {
        let byte = bytes[index]
        let range = index..<index + written.count
        if byte == written[0], bytes[range].elementsEqual(written), isDestination(range, in: bytes) { return range }
        if byte == UInt8(ascii: "\n") {
          if lineIsBlank { return nil }
          lineIsBlank = true
        } else if !byte.isSpace {
          lineIsBlank = false
        }
        index += 1
      }
      return nil
    }
  }

  private func isDestination(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let lower = source.bodyRange.lowerBound
    if range.upperBound < source.bodyRange.upperBound {
      let after = bytes[range.upperBound]
      guard after.isSpace || after == UInt8(ascii: ")") || after == UInt8(ascii: ">") else { return false }
    }
    var before = range.lowerBound - 1
    if before >= lower, bytes[before] == UInt8(ascii: "<") { return true }
    while before >= lower, bytes[before].isSpace { before -= 1 }
    return before > lower && bytes[before] == UInt8(ascii: "(") && bytes[before - 1] == UInt8(ascii: "]")
  }

  /// The destinations of all that looks like a reference definition; the first of each wins, as in CommonMark §4.7.
  private static func definitions(in source: MarkdownSource) -> [ArraySlice<UInt8>: Range<Int>] {
    let body = source.file.bytes[source.bodyRange]
    var found: [ArraySlice<UInt8>: Range<Int>] = [:]
    var index = body.startIndex
    while let colon = body[index...].firstIndex(of: UInt8(ascii: ":")) {
      index = colon + 1
      guard colon > body.startIndex, body[colon - 1] == UInt8(ascii: "]") else { continue }
      guard var start = body[index...].firstIndex(where: { !$0.isSpace }) else { break }
      let isBracketed = body[start] == UInt8(ascii: "<")
      if isBracketed { start += 1 }
      let end = body[start...].firstIndex { isBracketed ? $0 == UInt8(ascii: ">") : $0.isSpace } ?? body.endIndex
      if start < end, found[body[start..<end]] == nil { found[body[start..<end]] = start..<end }
      index = max(index, end)
    }
    return found
  }
}

// MARK: - Nodes

extension SourceLocator {
  /// The place of an inline or block, as exactly as it is known; at worst its whole first line.
  mutating func place(of node: CommonMarkNode) -> SourceRange {
    let line = lineRange(node.startLine)
    let start = line.lowerBound + node.startColumn - 1
    guard node.startColumn > 0, line.contains(start), isPlausible(start, of: node.kind) else {
      return sourceRange(line)
    }
    guard node.endLine == node.startLine, node.endColumn >= node.startColumn else {
      return sourceRange(start..<line.upperBound)
    }
    return sourceRange(start..<min(line.upperBound, line.lowerBound + node.endColumn))
  }

  /// The place of `length` bytes that stand `skipping` bytes after the beginning of a text.
  mutating func place(inText node: CommonMarkNode, skipping: Int, length: Int) -> SourceRange {
    let line = lineRange(node.startLine)
    let start = line.lowerBound + max(0, node.startColumn - 1) + skipping
    guard start + length <= line.upperBound else { return sourceRange(line) }
    return sourceRange(start..<start + length)
  }

  /// The place of some bytes of the file.
  mutating func place(of bytes: Range<Int>) -> SourceRange { sourceRange(bytes) }

  /// The whole first line of a node, without the spaces around it.
  mutating func firstLine(of node: CommonMarkNode) -> SourceRange {
    sourceRange(lineRange(node.startLine))
  }

  private func isPlausible(_ offset: Int, of kind: CommonMarkNode.Kind) -> Bool {
    switch kind {
    case .link: bytes[offset] == UInt8(ascii: "[") || bytes[offset] == UInt8(ascii: "<")
    case .image: bytes[offset] == UInt8(ascii: "!")
    case .htmlInline, .htmlBlock: bytes[offset] == UInt8(ascii: "<")
    default: true
    }
  }
}

// MARK: - Lines

extension SourceLocator {
  /// Where a line of the body begins.
  private mutating func offset(line: Int) -> Int {
    lineStarts[min(max(line, 1), lineStarts.count) - 1]
  }

  /// A line's text without the spaces around it.
  private mutating func lineRange(_ line: Int) -> Range<Int> {
    let start = offset(line: line)
    let nextLine = max(1, line)
    let end = nextLine < lineStarts.count ? lineStarts[nextLine] : source.bodyRange.upperBound
    return trimmed(start..<max(start, end))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[end - 1].isSpace { end -= 1 }
    while start < end, bytes[start].isSpace { start += 1 }
    return start..<end
  }

  private mutating func sourceRange(_ range: Range<Int>) -> SourceRange {
    SourceRange(start: position(of: range.lowerBound), end: position(of: range.upperBound))
  }

  /// Counts on from the last position where it can: most texts are asked about from first to last.
  private mutating func position(of offset: Int) -> SourcePosition {
    let line = lineIndex(of: offset)
    if lastPosition.line != line || lastPosition.offset > offset { lastPosition = (line, lineStarts[line], 1) }
    let passed = bytes[lastPosition.offset..<offset].reduce(into: 0) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
    lastPosition = (line, offset, lastPosition.column + passed)
    return SourcePosition(line: source.firstLine + line, column: lastPosition.column)
  }

  private mutating func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// LF, CRLF and a lone CR each end a line, in CommonMark (§2.1) as in `SourceFile`.
  private static func lineStarts(of source: MarkdownSource) -> [Int] {
    var starts = [source.bodyRange.lowerBound]
    source.file.bytes.withUnsafeBufferPointer { bytes in
      let end = source.bodyRange.upperBound
      for index in source.bodyRange where bytes[index].isLineEnd && index + 1 < end {
        if bytes[index] == UInt8(ascii: "\r"), bytes[index + 1] == UInt8(ascii: "\n") { continue }
        starts.append(index + 1)
      }
    }
    return starts
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || isLineEnd }
}
