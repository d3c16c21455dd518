import Diagnostics
import Files
import FrontMatter
import Templates

extension Theme {
  /// Loads a theme and those it extends.
  ///
  /// - Parameters:
  ///   - name: the theme's name.
  ///   - folders: where themes lie, the first that has one of that name counts.
  ///   - locale: the language of the site.
  static func load(_ name: String, from folders: [String], locale: String) -> (theme: Theme?, diagnostics: [Diagnostic])
  {
    var diagnostics: [Diagnostic] = []
    let layers = ThemeLayer.chain(name, in: folders, &diagnostics)
    guard !layers.isEmpty, !diagnostics.hasErrors else { return (nil, diagnostics) }
    let strings = ThemeStrings.load(layers, locale: locale, &diagnostics)
    let files = ThemeFiles(layers, &diagnostics)
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    let theme = Theme(
      name: name,
      templates: TemplateLibrary(
        templates: files.templates, partials: files.partials, strings: strings.strings),
      scriptPhrases: strings.scriptPhrases(layers, &diagnostics),
      phrases: Phrasebook(
        locale: locale, strings: strings.strings, plurals: strings.plurals, lists: strings.lists),
      stylesheet: StyleSheet.compacted(files.joined(layers.flatMap(\.stylesheets), in: "css", &diagnostics)),
      pageStylesheets: files.pageStylesheets(of: layers, &diagnostics),
      script: files.joined(layers.flatMap(\.scripts), in: "js", &diagnostics),
      modules: ThemeModules(layers, sources: files.moduleSources, &diagnostics),
      assets: files.assets,
      icon: layers.last { $0.icon != nil }?.icon)
    return (diagnostics.hasErrors ? nil : theme, diagnostics)
  }
}

/// One theme's own part: what `theme.yaml` says.
struct ThemeLayer: Sendable {
  let name: String
  let folder: String
  /// Its `theme.yaml`.
  let file: SourceFile
  let extends: String?
  let stylesheets: [String]
  /// For kinds of page the sheets that only they need.
  let pageStylesheets: [PageHead.Kind: [String]]
  let scripts: [String]
  let modules: [String: [Located<String>]]
  let phrases: [Located<String>]
  let icon: String?

  /// The theme's layers from the one that all extend to the theme itself.
  static func chain(_ name: String, in folders: [String], _ diagnostics: inout [Diagnostic]) -> [ThemeLayer] {
    var chain: [ThemeLayer] = []
    var next: String? = name
    while let current = next {
      if chain.contains(where: { $0.name == current }) {
        diagnostics.append(ThemeProblem.cycle(chain.map(\.name) + [current]).diagnostic(path: chain[0].folder))
        return []
      }
      guard let layer = read(current, in: folders, &diagnostics) else { return [] }
      chain.append(layer)
      next = layer.extends
    }
    return chain.reversed()
  }

  private static func read(_ name: String, in folders: [String], _ diagnostics: inout [Diagnostic]) -> ThemeLayer? {
    guard !name.contains("/"), let folder = folders.map({ "\($0)/\(name)" }).first(where: hasThemeFile) else {
      let known = folders.flatMap { (try? FileReading.folders(in: $0)) ?? [] }.sorted()
      diagnostics.append(ThemeProblem.missing(name, folders: folders, known: known).diagnostic(path: "themes/\(name)"))
      return nil
    }
    let path = folder + "/theme.yaml"
    guard let file = SourceFile.read(path, &diagnostics) else { return nil }
    let (document, problems) = YAMLDocument.parse(file)
    diagnostics += problems
    guard let document else { return nil }
    var fields = FieldReader(document.root, in: file, name: "theme")
    for documentation in ["name", "summary", "license", "author", "version"] { _ = fields.text(documentation) }
    let layer = ThemeLayer(
      name: name, folder: folder, file: file, extends: fields.text("extends")?.value,
      stylesheets: fields.texts("stylesheets").map(\.value), pageStylesheets: fields.pageStylesheets(),
      scripts: fields.texts("scripts").map(\.value),
      modules: fields.modules(), phrases: fields.texts("phrases"), icon: fields.text("icon")?.value)
    fields.finish()
    diagnostics += fields.diagnostics
    return layer
  }

  private static func hasThemeFile(_ folder: String) -> Bool { FileReading.kind(of: folder + "/theme.yaml") == .file }
}

/// The files of a theme's layers: of two with one path the later layer's counts.
struct ThemeFiles {
  private(set) var templates: [TemplateSource] = []
  private(set) var partials: [TemplateSource] = []
  private(set) var assets: [Theme.Asset] = []
  /// Path below `assets/modules/` → file on disk.
  private(set) var moduleSources: [String: String] = [:]
  private var assetSources: [String: String] = [:]

  init(_ layers: [ThemeLayer], _ diagnostics: inout [Diagnostic]) {
    var texts: [String: String] = [:]
    for layer in layers {
      for entry in (try? FileReading.tree(of: layer.folder + "/templates")) ?? [] where !entry.isFolder {
        texts[entry.path] = "\(layer.folder)/templates/\(entry.path)"
      }
      for entry in (try? FileReading.tree(of: layer.folder + "/assets")) ?? [] where !entry.isFolder {
        assetSources[entry.path] = "\(layer.folder)/assets/\(entry.path)"
      }
    }
    for (path, source) in texts.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".mustache") {
      guard let file = SourceFile.read(source, &diagnostics) else { continue }
      let name = String(path.dropLast(".mustache".count))
      if name.hasPrefix("partials/") {
        partials.append(TemplateSource(name: String(name.dropFirst("partials/".count)), file: file))
      } else {
        templates.append(TemplateSource(name: name, file: file))
      }
    }
    for (path, source) in assetSources where path.hasPrefix(ThemeModules.folder) {
      moduleSources[String(path.dropFirst(ThemeModules.folder.count))] = source
    }
    assets = assetSources.sorted { $0.key < $1.key }
      .filter { asset in !["css/", "js/", ThemeModules.folder].contains { asset.key.hasPrefix($0) } }
      .map { Theme.Asset(path: $0.key, source: $0.value) }
  }

  /// For each kind of page the sheets that any layer names for it.
  func pageStylesheets(
    of layers: [ThemeLayer], _ diagnostics: inout [Diagnostic]
  ) -> [PageHead.Kind: [UInt8]] {
    var sheets: [PageHead.Kind: [UInt8]] = [:]
    for kind in PageHead.Kind.allCases {
      let names = layers.flatMap { $0.pageStylesheets[kind] ?? [] }
      if !names.isEmpty { sheets[kind] = StyleSheet.compacted(joined(names, in: "css", &diagnostics)) }
    }
    return sheets
  }

  /// The named files of one kind, one after the other.
  func joined(_ names: [String], in kind: String, _ diagnostics: inout [Diagnostic]) -> [UInt8] {
    var output: [UInt8] = []
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted {
      guard let source = assetSources["\(kind)/\(name)"] else {
        diagnostics.append(ThemeProblem.assetMissing("\(kind)/\(name)").diagnostic(path: "assets/\(kind)/\(name)"))
        continue
      }
      guard let file = SourceFile.read(source, &diagnostics) else { continue }
      output += file.bytes
      if output.last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    }
    return output
  }
}

extension SourceFile {
  /// The file at a path; what keeps it from being read becomes a diagnostic.
  static func read(_ path: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
    do {
      return SourceFile(path: path, bytes: try FileReading.bytes(of: path))
    } catch {
      diagnostics.append(Diagnostic(.error, "file", path: path, error.message))
      return nil
    }
  }
}

extension FieldReader {
  /// The style sheets that `theme.yaml` names for some kinds of page only.
  fileprivate mutating func pageStylesheets() -> [PageHead.Kind: [String]] {
    guard var part = nested("page_stylesheets") else { return [:] }
    var sheets: [PageHead.Kind: [String]] = [:]
    for kind in PageHead.Kind.allCases where part.node(kind.rawValue) != nil {
      sheets[kind] = part.texts(kind.rawValue).map(\.value)
    }
    part.finish()
    adopt(part)
    return sheets
  }
}
