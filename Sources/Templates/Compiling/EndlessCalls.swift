/// Where the object in a slot comes from, seen from the beginning of a routine.
struct Origin: Hashable {
  /// The slot whose object it was, or lay in.
  let slot: Int
  /// Whether it is a part of that object rather than the object itself.
  let isWithin: Bool
}

/// A call from one routine to another.
struct CallEdge: Hashable {
  let caller: Int
  let routine: Int
  /// Slots that are not named hold what they held when the caller began.
  let origins: [Int: Origin]
  let place: Place
}

/// Finds partials that would call themselves for ever.
///
/// A partial may call itself, such as for the children of a tree: that ends because each round works on a part of what
/// the round before worked on, and a page holds finitely many parts. This is the size-change principle of Lee, Jones
/// and Ben-Amram (POPL 2001): put calls together in every order; where a routine comes back to itself in a way that
/// repeating does not change, some slot must hold a part of what it held itself, or else it would not end.
struct EndlessCalls {
  /// Beyond this many ways of calling, recursion is refused unproven; real themes have a handful.
  static let mostWays = 500

  private var ways: [Way] = []
  private var known: Set<Way> = []

  /// One or more calls in a row.
  private struct Way: Hashable {
    let first: CallEdge
    let routine: Int
    let origins: [Int: Origin]
  }

  /// The calls that would never return.
  static func among(_ calls: [CallEdge]) -> [CallEdge] {
    let recursive = calls.filter { reaches(from: $0.routine, to: $0.caller, by: calls) }
    var search = EndlessCalls()
    for call in recursive {
      search.add(Way(first: call, routine: call.routine, origins: call.origins))
    }
    guard search.combineAll() else { return recursive }
    return search.ways.filter { search.isEndless($0) }.map(\.first)
  }

  private static func reaches(from start: Int, to end: Int, by calls: [CallEdge]) -> Bool {
    var seen: Set = [start]
    var pending = [start]
    while let routine = pending.popLast() {
      if routine == end { return true }
      for call in calls where call.caller == routine && seen.insert(call.routine).inserted {
        pending.append(call.routine)
      }
    }
    return false
  }

  /// Puts all ways together until nothing new comes of it; false when there are too many.
  private mutating func combineAll() -> Bool {
    var index = 0
    while index < ways.count {
      guard ways.count <= Self.mostWays else { return false }
      for other in 0...index {
        combine(ways[index], ways[other])
        combine(ways[other], ways[index])
      }
      index += 1
    }
    return true
  }

  private mutating func combine(_ way: Way, _ next: Way) {
    if way.routine == next.first.caller { add(Self.combined(way, next)) }
  }

  private static func combined(_ way: Way, _ next: Way) -> Way {
    var origins = way.origins
    for (slot, origin) in next.origins {
      let before = way.origins[origin.slot] ?? Origin(slot: origin.slot, isWithin: false)
      origins[slot] = Origin(slot: before.slot, isWithin: before.isWithin || origin.isWithin)
    }
    return Way(first: way.first, routine: next.routine, origins: origins)
  }

  private mutating func add(_ way: Way) {
    if known.insert(way).inserted { ways.append(way) }
  }

  private func isEndless(_ way: Way) -> Bool {
    guard way.routine == way.first.caller, Self.combined(way, way) == way else { return false }
    return !way.origins.contains { $0.value == Origin(slot: $0.key, isWithin: true) }
  }
}
