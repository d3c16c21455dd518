/// What matters of an event: when it is, how it comes back, and whether it keeps its owner busy.
struct CalendarEvent {
  /// Which event it is: a digest of its UID. Events without one have a number of their own.
  var identity: UInt64
  /// The line on which it begins.
  let line: Int
  var start: CalendarTime?
  var end: CalendarTime?
  /// How long it takes, where it says no end.
  var duration: Int64?
  /// The version: of two, the higher one holds.
  var sequence = -1
  /// Whether it leaves its owner free.
  var isFree = false
  /// The time of the series that it stands for.
  var recurrenceID: CalendarTime?
  /// Whether it stands for all that follow as well.
  var isThisAndFuture = false
  /// How it comes back; nil for an event that doesn't.
  var repetition: Repetition?

  /// How an event comes back.
  struct Repetition {
    var rules: [RecurrenceRule] = []
    var dates: [CalendarTime] = []
    var periods: [CalendarPeriod] = []
    var exceptions: [CalendarTime] = []
  }
}

/// A zone that the calendar describes (RFC 5545 §3.6.5).
struct WrittenZone {
  /// Its name.
  var name = ""
  /// What some programs say it is in the tz database.
  var location: String?
  var observances: [Observance] = []

  /// When its clocks change, and by how much.
  struct Observance {
    var start: CalendarTime?
    var secondsBefore: Int?
    var seconds: Int?
    var rules: [RecurrenceRule] = []
    var dates: [CalendarTime] = []
  }
}
