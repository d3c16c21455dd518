import Community
import Hypertext
import Templates

/// A mentor's profile.
struct ProfilePage: TemplateModel {
  let site: SiteModel
  let page: PageHead
  let card: CardModel
  let bio: SafeHTML
  let facts: [Fact]
  let helpWith: [LabelledLink]
  let links: [LabelledLink]
  let availability: [LabelledLink]
  let zoneLabel: String
  let timeZone: String
  let meetingPlace: String?
  let request: RequestModel
  let requestData: [UInt8]?
  let slots: [SlotModel]
  let zoneRules: String?
  let slotsNote: String?
  let hoursFeed: Link?
  let contactCard: Link?
  let contactCard4: Link?
  let mentorSince: String?
  let capacityLabel: String?
  let similar: [SimilarMentor]

  static let schema = Schema<ProfilePage>("profile", "A mentor's profile. It has all that a card has, and more.") {
    Field.including(\ProfilePage.card)
    Field.model("site", "The site.", \.site)
    Field.model("page", "The page.", \.page)
    Field.html("bio", "The text of the profile.") { $0.bio }
    Field.listing("facts", "What the mentor says in fields.", \.facts)
    Field.listing("help_with", "What the mentor helps with.", \.helpWith)
    Field.listing("links", "Pages elsewhere.", \.links)
    Field.listing("availability", "The weekly hours: Tuesdays, 16:00–17:30.", \.availability)
    Field.text("zone_label", "The mentor's time zone, in words.") { $0.zoneLabel }
    Field.text("time_zone", "Its name in the tz database: America/New_York.") { $0.timeZone }
    Field.text("meeting_place", "Where to meet in person.") { $0.meetingPlace }
    Field.model("request", "How to ask for a meeting.", \.request)
    Field.json("request_data", "What a script needs to write a request, as JSON; absent where none can be sent.") {
      $0.requestData
    }
    Field.listing("slots", "The next openings.", \.slots)
    Field.text("slots_note", "In which zone the times are, or why none are shown.") { $0.slotsNote }
    Field.text("zone_rules", "By which release of the time zones' rules they are reckoned.") { $0.zoneRules }
    Field.link("hours_feed", "A calendar of the weekly hours to subscribe to, where the mentor has one.") {
      $0.hoursFeed
    }
    Field.link("vcard", "A contact card to download.") { $0.contactCard }
    Field.link("vcard_4", "The same in version 4.0, where the settings offer it.") { $0.contactCard4 }
    Field.text("mentor_since", "Mentor since 2019.") { $0.mentorSince }
    Field.text("capacity_label", "How many mentees at a time.") { $0.capacityLabel }
    Field.listing("similar", "Up to four mentors who are like this one.", \.similar)
    Field.link("back", "Explore the Community.") { _ in .site(SiteAddresses.explore) }
  }
}

/// One line of the facts list.
struct Fact: TemplateModel {
  var label: String
  var value: String?
  var terms: [TermModel] = []
  var link: Link?

  static let schema = Schema<Fact>("fact", "One line of the facts list.") {
    Field.text("label", "What is told.") { $0.label }
    Field.text("value", "The value, where it is no term.") { $0.value }
    Field.listing("terms", "The values, where one can filter by them.", \.terms)
    Field.link("link", "Where the value leads.") { $0.link }
  }
}

/// Another mentor who is like the one whose page it is.
struct SimilarMentor: TemplateModel {
  let card: CardModel
  let shared: [LabelledLink]

  static let schema = Schema<SimilarMentor>(
    "similar mentor", "A mentor who is like this one. It has all that a card has."
  ) {
    Field.including(\SimilarMentor.card)
    Field.listing("shared", "What both have in common, what says the most first: up to three things.", \.shared)
  }
}

/// A label that may lead somewhere.
struct LabelledLink: TemplateModel {
  let label: String
  var link: Link?
  var key = ""

  static let schema = Schema<LabelledLink>("label", "A label that may lead somewhere.") {
    Field.text("label", "Its words.") { $0.label }
    Field.link("link", "Where it leads.") { $0.link }
    Field.text("key", "A short name for it, to style by.") { $0.key }
  }
}

/// How to ask a mentor for a meeting.
struct RequestModel: TemplateModel {
  let isOpen: Bool
  let closedNote: String?
  let message: Link?
  let messageLabel: String
  let messageHint: String?
  let alternatives: [LabelledLink]
  let preview: String
  let officeNote: String?

  static let schema = Schema<RequestModel>("request", "How to ask for a meeting.") {
    Field.flag("is_open", "Whether the mentor takes requests.") { $0.isOpen }
    Field.text("closed_note", "Why not, and until when.") { $0.closedNote }
    Field.link("message", "A mail, text or call to the mentor: the way that they like best.") { $0.message }
    Field.text("message_label", "What that is called: Send a message.") { $0.messageLabel }
    Field.text("message_hint", "How the mentor likes to be reached.") { $0.messageHint }
    Field.listing("alternatives", "Other ways.", \.alternatives)
    Field.text("preview", "What a message begins with.") { $0.preview }
    Field.flag("through_office", "Whether the office passes the message on.") { $0.officeNote != nil }
    Field.text("office_note", "That it does.") { $0.officeNote }
  }
}

/// One concrete moment that a student can ask for.
struct SlotModel: TemplateModel {
  let dateLabel: String
  let timeLabel: String
  let dateTime: String
  let lengthLabel: String
  let calendars: [CalendarLink]
  let file: Link?

  static let schema = Schema<SlotModel>("slot", "A moment that a student can ask for.") {
    Field.text("date_label", "The day, in the mentor's zone.") { $0.dateLabel }
    Field.text("time_label", "The time, in the mentor's zone.") { $0.timeLabel }
    Field.text("datetime", "The instant as ISO 8601, for <time>.") { $0.dateTime }
    Field.text("length_label", "How long: 30 minutes.") { $0.lengthLabel }
    Field.listing("calendars", "Links that open a meeting request in a calendar.", \.calendars)
    Field.link("file", "A calendar file that holds the time free.") { $0.file }
  }
}

/// A link that opens a meeting request in one provider's calendar.
struct CalendarLink: TemplateModel {
  let name: String
  let key: String
  let link: Link

  static let schema = Schema<CalendarLink>("calendar", "A link that opens a meeting request in a calendar.") {
    Field.text("name", "What the provider is called.") { $0.name }
    Field.text("key", "Its short name: google, outlook, microsoft365.") { $0.key }
    Field.link("link", "The link.") { $0.link }
  }
}
