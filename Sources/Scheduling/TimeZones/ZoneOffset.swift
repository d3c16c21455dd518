/// How far a zone's clocks are from UTC over some stretch of time.
public struct ZoneOffset: Hashable, Sendable {
  /// Seconds east of UTC; negative to the west.
  public let seconds: Int
  /// What the zone calls it, such as `CET`, or a number such as `-03` where it has no name.
  public let abbreviation: String
  /// Whether it is daylight saving time.
  public let isDaylightSaving: Bool

  /// What a file may say: RFC 8536 allows 25 hours west to 26 hours east, both exclusive.
  static let possible = -89_999...93_599
}
