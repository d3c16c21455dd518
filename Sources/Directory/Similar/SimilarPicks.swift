/// The few mentors that one mentor's page shows.
struct SimilarPicks: Sendable {
  /// How many there are at most.
  static let limit = 4

  private var numbers = SIMD4<Int32>(repeating: -1)
  /// How many there are.
  private(set) var count = 0

  /// The picks in their order.
  subscript(place: Int) -> Int32 {
    get { numbers[place] }
    set { numbers[place] = newValue }
  }

  /// Adds one behind the others.
  mutating func append(_ number: Int32) {
    numbers[count] = number
    count += 1
  }

  /// Puts those first of whom something holds; within both groups the order stays.
  mutating func putFirst(_ isFirst: (Int32) -> Bool) {
    let all = (0..<count).map { numbers[$0] }
    for (place, number) in (all.filter(isFirst) + all.filter { !isFirst($0) }).enumerated() { numbers[place] = number }
  }
}

/// The best picks so far, in order: who takes requests before who does not, then by what is shared.
struct RankedPicks {
  private var numbers = SIMD4<Int32>(repeating: -1)
  // What they are ordered by, in one number: openness, score, tie.
  private var ranks = SIMD4<UInt64>(repeating: 0)

  /// Takes a mentor in, if they belong to the best.
  ///
  /// - Parameters:
  ///   - score: how similar; less than 2³¹.
  ///   - tie: of equally similar ones the lower comes first. Most are no match, and nobody asks for theirs.
  mutating func offer(_ number: Int32, isOpen: Bool, score: UInt32, tie: @autoclosure () -> UInt32) {
    let last = SimilarPicks.limit - 1
    let likeness = (isOpen ? 1 : 0) << 63 | UInt64(score) << 32
    guard likeness | 0xFFFF_FFFF > ranks[last] else { return }
    let rank = likeness | UInt64(~tie())
    guard rank > ranks[last] else { return }
    var place = last
    while place > 0, ranks[place - 1] < rank {
      ranks[place] = ranks[place - 1]
      numbers[place] = numbers[place - 1]
      place -= 1
    }
    ranks[place] = rank
    numbers[place] = number
  }

  /// The best, in their order.
  var picks: SimilarPicks {
    var picks = SimilarPicks()
    for place in 0..<SimilarPicks.limit where numbers[place] >= 0 { picks.append(numbers[place]) }
    return picks
  }
}
