import Calendars
import Community
import Files
import Parallelism
import Programs
import Scheduling

/// Reads the calendars that mentors name, and keeps when their owners are busy: `content/.sync/busy.json`.
///
/// What is asked and what becomes of the answers, `CalendarRound` decides; here is the fetching.
struct CalendarFetching: Sendable {
  let options: SyncOptions
  let settings: CalendarSettings
  let zones: TimeZoneDatabase
  /// The signal that has come, if one has.
  let signal: @Sendable () -> StopSignal?

  /// What became of the calendars.
  struct Outcome: Sendable {
    var record: BusyRecord
    /// The mentors whose calendar can't be read, and why; nothing of an address is in it.
    var failures: [CalendarFailure] = []
  }

  /// Why nothing is known anew; what was known stays.
  enum Failure: Error {
    case stopped(StopSignal)
    case system(FileProblem)
  }

  /// Reads all calendars and writes what is known, if anybody names one or ever did.
  func run() async throws(Failure) -> Outcome? {
    let path = options.contentFolder + "/" + BusyRecord.path
    let before = try? BusyRecord(FileReading.bytes(of: path))
    guard settings.areRead else { return nil }
    do throws(FileProblem) {
      let isKnown = before?.feeds.isEmpty == false
      let isNamed = try isAnyNamed()
      guard isKnown || isNamed else { return nil }
    } catch {
      throw .system(error)
    }
    let load = LoadOptions(contentFolder: options.contentFolder, asOf: options.asOf, workers: options.workers)
    guard let community = Community.load(load).community else { return nil }
    let round = CalendarRound(
      Self.feeds(of: community), known: before ?? BusyRecord(), now: options.asOf, keptDays: settings.keptDays)
    let requests = round.requests
    let answers = await StopSignal.heeding(signal) {
      await Workers(settings.atOnce).map(awaiting: requests.count) { await read(requests[$0], in: round) }
    }
    // What was cancelled looks as if it couldn't be read.
    if let signal = signal() { throw .stopped(signal) }
    let outcomes = Dictionary(uniqueKeysWithValues: zip(requests.map(\.feed.slug), answers))
    let outcome = Outcome(
      record: round.record(after: outcomes),
      failures: round.failures(in: outcomes).map { CalendarFailure(slug: $0.slug, reason: $0.reason) })
    do throws(FileProblem) {
      try write(outcome.record.bytes, to: path)
    } catch {
      throw .system(error)
    }
    return outcome
  }

  private func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    if (try? FileReading.bytes(of: path)) == bytes { return }
    try FileWriting.stage(path + ".new", bytes)
    try FileWriting.move(path + ".new", to: path)
    try FileWriting.syncFolder(options.contentFolder + "/.sync")
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

  /// The calendars that mentors name.
  private static func feeds(of community: Community) -> [CalendarFeed] {
    community.mentors.compactMap { mentor in
      mentor.availability.calendar.map { address in
        CalendarFeed(
          slug: mentor.slug, address: address, zone: mentor.timeZone, owner: mentor.email,
          horizonDays: max(mentor.availability.horizonDays ?? 0, community.settings.scheduling.horizonDays))
      }
    }
  }

  private func read(_ request: CalendarRound.Request, in round: CalendarRound) async -> CalendarRound.Outcome {
    let source = SourceSettings(
      name: request.feed.slug, place: .https(HTTPSPlace(request.url)), deadlineSeconds: settings.deadlineSeconds,
      byteLimit: settings.byteLimit)
    do {
      let arrival = try await Fetcher(contentFolder: options.contentFolder).arrival(of: source, since: nil)
      guard case .bytes(let bytes, _, _) = arrival else { return .failed("it gave nothing") }
      return round.outcome(of: request, bytes: bytes, zones: zones)
    } catch {
      return .failed(error.message)
    }
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
