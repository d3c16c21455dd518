import Hypertext
import Templates

/// A term as pages show it: one for the whole build, shared by every card and list that names it.
final class TermModel: TemplateModel {
  let label: String
  let slug: String
  let link: Link
  let count: Int
  let countLabel: String

  init(label: String, slug: String, link: Link, count: Int, countLabel: String) {
    self.label = label
    self.slug = slug
    self.link = link
    self.count = count
    self.countLabel = countLabel
  }

  static let schema = Schema<TermModel>("term", "One value of a facet.") {
    Field.text("label", "What it is called.") { $0.label }
    Field.text("slug", "Its name in web addresses.") { $0.slug }
    Field.link("link", "The page of its mentors.") { $0.link }
    Field.number("count", "How many mentors have it.") { $0.count }
    Field.text("count_label", "The same in words: 12 mentors.") { $0.countLabel }
    Field.flag("is_current", "Never here: only a listed term can be the current one.") { _ in false }
  }
}

/// A term in a list of which one may be the reader's own.
struct ListedTerm: TemplateModel {
  let term: TermModel
  let isCurrent: Bool

  static let schema = Schema<ListedTerm>("listed term", "One value of a facet, in a list of them.") {
    Field.text("label", "What it is called.") { $0.term.label }
    Field.text("slug", "Its name in web addresses.") { $0.term.slug }
    Field.link("link", "The page of its mentors.") { $0.term.link }
    Field.number("count", "How many mentors have it.") { $0.term.count }
    Field.text("count_label", "The same in words: 12 mentors.") { $0.term.countLabel }
    Field.flag("is_current", "Whether the page is this term's.") { $0.isCurrent }
  }
}

/// A facet with the terms that a page lists: shared by all pages that list the same.
final class FacetModel: TemplateModel {
  let key: String
  let slug: String
  let label: String
  let link: Link
  let terms: [ListedTerm]
  let moreLabel: String?
  let isCurrent: Bool
  let hasYears: Bool

  init(
    key: String, slug: String, label: String, link: Link, terms: [ListedTerm], moreLabel: String?, isCurrent: Bool,
    hasYears: Bool
  ) {
    self.key = key
    self.slug = slug
    self.label = label
    self.link = link
    self.terms = terms
    self.moreLabel = moreLabel
    self.isCurrent = isCurrent
    self.hasYears = hasYears
  }

  static let schema = Schema<FacetModel>("facet", "A field that one can filter by.") {
    Field.text("key", "The field's name.") { $0.key }
    Field.text("slug", "Its name in web addresses.") { $0.slug }
    Field.text("label", "What its terms are called together.") { $0.label }
    Field.link("link", "The page with all its terms.") { $0.link }
    Field.listing("terms", "The terms that the most mentors have, and the current one.", \.terms)
    Field.flag("has_more", "Whether there are more terms than these.") { $0.moreLabel != nil }
    Field.text("more_label", "What leads to the rest: All 22 industries.") { $0.moreLabel }
    Field.flag("is_current", "Whether the page is this facet's, or one of its terms'.") { $0.isCurrent }
    Field.flag("has_years", "Whether its terms are years, of which one may choose a range.") { $0.hasYears }
  }
}

/// Where a reader is in a long list.
struct PaginationModel: TemplateModel {
  let previous: Link?
  let next: Link?
  let summary: String
  let pages: [PageStep]

  static let schema = Schema<PaginationModel>("pagination", "Where the reader is in a long list.") {
    Field.flag("has_pages", "Whether there is more than one page.") { $0.pages.count > 1 }
    Field.link("previous", "The page before.") { $0.previous }
    Field.link("next", "The page after.") { $0.next }
    Field.text("summary", "Page 2 of 5.") { $0.summary }
    Field.list("pages", "The row of page numbers.", \.pages)
  }
}

/// One place in the row of page numbers.
struct PageStep: TemplateModel {
  let number: String
  let link: Link?
  let isCurrent: Bool
  let isGap: Bool

  static let schema = Schema<PageStep>("page step", "One place in the row of page numbers.") {
    Field.text("number", "The page's number; an ellipsis for a gap.") { $0.number }
    Field.link("link", "The page; absent for the current one and for a gap.") { $0.link }
    Field.flag("is_current", "Whether the reader is there.") { $0.isCurrent }
    Field.flag("is_gap", "Whether it stands for pages left out.") { $0.isGap }
  }
}
