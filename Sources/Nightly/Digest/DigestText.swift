import Hypertext

/// What the office reads in the morning.
enum DigestText {
  static func plain(_ report: NightReport) -> String {
    var text = "\(NightText.headline(report)).\n\n"
    for step in report.steps { text += "\(step.name.rawValue): \(step.line)\n" }
    let items = Attention(report).items
    if !items.isEmpty {
      text += "\nTo look at\n\n"
      for item in items {
        text += "- \(item.place): \(item.message)\n" + (item.remedy.map { "  \($0)\n" } ?? "")
      }
    }
    if !report.profiles.profiles.isEmpty {
      text += "\nProfiles to confirm\n\nEach link opens a mail to the mentor, ready to be sent.\n\n"
      for profile in report.profiles.profiles {
        text += "- \(profile.name): \(standing(profile))\n" + (profile.mail.map { "  \($0.text)\n" } ?? "  no mail address\n")
      }
    }
    return text
  }

  static func html(_ report: NightReport) -> String {
    var text = "<!doctype html>\n<html lang=\"en\">\n<body>\n<p><strong>\(escaped(NightText.headline(report))).</strong></p>\n<ul>\n"
    for step in report.steps { text += "<li>\(step.name.rawValue): \(escaped(step.line))</li>\n" }
    text += "</ul>\n"
    let items = Attention(report).items
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

  private static func standing(_ profile: ProfilesToConfirm.Profile) -> String {
    "confirmed \(profile.verified.iso), "
      + (profile.isPaused ? "shown as paused since \(profile.pausedOn.iso)" : "will be shown as paused from \(profile.pausedOn.iso)")
  }

  private static func escaped(_ text: String) -> String {
    String(decoding: HTMLEscaping.escaped(text), as: UTF8.self)
  }
}
