import Addresses
import FrontMatter
import Hypertext
import Markdown
import Scheduling
import TextKeys

/// A person who mentors: one profile, valid and to be published.
///
/// Immutable, so that it behaves as a value; a class, because copying some forty fields wherever a mentor is handed on
/// took 6 % of a large build.
public final class Mentor: Sendable {
  /// The profile's name in URLs: its file's name.
  public let slug: String
  /// The profile's file, as a person would type it.
  public let path: String
  /// The name as it is shown.
  public let name: String
  /// The name's place among others.
  public let sortKey: CollationKey
  /// What a message calls the mentor, where that is not the name's first word.
  public let called: String?
  /// Pronouns, as the mentor writes them.
  public let pronouns: String?
  /// One line about the mentor, in their words.
  public let headline: String?
  /// The photo's file below `content/photos/`, and where the profile names it.
  public let photo: Located<String>?
  /// The mentor's own address. Whether a page may show it is the settings' decision.
  public let email: MailAddress?
  /// The mentor's number.
  public let phone: PhoneNumber?
  /// How the mentor likes to be reached first.
  public let preferredContact: ContactPreference?
  /// The year of graduation.
  public let classYear: Int?
  /// School, degree and majors.
  public let school: String?
  /// The degree.
  public let degree: String?
  /// The majors.
  public let majors: [String]
  /// Where the mentor works.
  public let employer: String?
  /// What the mentor does there.
  public let title: String?
  /// The industry.
  public let industry: String?
  /// What the mentor knows about.
  public let expertise: [String]
  /// What the mentor helps with.
  public let helpWith: [String]
  /// The languages that the mentor speaks.
  public let languages: [String]
  /// Where the mentor lives.
  public let location: Location
  /// The name of the mentor's time zone in the tz database.
  public let timeZone: String
  /// Whether for a quick meeting, a lasting relationship, or both.
  public let mentoring: [MentoringKind]
  /// How the mentor meets.
  public let meetingModes: [MeetingMode]
  /// Where to meet in person.
  public let meetingPlace: String?
  /// When the mentor has time.
  public let availability: Availability
  /// Whether the mentor takes requests.
  public let status: MentorStatus
  /// How many mentees at once; 0 is full.
  public let capacity: Int?
  /// When the profile was last confirmed.
  public let verified: CivilDate?
  /// Since when the mentor has been here.
  public let joined: CivilDate?
  /// Pages elsewhere.
  public let links: [ProfileLink]
  /// What the settings' own fields hold, in the settings' order.
  public let custom: [CustomValue]
  /// The text below the front matter.
  public let bio: RenderedMarkdown

  init(
    slug: String,
    path: String,
    name: String,
    sortKey: CollationKey,
    called: String?,
    pronouns: String?,
    headline: String?,
    photo: Located<String>?,
    email: MailAddress?,
    phone: PhoneNumber?,
    preferredContact: ContactPreference?,
    classYear: Int?,
    school: String?,
    degree: String?,
    majors: [String],
    employer: String?,
    title: String?,
    industry: String?,
    expertise: [String],
    helpWith: [String],
    languages: [String],
    location: Location,
    timeZone: String,
    mentoring: [MentoringKind],
    meetingModes: [MeetingMode],
    meetingPlace: String?,
    availability: Availability,
    status: MentorStatus,
    capacity: Int?,
    verified: CivilDate?,
    joined: CivilDate?,
    links: [ProfileLink],
    custom: [CustomValue],
    bio: RenderedMarkdown
  ) {
    self.slug = slug
    self.path = path
    self.name = name
    self.sortKey = sortKey
    self.called = called
    self.pronouns = pronouns
    self.headline = headline
    self.photo = photo
    self.email = email
    self.phone = phone
    self.preferredContact = preferredContact
    self.classYear = classYear
    self.school = school
    self.degree = degree
    self.majors = majors
    self.employer = employer
    self.title = title
    self.industry = industry
    self.expertise = expertise
    self.helpWith = helpWith
    self.languages = languages
    self.location = location
    self.timeZone = timeZone
    self.mentoring = mentoring
    self.meetingModes = meetingModes
    self.meetingPlace = meetingPlace
    self.availability = availability
    self.status = status
    self.capacity = capacity
    self.verified = verified
    self.joined = joined
    self.links = links
    self.custom = custom
    self.bio = bio
  }
}

extension Mentor {
  /// What a message calls the mentor: `called`, else the first word of the name.
  ///
  /// In many languages the first word is the family's; whoever is so named says `called` in the profile.
  public var greetingName: String {
    if let called { return called }
    let words = name.utf8.split(separator: UInt8(ascii: " "))
    return words.first { $0.last != UInt8(ascii: ".") }.map { String(Substring($0)) } ?? name
  }

  /// Whether the mentor has as many mentees as they can take.
  public var isFull: Bool { capacity == 0 }

  /// Whether a student can ask for a meeting.
  public var takesRequests: Bool { status == .active && !isFull }
}

/// Where a mentor lives, as far as they say.
public struct Location: Hashable, Sendable {
  /// The city.
  public let city: String?
  /// The state, province or county.
  public let region: String?
  /// The country.
  public let country: String?

  /// Nowhere said.
  public static let unknown = Location(city: nil, region: nil, country: nil)
}

/// A link from a profile to a page elsewhere.
public struct ProfileLink: Hashable, Sendable {
  /// What it is called: `linkedin`, or the writer's own word.
  public let name: String
  /// The page.
  public let url: SafeURL
}

/// How a mentor likes to be reached first.
public enum ContactPreference: String, CaseIterable, Hashable, Sendable {
  case email
  case text
  case phone
  case video
  case inPerson = "in-person"
}

/// What kind of mentoring is offered.
public enum MentoringKind: String, CaseIterable, Hashable, Sendable {
  /// One quick meeting.
  case flash
  /// A lasting relationship.
  case ongoing
}

/// How a mentor and a mentee meet.
public enum MeetingMode: String, CaseIterable, Hashable, Sendable {
  case video
  case phone
  case inPerson = "in-person"
  case email
}

/// Whether a mentor takes requests on the day that the site is built for.
public enum MentorStatus: Hashable, Sendable {
  /// Takes requests.
  case active
  /// Is listed, takes none; back on a day, or who knows when.
  case paused(until: CivilDate?)
}
