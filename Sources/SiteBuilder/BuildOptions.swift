import Community
import Hypertext
import Parallelism
import Scheduling

/// What a build is to do.
public struct BuildOptions: Sendable {
  /// The content folder.
  public var contentFolder = "content"
  /// The folder that the site is written to.
  public var outputFolder = "output"
  /// Folders that hold themes; the first that has the wanted one counts.
  public var themeFolders = ["themes"]
  /// The theme, in place of the settings'.
  public var theme: String?
  /// The instant that the site is built for.
  public var asOf: Instant
  /// A day in the place of `asOf`: the site is built for its beginning in the site's own time zone.
  public var asOfDay: CivilDate?
  /// The site's address, in place of the settings'.
  public var baseURL: BaseURL?
  /// Whether drafts are built too.
  public var includesDrafts = false
  /// Whether any problem keeps the site from being written.
  public var isStrict = false
  /// Whether to build everything anew, in place of what is there.
  public var isClean = false
  /// How many things are done at the same time.
  public var workers: Workers

  /// The usual build of the current folder's site for an instant.
  public init(asOf: Instant, workers: Workers = .all) {
    self.asOf = asOf
    self.workers = workers
  }

  /// The path of something that lies beside the content folder, in the site's own folder: its themes, and what a build
  /// keeps for the next.
  public func besideContent(_ name: String) -> String {
    var parts = contentFolder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if let last = parts.last, [".", ".."].contains(last) { return "\(contentFolder)/../\(name)" }
    parts[parts.count - 1] = name
    return parts.joined(separator: "/")
  }

  var loadOptions: LoadOptions {
    var options = LoadOptions(
      contentFolder: contentFolder, asOf: asOf, includesDrafts: includesDrafts, baseURL: baseURL, workers: workers)
    options.asOfDay = asOfDay
    return options
  }
}
