import Hypertext
import Templates

/// The home page.
struct HomePage: TemplateModel {
  let site: SiteModel
  let page: PageHead
  let title: String
  let lead: String?
  let html: SafeHTML
  let actions: [TitledLink]
  let featured: [CardModel]
  let facets: [FacetModel]
  let guidePages: [TitledLink]
  let openings: [NamedOpening]
  let searchIndex: Link?

  static let schema = Schema<HomePage>("home", "The home page.") {
    Field.model("site", "The site.", \.site)
    Field.model("page", "The page.", \.page)
    Field.text("title", "The title of pages/home.md.") { $0.title }
    Field.text("lead", "Its lead.") { $0.lead }
    Field.html("html", "Its text.") { $0.html }
    Field.listing("actions", "What the reader can do next.", \.actions)
    Field.listing("featured", "Six mentors who take requests; others each day.", \.featured)
    Field.listing("facets", "What one can filter by.", \.facets)
    Field.listing("guide_pages", "The pages of the guide.", \.guidePages)
    Field.listing("openings", "The five soonest slots of different mentors.", \.openings)
    Field.link("search_index", "What a script needs to search all mentors; absent where there is no index.") {
      $0.searchIndex
    }
  }
}

/// A mentor's next slot.
struct NamedOpening: TemplateModel {
  let name: String
  let link: Link
  let label: String
  let dateTime: String

  static let schema = Schema<NamedOpening>("named opening", "A mentor's next slot.") {
    Field.text("name", "The mentor.") { $0.name }
    Field.link("link", "The profile.") { $0.link }
    Field.text("label", "Day and time in the mentor's zone, which it names.") { $0.label }
    Field.text("datetime", "The instant as ISO 8601, for <time>.") { $0.dateTime }
  }
}

/// A page of the guide.
struct GuidePage: TemplateModel {
  let site: SiteModel
  let page: PageHead
  let prose: Prose
  let section: String?
  let sections: [GuideSection]
  let previous: TitledLink?
  let next: TitledLink?
  let readingLabel: String?
  let isLanding: Bool

  static let schema = Schema<GuidePage>("guide", "A page of the guide.") {
    Field.model("site", "The site.", \.site)
    Field.model("page", "The page.", \.page)
    Field.including(\GuidePage.prose)
    Field.text("section", "The section that the page stands in.") { $0.section }
    Field.listing("sections", "The whole guide.", \.sections)
    Field.model("previous", "The page before.") { $0.previous }
    Field.model("next", "The page after.") { $0.next }
    Field.text("reading_label", "How long it takes to read.") { $0.readingLabel }
    Field.flag("is_landing", "Whether it is the guide's landing page.") { $0.isLanding }
  }
}

/// A section of the guide.
struct GuideSection: TemplateModel {
  let title: String?
  let pages: [TitledLink]

  static let schema = Schema<GuideSection>("section", "A section of the guide.") {
    Field.text("title", "Its title; absent for the pages before the first section.") { $0.title }
    Field.listing("pages", "Its pages.", \.pages)
  }
}

/// A page on its own: join, about, privacy.
struct StandalonePage: TemplateModel {
  let site: SiteModel
  let page: PageHead
  let prose: Prose

  static let schema = Schema<StandalonePage>("page", "A page on its own: join, about, privacy, and the error page.") {
    Field.model("site", "The site.", \.site)
    Field.model("page", "The page.", \.page)
    Field.including(\StandalonePage.prose)
  }
}

/// The written part of a page.
struct Prose: TemplateModel {
  let title: String
  let lead: String?
  let html: SafeHTML
  let contents: [ContentsEntry]
  let actions: [TitledLink]

  static let schema = Schema<Prose>("prose", "The written part of a page.") {
    Field.text("title", "The page's title.") { $0.title }
    Field.text("lead", "The sentence under it.") { $0.lead }
    Field.html("html", "The text.") { $0.html }
    Field.list("contents", "The headings of the text.", \.contents)
    Field.flag("has_contents", "Whether there are enough headings for a table of contents.") { $0.contents.count > 2 }
    Field.listing("actions", "What the reader can do next.", \.actions)
  }
}

/// A heading in the table of contents.
struct ContentsEntry: TemplateModel {
  let title: String
  let link: Link
  let isSub: Bool

  static let schema = Schema<ContentsEntry>("contents entry", "A heading of the text.") {
    Field.text("title", "The heading.") { $0.title }
    Field.link("link", "The place on the page.") { $0.link }
    Field.flag("is_sub", "Whether it stands below another heading.") { $0.isSub }
  }
}
