/// Finds the name that a writer most probably meant.
public enum NearestName {
  /// The candidate nearest to `name`, or nil when none is near enough to be worth suggesting.
  ///
  /// Nearness is the optimal string alignment distance over lower-cased text (a swap of two neighbours counts one),
  /// at most a third of the longer name's length and never more than 3. Of several equally near the first
  /// in alphabetical order wins, so that messages do not depend on the order of a dictionary.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = folded(name)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = folded(candidate)
      let limit = min(3, max(1, max(wanted.count, other.count) / 3))
      guard abs(wanted.count - other.count) <= limit else { continue }
      let distance = alignmentDistance(wanted, other)
      guard distance <= limit else { continue }
      if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// Lower case, with the separators that people mix up (`-`, `_`, space) as one.
  private static func folded(_ name: String) -> [Character] {
    name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
  }

  private static func alignmentDistance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let substitution = left[row - 1] == right[column - 1] ? 0 : 1
        current[column] = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + substitution)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          current[column] = min(current[column], beforeLast[column - 2] + 1)
        }
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
