import Files
import Hypertext
import Requests

/// Turns what a plan lists into bytes: pure, page by page, on any number of threads.
struct Renderer: Sendable {
  let context: SiteContext
  let templates: ThemeTemplates
  let plan: SitePlan

  /// The bytes of one file.
  ///
  /// - Parameter scratch: a buffer that the caller keeps from page to page; what is in it is overwritten.
  func render(_ file: PlannedFile, scratch: inout [UInt8]) throws(FileProblem) {
    scratch.removeAll(keepingCapacity: true)
    let root = rootPrefix(of: file)
    switch file.content {
    case .home: templates.home.render(context.homePage(), rootPrefix: root, into: &scratch)
    case .notFound: templates.notFound.render(context.notFoundPage(), rootPrefix: root, into: &scratch)
    case .explore(let page): templates.explore.render(context.explorePage(page), rootPrefix: root, into: &scratch)
    case .facet(let facet): templates.facet.render(context.facetPage(facet), rootPrefix: root, into: &scratch)
    case .term(let facet, let term, let page):
      templates.explore.render(
        context.termPage(facet: facet, term: term, page: page), rootPrefix: root, into: &scratch)
    case .profile(let mentor): templates.profile.render(context.profilePage(mentor), rootPrefix: root, into: &scratch)
    case .shortlist: templates.shortlist?.render(context.shortlistPage(), rootPrefix: root, into: &scratch)
    case .guide(let page): templates.guide.render(context.guidePage(page), rootPrefix: root, into: &scratch)
    case .standalone(let page): templates.page.render(context.standalonePage(page), rootPrefix: root, into: &scratch)
    default: scratch = try bytes(of: file)
    }
  }

  /// Files that no template makes.
  private func bytes(of file: PlannedFile) throws(FileProblem) -> [UInt8] {
    let community = context.community
    let base = community.settings.baseURL
    switch file.content {
    case .contactCard(let mentor): return context.requests.contactCard(of: community.mentors[mentor])
    case .calendarFile(let mentor, let slot):
      return context.requests.calendarFile(context.slots[mentor][slot], with: community.mentors[mentor])
    case .feed: return base.map { AtomFeed.bytes(context, base: $0) } ?? []
    case .sitemap: return base.map { Sitemap.bytes(of: plan, settings: community.settings, base: $0) } ?? []
    case .robots: return Robots.bytes(base: base)
    case .bytes(let bytes): return bytes
    case .copy(let source): return try FileReading.bytes(of: source)
    case .staticFile(let index): return try FileReading.bytes(of: community.staticFiles[index].source)
    default: return []
    }
  }

  /// The way to the site's root. The error page is shown at addresses of any depth, so its links begin at the host.
  private func rootPrefix(of file: PlannedFile) -> String {
    if case .notFound = file.content { return context.settings.baseURL?.path ?? "/" }
    return file.address.rootPrefix
  }
}
