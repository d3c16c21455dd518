import Community
import Hypertext

/// A theme's own files in the site.
///
/// Style sheets, the script and the folder of modules carry a digest of their contents in their names, so that a host may
/// tell browsers to keep them for ever and a new version is never mistaken for an old one.
struct AssetPlan: Sendable {
  let files: [PlannedFile]
  let addresses: ThemeAddresses

  init(theme: Theme, brand: SiteSettings.Brand) {
    let sheet = Array(BrandPalette.styleSheet(for: brand).utf8) + theme.stylesheet
    let stylesheet = SitePath("assets/site-\(ContentHash(sheet).hexadecimal).css")
    var files = [PlannedFile(stylesheet, .bytes(sheet))]
    var pageStylesheets: [PageHead.Kind: SitePath] = [:]
    for (kind, sheet) in theme.pageStylesheets.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let address = SitePath("assets/site-\(kind.rawValue)-\(ContentHash(sheet).hexadecimal).css")
      files.append(PlannedFile(address, .bytes(sheet)))
      pageStylesheets[kind] = address
    }
    var script: SitePath?
    if !theme.script.isEmpty {
      let address = SitePath("assets/site-\(ContentHash(theme.script).hexadecimal).js")
      files.append(PlannedFile(address, .bytes(theme.script)))
      script = address
    }
    let modules = SitePath("assets/modules-\(Self.digest(of: theme.modules))/")
    files += theme.modules.files.sorted { $0.key < $1.key }.map {
      PlannedFile(SitePath(modules.path + $0.key), .bytes($0.value))
    }
    files += theme.assets.map { PlannedFile(SitePath("assets/\($0.path)"), .copy(of: $0.source)) }
    self.files = files
    addresses = ThemeAddresses(
      stylesheet: stylesheet, pageStylesheets: pageStylesheets, script: script,
      modules: theme.modules.pages.mapValues { page in
        func links(_ names: [String]) -> [ModuleModel] {
          names.map { ModuleModel(link: .site(SitePath(modules.path + $0))) }
        }
        return PageModules(entries: links(page.entries), imports: links(page.imports))
      },
      icon: theme.icon.map { SitePath("assets/\($0)") })
  }

  /// One digest for all modules: they name each other by relative paths, so that a change of one changes all addresses.
  private static func digest(of modules: ThemeModules) -> String {
    let texts = modules.files.sorted { $0.key < $1.key }.flatMap { path, text in
      Array("\(path) \(text.count)\n".utf8) + text
    }
    return ContentHash(texts).hexadecimal
  }
}
