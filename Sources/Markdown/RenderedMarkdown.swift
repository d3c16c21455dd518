import Diagnostics
import Hypertext

/// A text as a page shows it, with all that the site wants to know about it.
public struct RenderedMarkdown: Sendable {
  /// The markup; empty when the text is.
  public let html: SafeHTML
  /// The headings in their order: the table of contents.
  public let headings: [Heading]
  /// What there is to tick off, in the order of the text.
  public let checklist: [ChecklistItem]
  /// The first paragraphs as plain text, cut at a word and ended with `…` where they are longer than was asked for.
  public let excerpt: String
  /// All text that can be seen; blocks are separated by a line feed.
  public let plainText: String
  /// The links and images whose scheme is safe, in the order in which they end.
  public let links: [ContentLink]
  /// What the writer should know, in the order of the text.
  public let diagnostics: [Diagnostic]

  /// The number of words of `plainText`.
  ///
  /// A run between spaces is a word when a letter or digit is in it. Chinese characters and Japanese kana, which stand
  /// without spaces, count one each.
  public var wordCount: Int { WordCount.of(plainText) }
}

/// A heading of a rendered text.
public struct Heading: Hashable, Sendable {
  /// The level as rendered: 2 for `h2`.
  public let level: Int
  /// The words without their markup.
  public let title: String
  /// The element's id, unique within the text.
  public let id: String

  /// A heading.
  public init(level: Int, title: String, id: String) {
    self.level = level
    self.title = title
    self.id = id
  }
}

/// An item of a checklist.
public struct ChecklistItem: Hashable, Sendable {
  /// Its words behind the box, without their markup and without what follows in further paragraphs.
  public let text: String
  /// The heading that it stands under.
  public let section: String?

  /// An item of a checklist.
  public init(text: String, section: String?) {
    self.text = text
    self.section = section
  }
}

/// A link or image that a text holds.
public struct ContentLink: Hashable, Sendable {
  /// The destination in the writer's words.
  public let destination: String
  /// The place to point at, in the whole file: the destination itself where it stands literally in the text or in a
  /// reference definition, otherwise the link.
  public let range: SourceRange
  /// Whether it is an image.
  public let isImage: Bool
  /// Whether `range` is exactly the destination, so that a remedy can put another in its place.
  public let isReplaceable: Bool

  /// A link or image that a text holds.
  public init(destination: String, range: SourceRange, isImage: Bool, isReplaceable: Bool) {
    self.destination = destination
    self.range = range
    self.isImage = isImage
    self.isReplaceable = isReplaceable
  }
}
