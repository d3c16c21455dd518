import FrontMatter

/// What a profile's front matter may hold.
public enum ProfileSchema {
  /// The schema, with the fields that a site declares.
  public static func schema(for settings: SiteSettings) -> YAMLSchema {
    .group(builtIn + settings.fields.map(own))
  }

  static let builtIn: [YAMLSchemaField] = [
    YAMLSchemaField("name", .text, "The name as it should be shown, in any script", isRequired: true),
    YAMLSchemaField("sort_name", .text, "The name's place among others: López, Ana"),
    YAMLSchemaField("called", .text, "What a message calls the mentor: Ana"),
    YAMLSchemaField("pronouns", .text, "Pronouns, as the mentor writes them"),
    YAMLSchemaField("headline", .text, "One line about the mentor"),
    YAMLSchemaField("photo", .text, "A file in photos/"),
    YAMLSchemaField("email", .text, "The mentor's own mail address; the settings decide whether a page shows it"),
    YAMLSchemaField("phone", .text, "A number with its country's code: +1 202 555 0123"),
    YAMLSchemaField(
      "contact",
      .group([YAMLSchemaField("prefer", .words(ContactPreference.allCases.map(\.rawValue)), "The first way")]),
      "How the mentor likes to be reached"),
    YAMLSchemaField("class_year", .integer(1850...2200), "The year of graduation"),
    YAMLSchemaField("school", .text, "The school"),
    YAMLSchemaField("degree", .text, "The degree"),
    YAMLSchemaField("majors", .list(.text), "The majors"),
    YAMLSchemaField("employer", .text, "Where the mentor works"),
    YAMLSchemaField("title", .text, "What the mentor does there"),
    YAMLSchemaField("industry", .text, "One term"),
    YAMLSchemaField("expertise", .list(.text), "What the mentor knows about; the first three are on the card"),
    YAMLSchemaField("help_with", .list(.text), "What the mentor helps with"),
    YAMLSchemaField("languages", .list(.text), "The languages that the mentor speaks"),
    YAMLSchemaField("location", .either([.text, location]), "Where the mentor lives"),
    YAMLSchemaField("timezone", .text, "A name of the tz database: Europe/Berlin"),
    YAMLSchemaField(
      "mentoring", .list(spelled(MentoringKind.allCases.map(\.rawValue))),
      "A quick meeting, a lasting relationship, or both"),
    YAMLSchemaField("meeting_modes", .list(spelled(MeetingMode.allCases.map(\.rawValue))), "How the mentor meets"),
    YAMLSchemaField("meeting_place", .text, "Where to meet in person"),
    YAMLSchemaField("availability", availability, "The hours of a usual week, or a group of rules"),
    YAMLSchemaField(
      "status", spelled(["active", "paused", "hidden"]), "Whether the mentor is listed and takes requests"),
    YAMLSchemaField("paused_until", date, "The first day of being active again"),
    YAMLSchemaField("capacity", .integer(0...1000), "How many mentees at once; 0 is full"),
    YAMLSchemaField("consent", .flag, "Whether the mentor agreed to be listed"),
    YAMLSchemaField("verified", date, "When the profile was last confirmed"),
    YAMLSchemaField("joined", date, "Since when the mentor has been here"),
    YAMLSchemaField("links", .group([], others: .pattern("^https?://")), "Pages elsewhere: name → address"),
    YAMLSchemaField("pin", .list(.text), "Fields that a sync leaves as they are here"),
    YAMLSchemaField("draft", .flag, "Left out unless drafts are built"),
  ]

  /// A date. Some programs read one as a date and no longer as a text; those have no pattern to keep.
  static let date = YAMLSchema.pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")

  /// Fixed words in the spelling that is usual; the readers take `In Person` too, and an editor's help should not.
  static func spelled(_ words: [String]) -> YAMLSchema { .words(words) }

  private static let location = YAMLSchema.group([
    YAMLSchemaField("city", .text, "The city"), YAMLSchemaField("region", .text, "The state, province or region"),
    YAMLSchemaField("country", .text, "The country"),
  ])

  private static let window = YAMLSchema.group([
    YAMLSchemaField("day", .text, "tue, Tuesday", isRequired: true),
    YAMLSchemaField("start", .text, "\"16:00\", with the quotes", isRequired: true),
    YAMLSchemaField("end", .text, "\"17:30\", with the quotes", isRequired: true),
  ])

  private static let datedWindow = YAMLSchema.group([
    YAMLSchemaField("date", date, "2027-01-08", isRequired: true),
    YAMLSchemaField("start", .text, "\"10:00\", with the quotes", isRequired: true),
    YAMLSchemaField("end", .text, "\"12:00\", with the quotes", isRequired: true),
  ])

  private static let availability = YAMLSchema.either([.list(.either([.text, window])), rules])

  private static let rules = YAMLSchema.group([
    YAMLSchemaField("weekly", .list(.either([.text, window])), "tue 16:00-17:30"),
    YAMLSchemaField("dates", .list(datedWindow), "Extra hours on single dates"),
    YAMLSchemaField("except", .list(.text), "Dates and spans without hours: 2026-12-24..2027-01-02"),
    YAMLSchemaField("meeting_length", .text, "How long a meeting takes: 30m"),
    YAMLSchemaField("buffer", .text, "Free time around what else is in the calendar: 15m"),
    YAMLSchemaField("notice", .text, "How soon a time can still be asked for: 24h"),
    YAMLSchemaField("horizon", .text, "How far ahead times are offered: 28d"),
    YAMLSchemaField("max_per_week", .integer(0...200), "The most times to offer in a week"),
    YAMLSchemaField("calendar", .text, "The address of the mentor's calendar"),
    YAMLSchemaField("feed", .flag, "Whether the hours are published as a calendar"),
  ])

  private static func own(_ field: CustomField) -> YAMLSchemaField {
    let schema: YAMLSchema =
      switch field.kind {
      case .text, .email: .text
      case .terms: .list(.text)
      case .flag: .flag
      case .number: .integer(-1_000_000_000...1_000_000_000)
      case .date: date
      case .link: .pattern("^[A-Za-z]+:")
      }
    return YAMLSchemaField(field.name, schema, field.label, isRequired: field.isRequired)
  }
}
