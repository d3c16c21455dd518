import Hypertext
import Parallelism
import Templates

/// What the browser writes cards from: a record of each mentor's, a few to a file.
enum SearchCards {
  /// Cards in a file. Results lie anywhere, so each of two dozen brings its neighbours along: by fours 14 KB in all, by
  /// eights 23 KB. By twos they are fewest bytes, but as many files as a small community alone can bear; in a large one
  /// even fours are too many: to write 25,000 files takes longer than to make them.
  static func size(for mentors: Int) -> Int {
    switch mentors {
    case ...3_000: 2
    case ...30_000: 4
    default: 8
    }
  }

  static func folder(_ cards: [CardModel], card: BrowserTemplate<CardModel>, workers: Workers) -> SearchFolder {
    let size = size(for: cards.count)
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
