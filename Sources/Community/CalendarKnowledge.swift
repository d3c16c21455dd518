import Diagnostics
import Files
import Scheduling

/// What `mentorbook sync` has read in mentors' calendars, as it lies beside the content.
enum CalendarKnowledge {
  /// Reads the record.
  ///
  /// - Returns: nil where there is none, as no calendar was ever read. One that can't be understood is as good as one
  ///   that knows nothing: who names a calendar has no open times, for nobody knows whether they are free.
  static func read(below folder: String, _ diagnostics: inout [Diagnostic]) -> BusyRecord? {
    let path = "\(folder)/\(BusyRecord.path)"
    do {
      return try record(FileReading.bytes(of: path), path: path, &diagnostics)
    } catch {
      if error.isMissing { return nil }
      diagnostics.append(ContentProblem.unreadable(error.message).diagnostic(path: path))
      return BusyRecord()
    }
  }

  private static func record(_ bytes: [UInt8], path: String, _ diagnostics: inout [Diagnostic]) -> BusyRecord {
    do {
      return try BusyRecord(bytes)
    } catch {
      diagnostics.append(ContentProblem.busyRecord(error).diagnostic(path: path))
      return BusyRecord()
    }
  }

  /// Warns of mentors whose times are closed because their calendar is not known, and of calendars that nobody reads.
  static func findings(_ community: Community, folder: String) -> [Diagnostic] {
    let offering = community.mentors.filter { $0.takesRequests && !$0.availability.isEmpty }
    if community.calendars == nil {
      let named = offering.count { $0.availability.calendar != nil }
      return named == 0 ? [] : [ContentProblem.calendarsUnread(named).diagnostic(path: folder)]
    }
    return offering.compactMap { mentor in
      guard case .unconfirmed(let since) = community.calendarState(of: mentor) else { return nil }
      let day = since.map { community.zones.site.local($0).date.iso }
      return ProfileProblem.calendarUnconfirmed(since: day).diagnostic(path: mentor.path)
    }
  }
}

extension Community {
  /// Whether a mentor's calendar says when they are busy.
  ///
  /// On a site that never read any calendar, it is as if nobody named one.
  public func calendarState(of mentor: Mentor) -> CalendarState {
    calendars?.state(of: mentor.slug, calendar: mentor.availability.calendar, asOf: asOf) ?? .none
  }
}
