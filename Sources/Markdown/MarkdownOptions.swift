/// How much a text may do.
public enum MarkdownDialect: Sendable {
  /// Plain CommonMark for words that many hands write: mentors' biographies.
  case profile
  /// CommonMark with Mentorbook's conventions: callouts, pull quotes, checklists, steps, figures, buttons.
  case guide
}

/// The kinds of callout that the guide knows; a raw value in capitals is the marker, `[!NOTE]`.
public enum CalloutKind: String, Sendable, CaseIterable {
  case note
  case tip
  case warning

  /// The word between `[!` and `]`.
  public var marker: String { rawValue.uppercased() }
}

/// What the page that a text goes into wants of it.
public struct MarkdownOptions: Sendable {
  /// How much the text may do.
  public var dialect: MarkdownDialect
  /// How many heading levels the page keeps for itself: with 1 the text's highest heading is an `h2`.
  ///
  /// All headings of a text move down together, just far enough that none stands above level `headingOffset + 1`;
  /// none goes below `h6`. A text that begins at `##` needs no move on a page with one `h1`.
  public var headingOffset: Int
  /// The most characters that the excerpt may have.
  public var excerptLength: Int
  /// The words that stand above a callout without a title of its own, in the page's language.
  public var calloutLabels: [CalloutKind: String]
  /// Where a link or image leads. It is asked only for destinations whose scheme is safe.
  public var resolve: @Sendable (LinkDestination) -> ResolvedLink

  /// What the page wants of a text.
  ///
  /// - Parameters:
  ///   - dialect: how much the text may do.
  ///   - headingOffset: how many heading levels the page keeps for itself.
  ///   - excerptLength: the most characters that the excerpt may have.
  ///   - calloutLabels: the words above callouts in the page's language; a kind that is left out has its English word.
  ///   - resolve: where a link or image leads.
  public init(
    dialect: MarkdownDialect,
    headingOffset: Int = 1,
    excerptLength: Int = 200,
    calloutLabels: [CalloutKind: String] = [:],
    resolve: @escaping @Sendable (LinkDestination) -> ResolvedLink = Self.asWritten
  ) {
    self.dialect = dialect
    self.headingOffset = headingOffset
    self.excerptLength = excerptLength
    self.calloutLabels = calloutLabels
    self.resolve = resolve
  }

  /// The word above a callout of this kind.
  func label(of kind: CalloutKind) -> String {
    calloutLabels[kind] ?? kind.rawValue.capitalizingFirstLetter
  }
}

extension String {
  fileprivate var capitalizingFirstLetter: String { prefix(1).uppercased() + dropFirst() }
}

// MARK: - Links

/// A destination in the writer's words, with Markdown's own escapes and entities resolved.
public enum LinkDestination: Hashable, Sendable {
  /// Where a link leads.
  case link(String)
  /// Where an image lies.
  case image(String)

  /// The destination as written: `../pages/join.md`.
  public var text: String {
    switch self {
    case .link(let text), .image(let text): text
    }
  }

  /// Whether it is an image that is to be shown here.
  public var isImage: Bool {
    switch self {
    case .link: false
    case .image: true
    }
  }
}

/// What becomes of a link.
public enum ResolvedLink: Hashable, Sendable {
  /// It leads here. The text is written percent-encoded where needed and escaped.
  case href(String, isExternal: Bool)
  /// It leads nowhere: only its text is shown. Whoever resolves reports why, with the link's `ContentLink.range`.
  case broken
}

extension MarkdownOptions {
  /// Leaves destinations as they are written.
  public static let asWritten: @Sendable (LinkDestination) -> ResolvedLink = { destination in
    switch ContentReference.parse(destination: destination.text, from: "") {
    case .external(let url): .href(url.text, isExternal: true)
    case .unsafe: .broken
    default: .href(destination.text, isExternal: false)
    }
  }
}
