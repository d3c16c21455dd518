import Parallelism
import Programs
import Scheduling

/// What a run is to do.
public struct PublishOptions: Sendable {
  /// What is wanted.
  public enum Mode: Sendable {
    /// Show what would be done.
    case plan
    /// Do it.
    case publish
    /// Show again what was published before.
    case rollBack
  }

  /// What is wanted.
  public var mode: Mode
  /// The content folder, which has `publish.yaml`.
  public var contentFolder = "content"
  /// The folder that the site was built into.
  public var outputFolder = "output"
  /// The targets to publish to; none named means all.
  public var targets: [String] = []
  /// The moment of the run, by which old files' days of grace are counted.
  public var now: Instant
  /// Whether more pages than the limit may go, this once.
  public var allowsRemovals = false
  /// Whether a site is published though its build found errors: what has them is left out of it, and its pages stay as
  /// they were published last.
  public var allowsErrors = false
  /// Whether a place that holds files which nobody published with Mentorbook is taken over. Those files stay.
  public var takesOver = false
  /// Whether earlier releases and old files are removed at once: after somebody's data had to be erased.
  public var forgets = false
  /// Whether a rollback may show profiles again that were taken off since.
  public var bringsBack = false
  /// The signal that has come, if one has, by which the run is asked to stop.
  public var signal: @Sendable () -> StopSignal? = { nil }
  /// How many things are done at the same time.
  public var workers: Workers

  /// A run at a moment.
  public init(_ mode: Mode, now: Instant = .now(), workers: Workers = .all) {
    self.mode = mode
    self.now = now
    self.workers = workers
  }

  /// A path that the settings give; one that is not absolute begins in the folder that holds the content folder.
  func resolved(_ path: String) -> String {
    path.hasPrefix("/") ? path : siteFolder == "." ? path : "\(siteFolder)/\(path)"
  }

  /// What a target keeps between runs: its lock, and what is being put together.
  func workFolder(of target: String) -> String { "\(siteFolder)/.mentorbook/publish/\(target)" }

  /// Where builds note what is not in their output.
  var unpublishedFolder: String { "\(siteFolder)/.mentorbook/unpublished" }

  private var siteFolder: String {
    let parts = contentFolder.split(separator: "/", omittingEmptySubsequences: false)
    if let last = parts.last, last == "." || last == ".." { return contentFolder + "/.." }
    return parts.count < 2 ? "." : parts.dropLast().joined(separator: "/")
  }
}

/// What the command ends with.
public enum PublishExit: Int32, Sendable {
  /// All is published, or nothing was to be done.
  case done = 0
  /// The plan shows changes.
  case planHasChanges = 2
  /// A limit was passed, or the output is not fit to be published.
  case held = 20
  /// Publishing failed, and the old site is still shown.
  case failed = 23
  /// Publishing failed, and what is shown may be partly old and partly new.
  case unknown = 24
  /// Another run is going on.
  case locked = 30
  /// The settings or the command line can't be used.
  case usage = 64

  /// Which of two a run with both ends with: the one that needs a person first.
  func worse(_ other: PublishExit) -> PublishExit {
    let order: [PublishExit] = [.done, .planHasChanges, .held, .locked, .failed, .unknown, .usage]
    return (order.firstIndex(of: self) ?? 0) >= (order.firstIndex(of: other) ?? 0) ? self : other
  }
}
