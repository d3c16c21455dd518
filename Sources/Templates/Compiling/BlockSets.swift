/// The sets of blocks that parents are called with, each kept once so that it can be told apart by its number.
struct BlockSets {
  typealias Index = Int

  /// No blocks: what a page's own template is compiled with.
  static let none: Index = 0

  /// A block together with where it was written, whose own blocks may be replaced in turn.
  struct Replacement {
    let block: Block
    let file: Int
    let blocks: Index
  }

  /// Tells a replacement from every other: the place of its name, and the blocks in force there.
  private struct Key: Hashable {
    let file: Int
    let offset: Int
    let blocks: Index
  }

  private var sets: [[String: Replacement]] = [[:]]
  private var indices: [[String: Key]: Index] = [[:]: none]

  /// What replaces a block of that name.
  func replacement(for name: String, in index: Index) -> Replacement? { sets[index][name] }

  /// The set for the parent of a parent tag: its blocks, and those in force outside, which take precedence.
  mutating func adding(_ nodes: [Node], file: Int, to outer: Index) -> Index {
    var set: [String: Replacement] = [:]
    for case .block(let block) in nodes.map(\.kind) {
      set[block.name.text] = Replacement(block: block, file: file, blocks: outer)
    }
    set.merge(sets[outer]) { $1 }
    let key = set.mapValues { Key(file: $0.file, offset: $0.block.name.range.lowerBound, blocks: $0.blocks) }
    if let known = indices[key] { return known }
    indices[key] = sets.count
    sets.append(set)
    return sets.count - 1
  }
}
