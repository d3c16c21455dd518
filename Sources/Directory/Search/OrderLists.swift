import Community
import Scheduling

/// The orders that a reader may choose, as the search index has them: docs/search-format.md, "Orders".
public struct OrderLists: Sendable {
  /// Who stands lower in the fair order: tier 1, then tier 2.
  public let tiers: [UInt8]
  /// Who joined on which day, the latest first.
  public let newest: [UInt8]
  /// Whose first opening begins when, the soonest first.
  public let soonest: [UInt8]

  /// The orders of a community.
  ///
  /// - Parameters:
  ///   - tiers: each mentor's tier.
  ///   - slots: each mentor's next slots.
  public init(_ community: Community, tiers: [ListingTier], slots: [[Slot]]) {
    let total = community.mentors.count
    self.tiers = Self.tiers(tiers)
    newest = Self.lists(Self.groups(community.mentors.map { $0.joined.map { -Int64($0.daysSinceEpoch) } })) {
      PostingList.append($1, of: total, to: &$2)
    }
    var last: Int64 = 0
    soonest = Self.lists(Self.groups(slots.map { $0.first?.start.secondsSinceEpoch })) { second, numbers, bytes in
      Varint.append(Int(second / 60 - last), to: &bytes)
      PostingList.append(numbers, of: total, to: &bytes)
      last = second / 60
    }
  }

  private static func tiers(_ tiers: [ListingTier]) -> [UInt8] {
    var bytes: [UInt8] = []
    for tier in ListingTier.allCases.dropFirst() {
      let numbers = tiers.indices.filter { tiers[$0] == tier }.map { Int32($0) }
      PostingList.append(numbers, of: tiers.count, to: &bytes)
    }
    return bytes
  }

  /// The numbers of the mentors that share a value, by value; who has none is in no group.
  private static func groups(_ values: [Int64?]) -> [(value: Int64, numbers: [Int32])] {
    var groups: [Int64: [Int32]] = [:]
    for (number, value) in values.enumerated() {
      if let value { groups[value, default: []].append(Int32(number)) }
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func lists(
    _ groups: [(value: Int64, numbers: [Int32])], _ append: (Int64, [Int32], inout [UInt8]) -> Void
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for group in groups { append(group.value, group.numbers, &bytes) }
    return bytes
  }
}
