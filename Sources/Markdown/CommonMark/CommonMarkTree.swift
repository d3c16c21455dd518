import CCMark
import Glibc

/// A parsed text: cmark's tree, freed with this value.
///
/// Its nodes are valid as long as it is; `Markdown.render` keeps it until the HTML is out.
struct CommonMarkTree: ~Copyable {
  let root: CommonMarkNode

  /// Parses CommonMark. Invalid UTF-8 becomes U+FFFD. cmark ends the process when memory runs out, so it always succeeds.
  init(parsing source: MarkdownSource) {
    root = source.file.bytes.withUnsafeBytes { file in
      let body = UnsafeRawBufferPointer(rebasing: file[source.bodyRange])
      let start = body.assumingMemoryBound(to: CChar.self).baseAddress
      return CommonMarkNode(cmark_parse_document(start, body.count, CMARK_OPT_VALIDATE_UTF8))
    }
  }

  deinit { cmark_node_free(root.pointer) }

  /// The tree as HTML. Raw HTML that is still in it is left out by cmark, unsafe links are emptied.
  borrowing func html() -> [UInt8] {
    guard let text = cmark_render_html(root.pointer, CMARK_OPT_DEFAULT) else { return [] }
    defer { free(text) }
    return text.withMemoryRebound(to: UInt8.self, capacity: 1) {
      [UInt8](UnsafeBufferPointer(start: $0, count: strlen(text)))
    }
  }
}

// MARK: - Walking

/// A walk over a tree in the order of the text, without recursion: depth of nesting costs no stack.
///
/// The tree must not change during the walk; collect nodes first, then change them.
struct CommonMarkWalk: ~Copyable {
  enum Event {
    case enter(CommonMarkNode)
    /// Leaves (text, code, breaks, raw HTML) have no exit.
    case exit(CommonMarkNode)
  }

  private let iterator: OpaquePointer?

  init(_ tree: borrowing CommonMarkTree) {
    iterator = cmark_iter_new(tree.root.pointer)
  }

  deinit { cmark_iter_free(iterator) }

  mutating func next() -> Event? {
    switch cmark_iter_next(iterator) {
    case CMARK_EVENT_ENTER: .enter(CommonMarkNode(cmark_iter_get_node(iterator)))
    case CMARK_EVENT_EXIT: .exit(CommonMarkNode(cmark_iter_get_node(iterator)))
    default: nil
    }
  }
}
