import Addresses
import Hypertext

/// A calendar on the web in which a link can begin an event.
///
/// Yahoo's is not among them: it reads times by the viewer's wall clock, which only a script in the page knows.
public enum CalendarProvider: String, Hashable, Sendable, CaseIterable {
  case google
  case outlook
  case microsoft365
  case teams

  /// What its users call it.
  public var displayName: String {
    switch self {
    case .google: "Google Calendar"
    case .outlook: "Outlook.com"
    case .microsoft365: "Microsoft 365"
    case .teams: "Microsoft Teams"
    }
  }

  /// A link that begins the event, with its guests, in the reader's own calendar.
  ///
  /// Details that would make the link longer than 1,600 characters are cut and end with an ellipsis.
  /// - Parameter endpoints: where the providers are, when settings know better than the table here.
  /// - Returns: nil when the provider can't carry the event: an address with a plus where that may be read as
  ///   a space, more guests than a link can hold, or an end that is not after the beginning.
  public func link(for event: CalendarEvent, endpoints: CalendarEndpoints = .standard) -> SafeURL? {
    let form = CalendarLinkForm.of(self)
    guard event.start < event.end, !form.losesPlus || !event.guests.contains(where: \.hasPlus) else { return nil }
    return form.link(for: event, at: endpoints[self])
  }
}

/// Where the providers' calendars are: the table of `CalendarLinkForm`, and what settings put in its place.
public struct CalendarEndpoints: Hashable, Sendable {
  private var overrides: [CalendarProvider: SafeURL]

  /// The table as it is.
  public static let standard = CalendarEndpoints()

  /// The table with some addresses replaced: a provider's address up to its first own query field.
  public init(overrides: [CalendarProvider: SafeURL] = [:]) {
    self.overrides = overrides
  }

  /// The table with what settings put in its place, by the providers' names there. Names of others don't count.
  public init(byName addresses: [String: SafeURL]) {
    let known = addresses.compactMap { name, url in CalendarProvider(rawValue: name).map { ($0, url) } }
    self.init(overrides: Dictionary(uniqueKeysWithValues: known))
  }

  /// Where a provider's link begins.
  public subscript(provider: CalendarProvider) -> SafeURL {
    overrides[provider] ?? SafeURL(assembled: CalendarLinkForm.of(provider).base)
  }
}
