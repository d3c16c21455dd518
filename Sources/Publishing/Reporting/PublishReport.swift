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
    /// The plan was shown, with what the limit would hold.
    case planned(held: PublishProblem?)
    /// The site is published, but for what the limit holds.
    case published(held: PublishProblem?)
    /// It was already.
    case unchanged
    /// It is not, and the command ends with this.
    case stopped(PublishProblem, PublishExit)
  }

  /// What a run with this target alone would end with.
  public var exit: PublishExit {
    switch outcome {
    case .planned(let held): held?.exit ?? (plan?.isEmpty == true ? .done : .planHasChanges)
    case .published(let held): held?.exit ?? .done
    case .unchanged: .done
    case .stopped(_, let exit): exit
    }
  }

  /// What the limit holds, where the rest is published all the same.
  var held: PublishProblem? {
    switch outcome {
    case .planned(let held), .published(let held): held
    case .unchanged, .stopped: nil
    }
  }

  /// Whether a part of the site was published because somebody does not want to be shown, and the rest is held.
  public var isPartly: Bool { if case .published(.some) = outcome { true } else { false } }

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
