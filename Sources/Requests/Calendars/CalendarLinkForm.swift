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

/// Last checked against the providers' own links: 2026-11-23.
extension CalendarLinkForm {
  /// A provider's shape.
  static func of(_ provider: CalendarProvider) -> CalendarLinkForm {
    switch provider {
    case .google: google
    case .outlook: outlook
    case .microsoft365: microsoft365
    case .teams: teams
    }
  }

  /// No `ctz`: Google ignores a zone that it doesn't know, and the meeting would be at the wrong hour.
  private static let google = CalendarLinkForm(
    base: "https://calendar.google.com/calendar/render?action=TEMPLATE",
    fields: [
      .period("dates"), .title("text"), .details("details", .plain), .location("location"), .guests("add"),
    ])

  private static let outlook = outlook(host: "outlook.live.com")

  /// outlook.office.com, the older name, no longer gets through the sign-in.
  private static let microsoft365 = outlook(host: "outlook.cloud.microsoft")

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
  /// The details alone can be cut without harm, so they get the room that the fields before and behind them leave.
  func link(for event: CalendarEvent, at base: SafeURL) -> SafeURL? {
    var link = LinkAssembly(base.text)
    var end = LinkAssembly()
    var details: (name: String, form: BodyForm)?
    for field in fields {
      if case .details(let name, let form) = field {
        details = (name, form)
      } else if details == nil {
        append(field, of: event, to: &link)
      } else {
        append(field, of: event, to: &end)
      }
    }
    if let details { link.appendBody(details.name, event.details, form: details.form, before: end) }
    return link.append(end) ? link.url : nil
  }

  private func append(_ field: Field, of event: CalendarEvent, to link: inout LinkAssembly) {
    switch field {
    case .period(let name): link.appendField(name, encoded: "\(event.start.utcBasic)/\(event.end.utcBasic)")
    case .start(let name): link.appendField(name, encoded: written(event.start))
    case .end(let name): link.appendField(name, encoded: written(event.end))
    case .title(let name): link.appendLine(name, event.title)
    case .location(let name): link.appendLine(name, event.location)
    case .guests(let name): link.appendField(name, guests: event.guests)
    case .details: break
    }
  }

  private func written(_ instant: Instant) -> String {
    encodesTimes ? PercentEncoding.encoded(instant.utcExtended) : instant.utcExtended
  }
}
