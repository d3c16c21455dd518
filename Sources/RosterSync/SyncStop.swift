import Diagnostics
import Files
import Programs
import Rosters

/// What ends a run before there is a plan, or before it is applied.
public enum SyncStop: Error, Sendable {
  /// Something is wrong with `site.yaml` or `sync.yaml`.
  case settings([Diagnostic])
  /// There is no `sync.yaml`.
  case noSettings(path: String)
  /// The state can't be gone on from.
  case state(StateProblem)
  /// A source isn't what it should be.
  case roster(source: String, RosterProblem)
  /// A source can't be reached.
  case upstream(source: String, message: String, remedy: String?)
  /// Another run is going on.
  case locked(path: String)
  /// The approval is of another plan.
  case notThisPlan(approved: String, hash: String)
  /// The run was told to stop, and did so before it had changed anything.
  case stopped(StopSignal)
  /// The run was told to stop, and did so when all was done but reading the calendars.
  case stoppedAtCalendars(StopSignal)
  /// Nobody is known by the name that an erasure was asked for.
  case unknownPerson(String, nearest: String?)
  /// The system refused.
  case system(FileProblem)
}

extension SyncStop {
  /// What the command ends with.
  public var exit: SyncExit {
    switch self {
    case .settings, .noSettings, .system, .state(.system): .check
    case .state, .notThisPlan: .held
    case .roster, .upstream: .upstream
    case .locked: .locked
    case .stopped(let signal), .stoppedAtCalendars(let signal): SyncExit(signal)
    case .unknownPerson: .usage
    }
  }

  /// What is wrong, in words that hold no personal value.
  public var message: String {
    switch self {
    case .settings: "the settings have mistakes"
    case .noSettings(let path): "there is no '\(path)', so there is nothing to sync with"
    case .state(let problem): problem.message
    case .roster(let source, let problem): "'\(source)': \(problem.message)"
    case .upstream(let source, let message, _): "'\(source)': \(message)"
    case .locked(let path): "another run is at work in '\(path)'"
    case .notThisPlan(let approved, let hash):
      "the approval is of the plan \(approved.prefix(12)), and this is the plan \(hash.prefix(12))"
    case .stopped: "stopped before anything was changed"
    case .stoppedAtCalendars: "stopped before the calendars were read; all else is done"
    case .unknownPerson(let name, _):
      "nobody is known by '\(name)', neither by a profile's name nor by the university's id"
    case .system(let problem): problem.message
    }
  }

  /// The way out.
  public var remedy: String? {
    switch self {
    case .settings: "mend what is named above"
    case .noSettings: "write one: docs/sync.md has an example"
    case .state(let problem): problem.remedy
    case .roster(_, let problem): problem.remedy
    case .upstream(_, _, let remedy): remedy
    case .locked: "wait until it is done"
    case .notThisPlan:
      "the roster, the settings, the state or a profile has changed since: look at  mentorbook sync --plan  again"
    case .stopped: "run the sync again; what it had prepared is made anew"
    case .stoppedAtCalendars: "run the sync again to read them"
    case .unknownPerson(_, let nearest):
      (nearest.map { "is it '\($0)'? " } ?? "") + "To keep somebody out whom no run has seen, erase the id with --ahead"
    case .system: "mend that and run the sync again; it goes on where this run stopped"
    }
  }

  /// Whether the content is sure to be as it was.
  var changedNothing: Bool {
    switch self {
    case .system, .stoppedAtCalendars: false
    default: true
    }
  }
}
