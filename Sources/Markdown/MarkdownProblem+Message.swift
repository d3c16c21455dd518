import Diagnostics

extension MarkdownProblem {
  /// The problem in words. All of them are warnings: the text is shown, only not as it was meant.
  func diagnostic(in file: SourceFile, at range: SourceRange) -> Diagnostic {
    Diagnostic(.warning, "markdown/" + code, in: file, at: range, message, remedy: remedy)
  }

  private var code: String {
    switch self {
    case .unsafeDestination: "unsafe-link"
    case .control: "character"
    case .rawHTML: "raw-html"
    case .unknownCallout, .unmarkedCallout: "callout"
    case .unmarkedAttribution: "pull-quote"
    case .unmarkedBox, .itemWithoutBox: "checklist"
    case .stepWithoutName: "steps"
    case .boldInsideLink: "button"
    case .table: "table"
    case .more: "more-problems"
    }
  }

  private var message: String {
    switch self {
    case .unsafeDestination(let destination, isImage: false):
      "the link to '\(destination.visible)' is not safe: its text is shown without a link"
    case .unsafeDestination(let destination, isImage: true):
      "the image '\(destination.visible)' is not safe: its description is shown in its place"
    case .control(let scalar):
      "the control character U+\(String(scalar.value + 0x10000, radix: 16, uppercase: true).dropFirst()) is left out"
    case .rawHTML(tag: ""): "raw HTML is shown as text"
    case .rawHTML(let tag): "raw HTML is shown as text: '<\(tag)>'"
    case .unknownCallout(let kind, _): "'\(kind)' is not a kind of callout"
    case .unmarkedCallout(let written, _): "'\(written)' does not make this quote a callout"
    case .unmarkedAttribution(let dash): "'\(dash)' does not mark who is quoted"
    case .unmarkedBox(let written, _): "'\(written)' is not a box of a checklist"
    case .itemWithoutBox: "this item of a checklist has no box"
    case .stepWithoutName: "this item does not begin with bold words as the others do: the list is not shown as steps"
    case .boldInsideLink: "a link around bold words is not a button"
    case .table: "tables are not part of CommonMark: the lines are shown as text"
    case .more(let count): "\(count) more problems in this text"
    }
  }

  private var remedy: Diagnostic.Remedy {
    switch self {
    case .unsafeDestination:
      .init("use an https: or mailto: address, or the path of a file in the content folder")
    case .control:
      .init("delete it", replacement: "")
    case .rawHTML(let tag):
      .init(Self.convention(insteadOf: tag))
    case .unknownCallout(_, let nearest?):
      .init("did you mean '\(nearest.marker)'?", replacement: nearest.marker)
    case .unknownCallout(_, nil):
      .init("use one of " + CalloutKind.allCases.map(\.marker).joined(separator: ", "))
    case .unmarkedCallout(_, let kind):
      .init("write '[!\(kind.marker)]'", replacement: "[!\(kind.marker)]")
    case .unmarkedAttribution:
      .init("begin the line with an em dash and a space: '— '", replacement: "— ")
    case .unmarkedBox(_, let meant):
      .init("write '\(meant)'", replacement: meant)
    case .itemWithoutBox:
      .init("begin it with '[ ] '")
    case .stepWithoutName:
      .init("begin it with a few **bold** words")
    case .boldInsideLink:
      .init("put the bold around the link: **[Join now](../pages/join.md)**")
    case .table:
      .init("write it as a list")
    case .more:
      .init("mend those that are listed first")
    }
  }

  private static func convention(insteadOf tag: String) -> String {
    switch tag {
    case "b", "strong": "for bold write **words**"
    case "i", "em", "cite": "for emphasis write *words*"
    case "a": "for a link write [words](../pages/join.md)"
    case "img", "figure", "figcaption", "picture": "for an image write ![description](../static/image.svg \"caption\")"
    case "br": "end the line with a backslash"
    case "hr": "for a line write ---"
    case "p": "leave an empty line between paragraphs"
    case "h1", "h2", "h3", "h4", "h5", "h6": "for a heading write ## and its words"
    case "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th": "write a list: - or 1. before each item"
    case "blockquote", "q": "for a quote begin its lines with '> ', the one that names who said it with '> — '"
    case "aside", "div", "section", "details", "summary":
      "for a callout begin lines with '> ', the first with '> [!NOTE]'"
    case "button": "for a button write **[words](../pages/join.md)** alone in a paragraph"
    case "input", "label", "form": "for a checklist begin the items of a list with '[ ] '"
    case "code", "pre", "kbd", "samp": "for code write `words`"
    case "script", "style", "iframe", "object", "embed", "video", "audio": "leave it out: pages hold no active content"
    default: "use Markdown, or put a backslash before '<' to show it as it is"
    }
  }
}

extension String {
  /// For a message: control characters as `�`, no more than fits on a line.
  fileprivate var visible: String {
    let shown = prefix(60).unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(shown)) + (count > 60 ? "…" : "")
  }
}
