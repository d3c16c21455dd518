import Diagnostics

/// Reads one YAML text into its fields, or finds all that keeps it from being read.
///
/// libyaml stops at the first mistake. Where that mistake lies within one field, the field is blanked out and the rest
/// read again, so that a writer hears of all mistakes at once. Such a text yields findings only, never fields.
enum YAMLReading {
  /// How many mistakes of one text are named; with more, the later ones are mostly echoes of the first.
  private static let mistakeLimit = 8

  /// - Parameter empty: the place that an empty text's fields are said to stand at.
  static func read(
    _ text: YAMLText, limits: YAMLLimits, empty: SourceRange
  ) -> (root: YAMLMapping?, findings: [Finding]) {
    if text.range.count > limits.byteCount {
      return (nil, [Finding(.limit(.tooLong(bytes: text.range.count, limit: limits.byteCount)), at: empty)])
    }
    let characters = CharacterCheck.findings(in: text)
    guard characters.isEmpty else { return (nil, characters) }
    var builder = YAMLTreeBuilder(text, limits: limits)
    do throws(YAMLTreeBuilder.Failure) {
      let root = try builder.root()
      return fields(root, findings: builder.findings, empty: empty)
    } catch {
      switch error {
      case .problem(let finding): return (nil, builder.findings + [finding])
      case .syntax(let error): return (nil, mistakes(in: text, first: error, limits: limits))
      }
    }
  }

  private static func fields(
    _ root: YAMLNode?, findings: [Finding], empty: SourceRange
  ) -> (root: YAMLMapping?, findings: [Finding]) {
    guard let root, !root.isNull else { return (YAMLMapping([], at: empty), findings) }
    if case .mapping(let mapping) = root.content { return (mapping, findings) }
    return (nil, findings + [Finding(.structure(.notFields(found: ValueKind(root))), at: root.range)])
  }

  /// All mistakes that can be told apart, and what is wrong with the fields around them.
  private static func mistakes(in text: YAMLText, first: YAMLSyntaxError, limits: YAMLLimits) -> [Finding] {
    let original = text.file
    var text = text
    var failure = first
    var findings: [Finding] = []
    for _ in 0..<mistakeLimit {
      let mistake = SyntaxMistake(failure, in: text, of: original)
      findings.append(mistake.finding)
      guard let rest = mistake.textWithoutItsField else { return findings }
      text = rest
      var builder = YAMLTreeBuilder(text, limits: limits)
      do throws(YAMLTreeBuilder.Failure) {
        _ = try builder.root()
        return findings + builder.findings.filter { !$0.problem.mayStemFromBlankedField }
      } catch {
        guard case .syntax(let next) = error else { return findings }
        failure = next
      }
    }
    return findings
  }
}

extension FrontMatterProblem {
  /// Whether the problem may be there only because another field was blanked out.
  fileprivate var mayStemFromBlankedField: Bool {
    switch self {
    case .structure(.undefinedAlias), .structure(.unusedAnchor): true
    default: false
    }
  }
}
