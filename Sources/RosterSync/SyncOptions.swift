import Parallelism
import Programs
import Scheduling

/// How a sync is to be run.
public struct SyncOptions: Sendable {
  /// The content folder, as a person would type it.
  public var contentFolder: String
  /// The moment of the run.
  public var asOf: Instant
  /// Whether this is the first import, or one that takes older profiles into the sync's care.
  public var mode: SyncPlan.Mode
  /// How many things are done at the same time.
  public var workers: Workers

  /// How a sync is to be run.
  public init(contentFolder: String, asOf: Instant, mode: SyncPlan.Mode = .regular, workers: Workers = .all) {
    self.contentFolder = contentFolder
    self.asOf = asOf
    self.mode = mode
    self.workers = workers
  }
}

/// What the command ends with.
public enum SyncExit: Int32, Sendable {
  case done = 0
  case planHasChanges = 2
  case withheld = 10
  case held = 20
  case upstream = 21
  case check = 22
  case locked = 30
  case usage = 64
  case hungUp = 129
  case interrupted = 130
  case terminated = 143

  /// What a run ends with that a signal has stopped.
  init(_ signal: StopSignal) {
    self =
      switch signal {
      case .hangUp: .hungUp
      case .interrupt: .interrupted
      case .terminate: .terminated
      }
  }
}
