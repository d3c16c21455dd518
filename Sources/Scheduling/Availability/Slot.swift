/// One concrete time at which a meeting can begin. Only a mentor's availability makes slots.
public struct Slot: Hashable, Sendable {
  /// When the meeting begins.
  public let start: Instant
  /// When it ends.
  public let end: Instant

  init(start: Instant, end: Instant) {
    self.start = start
    self.end = end
  }

  /// How long the meeting takes.
  public var minutes: Int { Int(end.seconds(since: start) / 60) }
}

extension Slot: Comparable {
  public static func < (left: Slot, right: Slot) -> Bool { (left.start, left.end) < (right.start, right.end) }
}
