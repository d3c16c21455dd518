import ArgumentParser
import RosterSync

struct SyncExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say who has the last word on a mentor's fields, and where they come from.",
    discussion: """
      Examples:
        mentorbook sync explain ana-lopez
        mentorbook sync explain ana-lopez employer
      """)

  @Argument(help: "The mentor: the name of the profile's file, or the university's id.")
  var mentor: String

  @Argument(help: "One field, such as employer or location.city.")
  var field: String?

  @OptionGroup var folder: RunOptions

  func run() throws {
    do throws(SyncStop) {
      Terminal.write(try RosterSync.explanation(of: mentor, field: field, folder.sync), to: .output)
    } catch {
      SyncPrinter(isJSON: false, showsValues: true, folder: nil).print(error)
      throw ExitCode(error.exit.rawValue)
    }
  }
}
