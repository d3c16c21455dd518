import Diagnostics

/// Cuts the bytes of a template into text and tags.
struct Tokenizer {
  private let bytes: [UInt8]
  private var position: Int
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  /// Endings that do not come again, so that a text full of openings is not searched over and over.
  private var missingEndings: Set<[UInt8]> = []
  private(set) var tokens: [Token] = []
  private(set) var findings: [Finding] = []

  /// Cuts the whole text; a byte order mark is left out.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.hasByteOrderMark ? 3 : 0
    while position < bytes.count {
      addText(upTo: bytes.firstIndex(of: opening, from: position) ?? bytes.count)
      if position < bytes.count { addTag() }
    }
  }

  /// Text is cut behind each line feed, so that a line is a run of whole tokens.
  private mutating func addText(upTo end: Int) {
    var start = position
    var isBlank = true
    for index in position..<end {
      let byte = bytes[index]
      if !byte.isTemplateSpace { isBlank = false }
      guard byte == UInt8(ascii: "\n") || index == end - 1 else { continue }
      tokens.append(Token(kind: .text(isBlank: isBlank), range: start..<index + 1))
      start = index + 1
      isBlank = true
    }
    position = end
  }

  private mutating func addTag() {
    let start = position
    var content = start + opening.count
    while content < bytes.count, bytes[content].isTemplateSpace { content += 1 }
    let tag = content < bytes.count ? Tag(sigil: bytes[content]) : .variable
    var ending = closing
    if tag != .variable {
      if bytes[content] == UInt8(ascii: "{") { ending.insert(UInt8(ascii: "}"), at: 0) }
      if tag == .delimiters { ending.insert(UInt8(ascii: "="), at: 0) }
      content += 1
    }
    guard let end = endOfTag(tag, content: content, ending: ending) else {
      report(.unclosedTag(closing: String(decoding: ending, as: UTF8.self)), start..<min(content, bytes.count))
      position = bytes.firstIndex(of: opening, from: content) ?? bytes.count
      return
    }
    position = end + ending.count
    addTag(tag, range: start..<position, content: content..<end)
  }

  /// Where the tag's ending begins; nil when it has none, or when another tag begins before it.
  private mutating func endOfTag(_ tag: Tag, content: Int, ending: [UInt8]) -> Int? {
    guard !missingEndings.contains(ending) else { return nil }
    guard let end = bytes.firstIndex(of: ending, from: content) else {
      missingEndings.insert(ending)
      return nil
    }
    if tag == .comment || tag == .delimiters || opening == closing { return end }
    guard let next = bytes.firstIndex(of: opening, from: content), next < end else { return end }
    return nil
  }

  private mutating func addTag(_ tag: Tag, range: Range<Int>, content: Range<Int>) {
    let name = bytes.trimming(content)
    switch tag {
    case .comment:
      tokens.append(Token(kind: .tag(tag), range: range))
    case .delimiters:
      setDelimiters(content, tag: range)
      tokens.append(Token(kind: .tag(tag), range: range))
    default:
      guard !name.isEmpty else { return report(.missingName, range) }
      guard !bytes[name].contains(where: \.isTemplateSpace) else {
        return report(.nameWithSpaces(String(decoding: bytes[name], as: UTF8.self)), name)
      }
      tokens.append(Token(kind: .tag(tag), range: range, name: name))
    }
  }

  private mutating func setDelimiters(_ content: Range<Int>, tag: Range<Int>) {
    let parts = bytes[content].split(whereSeparator: \.isTemplateSpace).map(Array.init)
    guard parts.count == 2, !parts.joined().contains(UInt8(ascii: "=")) else {
      return report(.unreadableDelimiters(String(decoding: bytes[tag], as: UTF8.self)), tag)
    }
    (opening, closing) = (parts[0], parts[1])
  }

  private mutating func report(_ problem: TemplateProblem, _ range: Range<Int>) {
    findings.append(Finding(problem: problem, range: range))
  }
}

// MARK: - Bytes

extension UInt8 {
  /// White space as Mustache counts it: space, tab and the line endings.
  var isTemplateSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension [UInt8] {
  /// Where `pattern`, which is not empty, next begins at or behind `start`.
  fileprivate func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
    guard start + pattern.count <= count else { return nil }
    return (start...count - pattern.count).first { index in
      self[index] == pattern[0] && self[index..<index + pattern.count].elementsEqual(pattern)
    }
  }

  /// The range without white space at its ends.
  fileprivate func trimming(_ range: Range<Int>) -> Range<Int> {
    guard let first = self[range].firstIndex(where: { !$0.isTemplateSpace }),
      let last = self[range].lastIndex(where: { !$0.isTemplateSpace })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }
}
