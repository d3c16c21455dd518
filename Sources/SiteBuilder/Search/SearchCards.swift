import Hypertext
import Parallelism
import Templates

/// What the browser writes cards from: a record of each mentor's, a few to a file.
enum SearchCards {
  /// Cards in a file. A page of results asks for two dozen, which lie anywhere: the fewer neighbours each has, the fewer
  /// bytes come along; the more, the better they are compressed.
  static let size = 8

  static func folder(_ cards: [CardModel], card: BrowserTemplate<CardModel>, workers: Workers) -> SearchFolder {
    let shards = workers.map((cards.count + size - 1) / size) { shard in
      var bytes: [UInt8] = []
      JSONText.append(array: cards[shard * size..<min((shard + 1) * size, cards.count)], to: &bytes) {
        card.appendRecord(of: $0, to: &$1)
      }
      return bytes
    }
    return SearchFolder("cards", shards)
  }
}
