import Publishing
import RosterSync
import Scheduling
import SiteBuilder

/// How a night went.
public struct NightReport: Sendable {
  /// The moment of the run.
  public let asOf: Instant
  /// The steps that came to their turn, in order.
  public internal(set) var steps: [NightStep] = []
  /// What the roster changed; nil when the sync came to no plan.
  public internal(set) var sync: RosterSync.Result?
  /// What the build did.
  public internal(set) var build: BuildReport?
  /// What was published.
  public internal(set) var publish: PublishReport?
  /// The profiles that nobody has confirmed for long.
  public internal(set) var profiles = ProfilesToConfirm()

  /// What the command ends with: the worst that a step ended with.
  public var exit: NightExit { steps.map(\.exit).reduce(.done) { $0.worse($1) } }

  /// The step that ended the run before its time.
  public var refusal: NightStep? { steps.last.flatMap { $0.isRefusal ? $0 : nil } }

  /// Whether the site that this run built is what readers see now.
  public var isPublished: Bool {
    if case .done = steps.last(where: { $0.name == .publish })?.outcome { return true }
    return false
  }
}

/// One step, as it ended.
public struct NightStep: Sendable {
  /// Which step.
  public enum Name: String, Sendable, CaseIterable {
    case sync
    case build
    case check
    case publish
  }

  /// How it ended.
  public enum Outcome: Sendable {
    /// All is done.
    case done
    /// The site has no settings for it.
    case skipped
    /// It did what it could, and the run goes on; somebody has to look.
    case withheld
    /// It ended the run.
    case refused
  }

  /// Which step.
  public let name: Name
  /// How it ended.
  public let outcome: Outcome
  /// What a run with this step alone would end with.
  public let exit: NightExit
  /// What it did, or why it didn't, in a line that may be public.
  public let line: String
  /// The way out, where something is in the way.
  public let remedy: String?
  /// How long it took.
  public internal(set) var seconds = 0.0

  init(_ name: Name, _ outcome: Outcome, exit: NightExit = .done, _ line: String, remedy: String? = nil) {
    self.name = name
    self.outcome = outcome
    self.exit = exit
    self.line = line
    self.remedy = remedy
  }

  init(_ name: Name, refusal stop: NightStop) {
    self.init(name, .refused, exit: stop.exit, stop.message, remedy: stop.remedy)
  }

  /// Whether it ended the run.
  public var isRefusal: Bool { if case .refused = outcome { true } else { false } }
}
