import ArgumentParser
import Parallelism
import Scheduling

/// What commands that run on a site's content at some moment have in common.
struct RunOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The content folder.", valueName: "folder"))
  var content = "content"

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The moment of the run, such as 2027-03-01T06:00:00Z; the usual one is now.", valueName: "instant"))
  var asOf: String?

  @Option(
    help: ArgumentHelp("How many things to do at the same time; the usual number is that of cores.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if content.isEmpty { throw ValidationError("--content needs the name of a folder.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number from 1.") }
    if let asOf, Instant(asOf) == nil {
      throw ValidationError("--as-of needs a date or an instant, such as 2027-03-01 or 2027-03-01T06:00:00Z.")
    }
  }

  var contentFolder: String { content.withoutTrailingSlash }

  var moment: Instant { asOf.flatMap { Instant($0) } ?? .now() }

  var workers: Workers { jobs.map { Workers($0) } ?? .all }
}

extension String {
  /// A folder's path as it is joined to the names in it.
  var withoutTrailingSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
