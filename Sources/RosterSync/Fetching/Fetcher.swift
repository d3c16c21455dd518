import Files
import Programs
import Rosters
import Scheduling

/// Brings rosters here: from a file, an address or a command.
///
/// Whatever goes wrong is a `FetchProblem`, within the source's deadline and never beyond its byte limit: a roster that
/// can't be had whole is not had at all. Nothing is written. What a problem says may stand in a public log: no
/// credential, no address behind the host, no mail address is in it.
public struct Fetcher: Sendable {
  /// The content folder, below which relative paths lie and in which commands run.
  let folder: String
  /// Values of environment variables.
  let environment: [String: String]
  /// How long to wait before each further attempt at an address.
  let pauses: [Duration]

  /// A fetcher for a site.
  ///
  /// - Parameters:
  ///   - contentFolder: where `sync.yaml` is.
  ///   - environment: the environment's variables, for credentials. Commands inherit the program's own.
  ///   - pauses: how long to wait before each further attempt at an address; as many attempts are made, and one more.
  public init(
    contentFolder: String, environment: [String: String] = ProgramEnvironment.own,
    pauses: [Duration] = [.seconds(1), .seconds(3), .seconds(9)]
  ) {
    folder = contentFolder
    self.environment = environment
    self.pauses = pauses
  }

  /// The bytes of a source, compared with what was there.
  ///
  /// - Parameters:
  ///   - memory: what the last successful run remembered of it. An address that says that nothing has changed since the
  ///     version that is named there gives no bytes.
  ///   - key: what the memory is compared by, and the new one made with.
  public func bytes(
    of source: SourceSettings, remembered memory: FetchMemory?, by key: SyncKey
  ) async throws(FetchProblem) -> Fetched {
    let place = KeptPlace(source.place, by: key)
    // What one place said is not held against another.
    let earlier = memory?.place == place ? memory : nil
    return Fetched(try await arrival(of: source, since: earlier), from: place, earlier: earlier, by: key)
  }

  /// What a source gives.
  func arrival(of source: SourceSettings, since memory: FetchMemory?) async throws(FetchProblem) -> Arrival {
    let deadline = ContinuousClock.now.advanced(by: .seconds(source.deadlineSeconds))
    let limits = FetchLimits(byteCount: source.byteLimit, seconds: source.deadlineSeconds, end: deadline)
    switch source.place {
    case .file(let path):
      let file = try FileSource(path: self.path(of: path)).contents(within: limits)
      return .bytes(file.bytes, modified: file.modified)
    case .command(let words):
      let source = CommandSource(words: words, folder: folder, environment: environment)
      return .bytes(try await source.output(within: limits))
    case .https(let place):
      let source = try WebSource(place, of: self)
      return try await source.contents(within: limits, since: memory)
    }
  }

  /// A path of `sync.yaml`.
  func path(of written: String) -> String { written.hasPrefix("/") ? written : folder + "/" + written }
}

/// What fetching may cost.
struct FetchLimits: Sendable {
  /// Bytes, unpacked.
  let byteCount: Int
  /// Seconds, all attempts together.
  let seconds: Int
  /// The moment when they are over.
  let end: ContinuousClock.Instant

  /// What is left of the time.
  var rest: Duration { max(.zero, ContinuousClock.now.duration(to: end)) }
  var isOver: Bool { ContinuousClock.now >= end }
}
