/// Sorted words with what belongs to each, cut into files of about 12 KB: docs/search-format.md, "Words".
public struct WordShards: Sendable {
  /// For each file the shortest text that lies behind all words of the file before, and not behind its own first word.
  public let first: [String]
  /// The contents of the files.
  public let files: [[UInt8]]
}

/// Writes words one after the other, each without what it shares with the word before it.
struct FrontCoding {
  private(set) var previous: [UInt8] = []

  /// Appends a word to a file; what belongs to it follows.
  mutating func append(_ word: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let shared = zip(previous, word).prefix { $0 == $1 }.count
    Varint.append(shared, to: &output)
    Varint.append(word.count - shared, to: &output)
    output.append(contentsOf: word[shared...])
    previous.removeAll(keepingCapacity: true)
    previous.append(contentsOf: word)
  }
}

/// Cuts a run of words into shards.
struct ShardWriter {
  /// The bytes at which a shard is closed.
  static let closingSize = 12 * 1024

  private var first: [String] = []
  private var files: [[UInt8]] = []
  private var file: [UInt8] = []
  private var coding = FrontCoding()
  private var lastWord: [UInt8] = []

  /// Appends a word that lies behind all before it, with its groups.
  ///
  /// - Returns: whether a shard begins with it.
  @discardableResult
  mutating func append(_ word: UnsafeBufferPointer<UInt8>, groups: ArraySlice<UInt8>) -> Bool {
    let begins = file.isEmpty
    if begins {
      first.append(Self.separator(between: lastWord, and: word))
      coding = FrontCoding()
    }
    coding.append(word, to: &file)
    file.append(contentsOf: groups)
    if file.count >= Self.closingSize { close() }
    return begins
  }

  /// All shards, when no word is left.
  mutating func finish() -> WordShards {
    if !file.isEmpty { close() }
    return WordShards(first: first, files: files)
  }

  private mutating func close() {
    files.append(file)
    file.removeAll(keepingCapacity: true)
    lastWord = coding.previous
  }

  /// The shortest beginning of `word`, in whole characters, that lies behind `last`; for the first word, nothing.
  private static func separator(between last: [UInt8], and word: UnsafeBufferPointer<UInt8>) -> String {
    guard !last.isEmpty else { return "" }
    var end = zip(last, word).prefix { $0 == $1 }.count + 1
    while end < word.count, word[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: word[..<end], as: UTF8.self)
  }
}
