import Hypertext
import RosterSync

/// What the office reads in the morning.
enum DigestText {
  static func plain(_ report: NightReport) -> String {
    var text = "\(NightText.headline(report)).\n\n"
    for step in report.steps { text += "\(step.name.rawValue): \(step.line)\n" }
    for change in changes(report) {
      text += "\n\(change.heading)\n\n" + change.people.map { "- \($0)\n" }.joined()
    }
    let items = Attention(report, showsNames: true).items
    if !items.isEmpty {
      text += "\nTo look at\n\n"
      for item in items {
        text += "- \(item.place): \(item.message)\n" + (item.remedy.map { "  \($0)\n" } ?? "")
      }
    }
    if !report.profiles.profiles.isEmpty {
      text += "\nProfiles to confirm\n\nEach link opens a mail to the mentor, ready to be sent.\n\n"
      for profile in report.profiles.profiles {
        text +=
          "- \(profile.name): \(standing(profile))\n" + (profile.mail.map { "  \($0.text)\n" } ?? "  no mail address\n")
      }
    }
    return text
  }

  static func html(_ report: NightReport) -> String {
    var text =
      "<!doctype html>\n<html lang=\"en\">\n<body>\n<p><strong>\(escaped(NightText.headline(report))).</strong></p>\n<ul>\n"
    for step in report.steps { text += "<li>\(step.name.rawValue): \(escaped(step.line))</li>\n" }
    text += "</ul>\n"
    for change in changes(report) {
      text +=
        "<h2>\(change.heading)</h2>\n<ul>\n" + change.people.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>\n"
    }
    let items = Attention(report, showsNames: true).items
    if !items.isEmpty {
      text += "<h2>To look at</h2>\n<ul>\n"
      for item in items {
        let remedy = item.remedy.map { "<br>\(escaped($0))" } ?? ""
        text += "<li>\(escaped(item.place)): \(escaped(item.message))\(remedy)</li>\n"
      }
      text += "</ul>\n"
    }
    if !report.profiles.profiles.isEmpty {
      text += "<h2>Profiles to confirm</h2>\n<ul>\n"
      for profile in report.profiles.profiles {
        let mail = profile.mail.map { " <a href=\"\(escaped($0.text))\">Write to them</a>" } ?? " No mail address."
        text += "<li>\(escaped(profile.name)): \(standing(profile)).\(mail)</li>\n"
      }
      text += "</ul>\n"
    }
    return text + "</body>\n</html>\n"
  }

  /// Who came, went and was changed by the roster.
  private static func changes(_ report: NightReport) -> [(heading: String, people: [String])] {
    guard let sync = report.sync, sync.isApplied else { return [] }
    let headings: [(PersonPlan.Action, String)] = [
      (.unpublished, "Taken off: opted out, or no consent"), (.missing, "Taken off: missing in the roster"),
      (.purged, "Removed: missing for long"), (.added, "New"), (.returned, "Back again"), (.updated, "Changed"),
    ]
    return headings.compactMap { action, heading in
      let people = sync.plan.people.filter { $0.action == action }.map { person in
        let fields = action == .updated ? ": " + person.changes.map(\.field).joined(separator: ", ") : ""
        return "\(person.slug) (\(person.reference))\(fields)"
      }
      return people.isEmpty ? nil : (heading, people)
    }
  }

  private static func standing(_ profile: ProfilesToConfirm.Profile) -> String {
    "confirmed \(profile.verified.iso), "
      + (profile.isPaused
        ? "shown as paused since \(profile.pausedOn.iso)" : "will be shown as paused from \(profile.pausedOn.iso)")
  }

  private static func escaped(_ text: String) -> String {
    String(decoding: HTMLEscaping.escaped(text), as: UTF8.self)
  }
}
