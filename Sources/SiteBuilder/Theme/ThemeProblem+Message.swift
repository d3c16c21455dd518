import Diagnostics

extension ThemeProblem {
  private var severity: Diagnostic.Severity {
    if case .noStrings = self { .warning } else { .error }
  }

  private var message: String {
    switch self {
    case .missing(let name, let folders, _): "there is no theme '\(name)' in \(folders.joined(separator: " or "))"
    case .cycle(let names): "the theme extends itself: \(names.joined(separator: " → "))"
    case .assetMissing(let path): "the theme names '\(path)', which is not among its assets"
    case .moduleMissing(let path, _): "the theme names 'modules/\(path)', which is not among its assets"
    case .noStrings(let locale, _): "the theme does not speak '\(locale)': its words will be English"
    case .listLength(let key, let expected?, let found): "'\(key)' needs \(expected) names and has \(found)"
    case .listLength(let key, nil, _): "'\(key)' is a list, and no list is known by that name"
    case .pluralCategory(let name): "'\(name)' is not a plural category"
    case .noOtherForm(let key): "'\(key)' has no form 'other', which every language needs"
    case .phraseMissing(let key): "the theme's strings have no '\(key)'"
    }
  }

  private var remedy: Diagnostic.Remedy? {
    switch self {
    case .missing(let name, _, let known):
      NearestName.of(name, among: known).map { Diagnostic.Remedy("did you mean '\($0)'?", replacement: $0) }
        ?? (known.isEmpty ? nil : Diagnostic.Remedy("there are: " + known.joined(separator: ", ")))
    case .cycle: Diagnostic.Remedy("remove one 'extends'")
    case .assetMissing: Diagnostic.Remedy("add the file, or remove the line from theme.yaml")
    case .moduleMissing(let path, let known):
      NearestName.of(path, among: known).map { Diagnostic.Remedy("did you mean '\($0)'?", replacement: $0) }
        ?? Diagnostic.Remedy("add the file, or remove the name")
    case .noStrings(let locale, let known):
      Diagnostic.Remedy("add strings/\(locale).yaml; there are: " + known.joined(separator: ", "))
    case .listLength(_, .some, _): Diagnostic.Remedy("list them from January, or from Monday")
    case .listLength(_, nil, _): Diagnostic.Remedy("write one text")
    case .pluralCategory: Diagnostic.Remedy("write zero, one, two, few, many or other")
    case .noOtherForm: Diagnostic.Remedy("add  other: …")
    case .phraseMissing(let key): Diagnostic.Remedy("add a line  \(key): …")
    }
  }

  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(severity, "theme", path: path, message, remedy: remedy)
  }

  func diagnostic(in file: SourceFile, at range: SourceRange) -> Diagnostic {
    Diagnostic(severity, "theme", in: file, at: range, message, remedy: remedy)
  }
}
