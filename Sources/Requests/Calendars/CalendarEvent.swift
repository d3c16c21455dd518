import Addresses
import Scheduling

/// A meeting as calendars know it.
public struct CalendarEvent: Hashable, Sendable {
  /// When it begins.
  public var start: Instant
  /// When it ends.
  public var end: Instant
  /// What it is called.
  public var title: String
  /// What it is about: plain text, of several lines.
  public var details: String?
  /// Where it takes place.
  public var location: String?
  /// Who is invited beside the one whose calendar it is.
  public var guests: [MailAddress]

  /// A meeting.
  public init(
    start: Instant, end: Instant, title: String, details: String? = nil, location: String? = nil,
    guests: [MailAddress] = []
  ) {
    self.start = start
    self.end = end
    self.title = title
    self.details = details
    self.location = location
    self.guests = guests
  }

  /// A meeting in a slot.
  public init(
    _ slot: Slot, title: String, details: String? = nil, location: String? = nil, guests: [MailAddress] = []
  ) {
    self.init(start: slot.start, end: slot.end, title: title, details: details, location: location, guests: guests)
  }

  /// How long it takes.
  public var minutes: Int { Int(end.seconds(since: start) / 60) }
}
