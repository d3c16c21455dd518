import Community

/// The words of a run of mentors: which there are, and who has each in which class.
struct WordSlice: Sendable {
  /// A mentor's number, and above it the class.
  typealias Entry = UInt32
  static let classShift: Entry = 28

  /// A word of a slice, with what suffices to sort most.
  struct Place: Sendable {
    let key: UInt64
    let slice: Int32
    let word: Int32
  }

  private let words: WordTable
  /// The entries of word i are `entries[starts[i]..<starts[i + 1]]`, the mentors ascending.
  private let starts: [Int32]
  private let entries: [Entry]

  /// Reads the mentors of the given numbers.
  init(_ numbers: Range<Int>, of mentors: [Mentor], fields: WordFields) {
    var collector = WordCollector(first: numbers.lowerBound)
    for number in numbers { collector.read(mentors[number], number: number, fields: fields) }
    words = collector.words
    (starts, entries) = collector.grouped()
  }

  /// The bytes of a word.
  func withBytes<Result>(of word: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    words.withBytes(of: Int(word), body)
  }

  /// Who has a word.
  func entries(of word: Int32) -> ArraySlice<Entry> {
    entries[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])]
  }

  /// All words, in the order of their bytes.
  func sortedPlaces(slice: Int) -> [Place] {
    words.keys.enumerated().map { Place(key: $1, slice: Int32(slice), word: Int32($0)) }
      .sorted { left, right in
        left.key != right.key
          ? left.key < right.key
          : withBytes(of: left.word) { left in withBytes(of: right.word) { left.lexicographicallyPrecedes($0) } }
      }
  }
}

/// Takes down who has which word, mentor after mentor.
private struct WordCollector {
  private var scanner = WordScanner()
  /// The last mentor who has each word.
  private var lastMentors: [Int32] = []
  /// The words of each mentor after the other, with the class in the upper bits.
  private var found: [UInt32] = []
  private var ends: [Int] = []
  private let first: Int

  init(first: Int) {
    self.first = first
  }

  var words: WordTable { scanner.words }

  mutating func read(_ mentor: Mentor, number: Int, fields: WordFields) {
    fields.forEach(of: mentor, number: number) { text, place in
      switch place {
      case .name:
        scanner.scan(text, isName: true)
        add(WordClass(nameOf: scanner.queriedCount), number)
      case .called:
        scanner.scan(text, isName: true)
        add(.longerName, number)
      case .employer:
        scanner.scan(text, isName: true)
        add(.work, number)
      case .text(let wordClass):
        scanner.scan(text)
        add(wordClass, number)
      }
    }
    ends.append(found.count)
  }

  /// Adds the words that the mentor does not have already: texts come in the order of their weight.
  private mutating func add(_ wordClass: WordClass, _ number: Int) {
    while lastMentors.count < scanner.words.count { lastMentors.append(-1) }
    let mark = UInt32(wordClass.rawValue) << WordSlice.classShift
    for word in scanner.found where lastMentors[Int(word)] != number {
      lastMentors[Int(word)] = Int32(number)
      found.append(mark | UInt32(word))
    }
  }

  /// The same by words, by counting: the mentors of each word stay in their order.
  func grouped() -> (starts: [Int32], entries: [WordSlice.Entry]) {
    let wordMask = (1 << WordSlice.classShift) - 1 as UInt32
    var starts = [Int32](repeating: 0, count: words.count + 1)
    for word in found { starts[Int(word & wordMask) + 1] += 1 }
    for word in 0..<words.count { starts[word + 1] += starts[word] }
    var next = starts
    var entries = [WordSlice.Entry](repeating: 0, count: found.count)
    var begin = 0
    for (offset, end) in ends.enumerated() {
      let mentor = UInt32(first + offset)
      for index in begin..<end {
        let word = Int(found[index] & wordMask)
        entries[Int(next[word])] = found[index] & ~wordMask | mentor
        next[word] += 1
      }
      begin = end
    }
    return (starts, entries)
  }
}
