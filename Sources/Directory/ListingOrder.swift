import Community

/// In which order lists show the mentors.
///
/// `fair`, the usual one, is dealt anew each day: by tier, then by `shuffle` of the day and the mentor's number, so that
/// nobody is always first. The browser deals the same order from the same numbers (`docs/search-format.md`).
public struct ListingOrder: Sendable {
  /// The mentors' numbers (their indices in `Community.mentors`) in the order of lists.
  public let numbers: [Int32]
  /// Each mentor's tier, by number.
  public let tiers: [ListingTier]

  /// The order that a community's settings ask for, on the community's day.
  public init(_ community: Community) {
    let settings = community.settings
    tiers = community.mentors.map {
      ListingTier(of: $0, on: community.today, verifiedWithinDays: settings.privacy.verifiedWithinDays)
    }
    numbers =
      switch settings.directory.order {
      case .name: community.mentors.indices.map { Int32($0) }
      case .newest: Self.newest(community.mentors)
      case .fair: Self.fair(tiers, day: Int32(truncatingIfNeeded: community.today.daysSinceEpoch))
      }
  }

  /// A mentor's place in the lists of a day, among those of the same tier.
  ///
  /// On any one day no two numbers have the same place: each step can be undone, so none maps two values to one.
  public static func shuffle(day: Int32, number: Int32) -> UInt32 {
    var place = UInt32(bitPattern: number) &* 0x9E37_79B1 ^ UInt32(bitPattern: day) &* 0x85EB_CA6B
    place ^= place >> 16
    place &*= 0x85EB_CA6B
    place ^= place >> 13
    place &*= 0xC2B2_AE35
    place ^= place >> 16
    return place
  }

  // MARK: - Orders

  private static func fair(_ tiers: [ListingTier], day: Int32) -> [Int32] {
    // One number to compare by: the tier, the place in it, and whose it is.
    let keys = tiers.indices.map { index -> (place: UInt64, number: Int32) in
      let number = Int32(index)
      return (UInt64(tiers[index].rawValue) << 32 | UInt64(shuffle(day: day, number: number)), number)
    }
    return keys.sorted { $0.place < $1.place }.map(\.number)
  }

  private static func newest(_ mentors: [Mentor]) -> [Int32] {
    let days = mentors.map { $0.joined?.daysSinceEpoch ?? Int.min }
    return mentors.indices.sorted { (days[$1], $0) < (days[$0], $1) }.map { Int32($0) }
  }
}
