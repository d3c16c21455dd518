import Diagnostics

/// Builds the tree of values from libyaml's events.
///
/// Merging (`<<`) is not part of YAML 1.2 and is not supported: its rules for which field wins are a trap in files that
/// people edit by hand. It is named as an error; aliases alone do what most writers want of it.
///
/// A problem that leaves the rest readable is noted and reading goes on: of two fields of one name the first counts,
/// a field without a usable name is left out, an alias that refers to nothing is taken for text. A broken limit or a
/// text that is not YAML ends it.
struct YAMLTreeBuilder: ~Copyable {
  /// What ends the reading of a text.
  enum Failure: Error {
    case syntax(YAMLSyntaxError)
    case problem(Finding)
  }

  /// What an anchor (`&name`) stands for, with what it costs to repeat it.
  private struct Anchor {
    let name: String
    let node: YAMLNode
    let nameRange: SourceRange
    let nodeCount: Int
    let height: Int
    var isUsed = false
  }

  /// What was found so far.
  private(set) var findings: [Finding] = []

  private let text: YAMLText
  private let limits: YAMLLimits
  private var events: YAMLEvents
  private var cursor: TextCursor
  private var anchors: [String: Anchor] = [:]
  private var nodeCount = 0
  private var repeatedCount = 0
  /// How deep the node read last reaches below itself.
  private var height = 0

  init(_ text: YAMLText, limits: YAMLLimits) {
    self.text = text
    self.limits = limits
    events = YAMLEvents(text.file.bytes[text.range])
    cursor = TextCursor(text)
  }

  /// Reads the text's one document; nil when it holds no value at all.
  mutating func root() throws(Failure) -> YAMLNode? {
    _ = try next()
    let opening = try next()
    guard case .documentStart = opening.kind else { return nil }
    let root = try node(try next(), depth: 0)
    _ = try next()
    let following = try next()
    if case .documentStart = following.kind {
      note(.structure(.secondDocument), at: range(from: following.start, to: following.end))
    }
    for anchor in anchors.values where !anchor.isUsed { noteUnused(anchor) }
    return root
  }

  // MARK: - Nodes

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(Failure) -> YAMLNode {
    let countBefore = nodeCount
    let node: YAMLNode
    try count(event)
    switch event.kind {
    case .scalar(let value, let style): node = scalar(value, style, event)
    case .alias(let name): return try alias(name, event, depth: depth)
    case .sequenceStart(let isFlow): node = try sequence(event, isFlow: isFlow, depth: depth)
    default:
      // Every other event that can stand here begins a mapping.
      let isFlow = if case .mappingStart(true) = event.kind { true } else { false }
      node = try mapping(event, isFlow: isFlow, depth: depth)
    }
    if let name = event.anchor { define(name, as: node, event, nodeCount: nodeCount - countBefore) }
    return node
  }

  private mutating func scalar(_ value: String, _ style: YAMLScalar.Style, _ event: YAMLEvent) -> YAMLNode {
    let scalar = YAMLScalar(value, style: style, isExplicitText: isText(event.tag))
    let start = position(event.start)
    let startOffset = cursor.offset
    cursor.move(to: event.end)
    if style == .literal || style == .folded { cursor.moveBackOverSpace() }
    let node = YAMLNode(.scalar(scalar), at: SourceRange(start: start, end: cursor.position))
    if event.tag != nil { check(event, allowed: ["str", "int", "float", "bool", "null"], at: node.range) }
    if style == .plain { checkPlain(scalar, from: startOffset, at: node.range) }
    height = 0
    return node
  }

  private mutating func sequence(_ opening: YAMLEvent, isFlow: Bool, depth: Int) throws(Failure) -> YAMLNode {
    let start = position(opening.start)
    try enter(depth, at: start)
    if opening.tag != nil { check(opening, allowed: ["seq"], at: SourceRange(start: start, end: start)) }
    var items: [YAMLNode] = []
    var end = start
    var deepest = 0
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind {
        if isFlow { end = position(event.end) }
        break
      }
      let item = try node(event, depth: depth + 1)
      items.append(item)
      end = item.range.end
      deepest = max(deepest, height)
    }
    height = deepest + 1
    return YAMLNode(.sequence(items), at: SourceRange(start: start, end: end))
  }

  private mutating func mapping(_ opening: YAMLEvent, isFlow: Bool, depth: Int) throws(Failure) -> YAMLNode {
    let start = position(opening.start)
    try enter(depth, at: start)
    if opening.tag != nil { check(opening, allowed: ["map"], at: SourceRange(start: start, end: start)) }
    var fields = FieldCollection(capacity: depth == 0 ? 24 : 4)
    var end = start
    var deepest = 0
    while true {
      let event = try next()
      if case .mappingEnd = event.kind {
        if isFlow { end = position(event.end) }
        break
      }
      let key = try node(event, depth: depth + 1)
      let value = try node(try next(), depth: depth + 1)
      end = value.range.end
      deepest = max(deepest, height)
      guard let name = name(of: key) else { continue }
      if isFlow, value.isNull, let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) {
        note(.syntax(.missingSpaceAfterColon(key: String(name[..<colon]))), at: key.range)
      }
      if let first = fields.add(YAMLMapping.Entry(key: name, keyRange: key.range, value: value)) {
        note(.structure(.duplicateKey(name, firstLine: first.keyRange.start.line)), at: key.range)
      }
    }
    height = deepest + 1
    let range = SourceRange(start: start, end: end)
    return YAMLNode(.mapping(YAMLMapping(fields.entries, at: range)), at: range)
  }

  /// The text of a field's name; nil, and a finding, when it has none.
  private mutating func name(of key: YAMLNode) -> String? {
    guard case .scalar(let scalar) = key.content else {
      note(.structure(.keyNotText(found: ValueKind(key))), at: key.range)
      return nil
    }
    if scalar.text.isEmpty {
      note(.structure(.emptyKey), at: key.range)
    } else if scalar.isNull {
      note(.structure(.nullKey(scalar.text)), at: key.range)
    } else if scalar.style == .plain, scalar.text == "<<" {
      note(.structure(.mergeKey), at: key.range)
    } else if let control = scalar.text.firstControl {
      note(.structure(.controlInKey(control)), at: key.range)
    } else {
      if scalar.style == .plain, scalar.text.hasNoBreakSpaceAtEnd {
        note(.structure(.noBreakSpaceInKey), at: key.range)
      }
      return scalar.text
    }
    return nil
  }

  // MARK: - Anchors and aliases

  private mutating func define(_ name: String, as node: YAMLNode, _ event: YAMLEvent, nodeCount: Int) {
    let start = node.range.start
    let range = SourceRange(line: start.line, column: start.column, length: name.unicodeScalars.count + 1)
    let anchor = Anchor(name: name, node: node, nameRange: range, nodeCount: nodeCount, height: height)
    if let replaced = anchors.updateValue(anchor, forKey: name), !replaced.isUsed { noteUnused(replaced) }
  }

  private mutating func alias(_ name: String, _ event: YAMLEvent, depth: Int) throws(Failure) -> YAMLNode {
    let range = range(from: event.start, to: event.end)
    guard let anchor = anchors[name] else {
      note(.structure(.undefinedAlias(name)), at: range)
      height = 0
      return YAMLNode(.scalar(YAMLScalar("*" + name, style: .plain)), at: range)
    }
    anchors[name]?.isUsed = true
    repeatedCount += anchor.nodeCount
    if repeatedCount > limits.aliasExpansion {
      throw .problem(Finding(.limit(.tooManyRepetitions(limit: limits.aliasExpansion)), at: range))
    }
    if depth + anchor.height > limits.depth {
      throw .problem(Finding(.limit(.tooDeep(limit: limits.depth)), at: range))
    }
    height = anchor.height
    nodeCount += anchor.nodeCount
    return YAMLNode(anchor.node.content, at: range)
  }

  private mutating func noteUnused(_ anchor: Anchor) {
    note(.structure(.unusedAnchor(anchor.name)), at: anchor.nameRange)
  }

  // MARK: - Checks

  private mutating func count(_ event: YAMLEvent) throws(Failure) {
    nodeCount += 1
    if nodeCount - repeatedCount > limits.nodeCount {
      throw .problem(Finding(.limit(.tooManyValues(limit: limits.nodeCount)), at: point(event.start)))
    }
    if findings.count >= Finding.limit {
      throw .problem(Finding(.limit(.tooManyProblems(limit: Finding.limit)), at: point(event.start)))
    }
  }

  private func enter(_ depth: Int, at start: SourcePosition) throws(Failure) {
    guard depth >= limits.depth else { return }
    throw .problem(
      Finding(.limit(.tooDeep(limit: limits.depth)), at: SourceRange(line: start.line, column: start.column)))
  }

  private func isText(_ tag: String?) -> Bool { tag == "tag:yaml.org,2002:str" }

  /// Only the core tags mean something, each for its own kind of value (YAML 1.2.2 §10.3).
  private mutating func check(_ event: YAMLEvent, allowed: [String], at range: SourceRange) {
    guard let tag = event.tag else { return }
    let prefix = "tag:yaml.org,2002:"
    if tag.hasPrefix(prefix), allowed.contains(String(tag.dropFirst(prefix.count))) { return }
    let written = tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
    let place = SourceRange(
      line: range.start.line, column: range.start.column, length: max(1, written.unicodeScalars.count))
    note(.structure(.unknownTag(written)), at: place)
  }

  /// Unquoted text that YAML reads otherwise than most people who write it: `C #1`, `“text”`, and an item of a list
  /// that is indented too far.
  private mutating func checkPlain(_ scalar: YAMLScalar, from start: Int, at range: SourceRange) {
    let bytes = text.file.bytes
    if range.start.line != range.end.line {
      for line in TextLines(bytes, in: start..<cursor.offset, firstLine: range.start.line).dropFirst() {
        let field = FieldLine(bytes, line.range)
        guard field.isListItem else { continue }
        note(
          .structure(.itemTakenForText),
          at: SourceRange(line: line.number, column: field.indentation + 1))
      }
    }
    var index = cursor.offset
    while index < text.range.upperBound, bytes[index] == 0x20 { index += 1 }
    if index + 1 < text.range.upperBound, index > cursor.offset, bytes[index] == UInt8(ascii: "#"),
      bytes[index + 1] > UInt8(ascii: "#")
    {
      let column = range.end.column + index - cursor.offset
      note(.structure(.textTakenForComment), at: SourceRange(line: range.end.line, column: column))
    }
    if scalar.text.utf8.first == 0xE2, let inner = scalar.text.insideCurlyQuotes {
      note(.structure(.curlyQuotesKept(value: inner)), at: range)
    }
  }

  // MARK: - Small steps

  private mutating func next() throws(Failure) -> YAMLEvent {
    do {
      return try events.next()
    } catch {
      throw .syntax(error)
    }
  }

  private mutating func position(_ index: Int) -> SourcePosition {
    cursor.move(to: index)
    return cursor.position
  }

  private mutating func point(_ index: Int) -> SourceRange {
    let position = position(index)
    return SourceRange(start: position, end: position)
  }

  private mutating func range(from start: Int, to end: Int) -> SourceRange {
    let first = position(start)
    return SourceRange(start: first, end: position(end))
  }

  private mutating func note(_ problem: FrontMatterProblem, at range: SourceRange) {
    findings.append(Finding(problem, at: range))
  }
}

extension String {
  /// What stands between curly double quotes, when they enclose the whole text.
  fileprivate var insideCurlyQuotes: String? {
    guard unicodeScalars.count > 2, "“„”".unicodeScalars.contains(unicodeScalars[startIndex]),
      let last = unicodeScalars.last, "”“".unicodeScalars.contains(last)
    else { return nil }
    let inner = unicodeScalars.dropFirst().dropLast()
    return inner.contains { "“„”".unicodeScalars.contains($0) } ? nil : String(inner)
  }

  fileprivate var hasNoBreakSpaceAtEnd: Bool {
    guard utf8.first == 0xC2 || utf8.last == 0xA0 else { return false }
    return unicodeScalars.first == "\u{A0}" || unicodeScalars.last == "\u{A0}"
  }
}
