import Community
import Diagnostics
import Directory
import Hypertext
import Requests
import Scheduling

/// Which pages and files a site has, and at which addresses: decided from the content alone.
///
/// A plan holds no HTML and touches no disk. What it lists exists; what it does not list is removed from the output.
struct SitePlan: Sendable {
  /// Everything that the site consists of, in an order that does not matter to the result.
  let files: [PlannedFile]
  /// Static files that would lie where a page of the site is; they are left out.
  let clashing: [StaticFile]

  /// Plans the site.
  ///
  /// - Parameters:
  ///   - community: the content.
  ///   - directory: its facets.
  ///   - slots: each mentor's next slots.
  ///   - assets: the theme's files.
  ///   - browserPages: which pages the theme has for the reader's own browser to fill.
  init(
    community: Community, directory: Directory, slots: [[Slot]], assets: [PlannedFile], browserPages: Set<BrowserPage>
  ) {
    let settings = community.settings
    var files = assets
    files.append(PlannedFile(.home, .home))
    files.append(PlannedFile(SitePath("404.html"), .notFound))
    files.append(PlannedFile(SitePath("robots.txt"), .robots))
    if !community.staticFiles.contains(where: { $0.target == HostHeaders.name }) {
      files.append(PlannedFile(SitePath(HostHeaders.name), .bytes(HostHeaders.bytes)))
    }
    if settings.baseURL != nil { files.append(PlannedFile(SitePath("sitemap.xml"), .sitemap)) }
    if settings.directory.hasFeed && settings.baseURL != nil { files.append(PlannedFile(SiteAddresses.feed, .feed)) }
    files += BrowserPage.allCases.filter(browserPages.contains).map { PlannedFile($0.address, .browserPage($0)) }
    files += Self.lists(community: community, directory: directory)
    files += Self.profiles(community: community, slots: slots)
    files += community.guide.enumerated().map { PlannedFile($1.address, .guide($0)) }
    files += community.pages.enumerated()
      .filter { $1.address != .home && $1.address.path != "404.html" }
      .map { PlannedFile($1.address, .standalone($0)) }
    let clashing = Self.clashing(community.staticFiles, with: files)
    files += community.staticFiles.enumerated().filter { !clashing.contains($0.offset) }
      .map { PlannedFile(SitePath($1.target), .staticFile($0)) }
    self.files = files
    self.clashing = clashing.sorted().map { community.staticFiles[$0] }
  }

  private static func lists(community: Community, directory: Directory) -> [PlannedFile] {
    let size = community.settings.directory.pageSize
    func pages(of total: Int, at first: SitePath, _ content: (Int) -> PlannedFile.Content) -> [PlannedFile] {
      (1...Pagination(total: total, pageSize: size).pageCount).map {
        PlannedFile(SiteAddresses.numbered($0, of: first), content($0))
      }
    }
    var files = pages(of: community.mentors.count, at: SiteAddresses.explore) { .explore(page: $0) }
    for (facetIndex, facet) in directory.facets.enumerated() {
      files.append(PlannedFile(SiteAddresses.facet(facet.slug), .facet(facetIndex)))
      for (termIndex, term) in facet.terms.enumerated() {
        files += pages(of: term.mentors.count, at: SiteAddresses.term(facet.slug, term.slug)) {
          .term(facet: facetIndex, term: termIndex, page: $0)
        }
      }
    }
    return files
  }

  private static func profiles(community: Community, slots: [[Slot]]) -> [PlannedFile] {
    let settings = community.settings
    return community.mentors.indices.flatMap { index in
      let mentor = community.mentors[index]
      let home = SiteAddresses.mentor(mentor.slug)
      var files = [PlannedFile(home, .profile(index))]
      if mentor.offersContactCard(settings) {
        files.append(PlannedFile(Self.contactCard(of: mentor, .v3), .contactCard(index, .v3)))
        if settings.privacy.offersVCard4 {
          files.append(PlannedFile(Self.contactCard(of: mentor, .v4), .contactCard(index, .v4)))
        }
      }
      if mentor.availability.hasFeed { files.append(PlannedFile(Self.openHours(at: home), .openHours(index))) }
      if settings.calendarFiles {
        for (number, slot) in slots[index].enumerated() {
          files.append(PlannedFile(Self.calendarFile(of: slot, at: home), .calendarFile(mentor: index, slot: number)))
        }
      }
      return files
    }
  }

  /// Where a mentor's contact card is.
  static func contactCard(of mentor: Mentor, _ version: RequestWriter.ContactCardVersion) -> SitePath {
    let home = SiteAddresses.mentor(mentor.slug).path
    return SitePath(version == .v3 ? "\(home)\(mentor.slug).vcf" : "\(home)\(mentor.slug).4.vcf")
  }

  /// Where the calendar file of a mentor's slot is.
  static func calendarFile(of slot: Slot, at profile: SitePath) -> SitePath {
    SitePath("\(profile.path)\(slot.start.utcBasic).ics")
  }

  /// Where the calendar of a mentor's open hours is. It stays while they take no requests, for those who subscribed.
  static func openHours(at profile: SitePath) -> SitePath { SitePath("\(profile.path)open-hours.ics") }
}

// MARK: - Clashes

extension SitePlan {
  /// The indices of static files that have the place of a page, or of a folder of pages; case does not matter, for some
  /// hosts ignore it.
  private static func clashing(_ staticFiles: [StaticFile], with files: [PlannedFile]) -> Set<Int> {
    let paths = staticFiles.map { OutputPath(SitePath($0.target)).path.lowercased() }
    // Few static files lie among the pages: only the pages of the same folders are looked at.
    let tops = Set(paths.map { $0.prefix { $0 != "/" } })
    var pages: Set<Substring> = []
    var folders: Set<Substring> = []
    for file in files {
      let path = OutputPath(file.address).path.lowercased()
      guard tops.contains(path.prefix { $0 != "/" }) else { continue }
      pages.insert(path[...])
      folders.formUnion(path.foldersAbove)
    }
    return Set(
      paths.indices.filter { index in
        pages.contains(paths[index][...]) || folders.contains(paths[index][...])
          || paths[index].foldersAbove.contains(where: pages.contains)
      })
  }

  /// What is to be said about static files that were left out.
  var diagnostics: [Diagnostic] {
    clashing.map {
      Diagnostic(
        .error, "static/clash", path: $0.source, "the site has a page at '\($0.target)' itself",
        remedy: Diagnostic.Remedy("give the file another name"))
    }
  }
}

extension String {
  /// The folders that a path leads through: `a` and `a/b` for `a/b/c`.
  fileprivate var foldersAbove: [Substring] {
    utf8.indices.filter { utf8[$0] == UInt8(ascii: "/") }.map { self[..<$0] }
  }
}

/// One page or file of the site.
struct PlannedFile: Sendable {
  /// What it shows.
  enum Content: Sendable {
    case home
    case notFound
    case explore(page: Int)
    case facet(Int)
    case term(facet: Int, term: Int, page: Int)
    case profile(Int)
    case browserPage(BrowserPage)
    case guide(Int)
    case standalone(Int)
    case contactCard(Int, RequestWriter.ContactCardVersion)
    case calendarFile(mentor: Int, slot: Int)
    case openHours(Int)
    case feed
    case sitemap
    case robots
    case staticFile(Int)
    case bytes([UInt8])
    case copy(of: String)
  }

  /// Where it is.
  let address: SitePath
  /// What it shows.
  let content: Content

  init(_ address: SitePath, _ content: Content) {
    self.address = address
    self.content = content
  }

  /// Whether it is a page of HTML that a person can be on.
  var isPage: Bool {
    switch content {
    case .home, .notFound, .explore, .facet, .term, .profile, .browserPage, .guide, .standalone: true
    default: false
    }
  }
}
