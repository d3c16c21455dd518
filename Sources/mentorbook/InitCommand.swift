import ArgumentParser
import Scaffolding

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a site.",
    discussion: """
      Copies the guide, the pages, the settings and a few sample profiles that come with Mentorbook, for you to change. \
      Nothing that is there already is overwritten.

      Examples:
        mentorbook init my-site --title "Alumni Mentors" --email mentors@example.edu
        cd my-site && mentorbook build
      """)

  @Argument(help: "The folder to start the site in; it is made when it is missing.")
  var folder: String

  @Option(help: ArgumentHelp("The site's title.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The university or school.", valueName: "text"))
  var organization: String?

  @Option(
    name: .customLong("base-url"), help: ArgumentHelp("Where the site will be served.", valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "The office's mail address, which gets requests until you choose otherwise.", valueName: "address"))
  var email: String?

  func run() throws {
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
