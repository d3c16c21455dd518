/// Finds for each mentor the most similar others, without comparing everybody to everybody.
///
/// Only those are looked at who share one of a mentor's rarest traits, `reach` of them at most; each is then weighed by
/// all that the two share. So the work grows as the community does, not as its square.
struct SimilarSearch: Sendable {
  let table: TraitTable
  /// Whether each mentor takes requests.
  let isOpen: [Bool]
  /// How many holders of a mentor's traits are looked at.
  let reach: Int

  /// What a worker keeps from one mentor to the next.
  struct Scratch {
    /// For each trait its weight, if the mentor in question has it, else 0.
    var weights: [Int32]
    /// For each mentor the last one for whom they were looked at.
    var seen: [Int32]
  }

  /// What a worker begins with.
  func scratch() -> Scratch {
    Scratch(
      weights: [Int32](repeating: 0, count: table.traits.count), seen: [Int32](repeating: -1, count: isOpen.count))
  }

  /// The mentors most like one, the most similar first.
  func picks(for mentor: Int32, _ scratch: inout Scratch) -> SimilarPicks {
    let row = table.rows[Int(mentor)]
    for trait in row { scratch.weights[Int(trait)] = table.weights[Int(trait)] }
    scratch.seen[Int(mentor)] = mentor
    var best = RankedPicks()
    var reach = reach
    for trait in row where reach > 0 {
      look(through: table.holders[Int(trait)], for: mentor, reach: &reach, &scratch, &best)
    }
    for trait in row { scratch.weights[Int(trait)] = 0 }
    return best.picks
  }

  /// Looks at all holders of a trait, or at as many as are still in reach: evenly spaced, from the mentor's own place
  /// on. So each holder is looked at for equally many others, and neighbours in the alphabet have no advantage.
  private func look(
    through holders: [Int32], for mentor: Int32, reach: inout Int, _ scratch: inout Scratch, _ best: inout RankedPicks
  ) {
    guard holders.count > reach else {
      reach -= holders.count
      for other in holders { weigh(other, for: mentor, &scratch, &best) }
      return
    }
    let first = Self.place(of: mentor, in: holders) + 1
    for step in 0..<reach {
      let place = first + step * holders.count / reach
      weigh(holders[place < holders.count ? place : place - holders.count], for: mentor, &scratch, &best)
    }
    reach = 0
  }

  private func weigh(_ other: Int32, for mentor: Int32, _ scratch: inout Scratch, _ best: inout RankedPicks) {
    guard scratch.seen[Int(other)] != mentor else { return }
    scratch.seen[Int(other)] = mentor
    var score = TraitWeight.nearness(table.years[Int(mentor)], table.years[Int(other)])
    for trait in table.rows[Int(other)] { score += scratch.weights[Int(trait)] }
    best.offer(
      other, isOpen: isOpen[Int(other)], score: UInt32(score), tie: ListingOrder.shuffle(day: mentor, number: other))
  }

  /// Where a mentor stands in an ascending list that has them.
  private static func place(of mentor: Int32, in holders: [Int32]) -> Int {
    var range = 0..<holders.count
    while range.count > 1 {
      let middle = (range.lowerBound + range.upperBound) / 2
      range = holders[middle] <= mentor ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
