import TextKeys

/// Finds the words of texts, and numbers them.
///
/// A text is cut at ASCII spaces and punctuation. What is letters and digits of ASCII then is a word; all else (other
/// scripts, apostrophes, `C++`) is left to `SearchWords`, once for each distinct stretch, since most come again and
/// again.
struct WordScanner: Sendable {
  /// All words so far.
  private(set) var words = WordTable()
  private var plain = StretchMemory()
  private var spelledOut = StretchMemory()
  /// The words of the text that was scanned last.
  private(set) var found: [Int32] = []
  /// How many words somebody types who types that text.
  private(set) var queriedCount = 0

  /// Finds the words of a text.
  ///
  /// - Parameter isName: whether it is a name, to be found without umlauts, too.
  mutating func scan(_ text: String, isName: Bool = false) {
    found.removeAll(keepingCapacity: true)
    queriedCount = 0
    var text = text
    text.withUTF8 { scan($0, isName: isName) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isName: Bool) {
    let kinds = byteKinds
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, kinds[Int(bytes[index])] == letterOrDigit { index += 1 }
      if index == bytes.count || kinds[Int(bytes[index])] == gap {
        if index > start { addPlainWord(bytes[start..<index]) }
        index += 1
      } else {
        while index < bytes.count, kinds[Int(bytes[index])] != gap { index += 1 }
        addStretch(UnsafeBufferPointer(rebasing: bytes[start..<index]), isName: isName)
      }
    }
  }

  @inline(__always)
  private mutating func addPlainWord(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let word = UnsafeBufferPointer(rebasing: bytes.prefix(SearchWords.longest))
    found.append(Int32(truncatingIfNeeded: words.number(of: word, lowering: true).number))
    queriedCount += 1
  }

  private mutating func addStretch(_ bytes: UnsafeBufferPointer<UInt8>, isName: Bool) {
    let stretch = plain.number(of: bytes, words: &words, cut: SearchWords.indexed)
    found.append(contentsOf: plain.words(of: stretch))
    queriedCount += plain.queriedCount(of: stretch)
    guard isName else { return }
    let other = spelledOut.number(of: bytes, words: &words) { text in
      SearchWords.spelledOut(text).map(SearchWords.indexed) ?? []
    }
    found.append(contentsOf: spelledOut.words(of: other))
  }
}

// MARK: - Bytes

private let gap: UInt8 = 0
private let letterOrDigit: UInt8 = 1
private let other: UInt8 = 2

/// What each byte is to a word.
private let byteKinds: [UInt8] = (0..<256).map { byte in
  switch UInt8(byte) {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    letterOrDigit
  case UInt8(ascii: "'"), UInt8(ascii: "+"), UInt8(ascii: "#"), 0x80...: other
  default: gap
  }
}

// MARK: - Stretches

/// The words of the stretches of text that were cut already.
private struct StretchMemory: Sendable {
  private var stretches = WordTable()
  private var words: [Int32] = []
  private var ends: [Int] = []
  private var queriedCounts: [Int] = []

  /// The number of a stretch; one that is new is cut, and its words get numbers.
  mutating func number(
    of bytes: UnsafeBufferPointer<UInt8>, words table: inout WordTable, cut: (String) -> [String]
  ) -> Int {
    let (number, isNew) = stretches.number(of: bytes)
    if isNew {
      let text = String(decoding: bytes, as: UTF8.self)
      for var word in cut(text) {
        words.append(Int32(word.withUTF8 { table.number(of: $0).number }))
      }
      ends.append(words.count)
      queriedCounts.append(SearchWords.queried(text).count)
    }
    return number
  }

  func words(of stretch: Int) -> ArraySlice<Int32> {
    words[(stretch == 0 ? 0 : ends[stretch - 1])..<ends[stretch]]
  }

  func queriedCount(of stretch: Int) -> Int { queriedCounts[stretch] }
}
