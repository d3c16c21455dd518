/// Gives the profiles of new people names that nobody has.
struct NewSlugs {
  /// The slugs in lower case, for file systems that don't tell `Ana` from `ana`.
  private var taken: Set<String>
  /// By name: the number that the next of that name may get.
  private var nextNumbers: [String: Int] = [:]

  private static let longest = 100

  /// - Parameter taken: the slugs that are somebody's already.
  init(taken: some Sequence<String>) {
    self.taken = Set(taken.lazy.map { $0.lowercased() })
  }

  /// Gives a name that nobody has.
  mutating func slug(_ suggested: String) -> String {
    // Few are so long that their letters have to be counted.
    let isLong = suggested.utf8.count > Self.longest
    let base = suggested.isEmpty ? "mentor" : isLong ? String(suggested.prefix(Self.longest)) : suggested
    if taken.insert(base.lowercased()).inserted { return base }
    var number = nextNumbers[base] ?? 2
    while !taken.insert("\(base)-\(number)".lowercased()).inserted { number += 1 }
    nextNumbers[base] = number + 1
    return "\(base)-\(number)"
  }
}
