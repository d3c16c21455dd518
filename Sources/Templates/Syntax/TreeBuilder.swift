import Diagnostics

/// Nests the tokens of a template into a tree.
///
/// Whatever is wrong is noted and mended in the likeliest way, so that one slip does not hide the next.
struct TreeBuilder {
  /// How deep sections, blocks and parents may lie within each other.
  static let deepest = 64

  private let file: SourceFile
  private var frames: [Frame] = [Frame(token: nil)]
  private var findings: [Finding] = []
  /// Whether the rest of the line goes with the parent tag that was just closed.
  private var dropsRestOfLine = false

  /// A section, block or parent that is still open, or the template itself.
  private struct Frame {
    /// The opening tag; nil for the template itself.
    let token: Token?
    var nodes: [Node] = []
    /// In a parent, the first thing that is neither a block nor a comment.
    var ignored: Range<Int>?
  }

  /// Reads a template.
  static func tree(_ source: TemplateSource) -> TemplateTree {
    let tokenizer = Tokenizer(source.file.bytes)
    var builder = TreeBuilder(file: source.file)
    if let invalid = source.file.bytes.firstInvalidUTF8 {
      builder.report(.notUTF8, invalid..<invalid + 1)
    }
    let lines = StandaloneLines(tokenizer.tokens, in: source.file.bytes)
    let nodes = builder.nodes(lines.tokens)
    let findings = (tokenizer.findings + builder.findings).sorted { $0.range.lowerBound < $1.range.lowerBound }
    return TemplateTree(name: source.name, file: source.file, nodes: nodes, findings: findings)
  }

  private init(file: SourceFile) {
    self.file = file
  }

  private mutating func nodes(_ tokens: [Token]) -> [Node] {
    for token in tokens where depth <= Self.deepest { add(token) }
    let isCutShort = depth > Self.deepest
    if isCutShort, let deepest = frames.last?.token { report(.nestedTooDeep(limit: Self.deepest), deepest.range) }
    while frames.count > 1 { closeInnermost(at: nil, isComplete: isCutShort) }
    return frames[0].nodes
  }

  private var depth: Int { frames.count - 1 }

  private mutating func add(_ token: Token) {
    guard let tag = token.tag else { return addText(token) }
    dropsRestOfLine = false
    switch tag {
    case .variable, .rawVariable:
      append(.variable(name(token), isRaw: tag == .rawVariable), token)
    case .partial:
      let indentation = token.isStandalone ? Array(file.bytes[token.leading ?? 0..<0]) : nil
      append(.partial(name(token), indentation: indentation), token)
    case .section, .inverted, .parent, .block:
      if tag == .section || tag == .inverted { noteIgnored(token.range) }
      frames.append(Frame(token: token))
    case .close:
      appendLineStart(token)
      close(token)
    case .comment, .delimiters:
      appendLineStart(token)
    }
  }

  // MARK: Nodes

  private mutating func addText(_ token: Token) {
    let isRestOfLine = dropsRestOfLine && token.isBlank
    dropsRestOfLine = false
    guard !token.isDropped, !isRestOfLine else { return }
    if !token.isBlank { noteIgnored(token.range) }
    let text = Node(kind: .text, range: token.range, startsLine: token.startsLine)
    let isInLine = frames[frames.count - 1].nodes.last.map { $0.isText && $0.range.upperBound == text.range.lowerBound }
    if isInLine == true, let last = frames[frames.count - 1].nodes.popLast() {
      let range = last.range.lowerBound..<text.range.upperBound
      frames[frames.count - 1].nodes.append(Node(kind: .text, range: range, startsLine: last.startsLine))
    } else {
      frames[frames.count - 1].nodes.append(text)
    }
  }

  private mutating func append(_ kind: Node.Kind, _ token: Token) {
    noteIgnored(token.range)
    frames[frames.count - 1].nodes.append(
      Node(kind: kind, range: token.range, startsLine: token.startsLine))
  }

  /// A tag that leaves nothing behind may still be where its line begins.
  private mutating func appendLineStart(_ token: Token) {
    guard token.startsLine else { return }
    let start = token.range.lowerBound
    frames[frames.count - 1].nodes.append(Node(kind: .text, range: start..<start, startsLine: true))
  }

  /// A parent shows its blocks only.
  private mutating func noteIgnored(_ range: Range<Int>) {
    guard frames[frames.count - 1].token?.tag == .parent, frames[frames.count - 1].ignored == nil else { return }
    frames[frames.count - 1].ignored = range
  }

  private func name(_ token: Token) -> Name {
    Name(text: String(decoding: file.bytes[token.name], as: UTF8.self), range: token.name)
  }

  // MARK: Closing

  private mutating func close(_ token: Token) {
    let found = name(token).text
    guard let open = frames.last?.token else { return report(.closedNothing(found), token.range) }
    if name(open).text != found {
      guard let depth = frames.lastIndex(where: { $0.token.map { name($0).text == found } ?? false }) else {
        let place = file.position(at: open.range.lowerBound)
        report(
          .mismatchedClose(found: found, tag: open.tag?.sigil ?? "", open: name(open).text, openedAt: place),
          token.name)
        return closeInnermost(at: token, isComplete: true)
      }
      while self.depth > depth { closeInnermost(at: token, isComplete: false) }
    }
    closeInnermost(at: token, isComplete: true)
  }

  private mutating func closeInnermost(at close: Token?, isComplete: Bool) {
    guard let frame = frames.popLast(), let open = frame.token, let tag = open.tag else { return }
    if !isComplete { report(.neverClosed(tag: tag.sigil, name: name(open).text), open.range) }
    switch tag {
    case .parent:
      closeParent(frame, open, close)
    case .block:
      let block = Block(
        name: name(open), body: frame.nodes, isStandalone: open.isStandalone,
        indentation: indentation(of: open, upTo: close?.range.lowerBound ?? file.bytes.count))
      frames[frames.count - 1].nodes.append(
        Node(kind: .block(block), range: open.range, startsLine: open.startsLine))
    default:
      frames[frames.count - 1].nodes.append(
        Node(
          kind: .section(name(open), isInverted: tag == .inverted, body: frame.nodes), range: open.range,
          startsLine: open.startsLine))
    }
  }

  /// A parent that begins and ends a line, be it one line or several, has them for itself, as a partial would.
  private mutating func closeParent(_ frame: Frame, _ open: Token, _ close: Token?) {
    var indentation: [UInt8]?
    if let leading = open.leading, close?.endsLine ?? true {
      indentation = Array(file.bytes[leading])
      dropsRestOfLine = true
      dropText(leading)
    }
    let blocks = frame.nodes.filter(\.isBlock)
    noteRepeated(blocks)
    noteIgnored(open.range)
    frames[frames.count - 1].nodes.append(
      Node(
        kind: .parent(name(open), indentation: indentation, blocks: blocks, ignored: frame.ignored), range: open.range,
        startsLine: open.startsLine && indentation == nil))
  }

  /// Takes away the white space before a parent, which by now is the end of the text that came last.
  private mutating func dropText(_ range: Range<Int>) {
    guard !range.isEmpty, let last = frames[frames.count - 1].nodes.popLast() else { return }
    guard last.range.lowerBound < range.lowerBound else { return }
    let kept = last.range.lowerBound..<range.lowerBound
    frames[frames.count - 1].nodes.append(Node(kind: .text, range: kept, startsLine: last.startsLine))
  }

  private mutating func noteRepeated(_ blocks: [Node]) {
    var names: Set<String> = []
    for case .block(let block) in blocks.map(\.kind) where !names.insert(block.name.text).inserted {
      report(.blockGivenTwice(block.name.text), block.name.range)
    }
  }

  /// What a block's place is indented by: where its body begins a line, that of the first line that shows anything;
  /// else the white space before the block.
  private func indentation(of open: Token, upTo end: Int) -> [UInt8] {
    let bytes = file.bytes
    if open.isStandalone, let lineFeed = bytes[open.range.upperBound..<end].firstIndex(of: UInt8(ascii: "\n")) {
      var lineStart = lineFeed + 1
      for index in lineStart..<end {
        if bytes[index] == UInt8(ascii: "\n") {
          lineStart = index + 1
        } else if !bytes[index].isTemplateSpace {
          return Array(bytes[lineStart..<index])
        }
      }
    }
    return Array(bytes[open.leading ?? 0..<0])
  }

  private mutating func report(_ problem: TemplateProblem, _ range: Range<Int>) {
    findings.append(Finding(problem: problem, range: range))
  }
}

extension Node {
  fileprivate var isText: Bool {
    if case .text = kind { true } else { false }
  }

  fileprivate var isBlock: Bool {
    if case .block = kind { true } else { false }
  }
}

extension [UInt8] {
  /// The offset of the first byte that is not UTF-8.
  fileprivate var firstInvalidUTF8: Int? {
    guard String(validating: self, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return offset
  }
}
