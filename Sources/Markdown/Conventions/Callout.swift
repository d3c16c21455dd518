import Diagnostics

/// A note beside the text:
///
///     > [!TIP] A title, if it wants one
///     > What to know.
///
/// becomes an `aside` of class `callout callout-tip` with a `p` of class `callout-title`.
enum Callout {
  static func reshape(_ quote: CommonMarkNode, label: (CalloutKind) -> String, _ findings: inout Findings) -> Bool {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
      let text = paragraph.firstChild, text.kind == .text, let marker = Marker(text.literal)
    else { return false }
    guard let kind = marker.kind else {
      marker.report(in: text, &findings)
      return false
    }
    write(quote, kind, paragraph: paragraph, text: text, title: marker.rest, label: label(kind))
    return true
  }

  private static func write(
    _ quote: CommonMarkNode, _ kind: CalloutKind, paragraph: CommonMarkNode, text: CommonMarkNode, title: String,
    label: String
  ) {
    text.setLiteral(title)
    let hasTitle = !title.isEmpty || text.next.map { !$0.isBreak } ?? false
    let heading = hasTitle ? "<p class=\"callout-title\">" : "<p class=\"callout-title\">" + Markup.escaped(label)
    let titleLine = CommonMarkNode.inline(heading, "</p>")
    moveFirstLine(of: paragraph, to: titleLine)

    // A title in other words leaves the kind to the icon; `aria-label` says it. `note` is the role of an aside that
    // belongs to the text around it: a complementary landmark may stand only at the top of the page.
    let name: Markup = hasTitle ? .attribute("aria-label", label) : ""
    let aside = CommonMarkNode.block(
      "<aside" + .attribute("class", "callout callout-" + kind.rawValue) + " role=\"note\"" + name + ">", "</aside>")
    let titleBlock = CommonMarkNode.block()
    titleBlock.append(titleLine)
    aside.append(titleBlock)
    if paragraph.firstChild == nil { paragraph.remove() }
    quote.moveChildren(to: aside)
    quote.replace(with: aside)
  }

  /// Moves what stands before the first line break; the break itself goes.
  private static func moveFirstLine(of paragraph: CommonMarkNode, to title: CommonMarkNode) {
    while let inline = paragraph.firstChild {
      if inline.isBreak { return inline.remove() }
      title.append(inline)
    }
  }
}

extension CommonMarkNode {
  fileprivate var isBreak: Bool { kind == .softBreak || kind == .lineBreak }
}

// MARK: - Marker

/// The beginning of a quote that is a callout's marker, or nearly.
private struct Marker {
  /// The kind, when the marker is right.
  let kind: CalloutKind?
  /// The text after the marker.
  let rest: String
  /// The marker as written, `[!NOT]`.
  private let written: Substring
  /// The word in it, `NOT`.
  private let word: Substring

  /// Reads `[!NOTE]`, capitals or not, and what resembles it: `[!word]` of any letters, or a known word without `!` or
  /// with spaces around it.
  init?(_ text: String) {
    guard text.first == "[", let close = text.firstIndex(of: "]") else { return nil }
    written = text[...close]
    let inside = written.dropFirst().dropLast()
    let isMarked = inside.first == "!"
    let candidate = inside.drop { $0 == "!" || $0 == " " }
    let trailingSpaces = candidate.reversed().prefix { $0 == " " }.count
    word = candidate.dropLast(trailingSpaces)
    let known = CalloutKind(rawValue: word.lowercased())
    guard !word.isEmpty, word.allSatisfy(\.isLetter), isMarked || known != nil else { return nil }
    kind = isMarked && word.count + 1 == inside.count ? known : nil
    rest = String(text[text.index(after: close)...].drop { $0 == " " })
  }

  func report(in text: CommonMarkNode, _ findings: inout Findings) {
    if let meant = CalloutKind(rawValue: word.lowercased()) {
      let range = findings.locator.place(inText: text, skipping: 0, length: written.utf8.count)
      findings.report(.unmarkedCallout(String(written), meant: meant), at: range)
    } else {
      let before = word.utf8.distance(from: written.utf8.startIndex, to: word.utf8.startIndex)
      let range = findings.locator.place(inText: text, skipping: before, length: word.utf8.count)
      let nearest = NearestName.of(String(word), among: CalloutKind.allCases.map(\.marker))
      let kind = nearest.flatMap { CalloutKind(rawValue: $0.lowercased()) }
      findings.report(.unknownCallout(String(word), nearest: kind), at: range)
    }
  }
}
