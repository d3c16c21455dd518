import ArgumentParser
import SiteBuilder

struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "Help with writing a theme.",
    subcommands: [ThemeFieldsCommand.self])
}

struct ThemeFieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "Print what each template may use.",
    discussion: """
      Examples:
        mentorbook theme fields            all templates
        mentorbook theme fields profile    one of them
        mentorbook theme fields --json     for editors
      """)

  @Argument(help: "A template's name, such as profile.", completion: .list(ThemeFields.templateNames))
  var template: String?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let template, !ThemeFields.templateNames.contains(template) {
      throw ValidationError(
        "There is no template '\(template)'. There are: \(ThemeFields.templateNames.joined(separator: ", ")).")
    }
  }

  func run() throws {
    print(json ? try ThemeFields.json(of: template) : ThemeFields.text(of: template), terminator: "")
  }
}
