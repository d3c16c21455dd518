import Diagnostics

/// A quotation with the one who said it:
///
///     > Be curious first and impressive second.
///     >
///     > — A mentor
///
/// becomes a `figure` of class `pull-quote` around the `blockquote`, with a `figcaption`. The last line may also follow
/// the quotation without an empty line between.
enum PullQuote {
  static func reshape(_ quote: CommonMarkNode, _ findings: inout Findings) -> Bool {
    guard let last = quote.lastChild else { return false }
    guard last.kind == .paragraph, let dash = dash(in: last, of: quote) else {
      checkNearMiss(last, of: quote, &findings)
      return false
    }
    write(quote, last, dash: dash)
    return true
  }

  private static let mark = "— "

  /// The text that begins with the dash: the first of a paragraph with something before it, or the first of the last
  /// line of a paragraph.
  private static func dash(in paragraph: CommonMarkNode, of quote: CommonMarkNode) -> CommonMarkNode? {
    lineStart(in: paragraph, of: quote) { $0.hasPrefix(mark) }
  }

  private static func lineStart(
    in paragraph: CommonMarkNode, of quote: CommonMarkNode, where matches: (String) -> Bool
  ) -> CommonMarkNode? {
    if paragraph.previous != nil, let first = paragraph.firstChild, first.kind == .text, matches(first.literal) {
      return first
    }
    var inline = paragraph.lastChild
    while let current = inline, current.kind != .softBreak, current.kind != .lineBreak { inline = current.previous }
    guard inline?.previous != nil, let first = inline?.next, first.kind == .text, matches(first.literal) else {
      return nil
    }
    return first
  }

  private static func write(_ quote: CommonMarkNode, _ paragraph: CommonMarkNode, dash: CommonMarkNode) {
    let caption = CommonMarkNode.inline("<figcaption>", "</figcaption>")
    dash.setLiteral(String(dash.literal.dropFirst(mark.count)))
    dash.previous?.remove()
    var inline: CommonMarkNode? = dash
    while let current = inline {
      inline = current.next
      caption.append(current)
    }
    if paragraph.firstChild == nil { paragraph.remove() }
    let captionBlock = CommonMarkNode.block()
    captionBlock.append(caption)
    let figure = CommonMarkNode.block("<figure class=\"pull-quote\">", "</figure>")
    quote.insertBefore(figure)
    figure.append(quote)
    figure.append(captionBlock)
  }
}

// MARK: - Near misses

extension PullQuote {
  /// What people type who have no em dash at hand.
  private static let otherDashes = ["-- ", "--- ", "– ", "―", "—"]

  private static func checkNearMiss(_ last: CommonMarkNode, of quote: CommonMarkNode, _ findings: inout Findings) {
    if last.kind == .paragraph {
      guard let text = lineStart(in: last, of: quote, where: { line in otherDashes.contains(where: line.hasPrefix) }),
        let dash = otherDashes.first(where: text.literal.hasPrefix)
      else { return }
      let range = findings.locator.place(inText: text, skipping: 0, length: dash.utf8.count)
      findings.report(.unmarkedAttribution(dash), at: range)
    } else if last.kind == .list, !last.isOrderedList, last.onlyChild != nil, last.previous?.kind == .paragraph {
      // `> - A mentor` is a list of one item.
      let range = findings.locator.place(inText: last, skipping: 0, length: 2)
      findings.report(.unmarkedAttribution("- "), at: range)
    }
  }
}
