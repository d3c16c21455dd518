/// The times at which a mentor is busy, widened, merged and in order, for quick questions.
struct BusyTimes {
  private let ranges: [Range<Instant>]

  /// - Parameter seconds: how much is added before and after each time.
  init(_ busy: [Range<Instant>], widenedBy seconds: Int64) {
    guard !busy.isEmpty else {
      ranges = []
      return
    }
    let widened = busy.lazy
      .map { $0.lowerBound.adding(seconds: -seconds)..<$0.upperBound.adding(seconds: seconds) }
      .filter { !$0.isEmpty }
      .sorted { $0.lowerBound < $1.lowerBound }
    ranges = widened.reduce(into: []) { merged, next in
      if let last = merged.last, next.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, next.upperBound)
      } else {
        merged.append(next)
      }
    }
  }

  /// Whether nothing in the mentor's calendar touches the slot.
  func leavesFree(_ slot: Slot) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= slot.start { low = middle + 1 } else { high = middle }
    }
    return low == ranges.count || ranges[low].lowerBound >= slot.end
  }
}
