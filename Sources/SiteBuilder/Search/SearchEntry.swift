import Community
import Directory
import Templates

/// The one file of the search index that is read first: where all else is, and what is needed at once.
struct SearchEntry: Sendable {
  let words: (folder: SearchFolder, first: [String])
  let prefixes: (folder: SearchFolder, first: [String])
  let vocabulary: SearchFile
  let cards: SearchFolder
  let orders: SearchFolder
  let facets: [SearchFacet]

  /// The files that it leads to.
  var files: [SearchContents] {
    [words.folder, prefixes.folder, cards, orders].flatMap(\.placed) + [vocabulary.placed]
      + facets.flatMap(\.folder.placed)
  }

  /// The file itself.
  func bytes(
    _ context: SiteContext, card: BrowserTemplate<CardModel>, phrases: [ScriptPhrase]
  ) -> [UInt8] {
    let community = context.community
    return JSONWriter.bytes(
      of: .object([
        ("version", .number(1)),
        ("mentors", .number(community.mentors.count)),
        ("day", .number(community.today.daysSinceEpoch)),
        ("order", .text(community.settings.directory.order.rawValue)),
        ("words", Self.shards(words)),
        ("prefixes", Self.shards(prefixes)),
        ("vocabulary", .text(vocabulary.name)),
        (
          "cards",
          .object([("folder", .text(cards.name)), ("size", .number(SearchCards.size(for: community.mentors.count)))])
        ),
        ("orders", .text(orders.name)),
        ("facets", .list(facets.map(\.entry))),
        ("card", .raw(card.steps)),
        ("phrases", .object(phrases.map { ($0.key, $0.json) })),
      ]))
  }

  private static func shards(_ shards: (folder: SearchFolder, first: [String])) -> JSONWriter.Value {
    .object([("folder", .text(shards.folder.name)), ("first", .list(shards.first.map { .text($0) }))])
  }
}
