import Diagnostics
import Templates

/// A theme's templates, each compiled for the one kind of page that it shows.
///
/// The table below is the only place that knows which template belongs to which page model.
struct ThemeTemplates: Sendable {
  let home: Template<HomePage>
  let explore: Template<ExplorePage>
  let facet: Template<FacetPage>
  let profile: Template<ProfilePage>
  /// Those that the theme has.
  let browserPages: [BrowserPage: Template<BrowserPageModel>]
  let guide: Template<GuidePage>
  let page: Template<StandalonePage>
  let notFound: Template<StandalonePage>
  /// The partial `card`, for the browser to write cards with; nil where the theme has no such partial.
  let card: BrowserTemplate<CardModel>?

  /// Compiles a theme's templates; every name that its page does not have is an error.
  static func compile(_ library: TemplateLibrary) -> (templates: ThemeTemplates?, diagnostics: [Diagnostic]) {
    var diagnostics: Set<Diagnostic> = []
    func template<Model: TemplateModel>(_ name: String, _ model: Model.Type) -> Template<Model>? {
      let (template, problems) = library.compile(name, for: model)
      diagnostics.formUnion(problems)
      return template
    }
    diagnostics.formUnion(library.syntaxDiagnostics)
    let home = template("home", HomePage.self)
    let explore = template("explore", ExplorePage.self)
    let facet = template("facet", FacetPage.self)
    let profile = template("profile", ProfilePage.self)
    let wanted = BrowserPage.allCases.filter { library.hasTemplate($0.template) }
    let browserPages = wanted.map { template($0.template, BrowserPageModel.self) }
    let guide = template("guide", GuidePage.self)
    let page = template("page", StandalonePage.self)
    let notFound = template("not_found", StandalonePage.self)
    var card: BrowserTemplate<CardModel>?
    if library.hasPartial("card") {
      let (template, problems) = library.compileForBrowser("card", for: CardModel.self)
      diagnostics.formUnion(problems)
      guard template != nil else { return (nil, diagnostics.sorted()) }
      card = template
    }
    guard let home, let explore, let facet, let profile, let guide, let page, let notFound,
      browserPages.allSatisfy({ $0 != nil })
    else {
      return (nil, diagnostics.sorted())
    }
    let templates = ThemeTemplates(
      home: home, explore: explore, facet: facet, profile: profile,
      browserPages: Dictionary(uniqueKeysWithValues: zip(wanted, browserPages.compactMap(\.self))), guide: guide,
      page: page, notFound: notFound, card: card)
    return (templates, diagnostics.sorted())
  }

  /// What each template may use, for `theme fields`.
  public static var descriptions: [(template: String, model: SchemaDescription)] {
    [
      ("home", .describe(HomePage.schema)), ("explore", .describe(ExplorePage.schema)),
      ("facet", .describe(FacetPage.schema)), ("profile", .describe(ProfilePage.schema)),
      ("guide", .describe(GuidePage.schema)), ("page", .describe(StandalonePage.schema)),
      ("not_found", .describe(StandalonePage.schema)),
    ] + BrowserPage.allCases.map { ($0.template, .describe(BrowserPageModel.schema)) }
  }
}
