import Diagnostics
import FrontMatter

/// The ES modules of a theme: files that import each other by relative paths and are published as they are.
struct ThemeModules: Sendable {
  /// The folder among a theme's assets that modules lie in.
  static let folder = "modules/"

  /// Path below that folder → text, of all files there.
  let files: [String: [UInt8]]
  /// For each kind of page the module that it starts with, then those to be fetched at the same time.
  let pages: [PageHead.Kind: [String]]

  /// The modules of a theme's layers: what the youngest says about a kind of page counts.
  ///
  /// - Parameter sources: path below `modules/` → file on disk.
  init(_ layers: [ThemeLayer], sources: [String: String], _ diagnostics: inout [Diagnostic]) {
    var files: [String: [UInt8]] = [:]
    for (path, source) in sources.sorted(by: { $0.key < $1.key }) {
      files[path] = SourceFile.read(source, &diagnostics)?.bytes
    }
    var pages: [PageHead.Kind: [String]] = [:]
    for kind in PageHead.Kind.allCases {
      guard let layer = layers.last(where: { $0.modules[kind] != nil }), let named = layer.modules[kind] else {
        continue
      }
      for module in named where sources[module.value] == nil {
        let problem = ThemeProblem.moduleMissing(module.value, known: sources.keys.sorted())
        diagnostics.append(problem.diagnostic(in: layer.file, at: module.range))
      }
      var seen: Set<String> = []
      pages[kind] = named.map(\.value).filter { seen.insert($0).inserted }
    }
    self.files = files
    self.pages = pages
  }
}

extension FieldReader {
  /// The modules that `theme.yaml` names for each kind of page; a kind with an empty list has none, whatever an older
  /// layer says.
  mutating func modules() -> [PageHead.Kind: [Located<String>]] {
    guard var part = nested("modules") else { return [:] }
    var modules: [PageHead.Kind: [Located<String>]] = [:]
    for kind in PageHead.Kind.allCases where part.node(kind.rawValue) != nil {
      modules[kind] = part.texts(kind.rawValue)
    }
    part.finish()
    adopt(part)
    return modules
  }
}
