import Diagnostics
import FrontMatter

/// The ES modules of a theme: files that import each other by relative paths, published without their comments.
struct ThemeModules: Sendable {
  /// The modules of one kind of page.
  struct Page: Sendable {
    /// What the page runs.
    var entries: [String] = []
    /// What those import: to be fetched at the same time.
    var imports: [String] = []
  }

  /// The folder among a theme's assets that modules lie in.
  static let folder = "modules/"
  /// What `theme.yaml` calls the modules that every page runs.
  static let everyPage = "every"
  /// What `theme.yaml` may name modules for.
  static let keys = [everyPage] + PageHead.Kind.allCases.map(\.rawValue)

  /// Path below that folder → text, of all files there, and of those that join the modules of a page.
  private(set) var files: [String: [UInt8]]
  /// The modules of each kind of page.
  private(set) var pages: [PageHead.Kind: Page]

  /// The modules of a theme's layers: what the youngest says about a kind of page counts.
  ///
  /// - Parameter sources: path below `modules/` → file on disk.
  init(_ layers: [ThemeLayer], sources: [String: String], _ diagnostics: inout [Diagnostic]) {
    var files: [String: [UInt8]] = [:]
    for (path, source) in sources.sorted(by: { $0.key < $1.key }) {
      files[path] = (SourceFile.read(source, &diagnostics)?.bytes).map(ModuleText.compacted)
    }
    var named: [String: [String]] = [:]
    for key in Self.keys {
      guard let layer = layers.last(where: { $0.modules[key] != nil }), let modules = layer.modules[key] else {
        continue
      }
      for module in modules where sources[module.value] == nil {
        let problem = ThemeProblem.moduleMissing(module.value, known: sources.keys.sorted())
        diagnostics.append(problem.diagnostic(in: layer.file, at: module.range))
      }
      named[key] = modules.map(\.value)
    }
    self.files = files
    pages = Dictionary(
      uniqueKeysWithValues: PageHead.Kind.allCases.map { kind in
        (kind, Page([named[Self.everyPage], named[kind.rawValue]].compactMap(\.self)))
      })
    join()
  }

  /// Lets each page run one file instead of many, where its modules can be joined.
  private mutating func join() {
    // Most pages share most of their modules: each is taken apart once.
    var modules: [String: PlainModule] = [:]
    for (path, text) in files { modules[path] = PlainModule(text, at: path) }
    var names: [ContentHash: String] = [:]
    for kind in PageHead.Kind.allCases {
      guard let page = pages[kind], let text = ModuleJoin.joined(page.entries, modules: modules) else { continue }
      let digest = ContentHash(text)
      let name = names[digest] ?? "joined-\(kind.rawValue).js"
      names[digest] = name
      files[name] = text
      pages[kind] = Page(entries: [name])
    }
  }
}

extension ThemeModules.Page {
  /// What several lists say, each of what is run and then of what that imports.
  fileprivate init(_ lists: [[String]]) {
    var seen: Set<String> = []
    entries = lists.compactMap(\.first).filter { seen.insert($0).inserted }
    imports = lists.flatMap { $0.dropFirst() }.filter { seen.insert($0).inserted }
  }
}

extension FieldReader {
  /// The modules that `theme.yaml` names for each kind of page; a kind with an empty list has none, whatever an older
  /// layer says.
  mutating func modules() -> [String: [Located<String>]] {
    guard var part = nested("modules") else { return [:] }
    var modules: [String: [Located<String>]] = [:]
    for key in ThemeModules.keys where part.node(key) != nil { modules[key] = part.texts(key) }
    part.finish()
    adopt(part)
    return modules
  }
}
