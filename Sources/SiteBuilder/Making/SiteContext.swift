import Community
import Directory
import Hypertext
import Parallelism
import Requests
import Scheduling

/// What every page is made from: the content, the directory, the words, and the parts that many pages share.
///
/// The shared parts (cards, terms, the site's own model) are made once, here; a page's model only refers to them.
struct SiteContext: Sendable {
  let community: Community
  let directory: Directory
  /// Who is like whom; nil where the settings don't want it shown.
  let similar: SimilarMentors?
  let phrases: Phrasebook
  let requests: RequestWriter
  let requestData: RequestData
  /// Each mentor's next slots, soonest first; none for a mentor who takes no requests.
  let slots: [[Slot]]
  /// Whether any mentor has one.
  let hasOpenings: Bool
  let photos: [String: SitePath]
  /// The file on disk of each of those photos.
  let photoFiles: [String: String]
  let site: SiteModel
  let commonHead: CommonHead
  /// For each facet its terms, in the facet's order.
  let terms: [[TermModel]]
  /// For each facet the indices of its largest terms.
  let largest: [[Int]]
  /// Each facet with its largest terms, as pages list it where none is current.
  let facets: [FacetModel]
  /// For each facet and term the facet as the term's pages list it.
  let currentFacets: [[FacetModel]]
  let cards: [CardModel]
  /// The entry of the search index, where the site has one.
  var searchIndex: Link?

  var settings: SiteSettings { community.settings }

  /// The parts that many pages share.
  ///
  /// - Parameters:
  ///   - slots: each mentor's next slots.
  ///   - album: the photos to publish.
  ///   - assets: the addresses of style sheet, script and icon.
  ///   - browserPages: which pages the theme has for the reader's own browser to fill.
  init(
    community: Community, directory: Directory, similar: SimilarMentors?, phrases: Phrasebook, slots: [[Slot]],
    album: PhotoAlbum, assets: ThemeAddresses, browserPages: Set<BrowserPage>, workers: Workers
  ) {
    self.community = community
    self.directory = directory
    self.similar = similar
    self.phrases = phrases
    self.slots = slots
    hasOpenings = slots.contains { !$0.isEmpty }
    photos = album.addresses
    photoFiles = album.portraits
    requests = RequestWriter(settings: community.settings, words: phrases.requestWords)
    requestData = RequestData(community.settings, requests: requests, phrases: phrases)
    site = SiteModel(community, phrases: phrases, browserPages: browserPages)
    commonHead = CommonHead(
      siteTitle: community.settings.title, language: community.settings.locale,
      direction: phrases.isRightToLeft ? "rtl" : "ltr", stylesheet: .site(assets.stylesheet),
      pageStylesheets: assets.pageStylesheets.mapValues { .site($0) },
      script: assets.script.map { .site($0) }, modules: assets.modules, icon: assets.icon.map { .site($0) },
      asOfLabel: phrases.phrase(.updatedOn, ["date": phrases.date(community.today)]))
    terms = directory.facets.map { facet in facet.terms.map { TermModel($0, of: facet, phrases: phrases) } }
    largest = directory.facets.map { $0.largestTerms(FacetModel.listed) }
    facets = Self.facetModels(directory: directory, terms: terms, largest: largest, phrases: phrases)
    currentFacets = Self.currentFacetModels(directory: directory, terms: terms, largest: largest, phrases: phrases)
    let maker = CardMaking(
      community: community, directory: directory, phrases: phrases, terms: terms, photos: album.addresses, slots: slots)
    cards = workers.map(community.mentors.count) { maker.card($0) }
  }

  private static func facetModels(
    directory: Directory, terms: [[TermModel]], largest: [[Int]], phrases: Phrasebook
  ) -> [FacetModel] {
    directory.facets.indices.map { index in
      FacetModel(
        directory.facets[index], terms: terms[index], listed: largest[index], current: nil, isCurrent: false,
        phrases: phrases)
    }
  }

  private static func currentFacetModels(
    directory: Directory, terms: [[TermModel]], largest: [[Int]], phrases: Phrasebook
  ) -> [[FacetModel]] {
    directory.facets.indices.map { index in
      terms[index].indices.map { term in
        FacetModel(
          directory.facets[index], terms: terms[index], listed: largest[index], current: term, isCurrent: true,
          phrases: phrases)
      }
    }
  }
}

/// Where a theme's own files are in the site.
struct ThemeAddresses: Sendable {
  let stylesheet: SitePath
  let pageStylesheets: [PageHead.Kind: SitePath]
  let script: SitePath?
  let modules: [PageHead.Kind: PageModules]
  let icon: SitePath?
}

extension Phrasebook {
  /// The theme's words for requests.
  var requestWords: RequestWriter.Words {
    RequestWriter.Words(
      subject: self[.defaultSubject], message: self[.defaultMessage], eventTitle: self[.slotTitle],
      eventDetails: self[.slotDetails], hoursTitle: self[.hoursTitle], hoursDetails: self[.hoursDetails],
      modes: Dictionary(uniqueKeysWithValues: MeetingMode.allCases.map { ($0, mode($0)) }))
  }

  /// The word for a way to meet.
  func mode(_ mode: MeetingMode) -> String { word("mode_\(mode.rawValue)") ?? mode.rawValue }
}
