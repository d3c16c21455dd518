import Community
import Hypertext

extension SiteContext {
  /// What a page says about itself.
  ///
  /// - Parameters:
  ///   - trail: the pages between the home page and this one.
  func head(
    _ kind: PageHead.Kind, _ title: String, at address: SitePath, description: String?,
    structuredData: [UInt8]? = nil, trail: [Breadcrumb] = []
  ) -> PageHead {
    PageHead(
      kind: kind, title: title,
      description: description.flatMap { $0.isEmpty ? nil : $0 },
      canonical: kind == .notFound ? nil : settings.baseURL.map { .external($0.absolute(address)) },
      isHiddenFromSearch: isHiddenFromSearch(kind),
      socialImage: nil,
      structuredData: structuredData,
      navigation: navigation(at: address),
      breadcrumbs: kind == .home
        ? [] : [Breadcrumb(title: phrases[.home], link: .site(.home))] + trail + [Breadcrumb(title: title, link: nil)],
      common: commonHead)
  }

  /// People are for the students of the university, not for the world's search engines, unless the settings say so.
  private func isHiddenFromSearch(_ kind: PageHead.Kind) -> Bool {
    switch kind {
    case .explore, .facet, .term, .profile: !settings.directory.allowsSearchEngines
    case .shortlist, .respond, .connections, .notFound: true
    case .home, .guide, .page: false
    }
  }

  private func navigation(at address: SitePath) -> [NavigationEntry] {
    (settings.navigation ?? usualNavigation).map { entry in
      var isCurrent = false
      var isPage = false
      if case .site(let place) = entry.link {
        isPage = place.path == address.path
        isCurrent = isPage || (!place.path.isEmpty && address.path.hasPrefix(place.path))
        // A profile belongs to the directory, though its address does not lie below it.
        if place == SiteAddresses.explore && address.path.hasPrefix("mentors/") { isCurrent = true }
      }
      return NavigationEntry(title: entry.title, link: entry.link, isCurrent: isCurrent, isPage: isPage)
    }
  }

  private var usualNavigation: [LinkedTitle] {
    var entries = [LinkedTitle(title: phrases[.explore], link: .site(SiteAddresses.explore))]
    if let landing = community.guide.first {
      entries.append(LinkedTitle(title: phrases[.guide], link: .site(landing.address)))
    }
    for name in ["about", "join"] {
      guard let page = community.pages.first(where: { $0.contentPath == "pages/\(name).md" }) else { continue }
      entries.append(LinkedTitle(title: phrases.word(name) ?? page.title, link: .site(page.address)))
    }
    return entries
  }
}
