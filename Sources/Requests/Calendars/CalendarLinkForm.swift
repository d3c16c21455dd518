import Hypertext
import Scheduling

/// The shape of one provider's links: where they lead, and which field carries what.
///
/// The table below is all that is known of the providers; a new one is a case of `CalendarProvider` and an entry here.
struct CalendarLinkForm {
  /// One query field.
  enum Field {
    /// Beginning and end in one, `20270316T210000Z/20270316T213000Z`.
    case period(String)
    /// The beginning, `2027-03-16T21:00:00Z`.
    case start(String)
    /// The end.
    case end(String)
    case title(String)
    case details(String, BodyForm)
    case location(String)
    /// Addresses, each encoded, with commas between them.
    case guests(String)
  }

  /// The URL up to the fields.
  let base: String
  /// The fields in the order in which the provider writes them.
  let fields: [Field]
  /// Whether the colons of times are percent-encoded, as the provider's own links have them.
  var encodesTimes = false
  /// Whether the provider may read `%2B` in an address as a space.
  var losesPlus = false
}

// MARK: - The table

extension CalendarLinkForm {
  /// When the addresses below were last checked against the providers' own links.
  static let lastChecked = "2026-11-23"

  /// A provider's shape.
  static func of(_ provider: CalendarProvider) -> CalendarLinkForm {
    switch provider {
    case .google: google
    case .outlook: outlook(host: "outlook.live.com")
    // outlook.office.com, the older name, no longer gets through the sign-in.
    case .microsoft365: outlook(host: "outlook.cloud.microsoft")
    case .teams: teams
    }
  }

  /// No `ctz`: Google ignores a zone that it doesn't know, and the meeting would be at the wrong hour.
  private static let google = CalendarLinkForm(
    base: "https://calendar.google.com/calendar/render?action=TEMPLATE",
    fields: [
      .period("dates"), .title("text"), .details("details", .plain), .location("location"), .guests("add"),
    ])

  private static func outlook(host: String) -> CalendarLinkForm {
    CalendarLinkForm(
      base: "https://\(host)/calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent",
      fields: [
        .start("startdt"), .end("enddt"), .title("subject"), .details("body", .html), .location("location"),
        .guests("to"),
      ],
      losesPlus: true)
  }

  private static let teams = CalendarLinkForm(
    base: "https://teams.microsoft.com/l/meeting/new?",
    fields: [
      .title("subject"), .start("startTime"), .end("endTime"), .details("content", .plain), .guests("attendees"),
    ],
    encodesTimes: true)
}

// MARK: - Links

extension CalendarLinkForm {
  /// The link for an event; nil when there is no room for all but its details.
  ///
  /// The details alone can be cut without harm, so they get the room that the other fields leave.
  func link(for event: CalendarEvent, at base: SafeURL) -> SafeURL? {
    let values = fields.map { encodedValue(of: $0, in: event) }
    let lengths = zip(fields, values).map { field, value in
      value.map { field.name.utf8.count + $0.utf8.count + 2 } ?? 0
    }
    var link = LinkAssembly(base.text)
    var needed = lengths.reduce(0, +)
    guard needed <= link.room else { return nil }
    for ((field, value), length) in zip(zip(fields, values), lengths) {
      if case .details(let name, let form) = field {
        link.appendBody(name, event.details, form: form, leaving: needed)
      } else if let value {
        link.appendField(field.name, encoded: value)
      }
      needed -= length
    }
    return link.url
  }

  /// What stands behind a field's `=`; nil for the details, and where the event has nothing to say.
  private func encodedValue(of field: Field, in event: CalendarEvent) -> String? {
    let value: String? =
      switch field {
      case .period: "\(event.start.utcBasic)/\(event.end.utcBasic)"
      case .start: written(event.start)
      case .end: written(event.end)
      case .title: LinkAssembly.encodedLine(event.title)
      case .location: event.location.map(LinkAssembly.encodedLine)
      case .guests: event.guests.map { PercentEncoding.encoded($0.ascii) }.joined(separator: ",")
      case .details: nil
      }
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func written(_ instant: Instant) -> String {
    encodesTimes ? PercentEncoding.encoded(instant.utcExtended) : instant.utcExtended
  }
}

extension CalendarLinkForm.Field {
  fileprivate var name: String {
    switch self {
    case .period(let name), .start(let name), .end(let name), .title(let name), .details(let name, _),
      .location(let name), .guests(let name):
      name
    }
  }
}
