import Diagnostics

/// What a build did.
public struct BuildReport: Sendable {
  /// How it ended.
  public enum Outcome: Hashable, Sendable {
    /// The site is written.
    case written
    /// Nothing was written, because the settings or the theme can't be used, or because of `--strict`.
    case refused
    /// Nothing, or not everything, was written, because the system or the output folder would not have it.
    case failed(String, remedy: String?)
  }

  /// How it ended.
  public var outcome: Outcome
  /// All that is wrong with the content and the theme, in the order of files and lines.
  public var diagnostics: [Diagnostic] = []
  /// Mentors on the site.
  public var mentors = 0
  /// Profiles kept back on purpose: hidden, without consent, drafts.
  public var withheld = 0
  /// Profiles left out because of errors.
  public var broken = 0
  /// Pages of the guide, and others, left out because of errors.
  public var faultyPages = 0
  /// Pages of the guide.
  public var guidePages = 0
  /// Files that the site consists of.
  public var files = 0
  /// Files that were written because they changed.
  public var changed = 0
  /// Files that no page owns any more.
  public var removed = 0
  /// The time zone database's version.
  public var timeZoneVersion: String?
  /// How long each step took, in seconds, in the order of the flow.
  public var steps: [(name: String, seconds: Double)] = []

  init(outcome: Outcome, diagnostics: [Diagnostic] = []) {
    self.outcome = outcome
    self.diagnostics = diagnostics
  }
}

/// How far a build is, for those who wait for it.
public struct BuildProgress: Sendable {
  /// What is being done.
  public enum Step: String, Sendable {
    case reading
    case photos = "making photos"
    case planning
    case writing
  }

  /// What is being done.
  public let step: Step
  /// How many things are done, and of how many; nil while nobody knows.
  public let count: (done: Int, total: Int)?
}
