import CCMark
import Glibc

/// One node of a `CommonMarkTree`: a borrowed pointer, valid as long as the tree is.
struct CommonMarkNode {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  private init?(optional pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  enum Kind {
    case blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading
    case text, softBreak, lineBreak, code, htmlInline, customInline, strong, link, image
    /// What no step needs to tell apart: the document, thematic breaks, emphasis.
    case other
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_CUSTOM_BLOCK: .customBlock
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_CUSTOM_INLINE: .customInline
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }
}

// MARK: - Content

extension CommonMarkNode {
  /// The text of a text, code or raw HTML node.
  var literal: String { String(optional: cmark_node_get_literal(pointer)) }

  /// Gives a text node another text.
  func setLiteral(_ text: String) { cmark_node_set_literal(pointer, text) }

  /// Appends the literal's bytes; no `String` is made.
  func appendLiteral(to bytes: inout [UInt8]) {
    guard let literal = cmark_node_get_literal(pointer) else { return }
    let count = strlen(literal)
    literal.withMemoryRebound(to: UInt8.self, capacity: count) {
      bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// The destination of a link or image, entities and backslash escapes resolved.
  var destination: String { String(optional: cmark_node_get_url(pointer)) }

  /// The title of a link or image, or nothing.
  var title: String { String(optional: cmark_node_get_title(pointer)) }

  /// Gives a link or image another title.
  func setTitle(_ text: String) { cmark_node_set_title(pointer, text) }

  /// What stands behind the opening fence of a code block.
  var fenceInfo: String { String(optional: cmark_node_get_fence_info(pointer)) }

  /// Puts something else behind the opening fence of a code block.
  func setFenceInfo(_ text: String) { cmark_node_set_fence_info(pointer, text) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) == 1 }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }

  /// The line of the body on which the node begins, counted from 1; 0 when cmark does not know.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// The byte column at which the node begins, counted from 1. Of inlines only a hint: see `SourceLocator`.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  /// The line on which the node ends.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// The byte column of the node's last byte.
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }
}

extension String {
  fileprivate init(optional text: UnsafePointer<CChar>?) {
    self = text.map { String(cString: $0) } ?? ""
  }
}

// MARK: - Family

extension CommonMarkNode {
  var parent: CommonMarkNode? { CommonMarkNode(optional: cmark_node_parent(pointer)) }
  var next: CommonMarkNode? { CommonMarkNode(optional: cmark_node_next(pointer)) }
  var previous: CommonMarkNode? { CommonMarkNode(optional: cmark_node_previous(pointer)) }
  var firstChild: CommonMarkNode? { CommonMarkNode(optional: cmark_node_first_child(pointer)) }
  var lastChild: CommonMarkNode? { CommonMarkNode(optional: cmark_node_last_child(pointer)) }

  /// The one child, when there is exactly one.
  var onlyChild: CommonMarkNode? {
    guard let child = firstChild, child.next == nil else { return nil }
    return child
  }

  /// The children at this moment; they may be moved while the array is gone through.
  var children: [CommonMarkNode] {
    Array(sequence(first: firstChild) { $0?.next }.prefix { $0 != nil }.compactMap { $0 })
  }
}

extension CommonMarkNode: Equatable {}

// MARK: - Change

extension CommonMarkNode {
  /// A new text node.
  static func text(_ text: String) -> CommonMarkNode {
    let node = CommonMarkNode(cmark_node_new(CMARK_NODE_TEXT))
    node.setLiteral(text)
    return node
  }

  /// A new paragraph without content.
  static func paragraph() -> CommonMarkNode { CommonMarkNode(cmark_node_new(CMARK_NODE_PARAGRAPH)) }

  /// A new node among blocks that writes `opening` before its children and `closing` after them, each on a line of
  /// its own; nothing for what is empty.
  static func block(_ opening: Markup = "", _ closing: Markup = "") -> CommonMarkNode {
    custom(CMARK_NODE_CUSTOM_BLOCK, opening, closing)
  }

  /// A new node among inlines that writes `opening` before its children and `closing` after them, right where they are.
  static func inline(_ opening: Markup, _ closing: Markup = "") -> CommonMarkNode {
    custom(CMARK_NODE_CUSTOM_INLINE, opening, closing)
  }

  private static func custom(_ type: cmark_node_type, _ opening: Markup, _ closing: Markup) -> CommonMarkNode {
    let node = CommonMarkNode(cmark_node_new(type))
    cmark_node_set_on_enter(node.pointer, opening.text)
    cmark_node_set_on_exit(node.pointer, closing.text)
    return node
  }

  /// Makes `child` the last child, taking it from where it was.
  func append(_ child: CommonMarkNode) { cmark_node_append_child(pointer, child.pointer) }

  /// Puts `sibling` right before this node, taking it from where it was.
  func insertBefore(_ sibling: CommonMarkNode) { cmark_node_insert_before(pointer, sibling.pointer) }

  /// Moves this node's children to the end of another's.
  func moveChildren(to other: CommonMarkNode) {
    while let child = firstChild { other.append(child) }
  }

  /// Puts another node in this one's place and frees this one with the children it still has.
  func replace(with other: CommonMarkNode) {
    cmark_node_replace(pointer, other.pointer)
    cmark_node_free(pointer)
  }

  /// Puts the children in this node's place and frees it.
  func unwrap() {
    while let child = firstChild { insertBefore(child) }
    remove()
  }

  /// Takes this node out of the tree and frees it with its children.
  func remove() { cmark_node_free(pointer) }
}
