import Diagnostics

/// What a run did, or would do.
public struct PublishReport: Sendable {
  /// What is wrong with `publish.yaml`.
  public var diagnostics: [Diagnostic]
  /// Each target's part, in the order of the settings.
  public internal(set) var targets: [TargetReport] = []
  /// Why no target came to its turn.
  var stop: PublishProblem?

  init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// What the command ends with: the worst of all targets.
  public var exit: PublishExit {
    targets.map(\.exit).reduce(stop?.exit ?? .done) { $0.worse($1) }
  }

  func stopped(_ problem: PublishProblem) -> PublishReport {
    var report = self
    report.stop = problem
    return report
  }
}

/// One target's part in a run.
public struct TargetReport: Sendable {
  /// The name that the settings have for it.
  public let name: String
  /// Its kind: `folder`, `rsync`, `git`, `s3`.
  public let kind: String
  /// Where the site goes; empty while that is not known.
  public internal(set) var place = ""
  var plan: PublishPlan?
  var outcome = Outcome.unchanged

  init(name: String, kind: String) {
    self.name = name
    self.kind = kind
  }

  enum Outcome: Sendable {
    /// The plan was shown.
    case planned
    /// The site is published.
    case published
    /// It was already.
    case unchanged
    /// It is not, and the command ends with this.
    case stopped(PublishProblem, PublishExit)
  }

  /// What a run with this target alone would end with.
  public var exit: PublishExit {
    switch outcome {
    case .planned: plan?.isEmpty == true ? .done : .planHasChanges
    case .published, .unchanged: .done
    case .stopped(_, let exit): exit
    }
  }

  /// The site that the run was to publish.
  public var release: String? { plan?.site.release }
  /// Files that the target lacks, or lacked.
  public var added: FileTotal? { plan.map { FileTotal($0.additions) } }
  /// Files that get, or got, other bytes.
  public var changed: FileTotal? { plan.map { FileTotal($0.changes) } }
  /// Files that leave, or left, at once.
  public var removed: FileTotal? { plan.map { FileTotal($0.removals) } }
  /// Profiles that leave, or left.
  public var withdrawnProfiles: Int? { plan?.withdrawnProfiles }
}
