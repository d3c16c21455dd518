/// What one walk over a tree takes down: its plain text, and the nodes that are to be rewritten.
///
/// It changes nothing. This is the part that every text passes through, so it works on bytes and makes no strings:
/// a biography of 1 KB is read in about a microsecond.
struct TreeReading {
  /// A heading and where its words stand in `text`.
  struct ReadHeading {
    let node: CommonMarkNode
    let title: Range<Int>
    let holdsLink: Bool
  }

  /// A link or image and where its words (an image's description) stand in `text`.
  struct ReadLink {
    let node: CommonMarkNode
    let isImage: Bool
    let words: Range<Int>
  }

  /// An item of a checklist: where its words stand in `text`, and which of `headings` is above it.
  struct ReadItem {
    let words: Range<Int>
    let heading: Int?
  }

  /// All text that can be seen, blocks separated by line feeds.
  private(set) var text: [UInt8] = []
  /// Where the paragraphs stand in `text`, except those in lists and those of one image.
  private(set) var paragraphs: [Range<Int>] = []
  private(set) var headings: [ReadHeading] = []
  /// In the order in which they end; those inside an image's description are left out, for they are only its words.
  private(set) var links: [ReadLink] = []
  private(set) var rawHTML: [CommonMarkNode] = []
  private(set) var checklist: [ReadItem] = []

  private let checklistLines: Set<OpaquePointer>
  private var blockStart = 0
  private var blockHoldsLink = false
  private var listDepth = 0
  private var linkStart = 0
  private var imageStart = 0
  private var imageDepth = 0

  /// - Parameter checklistLines: the lines behind the boxes of checklists.
  init(_ tree: borrowing CommonMarkTree, checklistLines: [CommonMarkNode] = []) {
    self.checklistLines = Set(checklistLines.map(\.pointer))
    var walk = CommonMarkWalk(tree)
    while let event = walk.next() {
      switch event {
      case .enter(let node): enter(node)
      case .exit(let node): exit(node)
      }
    }
  }

  /// `text` as a string, without line feeds at its end.
  var plainText: String {
    let end = text.lastIndex { $0 != UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0
    return String(decoding: text[..<end], as: UTF8.self)
  }

  /// A stretch of `text` as a string.
  func words(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

// MARK: - Events

extension TreeReading {
  private mutating func enter(_ node: CommonMarkNode) {
    switch node.kind {
    case .text, .code:
      node.appendLiteral(to: &text)
    case .softBreak, .lineBreak:
      text.append(UInt8(ascii: " "))
    case .paragraph, .heading, .customBlock:
      beginBlock()
    case .codeBlock:
      beginBlock()
      node.appendLiteral(to: &text)
    case .htmlBlock:
      beginBlock()
      rawHTML.append(node)
      PlainText.appendOutsideTags(of: node.literal, to: &text)
    case .htmlInline:
      if imageDepth == 0 { rawHTML.append(node) }
    case .list:
      listDepth += 1
    case .link:
      if imageDepth == 0 { linkStart = text.count }
    case .image:
      if imageDepth == 0 { imageStart = text.count }
      imageDepth += 1
    case .blockQuote, .item, .strong, .customInline, .other:
      break
    }
  }

  private mutating func exit(_ node: CommonMarkNode) {
    switch node.kind {
    case .paragraph:
      if listDepth == 0, node.onlyChild?.kind != .image { paragraphs.append(blockStart..<text.count) }
    case .heading:
      headings.append(ReadHeading(node: node, title: blockStart..<text.count, holdsLink: blockHoldsLink))
    case .list:
      listDepth -= 1
    case .customInline where checklistLines.contains(node.pointer):
      checklist.append(ReadItem(words: blockStart..<text.count, heading: headings.indices.last))
    case .link where imageDepth == 0:
      blockHoldsLink = true
      links.append(ReadLink(node: node, isImage: false, words: linkStart..<text.count))
    case .image:
      imageDepth -= 1
      if imageDepth == 0 { links.append(ReadLink(node: node, isImage: true, words: imageStart..<text.count)) }
    default:
      break
    }
  }

  private mutating func beginBlock() {
    if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    blockStart = text.count
    blockHoldsLink = false
  }
}
