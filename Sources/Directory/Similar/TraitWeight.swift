import Community

/// How much it says about two mentors that they have something in common.
///
/// All in whole numbers: a logarithm's last bit may differ from one machine to the next, a site's pages may not.
enum TraitWeight {
  /// The fields that count, and how much. What somebody knows says more than where they are.
  static let fields: [(field: ProfileField, weight: Int32)] = [
    (.expertise, 4), (.industry, 3), (.majors, 3), (.helpWith, 2), (.languages, 2), (.school, 1),
  ]
  static let city: Int32 = 3
  static let region: Int32 = 1
  static let country: Int32 = 1
  /// A field of the settings' own that one can filter by.
  static let customFacet: Int32 = 2

  /// Whether a value says anything: one that a single mentor has joins nobody, and one that more than half of all have
  /// (the site's own language, say) tells nobody apart.
  static func counts(holders: Int, of total: Int) -> Bool { holders > 1 && holders * 2 <= total }

  /// Sixteen times the binary logarithm of how rare a value is, rounded down: 16 for what half of all mentors have, 32
  /// for what a quarter have.
  static func rarity(holders: Int, of total: Int) -> Int32 {
    var whole: Int32 = 0
    var ratio = UInt64(total) << 32 / UInt64(holders)
    while ratio >= 2 << 32 {
      ratio >>= 1
      whole += 1
    }
    // A binary digit of the logarithm is whether the square has reached 2.
    var digits: Int32 = 0
    for _ in 0..<4 {
      let half = ratio >> 1
      let square = (half * half) >> 30
      digits *= 2
      ratio = square
      if square >= 2 << 32 {
        digits += 1
        ratio = square >> 1
      }
    }
    return whole * 16 + digits
  }

  /// What it adds that two mentors graduated in the same year, or a few years apart.
  static func nearness(_ oneYear: Int32, _ otherYear: Int32) -> Int32 {
    guard oneYear > 0, otherYear > 0 else { return 0 }
    return max(0, 6 - abs(oneYear - otherYear)) * 8
  }
}
