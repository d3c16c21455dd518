import ArgumentParser
import RosterSync

struct SyncEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Remove a person for good, and keep them out.",
    discussion: """
      Removes the profile, its photo, what the state and the caches have of the person, and keeps only a hash by which \
      the id is known if a roster brings it again. Prints a receipt of what was removed and of what can't be from here.

      Examples:
        mentorbook sync erase 204711
        mentorbook sync erase ana-lopez --yes
        mentorbook sync erase 204711 --ahead     somebody whom no roster has brought yet
      """)

  @Argument(help: "The person: the university's id, or the name of the profile's file.")
  var person: String

  @Flag(help: "Don't ask.")
  var yes = false

  @Flag(help: "Keep the id out though nobody is known by it yet.")
  var ahead = false

  @OptionGroup var folder: RunOptions

  func run() throws {
    if !yes {
      guard Terminal.isAttended else { throw ValidationError("This can't be undone: say --yes.") }
      Terminal.write("Erase '\(person)' for good? [y/N] ", to: .output)
      guard ["y", "yes"].contains(readLine()?.lowercased() ?? "") else { throw ExitCode(SyncExit.check.rawValue) }
    }
    do throws(SyncStop) {
      Terminal.write(try RosterSync.erase(person, ahead: ahead, folder.sync).text, to: .output)
    } catch {
      SyncPrinter(isJSON: false, showsValues: true, folder: nil).print(error)
      throw ExitCode(error.exit.rawValue)
    }
  }
}
