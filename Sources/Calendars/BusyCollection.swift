import Scheduling

/// Gathers busy times in seconds since the epoch, cut to the time that is asked for.
struct BusyCollection {
  let start: Int64
  let end: Int64
  private var found: [(start: Int64, end: Int64)] = []
  /// How many there are when the next merging saves memory.
  private var mergesAt = 100_000

  init(from start: Int64, to end: Int64) {
    self.start = start
    self.end = end
  }

  /// Adds a time; one that takes no time, or lies elsewhere, changes nothing.
  mutating func add(_ from: Int64, _ to: Int64) {
    let (from, to) = (max(from, start), min(to, end))
    guard from < to else { return }
    found.append((from, to))
    if found.count >= mergesAt {
      found = merged
      mergesAt = max(100_000, found.count * 2)
    }
  }

  /// All of them in order, merged where they touch.
  var ranges: [Range<Instant>] {
    merged.map { Instant(secondsSinceEpoch: $0.start)..<Instant(secondsSinceEpoch: $0.end) }
  }

  private var merged: [(start: Int64, end: Int64)] {
    found.sorted { $0.start < $1.start }.reduce(into: []) { merged, next in
      if let last = merged.last, next.start <= last.end {
        merged[merged.count - 1].end = max(last.end, next.end)
      } else {
        merged.append(next)
      }
    }
  }
}
