import ArgumentParser
import Files
import Scaffolding

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a site, or its nightly run.",
    discussion: """
      Copies the guide, the pages, the settings and a few sample profiles that come with Mentorbook, for you to change. \
      With --ci also what starts a run every night: a workflow for GitHub, a pipeline for GitLab, a line for cron, a \
      service and its timer for systemd. In a site that is there already, only that. Nothing that is there already is \
      overwritten.

      Examples:
        mentorbook init my-site --title "Alumni Mentors" --email mentors@example.edu
        cd my-site && mentorbook build
        mentorbook init --ci github
      """)

  @Argument(help: "The folder to start the site in; it is made when it is missing. With --ci, the usual one is this.")
  var folder: String?

  @Option(help: ArgumentHelp("The site's title.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The university or school.", valueName: "text"))
  var organization: String?

  @Option(
    name: .customLong("base-url"), help: ArgumentHelp("Where the site will be served.", valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "The office's mail address, for questions and for readers whose browser runs no scripts.", valueName: "address"))
  var email: String?

  @Option(
    help: ArgumentHelp("Write what starts a run every night; may be given several times.", valueName: "name"))
  var ci: [Recipe] = []

  func validate() throws {
    if folder == nil, ci.isEmpty { throw ValidationError("Name the folder to start the site in.") }
    if folder == "" { throw ValidationError("The folder needs a name.") }
  }

  func run() throws {
    let folder = folder ?? "."
    let isThere = FileReading.kind(of: folder + "/content") != .nothing
    if ci.isEmpty || !isThere { try startSite(in: folder) }
    for recipe in ci {
      let (files, next) = try recipe.create(in: folder, command: SharedFiles.commandPath ?? "/usr/bin/mentorbook")
      print(files.map { "wrote \(folder)/\($0)\n" }.joined() + "next: \(next)")
    }
  }

  private func startSite(in folder: String) throws {
    if self.folder == nil { throw ValidationError("There is no site here. Name its folder.") }
    guard let share = SharedFiles.folder else {
      throw ValidationError("The files that come with Mentorbook were not found. Set MENTORBOOK_SHARE to their folder.")
    }
    let start = NewSite(
      sample: share + "/content", title: title, organization: organization, baseURL: baseURL, email: email)
    let files = try start.create(in: folder)
    print("started a site of \(files) files in \(folder)/content")
    print("next: cd \(folder) && mentorbook build")
  }
}

extension Recipe: ExpressibleByArgument {}
