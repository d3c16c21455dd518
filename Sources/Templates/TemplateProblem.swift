import Diagnostics

/// What can be wrong with a template: a case with its facts. The words are in `TemplateProblem+Message.swift`.
enum TemplateProblem: Hashable, Sendable {
  // Syntax
  case notUTF8
  case unclosedTag(closing: String)
  case missingName
  case nameWithSpaces(String)
  case unreadableDelimiters(String)
  case closedNothing(String)
  case mismatchedClose(found: String, tag: String, open: String, openedAt: SourcePosition)
  case neverClosed(tag: String, name: String)
  case nestedTooDeep(limit: Int)

  // Names
  case unknownPartial(String, nearest: String?)
  /// A field that neither the objects around the tag have, the innermost first, nor the page, if it was looked at.
  case unknownField(String, objects: [String], page: String?, nearest: String?)
  case unknownString(String, nearest: String?)
  case notAnObject(String, kind: FieldKind)

  // Kinds
  case alwaysEscaped(String, kind: FieldKind)
  case neverEscaped(String, kind: FieldKind)
  case notWritable(String, kind: FieldKind)

  // Partials and parents
  case ignoredInParent(String)
  case blockGivenTwice(String)
  case endless(String, through: String?)
  case tooLarge(limit: Int)

  // HTML
  case inTagName(String)
  case inAttributeName(String)
  case inUnquotedValue(String, attribute: String)
  case inUnknownAttribute(String)
  case inForbiddenAttribute(String, attribute: String)
  case forbiddenAttribute(String)
  case htmlInAttribute(String, attribute: String)
  case inDeclaration(String)
  case inComment(String, kind: FieldKind)
  case inElement(String, kind: FieldKind, element: String)
  case jsonOutsideScript(String)
  case notALink(String, kind: FieldKind, attribute: String)
  case undecidedLink(String, start: String, attribute: String)
  case unsafeScheme(String, attribute: String)
  case unevenBranch(tag: String, end: String, other: String)
  case unfinishedMarkup(String)

  // The browser
  case recursiveInBrowser(String)
  case jsonInBrowser(String)
  case topInBrowser
}

/// A problem at its place.
struct Finding: Hashable, Sendable {
  let problem: TemplateProblem
  let range: Range<Int>
}
