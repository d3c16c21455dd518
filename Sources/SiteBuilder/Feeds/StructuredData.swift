import Community
import Hypertext

/// What pages tell machines: JSON-LD in the vocabulary of schema.org.
enum StructuredData {
  /// A mentor as a `Person`, inside a `ProfilePage`. No address or number: pages show those by the privacy settings
  /// alone.
  static func person(_ mentor: Mentor, card: CardModel, at address: SitePath, settings: SiteSettings) -> [UInt8] {
    let url = settings.baseURL.map { JSONWriter.Value.text($0.absolute(address).text) }
    let person: JSONWriter.Value = .object([
      ("@type", .text("Person")),
      ("name", .text(mentor.name)),
      ("url", url),
      ("description", mentor.headline.map { .text($0) }),
      ("jobTitle", mentor.title.map { .text($0) }),
      ("worksFor", mentor.employer.map { organization("Organization", $0) }),
      ("alumniOf", (mentor.school ?? settings.organization).map { organization("EducationalOrganization", $0) }),
      ("address", postalAddress(mentor.location)),
      ("knowsAbout", list(mentor.expertise)),
      ("knowsLanguage", list(mentor.languages)),
      ("sameAs", list(mentor.links.map(\.url.text))),
    ])
    return JSONWriter.bytes(
      of: .object([
        ("@context", .text("https://schema.org")), ("@type", .text("ProfilePage")), ("url", url),
        ("mainEntity", person),
      ]))
  }

  /// The site as a `WebSite`.
  static func site(_ settings: SiteSettings) -> [UInt8] {
    JSONWriter.bytes(
      of: .object([
        ("@context", .text("https://schema.org")), ("@type", .text("WebSite")), ("name", .text(settings.title)),
        ("description", settings.tagline.map { .text($0) }),
        ("url", settings.baseURL.map { .text($0.text) }),
        ("inLanguage", .text(settings.locale)),
        ("publisher", settings.organization.map { organization("CollegeOrUniversity", $0) }),
      ]))
  }

  private static func organization(_ type: String, _ name: String) -> JSONWriter.Value {
    .object([("@type", .text(type)), ("name", .text(name))])
  }

  private static func postalAddress(_ location: Location) -> JSONWriter.Value? {
    guard location != .unknown else { return nil }
    return .object([
      ("@type", .text("PostalAddress")), ("addressLocality", location.city.map { .text($0) }),
      ("addressRegion", location.region.map { .text($0) }), ("addressCountry", location.country.map { .text($0) }),
    ])
  }

  private static func list(_ texts: [String]) -> JSONWriter.Value? {
    texts.isEmpty ? nil : .list(texts.map { .text($0) })
  }
}
