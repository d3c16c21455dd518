import Addresses
import Community
import Hypertext
import Scheduling

/// Writes the links and files with which a student asks one mentor for a meeting.
///
/// Made once for a site, from its settings and the theme's words; each call is about one mentor.
public struct RequestWriter: Sendable {
  /// The words that requests need where the settings give none, in the site's language.
  public struct Words: Sendable {
    /// The subject of a message.
    public let subject: String
    /// What a message begins with.
    public let message: String
    /// The title of a meeting in a calendar.
    public let eventTitle: String
    /// What a meeting's entry says.
    public let eventDetails: String
    /// What a calendar of open hours is called.
    public let hoursTitle: String
    /// What each window in it says.
    public let hoursDetails: String
    /// The words for the ways to meet.
    public let modes: [MeetingMode: String]

    /// The words that requests need.
    public init(
      subject: String, message: String, eventTitle: String, eventDetails: String, hoursTitle: String,
      hoursDetails: String, modes: [MeetingMode: String]
    ) {
      self.subject = subject
      self.message = message
      self.eventTitle = eventTitle
      self.eventDetails = eventDetails
      self.hoursTitle = hoursTitle
      self.hoursDetails = hoursDetails
      self.modes = modes
    }
  }

  /// What texts of the settings may have filled in.
  public static let placeholders = SiteSettings.RequestSettings.placeholders

  private let settings: SiteSettings
  private let words: Words
  private let subject: MessageTemplate
  private let message: MessageTemplate
  private let eventTitle: MessageTemplate
  private let eventDetails: MessageTemplate
  private let hoursTitle: MessageTemplate
  private let hoursDetails: MessageTemplate
  private let providers: [CalendarProvider]
  private let webMail: [WebMail]
  private let calendarEndpoints: CalendarEndpoints

  /// A writer for a site. A placeholder that nothing fills stays as it was written.
  public init(settings: SiteSettings, words: Words) {
    // A site that has no address yet can't quote one: the lines that would are left out.
    let lacksAddress = settings.baseURL == nil
    func compiled(_ text: String) -> MessageTemplate {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let kept = lacksAddress ? lines.filter { !$0.contains("{profile_url}") } : lines
      return MessageTemplate.compile(kept.joined(separator: "\n"), known: Self.placeholders).template
    }
    self.settings = settings
    self.words = words
    subject = compiled(settings.requests.subject ?? words.subject)
    message = compiled(settings.requests.message ?? words.message)
    eventTitle = compiled(words.eventTitle)
    eventDetails = compiled(words.eventDetails)
    hoursTitle = compiled(words.hoursTitle)
    hoursDetails = compiled(words.hoursDetails)
    providers = settings.requests.calendars.compactMap(CalendarProvider.init)
    webMail = settings.requests.webMail.compactMap(WebMail.init)
    calendarEndpoints = CalendarEndpoints(byName: settings.requests.calendarEndpoints)
  }
}

// MARK: - Whom to write to

extension RequestWriter {
  /// Who gets a request.
  public struct Recipient: Hashable, Sendable {
    /// The address that a page may show.
    public let address: MailAddress
    /// Whether it is the office's, who passes the request on.
    public let isOffice: Bool
  }

  /// Who gets a request to a mentor by a link that stands on a page, by the settings' policy; nil when there is no
  /// address that a page may show.
  public func recipient(for mentor: Mentor) -> Recipient? { Self.recipient(for: mentor, settings: settings) }

  /// Who gets a request to a mentor, by the policy of these settings.
  public static func recipient(for mentor: Mentor, settings: SiteSettings) -> Recipient? {
    switch settings.requests.address {
    case .open:
      if let email = mentor.email { return Recipient(address: email, isOffice: false) }
    case .relay:
      if let alias = settings.requests.alias(of: mentor) { return Recipient(address: alias, isOffice: false) }
    case .office, .onClick:
      break
    }
    return settings.contact.email.map { Recipient(address: $0, isOffice: true) }
  }

  /// The mentor's own address where it may be put together when a student writes, but stand nowhere in clear.
  public func concealedAddress(of mentor: Mentor) -> MailAddress? {
    settings.requests.address == .onClick ? mentor.email : nil
  }

  /// The alias that stands in the place of a mentor's own address.
  public func alias(of mentor: Mentor) -> MailAddress? { settings.requests.alias(of: mentor) }

  /// Whether there is any way at all to send a request to a mentor.
  public static func canReach(_ mentor: Mentor, settings: SiteSettings) -> Bool {
    recipient(for: mentor, settings: settings) != nil || settings.requests.address == .onClick && mentor.email != nil
  }

  /// The number that a page may show.
  public func publicPhone(of mentor: Mentor) -> PhoneNumber? {
    settings.privacy.publishesPhone ? mentor.phone : nil
  }
}

// MARK: - Messages

extension RequestWriter {
  /// A message as it begins: the student goes on from there.
  public struct Message: Hashable, Sendable {
    /// The subject.
    public let subject: String
    /// The text.
    public let body: String
  }

  /// What a message to a mentor begins with.
  public func message(to mentor: Mentor) -> Message {
    Message(subject: filled(subject, for: mentor), body: filled(message, for: mentor))
  }

  /// The subject of a message to a mentor.
  public func subject(to mentor: Mentor) -> String { filled(subject, for: mentor) }

  /// A link that begins the message in the reader's mail program.
  public func mailLink(_ message: Message, to recipient: Recipient) -> SafeURL {
    MailtoLink.url(to: [recipient.address], subject: message.subject, body: message.body).url
  }

  /// Links that begin the message in a mail service on the web, for readers without a mail program.
  public func webMailLinks(_ message: Message, to recipient: Recipient) -> [(service: WebMail, link: SafeURL)] {
    webMail.compactMap { service in
      service.link(
        to: [recipient.address], subject: message.subject, body: message.body,
        endpoint: settings.requests.webMailEndpoints[service.rawValue]
      ).map { (service, $0.url) }
    }
  }

  /// A template's text for one mentor.
  private func filled(_ template: MessageTemplate, for mentor: Mentor) -> String {
    template.filled { placeholder in
      switch placeholder {
      case "mentor", "name": mentor.name
      case "first_name": mentor.greetingName
      case "site": settings.title
      case "profile_url": settings.baseURL?.absolute(SiteAddresses.mentor(mentor.slug)).text
      default: nil
      }
    }
  }
}

// MARK: - Meetings

extension RequestWriter {
  /// The meeting that a slot would become, with the mentor as guest.
  public func event(_ slot: Slot, with mentor: Mentor) -> CalendarEvent {
    return CalendarEvent(
      slot, title: filled(eventTitle, for: mentor), details: filled(eventDetails, for: mentor),
      location: place(of: mentor), guests: recipient(for: mentor).map { [$0.address] } ?? [])
  }

  /// The meetings that a mentor's slots would become. Only their times differ, so the words are made once.
  public func events(_ slots: [Slot], with mentor: Mentor) -> [CalendarEvent] {
    guard let first = slots.first else { return [] }
    let event = event(first, with: mentor)
    return slots.map { slot in
      var event = event
      event.start = slot.start
      event.end = slot.end
      return event
    }
  }

  /// Links that begin the meeting in the calendars that the settings name.
  public func calendarLinks(for event: CalendarEvent) -> [(provider: CalendarProvider, link: SafeURL)] {
    providers.compactMap { provider in provider.link(for: event, endpoints: calendarEndpoints).map { (provider, $0) } }
  }

  /// A file that holds a slot free in the student's own calendar.
  public func calendarFile(_ slot: Slot, with mentor: Mentor) -> [UInt8] {
    ICalendar.hold(
      event(slot, with: mentor), uidHost: uidHost, slug: mentor.slug,
      stamp: Self.lastChange(of: mentor) ?? Instant(secondsSinceEpoch: 0), productID: Self.productID)
  }

  /// The host that makes the identifiers of a site's meetings its own.
  public var uidHost: String { settings.baseURL?.host ?? "mentorbook.invalid" }

  private static let productID = "-//Mentorbook//Mentorbook//EN"

  /// A mentor's open hours as a calendar to subscribe to; of one who takes no requests at the moment, an empty one.
  ///
  /// The hours are told from the profile's last change on, so that the file stays the same from day to day.
  public func openHours(of mentor: Mentor, zone: TimeZoneRules, today: CivilDate) -> [UInt8] {
    let newYear = CivilDate(year: today.year, month: 1, day: 1) ?? today
    let change = Self.lastChange(of: mentor)?.utcDate
    let first = change.flatMap { $0 <= today ? $0 : nil } ?? newYear
    let availability = mentor.takesRequests ? mentor.availability : Availability()
    return OpenHoursFeed(
      slug: mentor.slug, uidHost: uidHost, zone: mentor.timeZone,
      observances: zone.observances(
        from: zone.instant(of: first, .startOfDay), to: Instant(utc: newYear.adding(days: 6 * 366))),
      hours: OpenHours(availability, holidays: settings.scheduling.holidays, from: first),
      title: filled(hoursTitle, for: mentor), details: filled(hoursDetails, for: mentor),
      page: settings.baseURL?.absolute(SiteAddresses.mentor(mentor.slug)),
      stamp: Self.lastChange(of: mentor) ?? Instant(secondsSinceEpoch: 0), productID: Self.productID
    ).bytes
  }

  private func place(of mentor: Mentor) -> String? {
    if mentor.meetingModes.first == .inPerson, let place = mentor.meetingPlace { return place }
    return mentor.meetingModes.first { $0 != .email }.flatMap { words.modes[$0] }
  }

  /// The last change that the profile itself tells of. Neither the build's time, which would change every file every
  /// night, nor the file's, which a fresh clone sets anew.
  private static func lastChange(of mentor: Mentor) -> Instant? {
    [mentor.verified, mentor.joined].compactMap(\.self).max().map { Instant(utc: $0) }
  }
}

// MARK: - Contact cards

extension RequestWriter {
  /// The versions of vCard.
  public enum ContactCardVersion: Sendable {
    /// What telephones import whole.
    case v3
    /// The one that replaced it.
    case v4
  }

  /// The largest photo that a contact card has in it; larger ones make cards that some telephones refuse.
  public static let largestPhotoOnCard = 48 * 1_024

  /// A mentor's contact card, with the address that pages show and never another.
  ///
  /// - Parameter photo: the photo that the page shows, as JPEG.
  public func contactCard(of mentor: Mentor, photo: [UInt8]? = nil, version: ContactCardVersion = .v3) -> [UInt8] {
    let page = settings.baseURL?.absolute(SiteAddresses.mentor(mentor.slug))
    let recipient = recipient(for: mentor)
    var fields = VCardFields(fullName: mentor.name)
    fields.pronouns = mentor.pronouns
    fields.organization = mentor.employer
    fields.title = mentor.title
    fields.emails = recipient.map { $0.isOffice ? [] : [$0.address] } ?? []
    fields.phones = publicPhone(of: mentor).map { [$0] } ?? []
    fields.city = mentor.location.city
    fields.region = mentor.location.region
    fields.country = mentor.location.country
    fields.urls = [page].compactMap(\.self) + mentor.links.map(\.url)
    fields.note = mentor.headline
    fields.uid = page?.text
    fields.revision = Self.lastChange(of: mentor)
    fields.photo = photo.flatMap { $0.count <= Self.largestPhotoOnCard ? $0 : nil }
    return switch version {
    case .v3: VCard.v3(fields)
    case .v4: VCard.v4(fields)
    }
  }
}
