import Diagnostics
import Hypertext
import Publishing
import RosterSync

/// A night for programs: counts, ids and addresses of what is published; nothing that a field says.
public enum NightJSON {
  public static func text(_ report: NightReport) -> String {
    var output: [UInt8] = []
    output += "{\"format\":1,\"as_of\":\"\(report.asOf.utcExtended)\",\"exit\":\(report.exit.rawValue)".utf8
    output += ",\"published\":\(report.isPublished),\n\"steps\":".utf8
    JSONText.append(array: report.steps, to: &output, append)
    output += ",\n\"attention\":".utf8
    JSONText.append(array: Attention(report).items, to: &output) { item, output in
      output += "{\"place\":".utf8
      JSONText.append(item.place, to: &output)
      output += ",\"message\":".utf8
      JSONText.append(item.message, to: &output)
      if let remedy = item.remedy {
        output += ",\"remedy\":".utf8
        JSONText.append(remedy, to: &output)
      }
      output += "}".utf8
    }
    output += ",\n\"confirm\":".utf8
    JSONText.append(array: report.profiles.profiles, to: &output) { profile, output in
      output += "{\"slug\":".utf8
      JSONText.append(profile.slug, to: &output)
      output += ",\"verified\":\"\(profile.verified.iso)\",\"paused_on\":\"\(profile.pausedOn.iso)\"".utf8
      output += ",\"paused\":\(profile.isPaused)}".utf8
    }
    if let build = report.build {
      output +=
        ",\n\"build\":{\"mentors\":\(build.mentors),\"withheld\":\(build.withheld),\"broken\":\(build.broken)".utf8
      output += ",\"faulty_pages\":\(build.faultyPages)".utf8
      output += ",\"files\":\(build.files),\"changed\":\(build.changed),\"removed\":\(build.removed)".utf8
      output += ",\"errors\":\(build.diagnostics.count { $0.severity == .error })".utf8
      output += ",\"warnings\":\(build.diagnostics.count { $0.severity != .error })}".utf8
    }
    if let sync = report.sync { output += ",\n\"sync\":\(trimmed(PlanJSON.text(sync, showsValues: false)))".utf8 }
    if let publish = report.publish { output += ",\n\"publish\":\(trimmed(PublishJSON.text(of: publish)))".utf8 }
    output += "}\n".utf8
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ step: NightStep, to output: inout [UInt8]) {
    output +=
      "{\"name\":\"\(step.name.rawValue)\",\"outcome\":\"\(word(step.outcome))\",\"exit\":\(step.exit.rawValue)".utf8
    output += ",\"milliseconds\":\(Int((step.seconds * 1000).rounded())),\"summary\":".utf8
    JSONText.append(step.line, to: &output)
    if let remedy = step.remedy {
      output += ",\"remedy\":".utf8
      JSONText.append(remedy, to: &output)
    }
    output += "}".utf8
  }

  static func word(_ outcome: NightStep.Outcome) -> String {
    switch outcome {
    case .done: "done"
    case .skipped: "skipped"
    case .withheld: "withheld"
    case .refused: "refused"
    }
  }

  private static func trimmed(_ json: String) -> Substring { json[...].trimmingSuffix { $0.isNewline } }
}

extension Substring {
  fileprivate func trimmingSuffix(while isEnd: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isEnd(last) { rest.removeLast() }
    return rest
  }
}
