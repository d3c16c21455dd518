/// Something that a person should know about their files: where it is, what is wrong, and what to do.
///
/// A target that reads files keeps its findings as cases with facts and turns them into diagnostics in one place
/// (`FrontMatterProblem+Message.swift` and its like), so that tone and wording are changed in one file.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// What was asked for can't be done: the file, or the field, does not count.
    case error
    /// It was done, though probably not as the writer meant.
    case warning
  }

  /// What would mend it: words for a person and, where the tool can do it itself, the exact replacement.
  public struct Remedy: Hashable, Sendable {
    /// What to do, as a short phrase: `did you mean 'timezone'?`
    public var words: String
    /// Text to put in the place of the diagnostic's range, when that alone mends it.
    public var replacement: String?

    /// A remedy in words and, where there is one, as text to put in.
    public init(_ words: String, replacement: String? = nil) {
      self.words = words
      self.replacement = replacement
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable name for the kind of finding, such as `front-matter/duplicate-key`.
  public var code: String
  /// The file, as a person would type it.
  public var path: String
  /// Where in the file; nil when it is about the file as a whole.
  public var range: SourceRange?
  /// What is wrong: one sentence without a full stop, values in 'single quotes'.
  public var message: String
  /// What to do about it.
  public var remedy: Remedy?
  /// The text of the line at `range.start`, for the excerpt.
  public var excerpt: String?

  /// A finding about `file`; the excerpt is taken from it.
  public init(
    _ severity: Severity, _ code: String, in file: SourceFile, at range: SourceRange?, _ message: String,
    remedy: Remedy? = nil
  ) {
    self.init(severity, code, path: file.path, at: range, message, remedy: remedy)
    excerpt = range.flatMap { file.line($0.start.line) }
  }

  /// A finding about a path whose text is not at hand: a file that can't be read, a folder that is missing.
  public init(
    _ severity: Severity, _ code: String, path: String, at range: SourceRange? = nil, _ message: String,
    remedy: Remedy? = nil
  ) {
    self.severity = severity
    self.code = code
    self.path = path
    self.range = range
    self.message = message
    self.remedy = remedy
    self.excerpt = nil
  }
}

// MARK: - Order

extension Diagnostic: Comparable {
  /// By file, then line and column, then text: the order in which a person works through them.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.path != right.path { return left.path < right.path }
    let leftStart = left.range?.start ?? SourcePosition(line: 0, column: 0)
    let rightStart = right.range?.start ?? SourcePosition(line: 0, column: 0)
    if leftStart != rightStart { return leftStart < rightStart }
    return (left.code, left.message) < (right.code, right.message)
  }
}

extension Sequence<Diagnostic> {
  /// Whether any of them is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
