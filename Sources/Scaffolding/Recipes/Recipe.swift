import Files

/// How a site's nightly run is started: a recipe is one or two files that a service or the system reads.
///
/// A new kind is a case here, its files in `files(for:)`, and a text of its own beside this file.
public enum Recipe: String, CaseIterable, Sendable {
  case github
  case gitlab
  case cron
  case systemd

  /// What a recipe has to know of the machine that it is for; services check the site out themselves and don't ask.
  struct Place {
    /// The site's folder, from the root of the file system.
    let site: String
    /// The command, likewise.
    let command: String
  }

  /// A file that a recipe consists of.
  struct File {
    /// The path in the site's folder.
    let path: String
    let text: String
  }

  /// Writes the recipe's files into a site's folder, and overwrites none.
  ///
  /// - Parameters:
  ///   - folder: the site's folder, as a person would type it.
  ///   - command: the path of the command that is to be run.
  /// - Returns: the files' paths, and what is left to be done by a person.
  public func create(in folder: String, command: String) throws(ScaffoldingProblem) -> (files: [String], next: String) {
    let place = Place(site: Self.absolute(folder), command: FileReading.absolute(command))
    for path in [place.site, place.command] where path.unicodeScalars.contains(where: { $0.value < 0x20 }) {
      throw .unspeakable(path: path)
    }
    let own = files(for: place)
    for file in own where FileReading.kind(of: "\(folder)/\(file.path)") != .nothing {
      throw .recipeExists(path: "\(folder)/\(file.path)")
    }
    let shared = Self.shared.filter { FileReading.kind(of: "\(folder)/\($0.path)") == .nothing }
    do throws(FileProblem) {
      for file in own + shared {
        let target = "\(folder)/\(file.path)"
        try FileWriting.makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
        try FileWriting.replace(target, with: Array(file.text.utf8))
      }
    } catch {
      throw .system(error)
    }
    return ((own + shared).map(\.path), next)
  }

  private static func absolute(_ folder: String) -> String {
    var parts = FileReading.absolute(folder).split(separator: "/")
    parts.removeAll { $0 == "." }
    return "/" + parts.joined(separator: "/")
  }

  private func files(for place: Place) -> [File] {
    switch self {
    case .github: [File(path: ".github/workflows/nightly.yml", text: GitHubRecipe.workflow)]
    case .gitlab: [File(path: ".gitlab-ci.yml", text: GitLabRecipe.pipeline)]
    case .cron: [File(path: "nightly/mentorbook.cron", text: CronRecipe.table(for: place))]
    case .systemd:
      [
        File(path: "nightly/mentorbook-nightly.service", text: SystemdRecipe.service(for: place)),
        File(path: "nightly/mentorbook-nightly.timer", text: SystemdRecipe.timer),
      ]
    }
  }

  /// What all recipes share: reports and secrets stay out of the repository.
  private static let shared = [File(path: "nightly/.gitignore", text: "report.*\ndigest.eml\nsecrets.env\n")]

  /// What a person does then.
  private var next: String {
    switch self {
    case .github: "read the lines at the top of the workflow, then push it"
    case .gitlab: "read the lines at the top of the pipeline, push it, and add a schedule (Build → Pipeline schedules)"
    case .cron: "(crontab -l; cat nightly/mentorbook.cron) | crontab -"
    case .systemd:
      "sudo cp nightly/mentorbook-nightly.* /etc/systemd/system/ && sudo systemctl enable --now mentorbook-nightly.timer"
    }
  }
}
