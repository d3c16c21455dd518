import Digests
import Files

/// What a site lacks that an earlier one had, as far as its build noted it (`UnpublishedNote` in `SiteBuilder`).
struct Unpublished: Hashable, Sendable {
  /// Profiles that say that they are not to be shown. No limit holds them.
  var keptBack: Set<Substring> = []
  /// Profiles of which nobody knows whether they say so.
  var unread: Set<Substring> = []
  /// Folders of pages that errors keep out, `guide/faq/`; the home page's is empty.
  var faulty: Set<Substring> = []

  init() {}

  /// Reads what the build noted that wrote a manifest; nothing is known of a build that noted nothing.
  init(of manifest: [UInt8], in folder: String) {
    guard let names = try? FileReading.names(in: folder), !names.isEmpty else { return }
    let digest = SHA256.hexadecimal(SHA256.digest(of: manifest))
    for name in names {
      guard let bytes = try? FileReading.bytes(of: "\(folder)/\(name)") else { continue }
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      guard lines.first == "mentorbook unpublished 1", lines.last == "end", lines.dropFirst().first == "of \(digest)"
      else { continue }
      for line in lines.dropFirst(2).dropLast() { add(line) }
    }
  }

  private mutating func add(_ line: Substring) {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return }
    switch parts[0] {
    case "kept-back": if let profile = SiteFile.profile(of: String(parts[1])) { keptBack.insert(profile) }
    case "unread": if let profile = SiteFile.profile(of: String(parts[1])) { unread.insert(profile) }
    case "faulty": faulty.insert(parts[1])
    default: break
    }
  }

  /// Whether a file is a page that errors keep out.
  func isFaulty(_ path: String) -> Bool {
    faulty.contains(path[...]) || (path.hasSuffix("index.html") && faulty.contains(path.dropLast("index.html".count)))
  }
}
