import Community
import Hypertext
import Scheduling

/// `feed.xml`: the mentors who joined last, as an Atom feed (RFC 4287).
enum AtomFeed {
  private static let entries = 30

  /// The feed. Its times are the days on which mentors joined, so it changes only when somebody does.
  static func bytes(_ context: SiteContext, base: BaseURL) -> [UInt8] {
    let community = context.community
    let newest = community.mentors.indices
      .compactMap { index in community.mentors[index].joined.map { (day: $0, index: index) } }
      .sorted { ($1.day, $0.index) < ($0.day, $1.index) }.prefix(entries)
    let feed = base.absolute(SiteAddresses.feed).text
    var writer = XMLText()
    writer.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
    writer.line("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(community.settings.locale)\">")
    writer.element("id", feed)
    writer.element("title", "\(community.settings.title): \(context.phrases[.feedTitle])")
    writer.element("updated", Self.time(newest.first?.day ?? CivilDate(daysSinceEpoch: 0)))
    writer.empty("link", ["rel": "self", "href": feed])
    writer.empty("link", ["rel": "alternate", "href": base.absolute(SiteAddresses.explore).text])
    writer.line("<author>")
    writer.element("name", community.settings.organization ?? community.settings.title)
    writer.line("</author>")
    for (day, index) in newest { writer.entry(community.mentors[index], day: day, base: base) }
    writer.line("</feed>")
    return writer.bytes
  }

  fileprivate static func time(_ day: CivilDate) -> String { "\(day.iso)T00:00:00Z" }
}

/// XML, line by line.
private struct XMLText {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ markup: String) { bytes += Array((markup + "\n").utf8) }

  mutating func element(_ name: String, _ text: String) {
    bytes += Array("<\(name)>".utf8)
    HTMLEscaping.append(Self.allowed(text), to: &bytes)
    line("</\(name)>")
  }

  /// The text without what XML 1.0 §2.2 can't hold even as a reference, such as the form feeds of a pasted text.
  private static func allowed(_ text: String) -> String {
    func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r"
        || (0xFFFE...0xFFFF).contains(scalar.value)
    }
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isForbidden($0) }))
  }

  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    bytes += Array("<\(name)".utf8)
    for (key, value) in attributes {
      bytes += Array(" \(key)=\"".utf8)
      HTMLEscaping.append(value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    line("/>")
  }

  mutating func entry(_ mentor: Mentor, day: CivilDate, base: BaseURL) {
    let url = base.absolute(SiteAddresses.mentor(mentor.slug)).text
    line("<entry>")
    element("id", url)
    element("title", mentor.name)
    element("updated", AtomFeed.time(day))
    empty("link", ["rel": "alternate", "href": url])
    let summary = mentor.headline ?? mentor.bio.excerpt
    if !summary.isEmpty { element("summary", summary) }
    line("</entry>")
  }
}
