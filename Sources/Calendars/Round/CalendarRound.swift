import Addresses
import Scheduling

/// A mentor's calendar, as far as reading it goes.
public struct CalendarFeed: Hashable, Sendable {
  /// Whose it is.
  public let slug: String
  /// Where it is, as the profile writes it.
  public let address: String
  /// The mentor's time zone by its name.
  public let zone: String
  /// The address under which the mentor accepts and declines.
  public let owner: MailAddress?
  /// How far ahead the mentor offers times.
  public let horizonDays: Int

  /// A mentor's calendar.
  public init(slug: String, address: String, zone: String, owner: MailAddress?, horizonDays: Int) {
    self.slug = slug
    self.address = address
    self.zone = zone
    self.owner = owner
    self.horizonDays = horizonDays
  }
}

/// One round of reading all mentors' calendars, without the fetching: which to read, and what is known afterwards.
///
/// 1. `requests` says what to fetch. Whoever fetches does so in parallel, with a deadline.
/// 2. `outcome(of:bytes:)` makes busy times of what came, or says why it can't.
/// 3. `record(after:)` puts all together. A calendar that can't be read keeps its last good copy and the date of it, and
///    the mentor's times are closed until it can be read again: nobody is sent into a meeting that the mentor can't keep.
///
/// Calendars of mentors who are no longer there, or who name none any more, are forgotten.
public struct CalendarRound: Sendable {
  /// What to fetch.
  public struct Request: Hashable, Sendable {
    /// Whose calendar it is.
    public let feed: CalendarFeed
    /// Where it is.
    public let url: String
  }

  /// What became of one calendar.
  public enum Outcome: Equatable, Sendable {
    /// It was read.
    case busy([Range<Instant>])
    /// It was not, with the reason in words.
    case failed(String)
  }

  /// What to fetch, in the order of slugs.
  public let requests: [Request]
  private let feeds: [CalendarFeed]
  private let known: BusyRecord
  private let now: Instant
  private let keptSeconds: Int64

  /// A round of reading.
  ///
  /// - Parameters:
  ///   - feeds: all calendars that mentors name.
  ///   - known: what the last round left.
  ///   - now: the moment of this one.
  ///   - keptDays: for how many days a last good copy counts as if it were of today. 0 closes the mentor's times at once.
  public init(_ feeds: [CalendarFeed], known: BusyRecord, now: Instant, keptDays: Int = 0) {
    self.feeds = feeds.sorted { $0.slug < $1.slug }
    self.known = known
    self.now = now
    keptSeconds = Int64(min(max(0, keptDays), BusyRecord.goodForDays - 1)) * 86_400
    requests = self.feeds.compactMap { feed in
      CalendarAddress(feed.address).map { Request(feed: feed, url: $0.url) }
    }
  }

  /// What bytes that were fetched say. Doesn't depend on any other calendar, so that all can be read in parallel.
  public func outcome(of request: Request, bytes: [UInt8], zones: TimeZoneDatabase) -> Outcome {
    guard let zone = zones.zone(request.feed.zone) else {
      return .failed("there is no time zone '\(request.feed.zone)'")
    }
    let days = min(max(1, request.feed.horizonDays), 3_660) + BusyRecord.goodForDays
    do {
      return .busy(
        try BusyFeed.read(
          bytes, zone: zone, from: now.adding(seconds: -86_400), to: now.adding(seconds: Int64(days) * 86_400),
          owner: request.feed.owner, zones: zones))
    } catch {
      return .failed(error.message)
    }
  }

  /// What is known after the round, from what became of each calendar by its owner's slug. One without an outcome was
  /// not read.
  public func record(after outcomes: [String: Outcome]) -> BusyRecord {
    var record = BusyRecord()
    for feed in feeds {
      let last = known.feeds[feed.slug].flatMap { $0.isAbout(feed.address) ? $0 : nil }
      if case .busy(let busy)? = outcomes[feed.slug] {
        record.feeds[feed.slug] = read(busy, feed, last)
      } else {
        record.feeds[feed.slug] = unread(feed, last)
      }
    }
    return record
  }

  /// Why calendars were not read, by their owners' slugs.
  public func failures(in outcomes: [String: Outcome]) -> [(slug: String, reason: String)] {
    feeds.compactMap { feed in
      switch outcomes[feed.slug] {
      case .busy: nil
      case .failed(let reason): (feed.slug, reason)
      case nil where CalendarAddress(feed.address) == nil: (feed.slug, "its address is no https address")
      case nil: (feed.slug, "there was no time left to read it")
      }
    }
  }

  private func read(_ busy: [Range<Instant>], _ feed: CalendarFeed, _ last: BusyRecord.Feed?) -> BusyRecord.Feed {
    // A second run on the same day changes nothing where nothing changed.
    if let last, let checked = last.checked, last.failingSince == nil, last.busy == busy,
      (0..<Self.sameDaySeconds).contains(now.seconds(since: checked))
    {
      return last
    }
    return BusyRecord.Feed(address: feed.address, checked: now, busy: busy)
  }

  private func unread(_ feed: CalendarFeed, _ last: BusyRecord.Feed?) -> BusyRecord.Feed {
    guard var last else { return BusyRecord.Feed(address: feed.address, checked: nil, failingSince: now) }
    let age = last.checked.map { now.seconds(since: $0) } ?? .max
    if last.failingSince == nil, age >= keptSeconds || age < 0 { last.failingSince = now }
    return last
  }

  private static let sameDaySeconds: Int64 = 12 * 3600
}
