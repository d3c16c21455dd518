import ArgumentParser
import Community
import Files
import Parallelism
import Scheduling
import SiteBuilder

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The options of every command that reads a site.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The content folder.", valueName: "folder"))
  var content = "content"

  @Option(help: ArgumentHelp("The theme, in place of the settings'.", valueName: "name"))
  var theme: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Where the site will be served, in place of the settings' base_url.", valueName: "url"))
  var baseURL: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      """
      Build as of this moment, such as 2027-03-01T06:00:00Z, or from the beginning of a day in the site's time zone, \
      such as 2027-03-01; the usual one is now. \
      SOURCE_DATE_EPOCH in the environment does the same.
      """, valueName: "instant"))
  var asOf: String?

  @Flag(help: "Build drafts too.")
  var drafts = false

  @Option(
    help: ArgumentHelp("How many things to do at the same time; the usual number is that of cores.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if content.isEmpty { throw ValidationError("--content needs the name of a folder.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number from 1.") }
    if let baseURL, BaseURL(baseURL) == nil {
      throw ValidationError("--base-url needs a whole web address, such as https://mentors.example.edu/.")
    }
    if let asOf, Instant(asOf) == nil {
      throw ValidationError("--as-of needs a date or an instant, such as 2027-03-01 or 2027-03-01T06:00:00Z.")
    }
  }

  func buildOptions() throws -> BuildOptions {
    var options = BuildOptions(asOf: moment, workers: jobs.map { Workers($0) } ?? .all)
    options.asOfDay = asOf.flatMap { CivilDate($0) }
    options.contentFolder = content.withoutTrailingSlash
    // A site's own themes first, then those that came with Mentorbook.
    options.themeFolders = [options.besideContent("themes")] + (SharedFiles.folder.map { ["\($0)/themes"] } ?? [])
    options.theme = theme
    options.baseURL = baseURL.flatMap { BaseURL($0) }
    options.includesDrafts = drafts
    return options
  }

  private var moment: Instant {
    if let asOf, let instant = Instant(asOf) { return instant }
    if let epoch = getenv("SOURCE_DATE_EPOCH"), let seconds = Int64(String(cString: epoch)) {
      return Instant(secondsSinceEpoch: seconds)
    }
    return .now()
  }
}
