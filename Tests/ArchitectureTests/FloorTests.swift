import Foundation
import SiteTesting
import Testing

/// A source file of the product: which target it belongs to and what it imports.
struct SourceText: Sendable, CustomTestStringConvertible {
  let target: String
  let path: String
  let text: String

  var testDescription: String { path }

  /// The modules that the file imports.
  var imports: [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").drop {
        $0.hasPrefix("@") || ["public", "package", "internal"].contains($0)
      }
      guard words.first == "import", words.count == 2, let last = words.last else { return nil }
      return String(last)
    }
  }

  /// All files below `Sources/`.
  static let all: [SourceText] = {
    let sources = RepositoryPaths.root + "/Sources"
    return FileTree(of: sources).files.filter { $0.key.hasSuffix(".swift") }.map { path, bytes in
      SourceText(
        target: String(path.prefix { $0 != "/" }), path: path, text: String(decoding: bytes, as: UTF8.self))
    }.sorted { $0.path < $1.path }
  }()
}

@Suite("The house")
struct FloorTests {
  /// The floors of docs/architecture.md: a target imports only targets of floors below its own.
  static let floors: [[String]] = [
    ["Diagnostics", "Hypertext", "Files", "Parallelism", "TextKeys", "Compression", "Digests", "Programs"],
    ["FrontMatter", "Markdown", "Templates", "Scheduling", "Addresses", "Rosters"],
    ["Community", "Calendars"],
    ["Directory", "Requests"],
    ["SiteBuilder", "Scaffolding", "RosterSync", "Publishing"],
    ["Nightly"],
    ["mentorbook"],
  ]

  static let floorOfTarget = Dictionary(
    uniqueKeysWithValues: floors.enumerated().flatMap { floor, targets in targets.map { ($0, floor) } })

  /// Modules of the system and of other packages → the targets that may import them; none named: all.
  static let modulesFromElsewhere: [String: Set<String>] = [
    "Swift": [], "Glibc": [], "Musl": [], "Darwin": [], "Dispatch": ["Parallelism"],
    "Synchronization": ["Parallelism", "SiteBuilder", "Publishing", "RosterSync", "mentorbook"],
    "FoundationEssentials": ["Diagnostics", "SiteBuilder"],
    "CLibYAML": ["FrontMatter"], "CCMark": ["Markdown"], "CRename": ["Files"], "CZlib": ["Compression"],
    "ArgumentParser": ["mentorbook"],
    "Subprocess": ["Programs", "SiteBuilder", "RosterSync", "Publishing"],
  ]

  @Test("Every target has its floor")
  func everyTargetHasItsFloor() {
    let targets = Set(SourceText.all.map(\.target))
    #expect(targets.subtracting(Self.floorOfTarget.keys) == [])
    #expect(Set(Self.floorOfTarget.keys).subtracting(targets) == [])
  }

  @Test("A target imports only targets of the floors below its own")
  func importsGoDown() throws {
    for source in SourceText.all {
      let own = try #require(Self.floorOfTarget[source.target])
      for module in source.imports {
        guard let floor = Self.floorOfTarget[module] else { continue }
        #expect(floor < own, "\(source.path) imports \(module)")
      }
    }
  }

  @Test("A module from elsewhere is imported only where it belongs: CLibYAML in FrontMatter, CCMark in Markdown")
  func foreignModules() {
    for source in SourceText.all {
      for module in source.imports where Self.floorOfTarget[module] == nil {
        let allowed = Self.modulesFromElsewhere[module]
        #expect(allowed != nil, "\(source.path) imports \(module)")
        #expect(allowed?.isEmpty != false || allowed?.contains(source.target) == true, "\(source.path): \(module)")
      }
    }
  }

  @Test(
    "The sources hold nothing that crashes on bad input and nothing unfinished",
    arguments: ["try!", "fatalError(", " as!", "preconditionFailure(", "TODO", "FIXME", "XXX"])
  func nothingUnfinished(_ word: String) {
    for source in SourceText.all { #expect(!source.text.contains(word), "\(source.path)") }
  }

  @Test("C pointers from libyaml, libcmark and zlib are touched in few files, so that the rest is plain Swift")
  func foreignPointersStayTogether() {
    for module in ["CLibYAML", "CCMark", "CZlib"] {
      let files = SourceText.all.filter { $0.imports.contains(module) }.map(\.path)
      #expect(files.count <= 3, "\(module): \(files)")
    }
  }

  @Test("No file of the product grows beyond what one can read at a sitting")
  func filesAreShort() {
    for source in SourceText.all {
      let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 420, "\(source.path) has \(lines) lines")
    }
  }
}
