import Community
import Diagnostics
import Requests
import Scheduling

extension BuildReport {
  mutating func count(_ prepared: SiteBuilder.Prepared) {
    broken = prepared.loaded.brokenProfiles
    faultyPages = prepared.loaded.unpublished.faulty.count
    guard let community = prepared.loaded.community else { return }
    mentors = community.mentors.count
    withheld = community.withheld.count
    guidePages = community.guide.count
    timeZoneVersion = community.zones.version
  }
}

extension SiteBuilder.Prepared {
  func sorted() -> SiteBuilder.Prepared {
    var copy = self
    copy.diagnostics.sort()
    return copy
  }
}

extension OutputFolder.Refusal {
  var outcome: BuildReport.Outcome {
    switch self {
    case .foreign(let path):
      .failed(
        "'\(path)' holds files that no build of Mentorbook wrote",
        remedy: "name another folder with --output, or empty this one: a build removes what no page owns")
    case .busy(let path):
      .failed("another build is writing to '\(path)'", remedy: "wait for it to end")
    case .system(let problem):
      .failed(problem.message, remedy: nil)
    }
  }
}

extension Community {
  /// A mentor's next slots; none for a mentor who takes no requests, whom none can reach, or of whose calendar nobody
  /// knows what is in it.
  func slots(of mentor: Mentor) -> [Slot] {
    guard mentor.takesRequests, RequestWriter.canReach(mentor, settings: settings) else { return [] }
    let busy: [Range<Instant>]
    switch calendarState(of: mentor) {
    case .none: busy = []
    case .confirmed(let times): busy = times
    case .unconfirmed: return []
    }
    return mentor.availability.slots(
      in: zones[mentor.timeZone], from: asOf, defaults: settings.scheduling, busy: busy)
  }
}
