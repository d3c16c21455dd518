import Digests

/// What is known of mentors' calendars: when each was read, and when its owner is busy. No titles, no people.
///
/// `mentorbook sync` writes it beside its state; a build reads it. `BusyRecord+JSON.swift` has its form.
public struct BusyRecord: Equatable, Sendable {
  /// What is known of one calendar.
  public struct Feed: Equatable, Sendable {
    /// A digest of the calendar's address: what was read elsewhere says nothing about this calendar.
    public var calendar: String
    /// When it was read last; nil when it never was.
    public var checked: Instant?
    /// Since when it can't be read; nil while it can.
    public var failingSince: Instant?
    /// The busy times that were read last, in order.
    public var busy: [Range<Instant>]

    /// What is known of the calendar at an address.
    public init(address: String, checked: Instant?, failingSince: Instant? = nil, busy: [Range<Instant>] = []) {
      self.init(calendar: Self.digest(of: address), checked: checked, failingSince: failingSince, busy: busy)
    }

    init(calendar: String, checked: Instant?, failingSince: Instant?, busy: [Range<Instant>]) {
      self.calendar = calendar
      self.checked = checked
      self.failingSince = failingSince
      self.busy = busy
    }

    /// Whether it is about the calendar at an address.
    public func isAbout(_ address: String) -> Bool { calendar == Self.digest(of: address) }

    private static func digest(of address: String) -> String {
      String(SHA256.hexadecimal(SHA256.digest(of: Array(address.utf8))).prefix(16))
    }
  }

  /// The calendars by their owners' slugs.
  public var feeds: [String: Feed]

  /// A record of some calendars.
  public init(feeds: [String: Feed] = [:]) {
    self.feeds = feeds
  }

  /// The record's place below the content folder.
  public static let path = ".sync/busy.json"

  /// For how many days behind the last reading it is believed. Busy times are kept for as much longer than slots are
  /// offered.
  public static let goodForDays = 8
}

// MARK: - Asking

/// Whether a mentor's calendar says when they are busy.
public enum CalendarState: Equatable, Sendable {
  /// They name no calendar.
  case none
  /// It was read: these are the times.
  case confirmed([Range<Instant>])
  /// It was not read lately: nobody knows. With it, when it was read last, if ever.
  case unconfirmed(since: Instant?)
}

extension BusyRecord {
  /// What is known about a mentor's calendar at a moment.
  public func state(of slug: String, calendar: String?, asOf: Instant) -> CalendarState {
    guard let calendar else { return .none }
    guard let feed = feeds[slug], feed.isAbout(calendar), let checked = feed.checked else {
      return .unconfirmed(since: nil)
    }
    let isOld = asOf.seconds(since: checked) > Int64(Self.goodForDays) * 86_400
    return feed.failingSince != nil || isOld ? .unconfirmed(since: checked) : .confirmed(feed.busy)
  }
}
