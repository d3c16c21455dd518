import Community
import Hypertext

/// A theme's own files in the site.
///
/// Style sheet and script carry a digest of their contents in their names, so that a host may tell browsers to keep
/// them for ever and a new version is never mistaken for an old one.
struct AssetPlan: Sendable {
  let files: [PlannedFile]
  let addresses: ThemeAddresses

  init(theme: Theme, brand: SiteSettings.Brand) {
    let sheet = Array(BrandPalette.styleSheet(for: brand).utf8) + theme.stylesheet
    let stylesheet = SitePath("assets/site-\(ContentHash(sheet).hexadecimal).css")
    var files = [PlannedFile(stylesheet, .bytes(sheet))]
    var script: SitePath?
    if !theme.script.isEmpty {
      let address = SitePath("assets/site-\(ContentHash(theme.script).hexadecimal).js")
      files.append(PlannedFile(address, .bytes(theme.script)))
      script = address
    }
    files += theme.assets.map { PlannedFile(SitePath("assets/\($0.path)"), .copy(of: $0.source)) }
    self.files = files
    addresses = ThemeAddresses(
      stylesheet: stylesheet, script: script, icon: theme.icon.map { SitePath("assets/\($0)") })
  }
}
