import Parallelism

/// The beginnings of words that lie in more than one shard, with who has any such word: docs/search-format.md,
/// "Prefixes". Whoever types two letters gets one entry, not a quarter of the index.
struct PrefixIndex: Sendable {
  /// The beginnings in the order of their bytes.
  let prefixes: [[UInt8]]

  /// The beginnings that go across a border, given the first word of each shard.
  init(_ words: WordList, shardStarts: [Int]) {
    var prefixes: [[UInt8]] = []
    for start in shardStarts.dropFirst() {
      for length in 1...3 {
        let prefix = words.withBytes(of: start) { Self.beginning(of: $0, length: length) }
        guard let prefix, words.withBytes(of: start - 1, { $0.starts(with: prefix) }) else { break }
        prefixes.append(prefix)
      }
    }
    prefixes.sort { $0.lexicographicallyPrecedes($1) }
    self.prefixes = prefixes.enumerated().filter { $0 == 0 || prefixes[$0 - 1] != $1 }.map(\.element)
  }

  /// The shards of the beginnings.
  func shards(_ words: WordList, total: Int, workers: Workers) -> WordShards {
    let runs = workers.map(prefixes.count, scratch: { PrefixUnion(total: total) }) { union, index in
      for word in words.words(beginningWith: prefixes[index]) {
        words.forEachEntry(of: word) { union.add($0, $1) }
      }
      var run = GroupRun()
      union.write(to: &run)
      return run
    }
    var writer = ShardWriter()
    for (prefix, run) in zip(prefixes, runs) {
      prefix.withUnsafeBufferPointer { _ = writer.append($0, groups: run[0]) }
    }
    return writer.finish()
  }

  /// The first `length` characters of a word, if it has as many.
  private static func beginning(of word: UnsafeBufferPointer<UInt8>, length: Int) -> [UInt8]? {
    var left = length
    let end = word.firstIndex { byte in
      if byte & 0xC0 != 0x80 { left -= 1 }
      return left < 0
    }
    return left <= 0 ? Array(word[..<(end ?? word.count)]) : nil
  }
}

/// The highest class that each mentor has of several words.
private struct PrefixUnion {
  private var classes: [UInt8]
  private var groups: WordGroups

  init(total: Int) {
    classes = [UInt8](repeating: 0, count: total)
    groups = WordGroups(total: total)
  }

  mutating func add(_ mentor: Int32, _ wordClass: Int) {
    // The bio has the class 0: it is left out by itself.
    classes[Int(mentor)] = max(classes[Int(mentor)], UInt8(wordClass))
  }

  /// Writes the union, and is empty then.
  mutating func write(to run: inout GroupRun) {
    for mentor in classes.indices where classes[mentor] != 0 {
      groups.add(Int32(mentor), Int(classes[mentor]))
      classes[mentor] = 0
    }
    run.append(&groups)
  }
}
