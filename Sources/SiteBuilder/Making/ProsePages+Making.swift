import Community
import Hypertext
import Markdown

extension SiteContext {
  /// The home page, from `pages/home.md`.
  func homePage() -> HomePage {
    let source = community.pages.first { $0.address == .home }
    let title = source?.title ?? settings.title
    return HomePage(
      site: site,
      page: head(
        .home, title, at: .home, description: source?.description ?? source?.lead ?? settings.tagline,
        structuredData: StructuredData.site(settings)),
      title: title,
      lead: source?.lead ?? settings.tagline,
      html: source?.text.html ?? SafeHTML(escaping: ""),
      actions: source.map { actions(of: $0) } ?? [
        TitledLink(title: phrases[.explore], link: .site(SiteAddresses.explore), isPrimary: true)
      ],
      featured: featured.map { cards[$0] },
      facets: facets,
      guidePages: community.guide.map {
        TitledLink(title: $0.title, link: .site($0.address), description: $0.description ?? $0.lead)
      },
      openings: openings, searchIndex: searchIndex)
  }

  /// A page of the guide.
  func guidePage(_ index: Int) -> GuidePage {
    let source = community.guide[index]
    func neighbour(_ index: Int) -> TitledLink? {
      guard community.guide.indices.contains(index) else { return nil }
      return TitledLink(title: community.guide[index].title, link: .site(community.guide[index].address))
    }
    let minutes = max(1, (source.text.wordCount + 110) / 220)
    let isLanding = source.address == SiteAddresses.guide
    return GuidePage(
      site: site,
      page: head(
        .guide, source.title, at: source.address, description: source.description ?? source.lead,
        trail: isLanding ? [] : [Breadcrumb(title: phrases[.guide], link: .site(SiteAddresses.guide))]),
      prose: prose(source),
      section: source.section,
      sections: guideSections(current: index),
      previous: neighbour(index - 1),
      next: neighbour(index + 1),
      readingLabel: source.text.wordCount > 0 ? phrases.plural(.minutesToRead, minutes) : nil,
      isLanding: isLanding)
  }

  /// A page on its own.
  func standalonePage(_ index: Int) -> StandalonePage {
    let source = community.pages[index]
    return StandalonePage(
      site: site,
      page: head(.page, source.title, at: source.address, description: source.description ?? source.lead),
      prose: prose(source))
  }

  /// The error page, from `pages/not-found.md` or the theme's words.
  func notFoundPage() -> StandalonePage {
    let address = SitePath("404.html")
    let source = community.pages.first { $0.address == address }
    let title = source?.title ?? phrases[.notFoundTitle]
    return StandalonePage(
      site: site,
      page: head(.notFound, title, at: address, description: nil),
      prose: source.map(prose)
        ?? Prose(
          title: title, lead: phrases[.notFoundLead], html: SafeHTML(escaping: ""), contents: [],
          actions: [TitledLink(title: phrases[.explore], link: .site(SiteAddresses.explore), isPrimary: true)]))
  }

  // MARK: - Parts

  private func prose(_ page: TextPage) -> Prose {
    Prose(
      title: page.title, lead: page.lead, html: page.text.html,
      contents: page.text.headings.filter { (2...3).contains($0.level) }.map {
        ContentsEntry(title: $0.title, link: .site(SitePath(page.address.path, fragment: $0.id)), isSub: $0.level == 3)
      },
      actions: actions(of: page))
  }

  private func actions(of page: TextPage) -> [TitledLink] {
    page.actions.enumerated().map { TitledLink(title: $1.title, link: $1.link, isPrimary: $0 == 0) }
  }

  private func guideSections(current: Int) -> [GuideSection] {
    var sections: [(title: String?, pages: [TitledLink])] = []
    for (index, page) in community.guide.enumerated() {
      let link = TitledLink(title: page.title, link: .site(page.address), isCurrent: index == current)
      if let last = sections.last, last.title == page.section {
        sections[sections.count - 1].pages.append(link)
      } else {
        sections.append((page.section, [link]))
      }
    }
    return sections.map { GuideSection(title: $0.title, pages: $0.pages) }
  }

  /// Six mentors who take requests, others each day: the day and the slug decide, so a night's build is repeatable.
  private var featured: [Int] {
    let day = UInt64(bitPattern: Int64(community.today.daysSinceEpoch))
    let ranked = community.mentors.indices.filter { community.mentors[$0].takesRequests }
      .map { (rank: ContentHash(Array("\(day) \(community.mentors[$0].slug)".utf8)).value, index: $0) }
      .min(count: 6)
    return ranked
  }

  /// The soonest slots, one a mentor.
  private var openings: [NamedOpening] {
    let soonest = slots.indices.compactMap { index in slots[index].first.map { (start: $0.start, index: index) } }
      .sorted { ($0.start, $0.index) < ($1.start, $1.index) }.prefix(5)
    return soonest.map { start, index in
      let mentor = community.mentors[index]
      return NamedOpening(
        name: mentor.name, link: cards[index].link,
        label: phrases.opening(start, in: community.zones[mentor.timeZone]), dateTime: start.utcExtended)
    }
  }
}

extension [(rank: UInt64, index: Int)] {
  /// The indices of the lowest ranks, lowest first.
  fileprivate func min(count: Int) -> [Int] {
    sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.prefix(count).map(\.index)
  }
}
