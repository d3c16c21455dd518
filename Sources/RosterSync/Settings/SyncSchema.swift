import Community
import FrontMatter
import Rosters

/// What `sync.yaml` may hold.
public enum SyncSchema {
  /// The schema, with the fields that a site declares.
  public static func schema(for site: SiteSettings) -> YAMLSchema {
    .group([
      YAMLSchemaField("key", column, "The column of the university's id of a person", isRequired: true),
      YAMLSchemaField("sources", .strictList(source), "The rosters; the first says who is there", isRequired: true),
      YAMLSchemaField("freshness", .text, "How old a roster may be: 8d"),
      YAMLSchemaField("fields", fields(of: site), "Fields of profiles → columns", isRequired: true),
      YAMLSchemaField("consent", words("given", "withdrawn"), "The column that says whether a person agreed"),
      YAMLSchemaField("opt_out", words("out", "stays"), "The column that says that a person wants out"),
      YAMLSchemaField("guards", guards, "Limits beyond which nothing is applied"),
      YAMLSchemaField("purge_after", .text, "How long a mentor who is missing is kept, unpublished: 30d"),
      YAMLSchemaField("calendars", calendars, "How mentors' calendars are read"),
    ])
  }

  // MARK: - Columns

  private static let columnFields = [
    YAMLSchemaField("column", .text, "The header"),
    YAMLSchemaField("also", .list(.text), "Other headers that the column has had or may get"),
    YAMLSchemaField("source", .text, "The source that has the column"),
  ]

  private static let column = YAMLSchema.either([.text, .group(columnFields)])

  private static func words(_ yes: String, _ no: String) -> YAMLSchema {
    .either([
      .text,
      .group(
        columnFields + [
          YAMLSchemaField(yes, .list(.text), "The words for yes"),
          YAMLSchemaField(no, .list(.text), "The words for no"),
        ]),
    ])
  }

  // MARK: - Sources

  private static let source = YAMLSchema.group([
    YAMLSchemaField("name", .text, "What messages call it"),
    YAMLSchemaField("file", .text, "A file, below the content folder unless it begins with /"),
    YAMLSchemaField("url", .pattern("^[Hh][Tt][Tt][Pp][Ss]://[^@]+$"), "An address that begins with https://"),
    YAMLSchemaField("command", .strictList(.text), "A program and its arguments, whose output is the roster"),
    YAMLSchemaField("format", .words(RosterFormat.allCases.map(\.rawValue)), "How it is written"),
    YAMLSchemaField(
      "encoding", .words(RosterEncoding.allCases.map(\.rawValue)), "Its encoding, where that isn't UTF-8"),
    YAMLSchemaField("path", .text, "In JSON: the names that lead to the list of people: data.people"),
    YAMLSchemaField("key", column, "The column of the id, where it has another header here"),
    YAMLSchemaField(
      "headers", .group([], others: .pattern("^[A-Z_][A-Z0-9_]*$")),
      "Header → the environment variable that holds its value"),
    YAMLSchemaField("allow_private", .flag, "Whether the address may lead into a private network"),
    YAMLSchemaField("ca", .text, "A file of certificates to trust"),
    YAMLSchemaField("freshness", .text, "How old it may be: 36h"),
    YAMLSchemaField("deadline", .text, "How long fetching may take: 2m"),
    YAMLSchemaField("limit", .text, "How large it may be: 64 MB"),
  ])

  // MARK: - Fields

  private static func fields(of site: SiteSettings) -> YAMLSchema {
    var fields = FieldKind.builtIn.filter {
      !$0.field.contains(".") && $0.field != "location" && $0.field != "availability"
    }
    .map { YAMLSchemaField($0.field, mapping($0.kind), meaning($0.field), isRequired: $0.field == "name") }
    for group in ["location", "contact", "availability"] {
      let inner = FieldKind.builtIn.filter { $0.field.hasPrefix(group + ".") }
      let named = inner.map { inner in
        YAMLSchemaField(
          String(inner.field.dropFirst(group.utf8.count + 1)), mapping(inner.kind), meaning(inner.field))
      }
      let whole = FieldKind.builtIn.first { $0.field == group }.map { mapping($0.kind) }
      fields.append(YAMLSchemaField(group, .either([.group(named)] + (whole.map { [$0] } ?? [])), meaning(group)))
      fields += inner.map { YAMLSchemaField($0.field, mapping($0.kind), meaning($0.field)) }
    }
    fields.append(YAMLSchemaField("links", .group([], others: mapping(.link)), "Pages elsewhere"))
    fields += site.fields.compactMap { field in
      FieldKind.of(field.name, site: site).map { YAMLSchemaField(field.name, mapping($0), field.label) }
    }
    return .group(fields)
  }

  private static func meaning(_ field: String) -> String { "The column that fills '\(field)'" }

  /// A field's column: its header, or a group with the options that its kind has.
  private static func mapping(_ kind: FieldKind) -> YAMLSchema {
    let common =
      columnFields + [
        YAMLSchemaField("columns", .list(.text), "Several headers, put together with spaces"),
        YAMLSchemaField("owner", .words(FieldOwner.allCases.map(\.rawValue)), "Who has the last word"),
        YAMLSchemaField("clearable", .flag, "Whether an empty cell empties the field"),
      ]
    return .either([.text, .group(common + options.filter { kind.options.contains($0.name) })])
  }

  private static let options = [
    YAMLSchemaField(
      "terms", .group([], others: .list(.text)), "Word of the roster → term, or list of terms; [] leaves it out"),
    YAMLSchemaField("only_terms", .flag, "Whether another word is a reason to withhold the row"),
    YAMLSchemaField("split", .list(.text), "What parts the items of a list: \";\""),
    YAMLSchemaField("century_from", .integer(1850...2000), "The first year of the hundred that '13 lies in"),
    YAMLSchemaField(
      "order", .words(CellReading.DateOrder.allCases.map(\.rawValue)), "Which number of 3/4/2027 comes first"),
    YAMLSchemaField("calling_code", .text, "The country of numbers without a plus: \"+1\""),
    YAMLSchemaField("country", .text, "The country of places that name none"),
    YAMLSchemaField("yes", .list(.text), "The words for true"),
    YAMLSchemaField("no", .list(.text), "The words for false"),
    YAMLSchemaField("prefix", .pattern("^https?://"), "What stands before a bare name: https://www.linkedin.com/in/"),
    YAMLSchemaField("from", .words(["city"]), "Found from the city, not from a column"),
  ]

  // MARK: - Limits

  private static let share = YAMLSchema.pattern("^[0-9]+(\\.[0-9]+)? *%$")

  private static let guards = YAMLSchema.group([
    YAMLSchemaField("missing", share, "The share of people who may be missing in a run"),
    YAMLSchemaField("missing_people", .integer(0...100), "How many may be missing, whatever share that is"),
    YAMLSchemaField("missing_in_seven_runs", share, "The share that may have gone missing over seven runs"),
    YAMLSchemaField("blanked", share, "In what share of records a field of upstream's may become empty"),
    YAMLSchemaField("changed", share, "In what share of records a field of upstream's may change"),
    YAMLSchemaField("replaced", share, "The share that may be new while as many are missing"),
    YAMLSchemaField("quarantined", share, "The share of rows that may be unreadable"),
    YAMLSchemaField("opted_out", share, "The share that may opt out at once"),
  ])

  private static let calendars = YAMLSchema.group([
    YAMLSchemaField("read", .flag, "Whether they are read"),
    YAMLSchemaField("deadline", .text, "How long one may take: 20s"),
    YAMLSchemaField("limit", .text, "How large one may be: 8 MB"),
    YAMLSchemaField("at_once", .integer(1...64), "How many are read at the same time"),
    YAMLSchemaField("keep", .text, "How long the last good copy counts: 7d"),
  ])
}
