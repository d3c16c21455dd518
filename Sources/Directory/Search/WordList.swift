/// All words of a community in the order of their bytes, each with its places in the slices.
struct WordList: Sendable {
  private let slices: [WordSlice]
  private let places: [WordSlice.Place]
  /// The places of word i are `places[starts[i]..<starts[i + 1]]`.
  private let starts: [Int32]

  init(_ slices: [WordSlice], sorted: [[WordSlice.Place]]) {
    self.slices = slices
    // The slices' lists are runs that the library's sort merges.
    places = sorted.count == 1 ? sorted[0] : sorted.flatMap(\.self).sorted { Self.precedes($0, $1, in: slices) }
    var starts: [Int32] = []
    starts.reserveCapacity(places.count + 1)
    for (index, place) in places.enumerated()
    where index == 0 || !Self.areEqual(places[index - 1], place, in: slices) { starts.append(Int32(index)) }
    starts.append(Int32(places.count))
    self.starts = starts
  }

  /// How many words there are.
  var count: Int { starts.count - 1 }

  /// The bytes of a word.
  func withBytes<Result>(of word: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let place = places[Int(starts[word])]
    return slices[Int(place.slice)].withBytes(of: place.word, body)
  }

  /// Hands everybody who has a word to `body`, the mentors ascending.
  func forEachEntry(of word: Int, _ body: (_ mentor: Int32, _ wordClass: Int) -> Void) {
    // Equal words are in the order of their slices, and these in the order of mentors.
    for place in places[Int(starts[word])..<Int(starts[word + 1])] {
      for entry in slices[Int(place.slice)].entries(of: place.word) {
        body(Int32(entry & (1 << WordSlice.classShift - 1)), Int(entry >> WordSlice.classShift))
      }
    }
  }

  /// The words that begin with the given bytes.
  func words(beginningWith prefix: some Collection<UInt8>) -> Range<Int> {
    let start = firstIndex { !$0.lexicographicallyPrecedes(prefix) }
    let end = firstIndex { !$0.lexicographicallyPrecedes(prefix) && !$0.starts(with: prefix) }
    return start..<end
  }

  /// The first word of which `isBehind` is true, which it is of all behind it, too.
  private func firstIndex(where isBehind: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int {
    var range = 0..<count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        withBytes(of: middle, isBehind) ? range.lowerBound..<middle : (middle + 1)..<range.upperBound
    }
    return range.lowerBound
  }

  private static func precedes(_ left: WordSlice.Place, _ right: WordSlice.Place, in slices: [WordSlice]) -> Bool {
    if left.key != right.key { return left.key < right.key }
    return slices[Int(left.slice)].withBytes(of: left.word) { leftBytes in
      slices[Int(right.slice)].withBytes(of: right.word) { rightBytes in
        if leftBytes.lexicographicallyPrecedes(rightBytes) { return true }
        return left.slice < right.slice && !rightBytes.lexicographicallyPrecedes(leftBytes)
      }
    }
  }

  private static func areEqual(_ left: WordSlice.Place, _ right: WordSlice.Place, in slices: [WordSlice]) -> Bool {
    guard left.key == right.key else { return false }
    return slices[Int(left.slice)].withBytes(of: left.word) { leftBytes in
      slices[Int(right.slice)].withBytes(of: right.word) { leftBytes.elementsEqual($0) }
    }
  }
}
