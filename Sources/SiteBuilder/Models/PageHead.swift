import Hypertext
import Templates

/// What every page says about itself: its title, its place in the navigation, what it tells machines.
struct PageHead: TemplateModel {
  /// What a page is; templates style by it.
  enum Kind: String, CaseIterable, Sendable {
    case home
    case explore
    case facet
    case term
    case profile
    case shortlist
    case respond
    case connections
    case guide
    case page
    case notFound = "not-found"
  }

  let kind: Kind
  let title: String
  let description: String?
  let canonical: Link?
  let isHiddenFromSearch: Bool
  let socialImage: Link?
  let structuredData: [UInt8]?
  let navigation: [NavigationEntry]
  let breadcrumbs: [Breadcrumb]
  let common: CommonHead

  static let schema = Schema<PageHead>("page", "The page itself.") {
    Field.text("title", "The page's own title.") { $0.title }
    Field.text("full_title", "The title with the site's name, for the browser's tab.") { $0.fullTitle }
    Field.text("description", "One sentence for search engines.") { $0.description }
    Field.text("language", "The language of the page: en, pt-BR.") { $0.common.language }
    Field.text("direction", "The direction of its writing: ltr or rtl.") { $0.common.direction }
    Field.link("canonical", "Its address on the web, where the settings name the site's.") { $0.canonical }
    Field.flag("noindex", "Whether search engines are asked not to list it.") { $0.isHiddenFromSearch }
    Field.link("social_image", "A picture for previews.") { $0.socialImage }
    Field.text("social_type", "What previews call it: website, profile or article.") { $0.socialType }
    Field.json("json_ld", "What it tells machines, as JSON-LD.") { $0.structuredData }
    Field.link("stylesheet", "The style sheet of all pages.") { $0.common.stylesheet }
    Field.link("page_stylesheet", "What only pages of this kind need beside it; to be linked behind it.") {
      $0.common.pageStylesheets[$0.kind]
    }
    Field.link("script", "The script that adds comforts; no page needs it.") { $0.common.script }
    Field.listing("modules", "The modules that add comforts to this kind of page; no page needs them.", \.entries)
    Field.listing("preloads", "What the modules import, to be fetched at the same time.", \.preloads)
    Field.link("icon", "The icon for the browser's tab.") { $0.common.icon }
    Field.text(
      "kind",
      "What it is: home, explore, facet, term, profile, shortlist, respond, connections, guide, page, not-found."
    ) { $0.kind.rawValue }
    Field.flag("is_shortlist", "Whether it is the page of saved mentors.") { $0.kind == .shortlist }
    Field.flag("is_connections", "Whether it is the page of the reader's connections.") { $0.kind == .connections }
    Field.listing("navigation", "The main navigation.", \.navigation)
    Field.listing("breadcrumbs", "The way from the home page to here; the last entry is this page.", \.breadcrumbs)
    Field.text("as_of_label", "When the site was made: Updated 24 November 2026.") { $0.common.asOfLabel }
  }

  private var entries: [ModuleModel] { common.modules[kind]?.entries ?? [] }

  private var preloads: [ModuleModel] { common.modules[kind]?.imports ?? [] }

  private var fullTitle: String {
    kind == .home || title == common.siteTitle ? common.siteTitle : "\(title) · \(common.siteTitle)"
  }

  private var socialType: String {
    switch kind {
    case .profile: "profile"
    case .guide: "article"
    default: "website"
    }
  }
}

/// What the heads of all pages share.
final class CommonHead: Sendable {
  let siteTitle: String
  let language: String
  let direction: String
  let stylesheet: Link
  let pageStylesheets: [PageHead.Kind: Link]
  let script: Link?
  let modules: [PageHead.Kind: PageModules]
  let icon: Link?
  let asOfLabel: String

  init(
    siteTitle: String, language: String, direction: String, stylesheet: Link,
    pageStylesheets: [PageHead.Kind: Link], script: Link?,
    modules: [PageHead.Kind: PageModules], icon: Link?, asOfLabel: String
  ) {
    self.siteTitle = siteTitle
    self.language = language
    self.direction = direction
    self.stylesheet = stylesheet
    self.pageStylesheets = pageStylesheets
    self.script = script
    self.modules = modules
    self.icon = icon
    self.asOfLabel = asOfLabel
  }
}

/// The modules of one kind of page.
struct PageModules: Sendable {
  let entries: [ModuleModel]
  let imports: [ModuleModel]
}

/// A script that may import others.
struct ModuleModel: TemplateModel {
  let link: Link

  static let schema = Schema<ModuleModel>("module", "A script that may import others.") {
    Field.link("link", "The script.") { $0.link }
  }
}

/// An entry of the main navigation.
struct NavigationEntry: TemplateModel {
  let title: String
  let link: Link
  let isCurrent: Bool
  let isPage: Bool

  static let schema = Schema<NavigationEntry>("navigation entry", "An entry of the main navigation.") {
    Field.text("title", "Its words.") { $0.title }
    Field.link("link", "Where it leads.") { $0.link }
    Field.flag("is_current", "Whether the reader is there, or below it.") { $0.isCurrent }
    Field.flag("is_page", "Whether the reader is on that very page.") { $0.isPage }
  }
}

/// A step of the way from the home page.
struct Breadcrumb: TemplateModel {
  let title: String
  let link: Link?

  static let schema = Schema<Breadcrumb>("breadcrumb", "A step of the way from the home page.") {
    Field.text("title", "The page's title.") { $0.title }
    Field.link("link", "The page; absent for the one that the reader is on.") { $0.link }
  }
}

/// A title that leads somewhere.
struct TitledLink: TemplateModel {
  let title: String
  let link: Link
  var description: String?
  var isPrimary = false
  var isCurrent = false

  static let schema = Schema<TitledLink>("link", "A title that leads somewhere.") {
    Field.text("title", "Its words.") { $0.title }
    Field.link("link", "Where it leads.") { $0.link }
    Field.text("description", "A sentence about what is there.") { $0.description }
    Field.flag("is_primary", "Whether it is the first thing that a reader should do.") { $0.isPrimary }
    Field.flag("is_current", "Whether the reader is there.") { $0.isCurrent }
  }
}
