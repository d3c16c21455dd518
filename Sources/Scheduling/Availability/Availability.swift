/// When a mentor can meet: weekly windows, extra ones, exceptions, and the terms of a meeting.
///
/// All times are those of the mentor's own wall clock. What is nil follows the site's `SchedulingDefaults`.
public struct Availability: Hashable, Sendable {
  /// The windows of every week.
  public var weekly: [WeeklyRule]
  /// Windows on single dates, beside the weekly ones. A site's holiday doesn't close them: the mentor named the date.
  public var dates: [DatedWindow]
  /// Dates on which the mentor is not to be had, whatever the other rules say.
  public var except: [DateSpan]
  /// How long a meeting takes.
  public var meetingLengthMinutes: Int?
  /// How much time must lie between a meeting and what else is in the mentor's calendar.
  public var bufferMinutes: Int?
  /// How long before its beginning a slot can still be asked for.
  public var noticeMinutes: Int?
  /// How far ahead slots are offered.
  public var horizonDays: Int?
  /// The most slots to offer in a week, which begins on Monday.
  public var maxPerWeek: Int?
  /// Where the mentor's busy times can be read: the address of a free/busy or iCalendar file.
  public var calendar: String?
  /// Whether the hours are published as a calendar that others can subscribe to.
  public var hasFeed: Bool

  /// A mentor's availability; without arguments, none.
  public init(
    weekly: [WeeklyRule] = [], dates: [DatedWindow] = [], except: [DateSpan] = [], meetingLengthMinutes: Int? = nil,
    bufferMinutes: Int? = nil, noticeMinutes: Int? = nil, horizonDays: Int? = nil, maxPerWeek: Int? = nil,
    calendar: String? = nil, hasFeed: Bool = false
  ) {
    self.weekly = weekly
    self.dates = dates
    self.except = except
    self.meetingLengthMinutes = meetingLengthMinutes
    self.bufferMinutes = bufferMinutes
    self.noticeMinutes = noticeMinutes
    self.horizonDays = horizonDays
    self.maxPerWeek = maxPerWeek
    self.calendar = calendar
    self.hasFeed = hasFeed
  }

  /// Whether no rule yields any slot.
  public var isEmpty: Bool { weekly.isEmpty && dates.isEmpty }
}

/// The site's terms of meeting, for mentors who don't set their own.
public struct SchedulingDefaults: Hashable, Sendable {
  /// How many slots a profile offers.
  public var slots: Int
  /// How long a meeting takes.
  public var meetingLengthMinutes: Int
  /// How much time must lie between a meeting and what else is in the mentor's calendar.
  public var bufferMinutes: Int
  /// How long before its beginning a slot can still be asked for.
  public var noticeMinutes: Int
  /// How far ahead slots are offered.
  public var horizonDays: Int
  /// Dates on which no weekly window opens.
  public var holidays: [CivilDate]

  /// Terms of meeting; what is left out is half an hour, a day ahead, within four weeks.
  public init(
    slots: Int = 6, meetingLengthMinutes: Int = 30, bufferMinutes: Int = 0, noticeMinutes: Int = 1_440,
    horizonDays: Int = 28, holidays: [CivilDate] = []
  ) {
    self.slots = slots
    self.meetingLengthMinutes = meetingLengthMinutes
    self.bufferMinutes = bufferMinutes
    self.noticeMinutes = noticeMinutes
    self.horizonDays = horizonDays
    self.holidays = holidays
  }
}
