import Diagnostics

/// What can be wrong with front matter, as cases with their facts; `FrontMatterProblem+Message.swift` has the words.
enum FrontMatterProblem: Hashable, Sendable {
  case characters(CharacterProblem)
  case outline(OutlineProblem)
  case limit(LimitProblem)
  case syntax(SyntaxProblem)
  case structure(StructureProblem)
  case field(FieldProblem)
}

/// Bytes and characters that a text may not hold.
enum CharacterProblem: Hashable, Sendable {
  case utf16
  /// A byte that is not UTF-8, and the character that it is in Windows-1252.
  case invalidUTF8(byte: UInt8, windows: Character?)
  case control(Unicode.Scalar)
  /// A control character that Windows-1252 text leaves behind when it is taken for Latin-1.
  case windowsLeftover(Unicode.Scalar, meant: Character)
  case lineSeparator(Unicode.Scalar)
  case invisible(Unicode.Scalar)
}

/// Front matter that can't be told from the body.
enum OutlineProblem: Hashable, Sendable {
  /// No closing line; the line after which it belongs, as far as that can be told.
  case unclosed(path: String, afterLine: Int)
  case nearlyClosing(written: String)
  case nearlyOpening(written: String)
  case blankBeforeOpening
}

/// A text that would cost too much.
enum LimitProblem: Hashable, Sendable {
  case tooLong(bytes: Int, limit: Int)
  case tooDeep(limit: Int)
  case tooManyValues(limit: Int)
  case tooManyRepetitions(limit: Int)
  case tooManyProblems(limit: Int)
}

/// A text that YAML can't read.
enum SyntaxProblem: Hashable, Sendable {
  case unquotedColon(value: String)
  case missingSpaceAfterColon(key: String)
  case noBreakSpaceAfterColon(key: String)
  case missingColon(line: String)
  case wideColon(key: String)
  case tabInIndentation
  case noBreakSpaceInIndentation
  case indentedUnderText(key: String, parent: String)
  case listUnderText(parent: String)
  case unevenIndentation
  case unclosedQuote(Character)
  case textAfterQuote(value: String)
  case curlyQuotes(value: String)
  case unclosedBracket(Character, cutOffByComment: Bool)
  case missingComma
  case commaTooMany
  case reservedStart(Character, value: String)
  case listOnFieldLine(key: String)
  case unknownEscape(String)
  case directive
  case unreadable(complaint: String)
}

/// YAML that reads well but means nothing here, or probably not what its writer meant.
enum StructureProblem: Hashable, Sendable {
  case notFields(found: ValueKind)
  case secondDocument
  case duplicateKey(String, firstLine: Int)
  case emptyKey
  case nullKey(String)
  case keyNotText(found: ValueKind)
  case noBreakSpaceInKey
  case controlInKey(Unicode.Scalar)
  case mergeKey
  case unknownTag(String)
  case undefinedAlias(String)
  case unusedAnchor(String)
  case textTakenForComment
  case itemTakenForText
  case curlyQuotesKept(value: String)
}

/// A field whose value is not of the kind that it has to be.
enum FieldProblem: Hashable, Sendable {
  case missing(key: String, owner: String)
  case empty(key: String)
  case unknown(key: String, owner: String, nearest: String?)
  case control(key: String, Unicode.Scalar)
  case notText(key: String, found: ValueKind, replacement: String?)
  case notTexts(key: String, found: ValueKind, replacement: String?)
  case notFields(key: String, found: ValueKind)
  case itemNotText(key: String, found: ValueKind, replacement: String?)
  case itemNotFields(key: String, found: ValueKind)
  case emptyItem(key: String)
  case notInteger(key: String, text: String, replacement: String?)
  case outOfRange(key: String, value: String, range: ClosedRange<Int>)
  case notFlag(key: String, text: String)
  case notChoice(key: String, text: String, choices: [String], nearest: String?)
}

/// The kind of a value, for messages.
enum ValueKind: Hashable, Sendable {
  case text, list, fields, nothing

  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar): self = scalar.isNull ? .nothing : .text
    case .sequence: self = .list
    case .mapping: self = .fields
    }
  }
}

/// A problem at its place.
struct Finding: Hashable, Sendable {
  /// How many findings about one file are named; who reads a hundred has no use for more.
  static let limit = 100

  let problem: FrontMatterProblem
  let range: SourceRange

  init(_ problem: FrontMatterProblem, at range: SourceRange) {
    self.problem = problem
    self.range = range
  }
}
