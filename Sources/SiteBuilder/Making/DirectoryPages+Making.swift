import Community
import Directory
import Hypertext

extension SiteContext {
  /// A page of the directory.
  func explorePage(_ number: Int) -> ExplorePage {
    let total = community.mentors.count
    let pagination = Pagination(total: total, pageSize: settings.directory.pageSize)
    let first = SiteAddresses.explore
    return ExplorePage(
      site: site,
      page: head(
        .explore, numbered(phrases[.explore], number), at: SiteAddresses.numbered(number, of: first),
        description: settings.tagline),
      heading: phrases[.explore],
      lead: settings.tagline,
      totalLabel: site.mentorCountLabel,
      cards: pagination.items(onPage: number).map { cards[Int(directory.order.numbers[$0])] },
      facets: facets,
      pagination: paginationModel(pagination, at: number, first: first),
      facet: nil, term: nil, hasOpenings: hasOpenings, searchIndex: searchIndex)
  }

  /// A page of the mentors of one term.
  func termPage(facet facetIndex: Int, term termIndex: Int, page number: Int) -> ExplorePage {
    let facet = directory.facets[facetIndex]
    let term = terms[facetIndex][termIndex]
    let members = facet.terms[termIndex].listed
    let pagination = Pagination(total: members.count, pageSize: settings.directory.pageSize)
    let first = SiteAddresses.term(facet.slug, facet.terms[termIndex].slug)
    let own = currentFacets[facetIndex][termIndex]
    var listed = facets
    listed[facetIndex] = own
    let heading = phrases.phrase(.peopleIn, ["term": term.label])
    return ExplorePage(
      site: site,
      page: head(
        .term, numbered(heading, number), at: SiteAddresses.numbered(number, of: first),
        description: "\(own.label): \(term.label). \(term.countLabel).",
        trail: [
          Breadcrumb(title: phrases[.explore], link: .site(SiteAddresses.explore)),
          Breadcrumb(title: own.label, link: own.link),
        ]),
      heading: heading,
      lead: nil,
      totalLabel: term.countLabel,
      cards: pagination.items(onPage: number).map { cards[Int(members[$0])] },
      facets: listed,
      pagination: paginationModel(pagination, at: number, first: first),
      facet: own, term: term, hasOpenings: hasOpenings, searchIndex: searchIndex)
  }

  /// All terms of one facet.
  func facetPage(_ index: Int) -> FacetPage {
    let facet = directory.facets[index]
    let own = FacetModel(
      facet, terms: terms[index], listed: largest[index], current: nil, isCurrent: true, phrases: phrases)
    var listed = facets
    listed[index] = own
    return FacetPage(
      site: site,
      page: head(
        .facet, own.label, at: SiteAddresses.facet(facet.slug), description: nil,
        trail: [Breadcrumb(title: phrases[.explore], link: .site(SiteAddresses.explore))]),
      heading: own.label, lead: nil, facet: own, terms: terms[index], facets: listed)
  }

  /// A page that the reader's own browser fills.
  func browserPage(_ page: BrowserPage) -> BrowserPageModel {
    let explore = Breadcrumb(title: phrases[.explore], link: .site(SiteAddresses.explore))
    return BrowserPageModel(
      site: site,
      page: head(
        page.kind, phrases[page.title], at: page.address, description: nil, trail: page == .shortlist ? [explore] : []),
      data: RequestData.page(page, community: community, requests: requests, phrases: phrases))
  }

  // MARK: - Page numbers

  /// A title that tells the pages of one list apart.
  private func numbered(_ title: String, _ number: Int) -> String {
    number == 1 ? title : "\(title) (\(phrases.number(number)))"
  }

  private func paginationModel(_ pagination: Pagination, at number: Int, first: SitePath) -> PaginationModel {
    func link(_ page: Int) -> Link? {
      (1...pagination.pageCount).contains(page) ? .site(SiteAddresses.numbered(page, of: first)) : nil
    }
    let pages = phrases.number(pagination.pageCount)
    return PaginationModel(
      previous: link(number - 1), next: link(number + 1),
      summary: phrases.phrase(.pageOf, ["page": phrases.number(number), "pages": pages]),
      pages: pagination.steps(around: number).map { step in
        switch step {
        case .gap: PageStep(number: "…", link: nil, isCurrent: false, isGap: true)
        case .page(let page):
          PageStep(
            number: phrases.number(page), link: page == number ? nil : link(page), isCurrent: page == number,
            isGap: false)
        }
      })
  }
}
