/// Dates from a first to a last one, both counted in.
public struct DateSpan: Hashable, Sendable {
  /// The first date.
  public let first: CivilDate
  /// The last date.
  public let last: CivilDate

  /// The dates from `first` to `last`; nil when they are the wrong way round.
  public init?(first: CivilDate, last: CivilDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// A single date.
  public init(_ date: CivilDate) {
    first = date
    last = date
  }

  /// A span as profiles write it: `2026-12-24..2027-01-02`, or one date.
  public init?(_ written: String) {
    var reading = TextReading(written)
    reading.skipSpaces()
    guard let first = reading.readDate() else { return nil }
    reading.skipSpaces()
    var last = first
    if !reading.isAtEnd {
      guard reading.skip("..") || reading.skip("…") || reading.skip("–") || reading.skipWord("to") else { return nil }
      reading.skipSpaces()
      guard let written = reading.readDate() else { return nil }
      last = written
      reading.skipSpaces()
    }
    guard reading.isAtEnd else { return nil }
    self.init(first: first, last: last)
  }

  /// Whether the date is one of them.
  public func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }
}
