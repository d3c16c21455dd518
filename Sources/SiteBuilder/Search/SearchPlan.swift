import Community
import Compression
import Directory
import Hypertext
import Parallelism
import Templates

/// The search index as files of the site: docs/search-format.md.
///
/// 1. `Directory` says what each file holds: words (`WordIndex`), facets (`FacetColumns`), orders (`OrderLists`).
///    Cards and the words of the theme are added here.
/// 2. Files that belong together get a folder named for a digest of them all (`SearchFolder`), so that browsers may keep
///    them for ever.
/// 3. `SearchEntry` lists where all is, in the one file that the Explore page names.
/// 4. All are deflated, in parallel.
struct SearchPlan: Sendable {
  /// The files to write.
  let files: [PlannedFile]
  /// The file that tells where the others are.
  let entry: SitePath

  /// The index of a site; nil where the settings don't want one, the theme has no card, or there is nobody to find.
  init?(
    _ context: SiteContext, card: BrowserTemplate<CardModel>?, phrases: [ScriptPhrase], workers: Workers
  ) {
    let community = context.community
    guard context.settings.directory.hasSearch, let card, !community.mentors.isEmpty else { return nil }
    let words = WordIndex(community, directory: context.directory, workers: workers)
    let facets = SearchFacet.all(context, workers: workers)
    let cards = SearchCards.folder(context.cards, card: card, workers: workers)
    let orders = OrderLists(community, tiers: context.directory.order.tiers, slots: context.slots)
    let entry = SearchEntry(
      words: (SearchFolder("words", words.words.files), words.words.first),
      prefixes: (SearchFolder("prefixes", words.prefixes.files), words.prefixes.first),
      vocabulary: SearchFile("vocabulary", words.vocabulary), cards: cards,
      orders: SearchFolder(
        "orders", [("tiers", orders.tiers), ("newest", orders.newest), ("soonest", orders.soonest)]),
      facets: facets)
    let entryFile = SearchFile("entry", entry.bytes(context, card: card, phrases: phrases))
    let contents = entry.files + [entryFile.placed]
    files = workers.map(contents.count, scratch: { Deflater(level: Self.level) }) { deflater, index in
      PlannedFile(contents[index].address, .bytes(deflater.deflated(contents[index].bytes)))
    }
    self.entry = entryFile.placed.address
  }

  /// How hard zlib tries: the most, 9, takes twice the time to make the index of 10,000 mentors 0.06 % smaller.
  private static let level: Int32 = 6
}
