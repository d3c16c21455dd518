/// Where a link on a page leads.
///
/// A link inside the site is kept as its path from the site's root; the renderer puts the page's own way to the root
/// before it (`../../`), so that the same pages work at a domain's root, below a path, and opened as files.
public enum Link: Hashable, Sendable {
  /// A place in the site.
  case site(SitePath)
  /// An address elsewhere, or one that opens a mail, phone or calendar program.
  case external(SafeURL)
}

/// The place of a page or file in the site: a path from its root, without a leading `/`, with an optional fragment.
///
/// `""` is the home page; a page ends in `/`; a file does not.
public struct SitePath: Hashable, Comparable, Sendable {
  /// The decoded path: any Unicode text, `/` between its parts.
  public let path: String
  /// The decoded fragment: an element's id on that page, without `#`.
  public let fragment: String?

  /// A place in the site. Parts that are empty, `.` or `..` can't be said: they are left out.
  public init(_ path: String, fragment: String? = nil) {
    self.path = Self.isOrderly(path) ? path : Self.tidied(path)
    self.fragment = fragment
  }

  /// Most paths are put together from slugs and need no tidying; looking costs less than splitting.
  private static func isOrderly(_ path: String) -> Bool {
    path.withLentUTF8 { bytes in
      var last = UInt8(ascii: "/")
      for byte in bytes {
        if last == UInt8(ascii: "/") && (byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")) { return false }
        last = byte
      }
      return true
    }
  }

  private static func tidied(_ path: String) -> String {
    let isFolder = path.utf8.last == UInt8(ascii: "/")
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return parts.isEmpty ? "" : parts.joined(separator: "/") + (isFolder ? "/" : "")
  }

  /// The site's home page.
  public static let home = SitePath("")

  /// How far below the root a page at this path lies, which is how many `../` lead back: `mentors/ana/` is 2 deep.
  public var depth: Int { path.utf8.reduce(into: 0) { $0 += $1 == UInt8(ascii: "/") ? 1 : 0 } }

  /// Appends the path and fragment, percent-encoded, as they stand behind a root prefix.
  public func appendEncoded(to output: inout [UInt8]) {
    path.withLentUTF8 { PercentEncoding.append(path: $0, to: &output) }
    if let fragment {
      output.append(UInt8(ascii: "#"))
      PercentEncoding.append(fragment, to: &output)
    }
  }

  /// The path and fragment, percent-encoded.
  public var encoded: String {
    var output: [UInt8] = []
    appendEncoded(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  public static func < (left: SitePath, right: SitePath) -> Bool {
    (left.path, left.fragment ?? "") < (right.path, right.fragment ?? "")
  }
}

// MARK: - The way back to the root

extension SitePath {
  /// What leads from a page at this path to the site's root: `../../` for `mentors/ana/`, empty for the home page.
  public var rootPrefix: String { String(repeating: "../", count: depth) }

  /// The address of this place as a page with the given root prefix writes it; never empty, for an empty `href`
  /// means the page itself.
  public func reference(rootPrefix: String) -> String {
    let reference = rootPrefix + encoded
    return reference.isEmpty || reference.utf8.first == UInt8(ascii: "#") && path.isEmpty ? "./" + encoded : reference
  }
}
