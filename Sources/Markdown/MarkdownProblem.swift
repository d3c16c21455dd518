/// What can be wrong with a text; the words for it are in `MarkdownProblem+Message.swift`.
enum MarkdownProblem {
  /// A link or image with a scheme that a page must not use, or with control characters in it.
  case unsafeDestination(String, isImage: Bool)
  /// A control character, which is left out.
  case control(Unicode.Scalar)
  /// Raw HTML in the guide. The tag is empty for a declaration.
  case rawHTML(tag: String)
  /// `[!NOT]`.
  case unknownCallout(String, nearest: CalloutKind?)
  /// `[NOTE]` or `[! NOTE ]`, where `[!NOTE]` is meant.
  case unmarkedCallout(String, meant: CalloutKind)
  /// The last paragraph of a quote begins with something like the dash that marks who said it.
  case unmarkedAttribution(String)
  /// `[]` or `[*]`, where a box is meant.
  case unmarkedBox(String, meant: String)
  /// An item without a box among items with one.
  case itemWithoutBox
  /// The one item of an ordered list that does not begin with bold words.
  case stepWithoutName
  /// `[**Join now**](…)` alone in a paragraph.
  case boldInsideLink
  /// A table by pipes, which CommonMark does not have.
  case table
  /// So many problems of a text beyond those that are listed.
  case more(Int)
}
