import Hypertext

/// Where things live in the site: the one table of URLs.
///
/// An address depends on a file's path or a slug alone, never on what else the site holds, so that a link can be written
/// before the other page is read and never changes when neighbours come and go.
public enum SiteAddresses {
  /// The directory.
  public static let explore = SitePath("explore/")
  /// The mentors that a reader keeps in their own browser.
  public static let shortlist = SitePath("shortlist/")
  /// A request as the mentor who got it sees it.
  public static let respond = SitePath("respond/")
  /// What a reader's own browser remembers of requests.
  public static let connections = SitePath("connections/")
  /// The guide's landing page.
  public static let guide = SitePath("guide/")
  /// The Atom feed of new mentors.
  public static let feed = SitePath("feed.xml")

  /// A mentor's profile.
  public static func mentor(_ slug: String) -> SitePath { SitePath("mentors/\(slug)/") }

  /// The profile that a place in the site is, or belongs to as its contact card does; nil for other places.
  public static func profile(at path: String) -> SitePath? {
    let parts = path.split(separator: "/", maxSplits: 2)
    return parts.count >= 2 && parts[0] == "mentors" ? mentor(String(parts[1])) : nil
  }

  /// A facet's overview.
  public static func facet(_ facet: String) -> SitePath { SitePath("explore/\(facet)/") }

  /// A term's first page.
  public static func term(_ facet: String, _ term: String) -> SitePath { SitePath("explore/\(facet)/\(term)/") }

  /// The page with this number (from 1) of a list that begins at `first`.
  public static func numbered(_ number: Int, of first: SitePath) -> SitePath {
    number <= 1 ? first : SitePath("\(first.path)page/\(number)/")
  }

  /// The page that a content file becomes; nil for a file that becomes none.
  ///
  /// - Parameter path: below `content/`, such as `guide/faq.md`.
  public static func page(forContent path: String) -> SitePath? {
    guard path.hasSuffix(".md") else {
      return path.hasPrefix("static/") ? SitePath(String(path.dropFirst("static/".count))) : nil
    }
    let stem = path.dropLast(3)
    let name = stem.split(separator: "/").last.map(String.init) ?? ""
    if stem.hasPrefix("mentors/") { return mentor(name) }
    if stem == "guide/index" { return guide }
    if stem.hasPrefix("guide/") { return SitePath("guide/\(name)/") }
    if stem == "pages/home" { return .home }
    if stem == "pages/not-found" { return SitePath("404.html") }
    if stem.hasPrefix("pages/") { return SitePath("\(name)/") }
    return nil
  }

  /// Names that a facet can't have: `page` is where the directory's own pages are, the others are what the address of a
  /// search has beside its facets.
  public static let reservedFacets: Set<String> = ["page", "q", "openings", "within", "hours", "sort", "show"]

  /// First path parts that a page in `pages/` can't have, because the site uses them itself.
  public static let reserved: Set<String> = [
    "explore", "mentors", "guide", "assets", "search", "shortlist", "respond", "connections",
  ]
}
