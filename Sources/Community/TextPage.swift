import Diagnostics
import Hypertext
import Markdown

/// A page of prose: of the guide (`guide/`) or on its own (`pages/`).
public struct TextPage: Sendable {
  /// Its file below `content/`, such as `guide/faq.md`.
  public let contentPath: String
  /// Its address.
  public let address: SitePath
  /// The title: the page's one `h1`.
  public let title: String
  /// The sentence under the title.
  public let lead: String?
  /// What search engines and lists of pages say about it.
  public let description: String?
  /// The section of the guide that it stands in.
  public let section: String?
  /// Its place in the guide: lower first.
  public let order: Int
  /// What the reader can do next.
  public let actions: [LinkedTitle]
  /// The text.
  public let text: RenderedMarkdown
  /// Where the text and the actions lead inside the site, to be checked once all pages are known.
  public let references: [InternalReference]
}

/// A title that leads somewhere: an entry of a navigation, a button.
public struct LinkedTitle: Hashable, Sendable {
  /// The words.
  public let title: String
  /// Where they lead.
  public let link: Link

  /// Words that lead somewhere.
  public init(title: String, link: Link) {
    self.title = title
    self.link = link
  }

  /// Whether they lead to one of some places in the site.
  func leads(to places: Set<String>) -> Bool {
    if case .site(let place) = link { places.contains(place.path) } else { false }
  }
}

/// A link to a place in the site, and where a person wrote it.
public struct InternalReference: Hashable, Sendable {
  /// The place.
  public let target: SitePath
  /// The link as it was written.
  public let written: String
  /// The file that holds it.
  public let path: String
  /// Where in the file.
  public let range: SourceRange
  /// The line, for the diagnostic.
  public let excerpt: String?
}
