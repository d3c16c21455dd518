import Community
import Parallelism

/// By which words each mentor is found: the part of the search index that is made from texts (docs/search-format.md).
///
/// `WordIndex.init` takes four steps:
/// 1. the mentors are read in slices, in parallel: each text is cut into words (`WordScanner`), each word gets a number,
///    and who has it in which class is taken down (`WordSlice`);
/// 2. the slices' words are brought together in the order of their bytes (`WordList`);
/// 3. each word's mentors are written as posting lists, in parallel (`WordGroups`);
/// 4. words and lists are put behind each other and cut into shards (`ShardWriter`), and what beginnings go across
///    a border is united (`PrefixIndex`).
public struct WordIndex: Sendable {
  /// All words, with who has them.
  public let words: WordShards
  /// Beginnings of words that lie in more than one shard.
  public let prefixes: WordShards
  /// All words, for spelling mistakes.
  public let vocabulary: [UInt8]

  /// The words of a community's mentors.
  public init(_ community: Community, directory: Directory, workers: Workers) {
    let total = community.mentors.count
    let list = Self.list(community, directory: directory, workers: workers)
    let runs = Self.groups(list, total: total, workers: workers)

    var writer = ShardWriter()
    var coding = FrontCoding()
    var vocabulary: [UInt8] = []
    var shardStarts: [Int] = []
    for word in 0..<list.count {
      list.withBytes(of: word) { bytes in
        coding.append(bytes, to: &vocabulary)
        let groups = runs[word / Self.wordsAtOnce][word % Self.wordsAtOnce]
        if writer.append(bytes, groups: groups) { shardStarts.append(word) }
      }
    }
    words = writer.finish()
    self.vocabulary = vocabulary
    prefixes = PrefixIndex(list, shardStarts: shardStarts).shards(list, total: total, workers: workers)
  }

  /// How many words are written at once: some milliseconds' work at most.
  private static let wordsAtOnce = 64
  /// The fewest mentors that are worth a slice of their own, whose words must be brought together with the others'.
  private static let smallestSlice = 256

  private static func list(_ community: Community, directory: Directory, workers: Workers) -> WordList {
    let fields = WordFields(community.settings, directory: directory)
    let mentors = community.mentors
    let count = max(1, min(workers.count, 8, mentors.count / smallestSlice))
    let slices = workers.map(count) { index in
      let slice = WordSlice(
        (mentors.count * index / count)..<(mentors.count * (index + 1) / count), of: mentors, fields: fields)
      return (slice, slice.sortedPlaces(slice: index))
    }
    return WordList(slices.map(\.0), sorted: slices.map(\.1))
  }

  private static func groups(_ list: WordList, total: Int, workers: Workers) -> [GroupRun] {
    let count = (list.count + wordsAtOnce - 1) / wordsAtOnce
    return workers.map(count, scratch: { WordGroups(total: total) }) { groups, index in
      var run = GroupRun()
      for word in (index * wordsAtOnce)..<min(list.count, (index + 1) * wordsAtOnce) {
        list.forEachEntry(of: word) { groups.add($0, $1) }
        run.append(&groups)
      }
      return run
    }
  }
}
