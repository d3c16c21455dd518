import Parallelism
import Rosters
import Scheduling

/// Brings the rosters here, all at the same time.
struct RosterFetching: Sendable {
  let fetcher: Fetcher
  let key: SyncKey
  let now: Instant

  init(contentFolder: String, key: SyncKey, now: Instant) {
    fetcher = Fetcher(contentFolder: contentFolder)
    self.key = key
    self.now = now
  }

  /// A source as it is now.
  struct Source: Sendable {
    let settings: SourceSettings
    let roster: Roster
    let found: FoundSource
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
      let earlier = remembered.map { FetchMemory(place: $0.place, extent: $0.extent) }
      let fetched = try await fetcher.bytes(of: source, remembered: earlier, by: key)
      guard case .bytes(let bytes, let fingerprint) = fetched.content else {
        return .failure(.upstream(source: source.name, message: "it gave nothing", remedy: nil))
      }
      return read(bytes, fingerprint, fetched, source, remembered)
    } catch {
      return .failure(.upstream(source: source.name, message: error.message, remedy: error.remedy))
    }
  }

  private func read(
    _ bytes: [UInt8], _ fingerprint: String, _ fetched: Fetched, _ source: SourceSettings, _ remembered: SourceMemory?
  ) -> Swift.Result<Source, SyncStop> {
    do throws(RosterProblem) {
      let roster = try Roster.read(bytes, as: source.format, encoding: source.encoding, path: source.path)
      var trips: [GuardTrip] = []
      if fetched.isStale(for: source, at: now), let modified = fetched.modified, let limit = source.freshnessMinutes {
        let hours = Int(now.seconds(since: modified) / 3600)
        trips.append(.stale(source: source.name, hours: hours, limit: limit / 60))
      }
      let memory = SourceMemory(
        name: source.name, place: fetched.memory.place, extent: fetched.memory.extent, rows: roster.count)
      return .success(
        Source(
          settings: source, roster: roster, found: FoundSource(memory: memory, fingerprint: fingerprint), trips: trips,
          shortening: fetched.beginning.map {
            Shortening(source.name, format: source.format, $0, rows: roster.count, before: remembered?.rows)
          }))
    } catch {
      return .failure(.roster(source: source.name, error))
    }
  }
}

/// A source as this run found it.
public struct FoundSource: Sendable {
  /// What will be remembered of it.
  let memory: SourceMemory
  /// SHA-256 of its bytes, without a key: for the plan's hash, and never written down.
  let fingerprint: String
}
