/// Sees to it that everybody who takes requests is shown on somebody's page.
///
/// By likeness alone a few all-rounders would be on many pages, and of 10,000 invented mentors 635 on none. Whoever is
/// on none takes the last places of those whom they themselves are most like, from somebody who is shown elsewhere too.
/// The first two places are always those of the most similar.
enum SimilarBalance {
  /// The places that may be given away, in that order.
  private static let places = [3, 2]

  /// The picks of all mentors, balanced.
  static func balanced(_ picks: [SimilarPicks], isOpen: [Bool]) -> [SimilarPicks] {
    var picks = picks
    var shown = [Int32](repeating: 0, count: picks.count)
    for own in picks {
      for place in 0..<own.count { shown[Int(own[place])] += 1 }
    }
    for mentor in picks.indices where isOpen[mentor] && shown[mentor] == 0 {
      settle(Int32(mentor), &picks, &shown, isOpen: isOpen)
    }
    return picks
  }

  private static func settle(
    _ mentor: Int32, _ picks: inout [SimilarPicks], _ shown: inout [Int32], isOpen: [Bool]
  ) {
    let hosts = picks[Int(mentor)]
    for place in places {
      for host in (0..<hosts.count).map({ Int(hosts[$0]) }) {
        if picks[host].count < SimilarPicks.limit {
          picks[host].append(mentor)
        } else if mayGo(picks[host][place], shown, isOpen: isOpen) {
          shown[Int(picks[host][place])] -= 1
          picks[host][place] = mentor
        } else {
          continue
        }
        shown[Int(mentor)] += 1
        picks[host].putFirst { isOpen[Int($0)] }
        return
      }
    }
  }

  /// Whether somebody may lose a place: who takes no requests, or has another.
  private static func mayGo(_ number: Int32, _ shown: [Int32], isOpen: [Bool]) -> Bool {
    !isOpen[Int(number)] || shown[Int(number)] > 1
  }
}
