import Diagnostics

/// A Markdown file with the fields that stand above its text.
///
/// Reading one goes in these steps, each in the file that is named:
/// 1. The bytes have to be UTF-8 (`CharacterCheck`).
/// 2. The lines `---` part the YAML from the body (`FrontMatterOutline`). The body is left as bytes for Markdown.
/// 3. The YAML has to be within the limits and free of characters that it can't hold (`YAMLReading`).
/// 4. libyaml walks through it (`LibYAML`, the one file that touches C) and `YAMLTreeBuilder` builds `YAMLNode`s from
///    its events: texts as written, each with its line and column in the whole file.
/// 5. Where libyaml finds a mistake, `SyntaxMistake` tells what the writer meant and reading goes on behind it.
/// 6. `FieldReader` then reads typed values out of the tree, and collects what is wrong with them.
///
/// Problems are cases with facts (`FrontMatterProblem`) until step 6 is done; `FrontMatterProblem+Message` has their
/// words. The way back, a value into the file, is `FrontMatterEdit`.
public struct FrontMatterDocument: Sendable {
  /// The file as read.
  public let file: SourceFile
  /// The fields; none when the file has no front matter or an empty one.
  public let root: YAMLMapping
  /// Whether the file begins with front matter, be it empty.
  public let hasFrontMatter: Bool
  /// Where the Markdown body lies in `file.bytes`.
  public let bodyRange: Range<Int>
  /// The number of the body's first line.
  public let bodyLine: Int
  /// The limits that the file was read with, which an edit has to keep.
  let limits: YAMLLimits

  /// Reads a Markdown file.
  ///
  /// A file that does not begin with a line `---` has no front matter; that is not a problem here.
  /// - Returns: the document, and all problems in the order of the file. There is a document unless something keeps
  ///   the YAML from being read at all; beside errors, it holds what could be read.
  public static func parse(
    _ file: SourceFile, limits: YAMLLimits = .standard
  ) -> (document: FrontMatterDocument?, diagnostics: [Diagnostic]) {
    let (document, findings) = read(file, limits: limits)
    return (document, findings.diagnostics(in: file))
  }

  static func read(
    _ file: SourceFile, limits: YAMLLimits
  ) -> (document: FrontMatterDocument?, findings: [Finding]) {
    if let finding = CharacterCheck.encodingProblem(of: file) { return (nil, [finding]) }
    let outline: FrontMatterOutline
    switch FrontMatterOutline.of(file) {
    case .success(let found): outline = found
    case .failure(let failure): return (nil, [failure.finding])
    }
    let opening = SourceRange(line: 1, column: 1, length: outline.yaml == nil ? 0 : 3)
    let read =
      outline.yaml.map { yaml in
        YAMLReading.read(YAMLText(file: file, range: yaml, firstLine: 2), limits: limits, empty: opening)
      } ?? (YAMLMapping([], at: opening), [])
    guard let root = read.root else { return (nil, read.findings) }
    let document = FrontMatterDocument(
      file: file, root: root, hasFrontMatter: outline.yaml != nil, bodyRange: outline.body, bodyLine: outline.bodyLine,
      limits: limits)
    return (document, read.findings)
  }
}

/// A file that is YAML as a whole: settings, a theme's description, a theme's strings.
public struct YAMLDocument: Sendable {
  /// The file as read.
  public let file: SourceFile
  /// The fields; none when the file is empty.
  public let root: YAMLMapping

  /// Reads a YAML file.
  /// - Returns: the document, and all problems in the order of the file. There is a document unless something keeps
  ///   the YAML from being read at all; beside errors, it holds what could be read.
  public static func parse(
    _ file: SourceFile, limits: YAMLLimits = .standard
  ) -> (document: YAMLDocument?, diagnostics: [Diagnostic]) {
    if let finding = CharacterCheck.encodingProblem(of: file) { return (nil, [finding.diagnostic(in: file)]) }
    let start = file.bytes.hasByteOrderMark ? 3 : 0
    let text = YAMLText(file: file, range: start..<file.bytes.count, firstLine: 1)
    let (root, findings) = YAMLReading.read(text, limits: limits, empty: SourceRange(line: 1, column: 1, length: 0))
    return (root.map { YAMLDocument(file: file, root: $0) }, findings.diagnostics(in: file))
  }
}

extension [Finding] {
  /// The findings in words, in the order of the file.
  fileprivate func diagnostics(in file: SourceFile) -> [Diagnostic] {
    isEmpty ? [] : map { $0.diagnostic(in: file) }.sorted()
  }
}
