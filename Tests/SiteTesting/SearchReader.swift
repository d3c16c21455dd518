/// A slow and plain reader of the search index's files, straight from docs/search-format.md.
public struct SearchReader {
  /// The file.
  public let bytes: [UInt8]
  /// Where the reader is.
  public private(set) var offset = 0

  /// A reader at the beginning of a file.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether all is read.
  public var isAtEnd: Bool { offset >= bytes.count }

  /// The next byte.
  public mutating func byte() -> UInt8 {
    defer { offset += 1 }
    return bytes[offset]
  }

  /// The next number.
  public mutating func varint() -> Int {
    var number = 0
    var shift = 0
    while true {
      let byte = byte()
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  /// The mentors of a posting list.
  public mutating func postingList(of total: Int) -> [Int32] {
    let header = varint()
    let count = header / 2
    var numbers: [Int32] = []
    if count > 0 {
      let parameter = byte()
      var bits = bytes[offset...].lazy.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }.makeIterator()
      var used = 0
      func bit() -> Int32 {
        used += 1
        return Int32(bits.next() ?? 0)
      }
      var previous: Int32 = -1
      for _ in 0..<count {
        var gap: Int32 = 0
        while bit() == 1 { gap += 1 }
        for _ in 0..<parameter { gap = gap << 1 | bit() }
        previous += gap + 1
        numbers.append(previous)
      }
      offset += (used + 7) / 8
    }
    guard header % 2 == 1 else { return numbers }
    let others = Set(numbers)
    return (0..<Int32(total)).filter { !others.contains($0) }
  }
}

// MARK: - Words

extension SearchReader {
  /// The rest of a file of words: each with its groups, mentors by class.
  public mutating func words(of total: Int) -> [(word: String, groups: [Int: [Int32]])] {
    var words: [(String, [Int: [Int32]])] = []
    var previous: [UInt8] = []
    while !isAtEnd {
      previous = word(behind: previous)
      var groups: [Int: [Int32]] = [:]
      for _ in 0..<varint() {
        let wordClass = Int(byte())
        groups[wordClass] = postingList(of: total)
      }
      words.append((String(decoding: previous, as: UTF8.self), groups))
    }
    return words
  }

  /// The rest of the vocabulary.
  public mutating func vocabulary() -> [String] {
    var words: [String] = []
    var previous: [UInt8] = []
    while !isAtEnd {
      previous = word(behind: previous)
      words.append(String(decoding: previous, as: UTF8.self))
    }
    return words
  }

  private mutating func word(behind previous: [UInt8]) -> [UInt8] {
    let shared = varint()
    let count = varint()
    defer { offset += count }
    return Array(previous[..<shared] + bytes[offset..<(offset + count)])
  }
}
