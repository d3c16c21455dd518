import Community
import Files
import Hypertext
import Requests
import Templates

/// Turns what a plan lists into bytes: pure, page by page, on any number of threads.
struct Renderer: Sendable {
  let context: SiteContext
  let templates: ThemeTemplates
  let plan: SitePlan

  /// What one thread keeps from page to page.
  struct Scratch {
    /// The bytes of the file that was rendered last.
    var bytes: [UInt8] = []
    let memory = RenderMemory()
  }

  /// Makes the bytes of one file in `scratch.bytes`.
  func render(_ file: PlannedFile, scratch: inout Scratch) throws(FileProblem) {
    scratch.bytes.removeAll(keepingCapacity: true)
    let root = rootPrefix(of: file)
    func make<Model>(_ template: Template<Model>, _ model: Model) {
      template.render(model, rootPrefix: root, memory: scratch.memory, into: &scratch.bytes)
    }
    switch file.content {
    case .home: make(templates.home, context.homePage())
    case .notFound: make(templates.notFound, context.notFoundPage())
    case .explore(let page): make(templates.explore, context.explorePage(page))
    case .facet(let facet): make(templates.facet, context.facetPage(facet))
    case .term(let facet, let term, let page):
      make(templates.explore, context.termPage(facet: facet, term: term, page: page))
    case .profile(let mentor): make(templates.profile, context.profilePage(mentor))
    case .browserPage(let page):
      if let template = templates.browserPages[page] { make(template, context.browserPage(page)) }
    case .guide(let page): make(templates.guide, context.guidePage(page))
    case .standalone(let page): make(templates.page, context.standalonePage(page))
    default: scratch.bytes = try bytes(of: file)
    }
  }

  /// Files that no template makes.
  private func bytes(of file: PlannedFile) throws(FileProblem) -> [UInt8] {
    let community = context.community
    let base = community.settings.baseURL
    switch file.content {
    case .contactCard(let index, let version):
      let mentor = community.mentors[index]
      return context.requests.contactCard(of: mentor, photo: try photo(for: mentor), version: version)
    case .calendarFile(let mentor, let slot):
      return context.requests.calendarFile(context.slots[mentor][slot], with: community.mentors[mentor])
    case .openHours(let index):
      let mentor = community.mentors[index]
      return context.requests.openHours(of: mentor, zone: community.zones[mentor.timeZone], today: community.today)
    case .feed: return base.map { AtomFeed.bytes(context, base: $0) } ?? []
    case .sitemap: return base.map { Sitemap.bytes(of: plan, settings: community.settings, base: $0) } ?? []
    case .robots: return Robots.bytes(base: base)
    case .bytes(let bytes): return bytes
    case .copy(let source): return try FileReading.bytes(of: source)
    case .staticFile(let index): return try FileReading.bytes(of: community.staticFiles[index].source)
    default: return []
    }
  }

  /// The photo for a mentor's contact card: the one that their page shows.
  private func photo(for mentor: Mentor) throws(FileProblem) -> [UInt8]? {
    guard context.settings.privacy.putsPhotoOnVCard, let name = mentor.photo?.value,
      let file = context.photoFiles[name],
      let stamp = FileStamp(of: file), stamp.size <= Int64(RequestWriter.largestPhotoOnCard)
    else { return nil }
    return try FileReading.bytes(of: file)
  }

  /// The way to the site's root. The error page is shown at addresses of any depth, so its links begin at the host.
  private func rootPrefix(of file: PlannedFile) -> String {
    if case .notFound = file.content { return context.settings.baseURL?.path ?? "/" }
    return file.address.rootPrefix
  }
}
