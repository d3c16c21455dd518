import Parallelism
import Rosters
import Scheduling

/// Brings the rosters here, all at the same time.
struct RosterFetching: Sendable {
  let fetcher: Fetcher
  let now: Instant

  init(contentFolder: String, now: Instant) {
    fetcher = Fetcher(contentFolder: contentFolder)
    self.now = now
  }

  /// A source as it is now.
  struct Source: Sendable {
    let settings: SourceSettings
    let roster: Roster
    let memory: SourceMemory
    /// What is suspicious about it.
    let trips: [GuardTrip]
    /// How it is shorter than it was, if it may have been cut off.
    let shortening: Shortening?
  }

  /// - Returns: the sources in the order of the settings; or what is wrong with the first that can't be had or read.
  func all(
    _ sources: [SourceSettings], remembered: [SourceMemory]
  ) async -> Swift.Result<[Source], SyncStop> {
    let results = await Workers(max(1, sources.count)).map(awaiting: sources.count) { index in
      await one(sources[index], remembered: remembered.first { $0.name == sources[index].name })
    }
    return Swift.Result { () throws(SyncStop) in
      try results.map { (result) throws(SyncStop) in try result.get() }
    }
  }

  private func one(
    _ source: SourceSettings, remembered: SourceMemory?
  ) async -> Swift.Result<Source, SyncStop> {
    do throws(FetchProblem) {
      // The bytes are needed though they may not have changed: profiles may have. So no version is named to the server.
      var earlier = remembered?.fetched
      earlier?.entityTag = nil
      earlier?.lastModified = nil
      let fetched = try await fetcher.bytes(of: source, remembered: earlier)
      guard case .bytes(let bytes) = fetched.content else {
        return .failure(.upstream(source: source.name, message: "it gave nothing", remedy: nil))
      }
      return read(bytes, fetched, source, remembered)
    } catch {
      return .failure(.upstream(source: source.name, message: error.message, remedy: error.remedy))
    }
  }

  private func read(
    _ bytes: [UInt8], _ fetched: Fetched, _ source: SourceSettings, _ remembered: SourceMemory?
  ) -> Swift.Result<Source, SyncStop> {
    do throws(RosterProblem) {
      let roster = try Roster.read(bytes, as: source.format, encoding: source.encoding, path: source.path)
      var trips: [GuardTrip] = []
      if fetched.isStale(for: source, at: now), let modified = fetched.modified, let limit = source.freshnessMinutes {
        let hours = Int(now.seconds(since: modified) / 3600)
        trips.append(.stale(source: source.name, hours: hours, limit: limit / 60))
      }
      return .success(
        Source(
          settings: source, roster: roster,
          memory: SourceMemory(name: source.name, fetched: fetched.memory, rows: roster.count), trips: trips,
          shortening: fetched.beginning.map {
            Shortening(source.name, format: source.format, $0, rows: roster.count, before: remembered?.rows)
          }))
    } catch {
      return .failure(.roster(source: source.name, error))
    }
  }
}
