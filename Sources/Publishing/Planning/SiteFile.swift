import Digests

/// One file of a site: where it is, how large, and what its bytes are.
struct SiteFile: Hashable, Sendable {
  /// Below the site's root, `/` between its parts.
  let path: String
  let size: Int64
  /// SHA-256 in hexadecimal digits.
  let digest: String
}

extension SiteFile {
  /// When a file has to be where a reader finds it, and how long a browser may keep it.
  enum Order: Int, Comparable, Sendable, CaseIterable {
    /// Style sheets, scripts, shards of the index, pictures, calendars: what a page names. First.
    case part
    /// A page.
    case page
    /// The feed, the site map and the like, which tell others of pages. Last.
    case announcement

    static func < (left: Order, right: Order) -> Bool { left.rawValue < right.rawValue }
  }

  var order: Order { Self.order(of: path) }

  static func order(of path: String) -> Order {
    if path.hasSuffix(".html") { return .page }
    return announcements.contains(path) ? .announcement : .part
  }

  private static let announcements: Set<String> = ["feed.xml", "sitemap.xml", "robots.txt", "_headers", "_redirects"]

  /// Whether the bytes behind the name never change, because the name has a digest of them: `site-3995d15222056dba.css`,
  /// `modules-150b1771708a4832/search/card.js`.
  var isImmutable: Bool { Self.isImmutable(path) }

  static func isImmutable(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).contains { part in
      let stem = part.prefix { $0 != UInt8(ascii: ".") }
      guard stem.count > 17, stem.dropLast(16).last == UInt8(ascii: "-") else { return false }
      return stem.suffix(16).allSatisfy(isHexadecimalDigit)
    }
  }

  private static func isHexadecimalDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  /// Whether the file tells of people: a shard of the search index or a photo. It does not outlive them.
  static func tellsOfPeople(_ path: String) -> Bool { path.hasPrefix("search/") || path.hasPrefix("assets/photos/") }

  /// Whether the file is a list of people, which follows from who is on the site.
  static func isList(_ path: String) -> Bool { path.hasPrefix("explore/") }

  /// The profile that a path is part of: `ana-lopez` of `mentors/ana-lopez/index.html`.
  static func profile(of path: String) -> Substring? {
    guard path.hasPrefix("mentors/") else { return nil }
    let rest = path.dropFirst("mentors/".count)
    return rest.contains("/") ? rest.prefix { $0 != "/" } : nil
  }

  /// The name of a site as a whole: equal for equal files at equal paths.
  static func release(of files: [SiteFile]) -> String {
    var digest = SHA256()
    for file in files { digest.update(Array("\(file.digest) \(file.size) \(file.path)\n".utf8)) }
    return SHA256.hexadecimal(digest.finish())
  }
}

/// Files in figures.
public struct FileTotal: Hashable, Sendable {
  /// How many.
  public let count: Int
  /// How large together, in bytes.
  public let bytes: Int64

  init(_ files: some Sequence<SiteFile>) {
    var (count, bytes) = (0, Int64(0))
    for file in files { (count, bytes) = (count + 1, bytes + file.size) }
    (self.count, self.bytes) = (count, bytes)
  }
}
