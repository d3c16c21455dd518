import Community
import Scheduling

/// Two facets that are made of the openings that profiles show: how soon, and at which times of day.
extension FacetColumns {
  /// The days of `openings`: within how many of the site's date.
  public static let openingDays = [7, 14]
  /// The half hours of a day.
  private static let halfHours = 48

  /// Who has an opening soon: one list for each of `openingDays`; and how many mentors each has.
  ///
  /// A day counts as the site's own zone has it: on a Tuesday "within 7 days" is until the next Tuesday ends.
  public static func openings(_ community: Community, slots: [[Slot]]) -> (columns: FacetColumns, counts: [Int]) {
    let today = community.today.daysSinceEpoch
    let ends = openingDays.map {
      community.zones.site.instant(of: CivilDate(daysSinceEpoch: today + $0 + 1), .startOfDay)
    }
    let members = ends.map { end in
      slots.indices.filter { index in slots[index].first.map { $0.start < end } ?? false }.map { Int32($0) }
    }
    return (FacetColumns(kind: .openings, chunks: [chunk(members, of: slots.count)]), members.map(\.count))
  }

  /// Who has an opening that begins in which half hour of the day, in UTC.
  public static func hours(slots: [[Slot]]) -> FacetColumns {
    var members = [[Int32]](repeating: [], count: halfHours)
    for (number, own) in slots.enumerated() {
      for slot in own {
        let hour = slot.start.halfHourOfDay
        if members[hour].last != Int32(number) { members[hour].append(Int32(number)) }
      }
    }
    return FacetColumns(kind: .hours, chunks: [chunk(members, of: slots.count)])
  }

  private static func chunk(_ members: [[Int32]], of total: Int) -> Chunk {
    var bytes: [UInt8] = []
    for numbers in members { PostingList.append(numbers, of: total, to: &bytes) }
    return Chunk(terms: members.count, bytes: bytes)
  }
}

extension Instant {
  /// The half hour of the day in UTC, from 0 to 47.
  fileprivate var halfHourOfDay: Int {
    let second = secondsSinceEpoch % 86_400
    return Int((second < 0 ? second + 86_400 : second) / 1_800)
  }
}
