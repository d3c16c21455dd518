import Diagnostics
import Files
import FrontMatter

/// Reads the strings of a locale from a theme's layers.
///
/// English of every layer first, then the locale's language, then the locale itself (`en`, `pt`, `pt-BR`): a theme
/// that was translated in part shows English for the rest, and `check` says how much is missing.
struct ThemeStrings {
  private(set) var strings: [String: String] = [:]
  private(set) var plurals: [String: [PluralCategory: String]] = [:]
  private(set) var lists: [String: [String]] = [:]

  static func load(_ layers: [ThemeLayer], locale: String, _ diagnostics: inout [Diagnostic]) -> ThemeStrings {
    var strings = ThemeStrings()
    let language = String(locale.prefix { $0 != "-" && $0 != "_" })
    var found = false
    var seen: Set<String> = []
    for name in ["en", language, locale] where seen.insert(name).inserted {
      for layer in layers {
        let path = "\(layer.folder)/strings/\(name).yaml"
        guard FileReading.kind(of: path) == .file, let file = SourceFile.read(path, &diagnostics) else { continue }
        if name != "en" || language == "en" { found = true }
        strings.read(file, &diagnostics)
      }
    }
    if !found, let theme = layers.last {
      let known = (try? FileReading.tree(of: theme.folder + "/strings").map { String($0.path.dropLast(5)) }) ?? []
      diagnostics.append(
        ThemeProblem.noStrings(locale: locale, known: known).diagnostic(path: theme.folder + "/strings"))
    }
    strings.requirePhrases(layers, &diagnostics)
    return strings
  }

  private mutating func read(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) {
    let (document, problems) = YAMLDocument.parse(file)
    diagnostics += problems
    for entry in document?.root.entries ?? [] {
      switch entry.value.content {
      case .scalar(let scalar): strings[entry.key] = scalar.text
      case .sequence(let items): readList(entry.key, items, at: entry.value.range, file, &diagnostics)
      case .mapping(let mapping): readPlural(entry.key, mapping, file, &diagnostics)
      }
    }
  }

  private mutating func readList(
    _ key: String, _ items: [YAMLNode], at range: SourceRange, _ file: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    let names = items.compactMap { item in
      if case .scalar(let scalar) = item.content { scalar.text } else { nil }
    }
    if let length = Phrasebook.listLengths[key], names.count == length {
      lists[key] = names
    } else {
      let problem = ThemeProblem.listLength(key, expected: Phrasebook.listLengths[key], found: names.count)
      diagnostics.append(problem.diagnostic(in: file, at: range))
    }
  }

  private mutating func readPlural(
    _ key: String, _ mapping: YAMLMapping, _ file: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    var forms: [PluralCategory: String] = [:]
    for entry in mapping.entries {
      guard let category = PluralCategory(rawValue: entry.key), case .scalar(let scalar) = entry.value.content else {
        diagnostics.append(ThemeProblem.pluralCategory(entry.key).diagnostic(in: file, at: entry.keyRange))
        continue
      }
      forms[category] = scalar.text
    }
    if forms[.other] == nil {
      diagnostics.append(ThemeProblem.noOtherForm(key).diagnostic(in: file, at: mapping.range))
    }
    plurals[key] = forms
  }

  private func requirePhrases(_ layers: [ThemeLayer], _ diagnostics: inout [Diagnostic]) {
    guard let base = layers.first else { return }
    let path = base.folder + "/strings/en.yaml"
    for key in PhraseKey.allCases {
      let isThere = strings[key.rawValue] != nil || (PhraseKey.plurals.contains(key) && plurals[key.rawValue] != nil)
      if !isThere { diagnostics.append(ThemeProblem.phraseMissing(key.rawValue).diagnostic(path: path)) }
    }
    for key in Phrasebook.listLengths.keys.sorted() where lists[key] == nil {
      diagnostics.append(ThemeProblem.phraseMissing(key).diagnostic(path: path))
    }
  }
}
