import Diagnostics
import Hypertext
import TextKeys

/// The photos that a site publishes, and what is to be said about those that it can't.
struct PhotoAlbum: Sendable {
  /// Where each photo is published, by its path below `photos/`.
  private(set) var addresses: [String: SitePath] = [:]
  /// The file on disk that each is published from.
  private(set) var portraits: [String: String] = [:]
  /// The files to publish, each once.
  private(set) var files: [PlannedFile] = []
  /// Photos that are not made, but would be by a build.
  var awaited = 0
  /// What is wrong.
  var diagnostics: [Diagnostic] = []

  private var taken: Set<String> = []

  /// Longer names than this many bytes are cut: with a digest behind it, a name has to fit every file system.
  private static let longestSlug = 100

  /// Adds a photo.
  ///
  /// The address has the digest in it, so that browsers may keep it for ever, and the original's name, so that a person
  /// who saves the picture knows whose it is.
  mutating func add(_ original: OriginalPhoto, from portrait: String) {
    let file = original.name.split(separator: "/").last ?? ""
    var slug = Slug.of(String(file.lastIndex(of: ".").map { file[..<$0] } ?? file))
    while slug.utf8.count > Self.longestSlug { slug.removeLast() }
    let name = slug.isEmpty ? original.portrait.hexadecimal : "\(slug)-\(original.portrait.hexadecimal)"
    let address = SitePath("assets/photos/\(name).jpg")
    addresses[original.name] = address
    portraits[original.name] = portrait
    if taken.insert(address.path).inserted { files.append(PlannedFile(address, .copy(of: portrait))) }
  }
}
