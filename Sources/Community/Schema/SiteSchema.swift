import FrontMatter

/// What `site.yaml` may hold.
public enum SiteSchema {
  /// The schema.
  public static let schema = YAMLSchema.group([
    YAMLSchemaField("title", .text, "The site's name", isRequired: true),
    YAMLSchemaField("tagline", .text, "A line under the name"),
    YAMLSchemaField("organization", .text, "The university or school"),
    YAMLSchemaField("base_url", .pattern("^https?://"), "Where the site will be served"),
    YAMLSchemaField("locale", .text, "The language of the pages: en, pt-BR"),
    YAMLSchemaField("timezone", .text, "The site's time zone, and that of mentors who give none"),
    YAMLSchemaField("theme", .text, "A folder in themes/"),
    YAMLSchemaField("contact", contact, "The office behind the site; its address is public"),
    YAMLSchemaField("brand", brand, "The university's colors"),
    YAMLSchemaField("logo", .text, "A file in static/"),
    YAMLSchemaField("navigation", .list(linkedTitle), "The menu"),
    YAMLSchemaField("directory", directory, "How Explore the Community is laid out"),
    YAMLSchemaField("facets", .list(facet), "What one can filter by, in order"),
    YAMLSchemaField("fields", .group([], others: field), "Fields that profiles have beside the built-in ones"),
    YAMLSchemaField("requests", requests, "How a request reads and travels"),
    YAMLSchemaField("scheduling", scheduling, "What holds for every mentor's open hours"),
    YAMLSchemaField("privacy", privacy, "What is published of a person"),
  ])

  private static let contact = YAMLSchema.group([
    YAMLSchemaField("name", .text, "What notes call the office"),
    YAMLSchemaField("email", .text, "The address for questions"),
    YAMLSchemaField("phone", .text, "Its number"), YAMLSchemaField("page", .text, "The page that tells about it"),
  ])

  private static let color = YAMLSchema.pattern("^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$")

  private static let brand = YAMLSchema.group([
    YAMLSchemaField("color", color, "The main color: \"#1f5a4f\", with the quotes"),
    YAMLSchemaField("accent", color, "A second color, for small things"),
  ])

  private static let linkedTitle = YAMLSchema.group([
    YAMLSchemaField("title", .text, "The words of the link", isRequired: true),
    YAMLSchemaField("link", .text, "A file in content/, explore, a place or a web address", isRequired: true),
  ])

  private static let directory = YAMLSchema.group([
    YAMLSchemaField("page_size", .integer(1...1000), "Cards on a page"),
    YAMLSchemaField(
      "order", .words(SiteSettings.DirectorySettings.Order.allCases.map(\.rawValue)),
      "In which order lists show mentors"),
    YAMLSchemaField("search", .flag, "Whether readers can search in their browsers"),
    YAMLSchemaField("similar", .flag, "Whether profiles show similar mentors"),
    YAMLSchemaField("search_engines", .flag, "Whether search engines may list people"),
    YAMLSchemaField("feed", .flag, "Whether there is a feed of new mentors"),
  ])

  private static let term = YAMLSchema.either([
    .text,
    .group([
      YAMLSchemaField("label", .text, "What pages call the term"),
      YAMLSchemaField("slug", .pattern("^[^/A-Z ]+$"), "Its name in web addresses"),
    ]),
  ])

  private static let facet = YAMLSchema.group([
    YAMLSchemaField("field", .text, "The field that it is made of", isRequired: true),
    YAMLSchemaField("label", .text, "What one term is called"),
    YAMLSchemaField("plural", .text, "What the terms are called together"),
    YAMLSchemaField("synonyms", .group([], others: .text), "Other word → the term that is shown"),
    YAMLSchemaField("terms", .group([], others: term), "Term → its label, or {label: …, slug: …}"),
  ])

  private static let field = YAMLSchema.group([
    YAMLSchemaField("kind", .words(CustomField.Kind.allCases.map(\.rawValue)), "What it holds"),
    YAMLSchemaField("label", .text, "What pages call it"),
    YAMLSchemaField("facet", .flag, "Whether one can filter by it"),
    YAMLSchemaField("required", .flag, "Whether every profile must have it"),
  ])

  private static let requests = YAMLSchema.group([
    YAMLSchemaField("address", .words(["relay", "public", "on-click", "office"]), "Whose address a message goes to"),
    YAMLSchemaField("relay", .text, "The pattern of the aliases: mentors.{slug}@example.edu"),
    YAMLSchemaField("subject", .text, "The subject of a message"),
    YAMLSchemaField("message", .text, "What a message begins with"),
    YAMLSchemaField(
      "calendars", .list(.words(SiteSettings.RequestSettings.knownCalendars)), "Where a visitor can open a meeting"),
    YAMLSchemaField("web_mail", .list(.words(SiteSettings.RequestSettings.knownWebMail)), "Mail on the web"),
    YAMLSchemaField("endpoints", endpoints, "Where services are that have moved"),
    YAMLSchemaField("purposes", .list(.text), "What a request can be about, in the words of who asks"),
    YAMLSchemaField(
      "checklist", .text, "The guide's page whose checklist readers prepare by, such as guide/prepare.md"),
  ])

  private static let endpoints = YAMLSchema.group([
    YAMLSchemaField("calendars", addresses(SiteSettings.RequestSettings.knownCalendars), "Calendar → its address"),
    YAMLSchemaField("web_mail", addresses(SiteSettings.RequestSettings.knownWebMail), "Mail service → its address"),
  ])

  private static func addresses(_ services: [String]) -> YAMLSchema {
    .group(services.map { YAMLSchemaField($0, .text, "An address that begins with https://") })
  }

  private static let scheduling = YAMLSchema.group([
    YAMLSchemaField("slots", .integer(0...50), "How many open times a profile shows"),
    YAMLSchemaField("meeting_length", .text, "How long a meeting takes: 30m"),
    YAMLSchemaField("buffer", .text, "Free time around what is in a mentor's calendar: 15m"),
    YAMLSchemaField("notice", .text, "How soon a time can still be asked for: 24h"),
    YAMLSchemaField("horizon", .text, "How far ahead times are offered: 28d"),
    YAMLSchemaField("holidays", .list(.text), "Dates or spans without weekly hours: 2026-12-24..2027-01-02"),
    YAMLSchemaField("files", .flag, "A calendar file beside each open time"),
  ])

  private static let privacy = YAMLSchema.group([
    YAMLSchemaField("consent", .words(["required", "optional"]), "Whether only those are published who consented"),
    YAMLSchemaField("vcard", .flag, "A contact card to download"),
    YAMLSchemaField("vcard_photo", .flag, "Whether the card has the photo on it"),
    YAMLSchemaField("vcard_4", .flag, "Whether a card of version 4.0 is offered too"),
    YAMLSchemaField("phone", .flag, "Whether phone numbers are published"),
    YAMLSchemaField("verified_within", .text, "After which time without confirmation a profile is paused: 400d"),
  ])
}
