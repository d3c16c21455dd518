import Calendars
import Community
import Files
import Parallelism
import Scheduling

/// Reads the calendars that mentors name, and keeps when their owners are busy: `content/.sync/busy.json`.
///
/// A calendar that can't be read, or not wholly understood, closes its owner's times: what isn't known is not offered.
/// Its last good copy is kept for the build to say since when.
struct CalendarFetching: Sendable {
  let options: SyncOptions
  let settings: CalendarSettings
  let zones: TimeZoneDatabase

  /// What became of the calendars.
  struct Outcome: Sendable {
    var record: BusyRecord
    /// The mentors whose calendar can't be read, and why; nothing of an address is in it.
    var failures: [CalendarFailure] = []
  }

  /// Reads all calendars and writes what is known, if anybody names one or ever did.
  func run() async throws(FileProblem) -> Outcome? {
    let path = options.contentFolder + "/" + BusyRecord.path
    let before = try? BusyRecord(FileReading.bytes(of: path))
    guard settings.areRead, try isAnyNamed() || before?.feeds.isEmpty == false else { return nil }
    let load = LoadOptions(contentFolder: options.contentFolder, asOf: options.asOf, workers: options.workers)
    guard let community = Community.load(load).community else { return nil }
    let owners = community.mentors.filter { $0.availability.calendar != nil }
    let feeds = await Workers(settings.atOnce).map(awaiting: owners.count) { index in
      await feed(of: owners[index], in: community, before: before?.feeds[owners[index].slug])
    }
    var outcome = Outcome(record: BusyRecord())
    for (owner, feed) in zip(owners, feeds) {
      outcome.record.feeds[owner.slug] = feed.feed
      if let reason = feed.reason { outcome.failures.append(CalendarFailure(slug: owner.slug, reason: reason)) }
    }
    let bytes = outcome.record.bytes
    if (try? FileReading.bytes(of: path)) != bytes {
      try FileWriting.stage(path + ".new", bytes)
      try FileWriting.move(path + ".new", to: path)
      try FileWriting.syncFolder(options.contentFolder + "/.sync")
    }
    return outcome
  }

  /// Whether any profile names a calendar: loading all of them only to find out that none does would be a waste.
  private func isAnyNamed() throws(FileProblem) -> Bool {
    let folder = try ProfileFolder(options.contentFolder)
    let slugs = Array(folder.paths.keys)
    let word = Array("calendar".utf8)
    let named = options.workers.map(slugs.count) { index in
      (try? folder.bytes(slugs[index])).flatMap(\.self).map { $0.contains(word) } ?? true
    }
    return named.contains(true)
  }

  // MARK: - One calendar

  private func feed(
    of mentor: Mentor, in community: Community, before: BusyRecord.Feed?
  ) async -> (feed: BusyRecord.Feed, reason: String?) {
    let written = mentor.availability.calendar ?? ""
    let isWebcal = written.lowercased().hasPrefix("webcal://")
    let address = isWebcal ? "https://" + written.dropFirst(9) : written
    let earlier = before.flatMap { $0.isAbout(written) ? $0 : nil }
    guard address.lowercased().hasPrefix("https://") else {
      return (failed(written, earlier), "its address doesn't begin with https://")
    }
    let source = SourceSettings(
      name: mentor.slug, place: .https(HTTPSPlace(address)), deadlineSeconds: settings.deadlineSeconds,
      byteLimit: settings.byteLimit)
    do {
      let fetched = try await Fetcher(contentFolder: options.contentFolder).bytes(of: source)
      guard case .bytes(let bytes) = fetched.content else { return (failed(written, earlier), "it gave nothing") }
      let days = max(mentor.availability.horizonDays ?? 0, community.settings.scheduling.horizonDays)
      let end = options.asOf.adding(seconds: Int64(days + BusyRecord.goodForDays + 1) * 86_400)
      let busy = try BusyFeed.read(
        bytes, zone: community.zones[mentor.timeZone], from: options.asOf, to: end, owner: mentor.email, zones: zones)
      return (BusyRecord.Feed(address: written, checked: options.asOf, busy: busy), nil)
    } catch let problem as FetchProblem {
      return (failed(written, earlier), problem.message)
    } catch let problem as CalendarProblem {
      return (failed(written, earlier), problem.message)
    } catch {
      return (failed(written, earlier), "it can't be read")
    }
  }

  private func failed(_ address: String, _ earlier: BusyRecord.Feed?) -> BusyRecord.Feed {
    guard var feed = earlier, let checked = feed.checked,
      options.asOf.seconds(since: checked) <= Int64(settings.keptDays) * 86_400
    else {
      return BusyRecord.Feed(
        address: address, checked: earlier?.checked, failingSince: earlier?.failingSince ?? options.asOf)
    }
    feed.failingSince = feed.failingSince ?? options.asOf
    return feed
  }
}

/// A calendar that can't be read.
public struct CalendarFailure: Hashable, Sendable {
  /// The name of the owner's profile.
  public var slug: String
  /// Why, without the calendar's address.
  public var reason: String
}

extension [UInt8] {
  fileprivate func contains(_ word: [UInt8]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    var start = 0
    while start + word.count <= count {
      if self[start] == first, self[start..<start + word.count].elementsEqual(word) { return true }
      start += 1
    }
    return false
  }
}
