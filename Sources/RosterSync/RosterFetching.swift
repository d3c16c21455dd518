import Digests
import Files
import Rosters
import Scheduling

/// Brings the rosters here.
struct RosterFetching: Sendable {
  let contentFolder: String

  /// A source's bytes.
  struct Fetched: Sendable {
    let source: SourceSettings
    let bytes: [UInt8]
    let memory: SourceMemory
    /// When the roster was made, if the source tells.
    let modified: Instant?

    func read() throws(SyncStop) -> (source: SourceSettings, roster: Roster) {
      do throws(RosterProblem) {
        return (
          source, try Roster.read(bytes, as: source.format, encoding: source.encoding, path: source.path)
        )
      } catch {
        throw .roster(source: source.name, error)
      }
    }

    /// That the roster is older than it may be.
    func staleness(at now: Instant) -> GuardTrip? {
      guard let limit = source.freshnessMinutes, let modified else { return nil }
      let minutes = Int(now.seconds(since: modified) / 60)
      return minutes > limit ? .stale(source: source.name, hours: minutes / 60, limit: limit / 60) : nil
    }
  }

  func all(_ sources: [SourceSettings], remembered: [SourceMemory]) async throws(SyncStop) -> [Fetched] {
    var fetched: [Fetched] = []
    for source in sources { fetched.append(try await one(source)) }
    return fetched
  }

  private func one(_ source: SourceSettings) async throws(SyncStop) -> Fetched {
    guard case .file(let path) = source.place else {
      throw .upstream(source: source.name, message: "only files can be read yet", remedy: nil)
    }
    let place = path.hasPrefix("/") ? path : contentFolder + "/" + path
    do throws(FileProblem) {
      let bytes = try FileReading.bytes(of: place)
      let memory = SourceMemory(
        name: source.name, fingerprint: SHA256.hexadecimal(SHA256.digest(of: bytes)))
      let modified = FileStamp(of: FileReading.target(of: place)).map {
        Instant(secondsSinceEpoch: $0.nanoseconds / 1_000_000_000)
      }
      return Fetched(source: source, bytes: bytes, memory: memory, modified: modified)
    } catch {
      throw .upstream(source: source.name, message: error.message, remedy: nil)
    }
  }
}
