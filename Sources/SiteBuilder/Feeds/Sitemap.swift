import Community
import Hypertext

/// `sitemap.xml` (sitemaps.org 0.9): the pages that search engines may list.
enum Sitemap {
  /// The protocol's limit for one file.
  static let longest = 50_000

  /// The site map; pages beyond the protocol's limit are left out, guide and pages first.
  static func bytes(of plan: SitePlan, settings: SiteSettings, base: BaseURL) -> [UInt8] {
    var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    output += Array("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8)
    let listed = plan.files.filter { isListed($0, settings) }.map(\.address).sorted()
    for address in listed.prefix(longest) {
      output += Array("<url><loc>".utf8)
      HTMLEscaping.append(base.absolute(address).text, to: &output)
      output += Array("</loc></url>\n".utf8)
    }
    return output + Array("</urlset>\n".utf8)
  }

  private static func isListed(_ file: PlannedFile, _ settings: SiteSettings) -> Bool {
    switch file.content {
    case .home, .guide, .standalone: true
    case .explore, .facet, .term, .profile: settings.directory.allowsSearchEngines
    default: false
    }
  }
}

/// `robots.txt` (RFC 9309).
enum Robots {
  /// Pages about people say `noindex` themselves, which a crawler reads only on a page that it may fetch: so nothing is
  /// disallowed here.
  static func bytes(base: BaseURL?) -> [UInt8] {
    var text = "User-agent: *\nDisallow:\n"
    if let base { text += "\nSitemap: \(base.text)sitemap.xml\n" }
    return Array(text.utf8)
  }
}
