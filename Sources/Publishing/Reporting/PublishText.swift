/// A report in words.
public enum PublishText {
  /// What standard output gets: what was done, or would be. A plan names each file; what was done is told in figures,
  /// for the log of a run may be public, and who left should not be read in it.
  public static func output(of report: PublishReport) -> String {
    report.targets.map { summary(of: $0) + ($0.isPlanned ? list(of: $0) : "") }.joined()
  }

  /// What standard error gets: why something was not done.
  public static func problems(of report: PublishReport) -> String {
    let stop = report.stop.map { problem($0, prefix: "mentorbook: ") } ?? ""
    return stop
      + report.targets.map { target in
        let prefix = "mentorbook: \(target.name): "
        if case .stopped(let problem, let exit) = target.outcome {
          return Self.problem(problem, prefix: prefix) + "  \(standing(exit))\n"
        }
        return target.held.map { Self.problem($0, prefix: prefix) + "  \(standing(of: target))\n" } ?? ""
      }.joined()
  }

  private static func problem(_ problem: PublishProblem, prefix: String) -> String {
    var text = prefix + problem.message + "\n"
    for line in problem.lines { text += "  | \(line)\n" }
    if let remedy = problem.remedy { text += "  \(remedy)\n" }
    return text
  }

  /// What readers see after a target's run stopped.
  private static func standing(_ exit: PublishExit) -> String {
    switch exit {
    case .unknown: "what is shown may be partly old and partly new; publish again"
    default: "nothing was changed that readers see"
    }
  }

  /// What becomes of a site of which a limit holds a part.
  private static func standing(of target: TargetReport) -> String {
    let does = target.isPlanned ? "would stay" : "stay"
    guard let plan = target.plan, !plan.keptBack.isEmpty else {
      return "nothing would be changed that readers see"
    }
    let pages = plan.held.count { $0.order == .page }
    return "who is not to be shown is off the site; \(pages) page\(pages == 1 ? "" : "s") \(does), in no list"
  }

  // MARK: - Plans

  private static func summary(of target: TargetReport) -> String {
    guard let plan = target.plan, target.isPlanned || target.isPartly || target.exit == .done else { return "" }
    let begin = "\(target.name) (\(target.kind) \(target.place)): "
    if plan.isEmpty { return begin + "nothing to do\n" }
    var parts = [
      part(plan.additions, "added"), part(plan.changes, "changed"), part(plan.removals, "removed"),
      part(plan.outgoing, "left where \(plan.outgoing.count == 1 ? "it is" : "they are") for older pages"),
      part(plan.expired, "of older pages removed"), part(plan.held, "held"),
    ].compactMap { $0 }
    if plan.withdrawnProfiles > 0 {
      parts.append("\(plan.withdrawnProfiles) profile\(plan.withdrawnProfiles == 1 ? "" : "s") taken off")
    }
    if plan.isResumption { parts.append("goes on from a run that was cut off") }
    let done = target.isPlanned ? "would publish" : "published"
    let changes = parts.isEmpty ? "nothing new" : parts.joined(separator: ", ")
    return "\(begin)\(done) \(plan.site.release.prefix(16)): \(changes)\n"
      + (target.isPlanned ? "  plan \(plan.hash)\n" : "")
  }

  private static func part(_ files: [SiteFile], _ what: String) -> String? {
    guard !files.isEmpty else { return nil }
    let total = FileTotal(files)
    return "\(total.count) file\(total.count == 1 ? "" : "s") (\(size(total.bytes))) \(what)"
  }

  private static func list(of target: TargetReport) -> String {
    guard let plan = target.plan else { return "" }
    let groups = [
      ("+", plan.additions), ("~", plan.changes), ("-", plan.removals), ("o", plan.outgoing), ("x", plan.expired),
      ("=", plan.held),
    ]
    return groups.flatMap { sign, files in files.map { "  \(sign) \($0.path)  \(size($0.size))\n" } }.joined()
  }

  /// A size as people say it: `812 B`, `18.7 kB`, `2.4 MB`.
  static func size(_ bytes: Int64) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    var (tenths, unit) = (bytes / 100, 0)
    while tenths >= 10_000, unit < 2 { (tenths, unit) = (tenths / 1000, unit + 1) }
    return "\(tenths / 10).\(tenths % 10) \(["kB", "MB", "GB"][unit])"
  }
}

extension TargetReport {
  var isPlanned: Bool { if case .planned = outcome { true } else { false } }
}
