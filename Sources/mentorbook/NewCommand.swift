import ArgumentParser
import Scaffolding

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Add a file to the content.",
    subcommands: [NewMentorCommand.self, NewPageCommand.self])
}

struct NewMentorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentor",
    abstract: "Add a profile.",
    discussion: """
      The file's name is made from the person's. A second person of the same name gets a number: ana-lopez-2.md. \
      The file holds every field with a word on what to write there.

      Examples:
        mentorbook new mentor "Ana López" --email ana@example.edu
        mentorbook new mentor "山田 花子" --slug hanako-yamada
      """)

  @Argument(help: "The mentor's name as it should be shown.")
  var name: String

  @Option(help: ArgumentHelp("The mentor's mail address.", valueName: "address"))
  var email: String?

  @Option(help: ArgumentHelp("The file's name, in place of one made from the mentor's.", valueName: "name"))
  var slug: String?

  @Option(help: ArgumentHelp("The content folder.", valueName: "folder"))
  var content = "content"

  func run() throws {
    print(try NewFile.create(try NewProfile(name: name, email: email, slug: slug), in: content))
  }
}

struct NewPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Add a page to the guide, or one on its own.",
    discussion: """
      Examples:
        mentorbook new page "After the meeting"
        mentorbook new page "Events" --standalone
      """)

  @Argument(help: "The page's title.")
  var title: String

  @Flag(help: "Put it into pages/, not into the guide.")
  var standalone = false

  @Option(help: ArgumentHelp("The content folder.", valueName: "folder"))
  var content = "content"

  func run() throws {
    print(try NewFile.create(NewPage(title: title, isStandalone: standalone), in: content))
  }
}
