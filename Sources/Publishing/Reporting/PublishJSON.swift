import Hypertext

/// A report for programs.
public enum PublishJSON {
  /// The report as one JSON value and a line end.
  public static func text(of report: PublishReport) -> String {
    var output: [UInt8] = []
    output += "{\"exit\":\(report.exit.rawValue)".utf8
    if let stop = report.stop {
      output += ",\"problem\":".utf8
      append(stop, to: &output)
    }
    output += ",\"targets\":".utf8
    JSONText.append(array: report.targets, to: &output, append)
    output += "}\n".utf8
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ target: TargetReport, to output: inout [UInt8]) {
    output += "{\"name\":".utf8
    JSONText.append(target.name, to: &output)
    output += ",\"kind\":".utf8
    JSONText.append(target.kind, to: &output)
    output += ",\"place\":".utf8
    JSONText.append(target.place, to: &output)
    output += ",\"outcome\":\"\(word(for: target))\",\"exit\":\(target.exit.rawValue)".utf8
    if case .stopped(let problem, _) = target.outcome {
      output += ",\"problem\":".utf8
      append(problem, to: &output)
    } else if let held = target.held {
      output += ",\"problem\":".utf8
      append(held, to: &output)
    }
    if let plan = target.plan { append(plan, isListed: target.isPlanned, to: &output) }
    output += "}".utf8
  }

  private static func word(for target: TargetReport) -> String {
    switch target.outcome {
    case .planned: "planned"
    case .published(let held): held == nil ? "published" : "held"
    case .unchanged: "unchanged"
    case .stopped: "stopped"
    }
  }

  private static func append(_ problem: PublishProblem, to output: inout [UInt8]) {
    output += "{\"message\":".utf8
    JSONText.append(problem.message, to: &output)
    if let remedy = problem.remedy {
      output += ",\"remedy\":".utf8
      JSONText.append(remedy, to: &output)
    }
    if !problem.lines.isEmpty {
      output += ",\"lines\":".utf8
      JSONText.append(array: problem.lines, to: &output) { JSONText.append($0, to: &$1) }
    }
    output += "}".utf8
  }

  /// Files by name in a plan; in what was done, figures alone: a log may be public.
  private static func append(_ plan: PublishPlan, isListed: Bool, to output: inout [UInt8]) {
    output += ",\"hash\":\"\(plan.hash)\",\"release\":\"\(plan.site.release)\"".utf8
    output += ",\"as_of\":\"\(plan.site.asOf.utcExtended)\"".utf8
    if let previous = plan.previous { output += ",\"previous\":\"\(previous.release)\"".utf8 }
    output += ",\"resumes\":\(plan.isResumption),\"withdrawn_profiles\":\(plan.withdrawnProfiles)".utf8
    let groups = [
      ("added", plan.additions), ("changed", plan.changes), ("removed", plan.removals), ("outgoing", plan.outgoing),
      ("expired", plan.expired), ("held", plan.held),
    ]
    for (name, files) in groups {
      let total = FileTotal(files)
      output += ",\"\(name)\":{\"count\":\(total.count),\"bytes\":\(total.bytes)".utf8
      if isListed {
        output += ",\"files\":".utf8
        JSONText.append(array: files, to: &output) { file, output in
          output += "{\"path\":".utf8
          JSONText.append(file.path, to: &output)
          output += ",\"bytes\":\(file.size)}".utf8
        }
      }
      output += "}".utf8
    }
  }
}
