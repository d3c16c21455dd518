import Foundation
import SiteTesting
import Testing

/// A small site with photos in a folder of its own, built by the command as a person would build it.
///
/// Its programs are those of a folder that the test fills: what is not there is not installed.
struct PhotoSite {
  private let folder: ScratchFolder

  /// A site with one mentor for each photo that is named: `ana` is the first, `ben` the second, …
  init(photos: [String]) throws {
    folder = try ScratchFolder()
    try write("title: Mentors\ntheme: default\ncontact: {email: office@example.edu}\n", to: "content/site.yaml")
    for (slug, photo) in zip(["ana", "ben", "cem", "dua", "eve"], photos) { try addMentor(slug, photo: photo) }
  }

  var path: String { folder.path }

  static let fixtures = RepositoryPaths.fixtures + "/photos"

  /// The bytes of one of `Tests/Fixtures/photos`.
  static func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(fixtures)/\(name)")))
  }

  // MARK: - Content

  func addMentor(_ slug: String, photo: String, more: String = "") throws {
    try write(
      "---\nphoto: '\(photo)'\nname: \(slug.capitalized) Example\nemail: \(slug)@example.edu\n\(more)---\n",
      to: "content/mentors/\(slug).md")
  }

  /// Puts a fixture into `photos/`.
  func addPhoto(_ name: String, from fixture: String) throws {
    try folder.write(Self.fixture(fixture), to: "content/photos/\(name)")
  }

  func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

  /// Makes a file older than it is.
  func age(_ name: String, bySeconds seconds: Double) throws {
    let time = Date(timeIntervalSinceNow: -seconds)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: "\(path)/\(name)")
  }

  // MARK: - Programs

  /// Installs a program: a shell script of the given text.
  @discardableResult
  func install(_ name: String, script: String) throws -> String {
    try write("#!/bin/sh\n\(script)\n", to: "bin/\(name)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(path)/bin/\(name)")
    return "\(path)/bin/\(name)"
  }

  /// Installs the real vipsthumbnail; each run of it is counted.
  func installVipsthumbnail() throws {
    let program = try #require(Libvips.vipsthumbnail)
    try install("vipsthumbnail", script: "echo run >> '\(path)/runs'\nexec \(program) \"$@\"")
  }

  /// How often vipsthumbnail was run.
  var runs: Int { (try? folder.text(of: "runs"))?.split(separator: "\n").count ?? 0 }

  // MARK: - Commands

  @discardableResult
  func build(_ options: String...) throws -> CommandRun { try command(["build"] + options) }

  func check() throws -> CommandRun { try command(["check"]) }

  private func command(_ arguments: [String]) throws -> CommandRun {
    try CommandRun.mentorbook(
      arguments + ["--as-of", "2027-03-01"], in: path, environment: ["PATH": "\(path)/bin"])
  }

  // MARK: - Output

  /// The files of a folder, by their path there.
  func tree(_ name: String) -> [String: [UInt8]] { folder.files(in: name).files }

  /// The files that a reader of the site can meet.
  var published: FileTree { folder.files(in: "output").published }

  /// The published photos, by name.
  var portraits: [String: [UInt8]] { tree("output/assets/photos") }

  /// The portraits that are kept for the next build.
  var kept: [String] { tree(".mentorbook/photos").keys.filter { $0.hasSuffix(".jpg") }.sorted() }

  /// A page of the site.
  func page(_ path: String) throws -> String { try #require(published.text(of: "\(path)/index.html")) }
}

/// libvips' programs, where they are installed.
enum Libvips {
  static let vipsthumbnail = installed("vipsthumbnail")
  static let vips = installed("vips")
  static var isInstalled: Bool { vipsthumbnail != nil && vips != nil }

  private static func installed(_ name: String) -> String? {
    ["/usr/bin/\(name)", "/usr/local/bin/\(name)", "/opt/homebrew/bin/\(name)"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
