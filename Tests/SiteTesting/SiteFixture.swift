import Community
import Diagnostics
import Foundation
import Parallelism
import Scheduling
import SiteBuilder
import Testing

/// A small whole site of `Tests/Fixtures`, copied to a folder of its own: build it, look at a page, change it, build again.
///
///     try SiteFixture("paused-mentor").build().expect(page: "mentors/ana/index.html")
///       .edit("mentors/ana.md") { $0.replacing("paused", with: "active") }
///       .build().expect(changed: ["explore/index.html", "mentors/ana/index.html"])
///
/// Expected pages lie in `Tests/Fixtures/CASE/expected/`. `UPDATE_EXPECTED=1 swift test` writes them anew; then they are
/// to be read.
public final class SiteFixture {
  /// What a build may be asked for, beside the content.
  public struct Options: Sendable {
    /// The moment to build for.
    public var asOf = "2027-03-01T06:00:00Z"
    /// The theme, in place of the settings'.
    public var theme: String?
    /// The address, in place of the settings'.
    public var baseURL: String?
    /// Whether drafts are built.
    public var includesDrafts = false
    /// Whether any finding keeps the site from being written.
    public var isStrict = false
    /// Whether everything is built anew.
    public var isClean = false
    /// How many threads.
    public var jobs = 2

    /// The usual build.
    public init() {}
  }

  /// The folder with `content/`, `themes/` and `output/`.
  public let folder: ScratchFolder
  /// What the last build did.
  public private(set) var report: BuildReport?
  private let name: String
  private var before = FileTree(of: "")

  /// A copy of the fixture of a name.
  public init(_ name: String) throws {
    self.name = name
    folder = try ScratchFolder()
    for part in ["content", "themes"] where FileManager.default.fileExists(atPath: Self.path(name, part)) {
      try FileManager.default.copyItem(atPath: Self.path(name, part), toPath: "\(folder.path)/\(part)")
    }
  }

  /// A site with the settings alone, and whatever `content` adds: path below `content/` → text.
  public init(settings: String, content: [String: String] = [:]) throws {
    name = "inline"
    folder = try ScratchFolder()
    try folder.write(settings, to: "content/site.yaml")
    for (path, text) in content { try folder.write(text, to: "content/\(path)") }
  }

  private static func path(_ name: String, _ part: String) -> String { "\(RepositoryPaths.fixtures)/\(name)/\(part)" }

  /// The folder that the site is written to.
  public var outputPath: String { "\(folder.path)/output" }

  /// What lies in the output folder now.
  public var output: FileTree { FileTree(of: outputPath) }
}

// MARK: - Doing

extension SiteFixture {
  /// Builds the site.
  @discardableResult
  public func build(_ change: (inout Options) -> Void = { _ in }) -> SiteFixture {
    before = output
    report = SiteBuilder.build(options(change))
    return self
  }

  /// Checks the content without writing.
  public func check(_ change: (inout Options) -> Void = { _ in }) -> BuildReport {
    SiteBuilder.check(options(change))
  }

  private func options(_ change: (inout Options) -> Void) -> BuildOptions {
    var wanted = Options()
    change(&wanted)
    var options = BuildOptions(asOf: Instant(wanted.asOf) ?? .now(), workers: Workers(wanted.jobs))
    options.contentFolder = "\(folder.path)/content"
    options.outputFolder = outputPath
    options.themeFolders = [
      "\(folder.path)/themes", RepositoryPaths.fixtures + "/themes", RepositoryPaths.root + "/themes",
    ]
    options.theme = wanted.theme
    options.baseURL = wanted.baseURL.flatMap { BaseURL($0) }
    options.includesDrafts = wanted.includesDrafts
    options.isStrict = wanted.isStrict
    options.isClean = wanted.isClean
    return options
  }

  /// Changes a file below `content/`.
  @discardableResult
  public func edit(_ path: String, _ change: (String) -> String) throws -> SiteFixture {
    try folder.write(change(try folder.text(of: "content/\(path)")), to: "content/\(path)")
    return self
  }

  /// Adds a file below `content/`.
  @discardableResult
  public func add(_ path: String, _ text: String) throws -> SiteFixture {
    try folder.write(text, to: "content/\(path)")
    return self
  }

  /// Removes a file below `content/`.
  @discardableResult
  public func remove(_ path: String) throws -> SiteFixture {
    try FileManager.default.removeItem(atPath: "\(folder.path)/content/\(path)")
    return self
  }
}

// MARK: - Looking

extension SiteFixture {
  /// Expects pages to be, byte for byte, those of the fixture's `expected/` folder.
  @discardableResult
  public func expect(pages: [String], as version: String = "", at location: SourceLocation = #_sourceLocation) throws
    -> SiteFixture
  {
    for page in pages {
      let expected = Self.path(name, "expected") + (version.isEmpty ? "/" : "/\(version)/") + page
      let actual = try #require(output.files[page], "no page '\(page)' was built", sourceLocation: location)
      if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
        let file = URL(fileURLWithPath: expected)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual).write(to: file)
      }
      let wanted = FileManager.default.contents(atPath: expected).map { String(decoding: $0, as: UTF8.self) }
      #expect(String(decoding: actual, as: UTF8.self) == wanted, "'\(page)' differs", sourceLocation: location)
    }
    return self
  }

  /// Expects a page that holds texts and lacks others.
  @discardableResult
  public func expect(
    _ page: String, contains wanted: [String] = [], lacks unwanted: [String] = [],
    at location: SourceLocation = #_sourceLocation
  ) throws -> SiteFixture {
    let text = try #require(output.text(of: page), "no page '\(page)' was built", sourceLocation: location)
    for part in wanted { #expect(text.contains(part), "'\(part)' is not in '\(page)'", sourceLocation: location) }
    for part in unwanted { #expect(!text.contains(part), "'\(part)' is in '\(page)'", sourceLocation: location) }
    return self
  }

  /// Expects files to be there.
  @discardableResult
  public func expect(files: [String], at location: SourceLocation = #_sourceLocation) -> SiteFixture {
    let missing = files.filter { output.files[$0] == nil }
    #expect(missing.isEmpty, sourceLocation: location)
    return self
  }

  /// Expects files not to be there.
  @discardableResult
  public func expect(noFiles files: [String], at location: SourceLocation = #_sourceLocation) -> SiteFixture {
    let surplus = files.filter { output.files[$0] != nil }
    #expect(surplus.isEmpty, sourceLocation: location)
    return self
  }

  /// Expects the last build to have changed, added or removed these files and no other.
  @discardableResult
  public func expect(changed files: [String], at location: SourceLocation = #_sourceLocation) -> SiteFixture {
    #expect(output.published.differences(from: before.published) == files.sorted(), sourceLocation: location)
    return self
  }

  /// Expects a text nowhere in the output, neither in a file nor in its name.
  @discardableResult
  public func expect(nowhere texts: [String], at location: SourceLocation = #_sourceLocation) -> SiteFixture {
    for text in texts { #expect(output.mentioning(text) == [], "'\(text)' got out", sourceLocation: location) }
    return self
  }

  /// Expects the findings of the last build, each as `path:line:column: severity: message`.
  @discardableResult
  public func expect(diagnostics: [String], at location: SourceLocation = #_sourceLocation) -> SiteFixture {
    #expect(diagnosticLines == diagnostics, sourceLocation: location)
    return self
  }

  /// The findings of the last build, paths as seen from the content folder.
  public var diagnosticLines: [String] { (report?.diagnostics ?? []).map { $0.line(below: "\(folder.path)/") } }
}

extension Diagnostic {
  /// The finding in one line: `content/mentors/ana.md:7:11: error: 'x' is not a date`.
  public func line(below folder: String) -> String {
    let short = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    let place = range.map { "\(short):\($0.start.line):\($0.start.column)" } ?? short
    return "\(place): \(severity.rawValue): \(message.replacing(folder, with: ""))"
  }
}
