import Foundation
import Testing

/// A small site with photos in a folder of its own, built by the command as a person would build it.
///
/// Its programs are those of a folder that the test fills: what is not there is not installed.
final class PhotoSite {
  let path: String
  private let files = FileManager.default

  /// A site with one mentor for each photo that is named: `ana` is the first, `ben` the second, …
  init(photos: [String]) throws {
    path = NSTemporaryDirectory() + "mentorbook-photos-" + UUID().uuidString
    try write("title: Mentors\ntheme: default\ncontact: {email: office@example.edu}\n", to: "content/site.yaml")
    for (slug, photo) in zip(Self.slugs, photos) { try addMentor(slug, photo: photo) }
  }

  deinit { try? files.removeItem(atPath: path) }

  static let slugs = ["ana", "ben", "cem", "dua", "eve", "fay", "gus"]
  static let fixtures = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/photos").path

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
    try write(Self.fixture(fixture), to: "content/photos/\(name)")
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try files.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func remove(_ name: String) throws { try files.removeItem(atPath: "\(path)/\(name)") }

  /// Makes a file older than it is.
  func age(_ name: String, bySeconds seconds: Double) throws {
    try files.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: "\(path)/\(name)")
  }

  // MARK: - Programs

  /// Installs a program: a shell script of the given text.
  @discardableResult
  func install(_ name: String, script: String) throws -> String {
    try write("#!/bin/sh\n\(script)\n", to: "bin/\(name)")
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(path)/bin/\(name)")
    return "\(path)/bin/\(name)"
  }

  /// Installs the real vipsthumbnail; each run of it is counted.
  func installVipsthumbnail() throws {
    try install("vipsthumbnail", script: "echo run >> '\(path)/runs'\nexec \(try #require(Tool.vipsthumbnail)) \"$@\"")
  }

  /// How often vipsthumbnail was run.
  var runs: Int {
    (files.contents(atPath: "\(path)/runs") ?? Data()).count { $0 == UInt8(ascii: "\n") }
  }

  // MARK: - Commands

  @discardableResult
  func build(_ options: String...) throws -> Tool.Run { try command("build", options) }

  func check() throws -> Tool.Run { try command("check", []) }

  private func command(_ name: String, _ options: [String]) throws -> Tool.Run {
    try files.createDirectory(atPath: "\(path)/bin", withIntermediateDirectories: true)
    return try Tool.run(
      Tool.mentorbook, [name, "--as-of", "2027-03-01"] + options, in: path, environment: ["PATH": "\(path)/bin"])
  }

  // MARK: - Output

  /// The files of a folder, by their path there.
  func tree(_ folder: String) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for case let name as String in files.enumerator(atPath: "\(path)/\(folder)") ?? .init() {
      var isFolder: ObjCBool = false
      let file = "\(path)/\(folder)/\(name)"
      guard files.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      found[name] = files.contents(atPath: file).map(Array.init)
    }
    return found
  }

  /// The published photos, by name.
  var portraits: [String: [UInt8]] { tree("output/assets/photos") }

  /// The portraits that are kept for the next build.
  var kept: [String] { tree(".mentorbook/photos").keys.filter { $0.hasSuffix(".jpg") }.sorted() }

  /// A mentor's page.
  func page(_ slug: String) throws -> String {
    String(decoding: try #require(tree("output")["mentors/\(slug)/index.html"]), as: UTF8.self)
  }
}
