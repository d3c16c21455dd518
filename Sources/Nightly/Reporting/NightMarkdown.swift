import Publishing
import RosterSync

/// A night for a page of CI: a table of the steps, what to look at, and what changed.
public enum NightMarkdown {
  public static func text(_ report: NightReport) -> String {
    var text = "# Nightly run, \(report.asOf.utcDate.iso)\n\n**\(escaped(NightText.headline(report))).**\n\n"
    text += "| step | | time | |\n|---|---|---:|---|\n"
    for step in report.steps {
      text +=
        "| \(step.name.rawValue) | \(NightJSON.word(step.outcome)) | \(NightText.time(step.seconds)) | \(escaped(step.line)) |\n"
    }
    let items = Attention(report).items
    if !items.isEmpty {
      text += "\n## To look at\n\n"
      for item in items {
        text +=
          "- \(escaped(item.place)): \(escaped(item.message))" + (item.remedy.map { ". \(escaped($0))" } ?? "") + "\n"
      }
    }
    text += confirmations(report.profiles)
    if let publish = report.publish {
      let lines = PublishText.output(of: publish) + PublishText.problems(of: publish)
      if !lines.isEmpty { text += "\n## Publishing\n\n" + lines.split(separator: "\n").map { "    \($0)\n" }.joined() }
    }
    // The sync's own report, one heading lower.
    if let sync = report.sync {
      text +=
        "\n"
        + PlanMarkdown.text(sync).split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("#") ? "#" + $0 : String($0) }.joined(separator: "\n")
    }
    return text
  }

  private static func confirmations(_ profiles: ProfilesToConfirm) -> String {
    if profiles.profiles.isEmpty { return "" }
    let paused = profiles.profiles.count(where: \.isPaused)
    var text =
      "\n## Profiles to confirm\n\n\(paused) shown as paused, \(profiles.profiles.count - paused) will be soon.\n\n"
    for profile in profiles.profiles {
      text += "- \(escaped(profile.slug)): confirmed \(profile.verified.iso), "
      text += profile.isPaused ? "paused since \(profile.pausedOn.iso)\n" : "paused from \(profile.pausedOn.iso)\n"
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { output, character in
      if "\\`*_[]<>|".contains(character) { output.append("\\") }
      output.append(character.isNewline ? " " : character)
    }
  }
}
