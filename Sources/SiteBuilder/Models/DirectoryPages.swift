import Hypertext
import Templates

/// The directory, or the mentors of one term: a page of cards.
struct ExplorePage: TemplateModel {
  let site: SiteModel
  let page: PageHead
  let heading: String
  let lead: String?
  let totalLabel: String
  let cards: [CardModel]
  let facets: [FacetModel]
  let pagination: PaginationModel
  let facet: FacetModel?
  let term: TermModel?
  let hasOpenings: Bool
  let searchIndex: Link?

  static let schema = Schema<ExplorePage>("explore", "Explore the Community, and the page of each term.") {
    Field.model("site", "The site.", \.site)
    Field.model("page", "The page.", \.page)
    Field.text("heading", "The page's heading.") { $0.heading }
    Field.text("lead", "A sentence under it.") { $0.lead }
    Field.text("total_label", "How many mentors the list has: 36 mentors.") { $0.totalLabel }
    Field.listing("cards", "The mentors on this page.", \.cards)
    Field.listing("facets", "What one can filter by.", \.facets)
    Field.model("pagination", "Where the reader is in the list.", \.pagination)
    Field.flag("is_term", "Whether the list is that of one term.") { $0.term != nil }
    Field.model("facet", "The term's facet.") { $0.facet }
    Field.model("term", "The term.") { $0.term }
    Field.flag("is_empty", "Whether there is no mentor at all.") { $0.cards.isEmpty }
    Field.flag("has_openings", "Whether any mentor of the site has open times.") { $0.hasOpenings }
    Field.link("search_index", "What a script needs to search all mentors; absent where there is no index.") {
      $0.searchIndex
    }
    Field.flag(
      "is_searched", "Whether a script searches on this very page: the directory's first, if there is an index."
    ) {
      $0.searchIndex != nil && $0.term == nil && $0.pagination.previous == nil
    }
  }
}

/// All terms of one facet.
struct FacetPage: TemplateModel {
  let site: SiteModel
  let page: PageHead
  let heading: String
  let lead: String?
  let facet: FacetModel
  let terms: [TermModel]
  let facets: [FacetModel]

  static let schema = Schema<FacetPage>("facet", "All terms of one facet.") {
    Field.model("site", "The site.", \.site)
    Field.model("page", "The page.", \.page)
    Field.text("heading", "The page's heading.") { $0.heading }
    Field.text("lead", "A sentence under it.") { $0.lead }
    Field.model("facet", "The facet.") { $0.facet }
    Field.listing("all_terms", "All its terms, in the order of their labels.", \.terms)
    Field.listing("facets", "What one can filter by.", \.facets)
  }
}
