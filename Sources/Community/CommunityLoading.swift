import Diagnostics
import Files
import FrontMatter
import Hypertext
import Parallelism
import Scheduling
import TextKeys

/// How a site's content is to be read.
public struct LoadOptions: Sendable {
  /// The content folder, as a person would type it.
  public var contentFolder: String
  /// The instant that the site is built for.
  public var asOf: Instant
  /// A day in the place of `asOf`: the site is built for its beginning in the site's own time zone.
  public var asOfDay: CivilDate?
  /// Whether pages and profiles marked `draft: true` count.
  public var includesDrafts: Bool
  /// The address to build for, in place of the settings'.
  public var baseURL: BaseURL?
  /// How many files are read at the same time.
  public var workers: Workers

  /// How a site's content is to be read.
  public init(
    contentFolder: String, asOf: Instant, includesDrafts: Bool = false, baseURL: BaseURL? = nil, workers: Workers = .all
  ) {
    self.contentFolder = contentFolder
    self.asOf = asOf
    self.includesDrafts = includesDrafts
    self.baseURL = baseURL
    self.workers = workers
  }
}

/// What loading yields: the community, unless the settings themselves could not be read, and all that is wrong.
public struct LoadedCommunity: Sendable {
  /// The valid part of the content.
  public let community: Community?
  /// Links of profiles into the site, to be checked once all pages are known.
  public let profileReferences: [InternalReference]
  /// What is not on the site, though it may have been before.
  public let unpublished: UnpublishedContent
  /// How many profiles had errors and are left out.
  public let brokenProfiles: Int
  /// All that is wrong, in the order of files and lines.
  public let diagnostics: [Diagnostic]
}

extension Community {
  /// Reads a site's content: every file once, in parallel.
  public static func load(_ options: LoadOptions) -> LoadedCommunity {
    let folder = ContentFolder.list(options.contentFolder)
    var diagnostics = folder.diagnostics
    guard let zones = openZones(&diagnostics),
      var written = readSettings(options, zones: zones, &diagnostics),
      let siteZone = zones.zone(written.timeZone) ?? zones.zone("Etc/UTC")
    else {
      return LoadedCommunity(
        community: nil, profileReferences: [], unpublished: UnpublishedContent(), brokenProfiles: 0,
        diagnostics: diagnostics.sorted())
    }
    if let baseURL = options.baseURL { written.baseURL = baseURL }
    let asOf = options.asOfDay.map { siteZone.instant(of: $0, .startOfDay) } ?? options.asOf
    let today = siteZone.local(asOf).date

    let content = read(folder, settings: written, zones: zones, today: today, options: options)
    let (settings, profiles, pages) = (content.settings, content.profiles, content.pages)
    diagnostics += profiles.flatMap(\.diagnostics) + pages.flatMap(\.diagnostics)
    let texts = folder.distinct(pages.compactMap(\.page), &diagnostics)

    let mentors = named(profiles.compactMap(\.mentor), &diagnostics)
    let guide = texts.filter { $0.contentPath.hasPrefix("guide/") }.sorted(by: readingOrder)
    if guide.first?.address != SiteAddresses.guide, !guide.isEmpty {
      diagnostics.append(ContentProblem.noLandingPage.diagnostic(path: options.contentFolder + "/guide"))
    }
    diagnostics += settings.checklistDiagnostics(among: texts)
    let community = Community(
      settings: settings, mentors: mentors, guide: guide,
      pages: texts.filter { $0.contentPath.hasPrefix("pages/") },
      staticFiles: folder.staticFiles,
      withheld: zip(folder.mentors, profiles).compactMap { file, outcome in
        outcome.withheld.map { Withheld(path: file.path, reason: $0, identity: outcome.identity) }
      },
      asOf: asOf, today: today,
      zones: CommunityZones(version: zones.version, site: siteZone, rules: rules(of: mentors, in: zones)),
      calendars: CalendarKnowledge.read(below: options.contentFolder, &diagnostics))
    diagnostics += CalendarKnowledge.findings(community, folder: options.contentFolder)
    return LoadedCommunity(
      community: community, profileReferences: profiles.flatMap(\.references),
      unpublished: UnpublishedContent(folder, profiles: profiles, pages: pages),
      brokenProfiles: profiles.count { $0.mentor == nil && $0.withheld == nil },
      diagnostics: diagnostics.sorted())
  }

  // MARK: - Steps

  private static func openZones(_ diagnostics: inout [Diagnostic]) -> TimeZoneDatabase? {
    do {
      return try TimeZoneDatabase.load()
    } catch {
      diagnostics.append(ContentProblem.noTimeZoneDatabase(error.path).diagnostic(path: error.path))
      return nil
    }
  }

  private static func readSettings(
    _ options: LoadOptions, zones: TimeZoneDatabase, _ diagnostics: inout [Diagnostic]
  ) -> SiteSettings? {
    let path = options.contentFolder + "/site.yaml"
    do {
      let file = SourceFile(path: path, bytes: try FileReading.bytes(of: path))
      let (settings, problems) = SiteSettings.read(file, zoneNames: zones.names)
      diagnostics += problems
      // Settings that could not be read at all would publish a site of defaults: with other facets, without consent.
      return problems.hasErrors ? nil : settings
    } catch {
      let problem =
        error.isMissing ? ContentProblem.noSettings(folder: options.contentFolder) : .unreadable(error.message)
      diagnostics.append(problem.diagnostic(path: path))
      return nil
    }
  }

  private static func read(
    _ folder: ContentFolder, settings: SiteSettings, zones: TimeZoneDatabase, today: CivilDate, options: LoadOptions
  ) -> ReadContent {
    var reading = ProfileReading(
      settings: settings, collation: CollationLocale(settings.locale), zoneNames: Set(zones.names),
      photos: folder.photos, today: today, includesDrafts: options.includesDrafts)
    var pageReading = TextPageReading(
      includesDrafts: options.includesDrafts, calloutLabels: CalloutWords.labels(locale: settings.locale))
    let texts = folder.guide + folder.pages
    var content = ReadContent(
      settings: settings, profiles: profiles(folder.mentors, reading, options),
      pages: pages(texts, pageReading, options))
    let discretion = Discretion(folder)
    discretion.removeLinks(from: &content) { indices, unpublished in
      reading.unpublished = unpublished
      return profiles(indices.map { folder.mentors[$0] }, reading, options)
    } pages: { indices, unpublished in
      pageReading.unpublished = unpublished
      return pages(indices.map { texts[$0] }, pageReading, options)
    }
    discretion.removePrivateAddresses(from: &content)
    return content
  }

  private static func profiles(
    _ files: [ContentFolder.File], _ reading: ProfileReading, _ options: LoadOptions
  ) -> [ProfileReading.Outcome] {
    options.workers.map(files.count) { index in
      let file = files[index]
      switch file.read() {
      case .success(let source): return reading.read(source, contentPath: file.contentPath)
      case .failure(let problem):
        return ProfileReading.Outcome(
          diagnostics: [ContentProblem.unreadable(problem.message).diagnostic(path: file.path)])
      }
    }
  }

  private static func pages(
    _ files: [ContentFolder.File], _ reading: TextPageReading, _ options: LoadOptions
  ) -> [TextPageReading.Outcome] {
    options.workers.map(files.count) { index in
      switch files[index].read() {
      case .success(let source): return reading.read(source, contentPath: files[index].contentPath)
      case .failure(let problem):
        return TextPageReading.Outcome(
          diagnostics: [ContentProblem.unreadable(problem.message).diagnostic(path: files[index].path)])
      }
    }
  }

  /// The mentors in the order of their names, without those whose slug another one has.
  private static func named(_ mentors: [Mentor], _ diagnostics: inout [Diagnostic]) -> [Mentor] {
    var owner: [String: String] = [:]
    let distinct = mentors.filter { mentor in
      // File systems that ignore case would let one profile overwrite the other.
      let key = mentor.slug.lowercased()
      guard let other = owner.updateValue(mentor.path, forKey: key) else { return true }
      owner[key] = other
      diagnostics.append(ProfileProblem.sameSlug(slug: mentor.slug, other: other).diagnostic(path: mentor.path))
      return false
    }
    return distinct.sorted { ($0.sortKey, $0.slug) < ($1.sortKey, $1.slug) }
  }

  private static func readingOrder(_ left: TextPage, _ right: TextPage) -> Bool {
    let leftIsLanding = left.address == SiteAddresses.guide
    if leftIsLanding != (right.address == SiteAddresses.guide) { return leftIsLanding }
    return (left.order, left.contentPath) < (right.order, right.contentPath)
  }

  private static func rules(of mentors: [Mentor], in zones: TimeZoneDatabase) -> [String: TimeZoneRules] {
    var rules: [String: TimeZoneRules] = [:]
    for mentor in mentors where rules[mentor.timeZone] == nil { rules[mentor.timeZone] = zones.zone(mentor.timeZone) }
    return rules
  }
}
