/// The names of a profile's built-in fields.
enum ProfileKeys {
  static let builtIn: Set<String> = [
    "name", "sort_name", "called", "pronouns", "headline", "photo", "email", "phone", "contact", "class_year", "school",
    "degree",
    "majors", "employer", "title", "industry", "expertise", "help_with", "languages", "location", "timezone",
    "mentoring", "meeting_modes", "meeting_place", "availability", "status", "paused_until", "capacity", "consent",
    "verified", "joined", "links", "pin", "draft",
  ]

  /// Those that pages show in the mentor's own words.
  static let published: Set<String> = [
    "name", "called", "pronouns", "headline", "photo", "school", "degree", "majors", "employer", "title", "industry",
    "expertise", "help_with", "languages", "location", "meeting_place", "links",
  ]
}
