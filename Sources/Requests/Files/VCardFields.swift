import Addresses
import Hypertext
import Scheduling

/// What a contact card says about a person.
public struct VCardFields: Hashable, Sendable {
  /// The name as it is shown.
  public var fullName: String
  /// The part of the name that a list is sorted by; nil when nobody said which that is.
  public var familyName: String?
  /// The rest of the name.
  public var givenName: String?
  /// The pronouns, as in `she/her`.
  public var pronouns: String?
  /// The employer.
  public var organization: String?
  /// The position.
  public var title: String?
  /// Mail addresses, the preferred one first.
  public var emails: [MailAddress]
  /// Telephone numbers, the preferred one first.
  public var phones: [PhoneNumber]
  /// The place of work.
  public var city: String?
  /// The place's state or province.
  public var region: String?
  /// The place's country.
  public var country: String?
  /// Pages about the person.
  public var urls: [SafeURL]
  /// A portrait, as JPEG.
  public var photo: [UInt8]?
  /// A text about the person.
  public var note: String?
  /// What tells this card from every other, for good.
  public var uid: String?
  /// When what it says last changed.
  public var revision: Instant?

  /// A card; everything but the name may be missing.
  public init(
    fullName: String, familyName: String? = nil, givenName: String? = nil, pronouns: String? = nil,
    organization: String? = nil, title: String? = nil, emails: [MailAddress] = [], phones: [PhoneNumber] = [],
    city: String? = nil, region: String? = nil, country: String? = nil, urls: [SafeURL] = [],
    photo: [UInt8]? = nil, note: String? = nil, uid: String? = nil, revision: Instant? = nil
  ) {
    self.fullName = fullName
    self.familyName = familyName
    self.givenName = givenName
    self.pronouns = pronouns
    self.organization = organization
    self.title = title
    self.emails = emails
    self.phones = phones
    self.city = city
    self.region = region
    self.country = country
    self.urls = urls
    self.photo = photo
    self.note = note
    self.uid = uid
    self.revision = revision
  }
}
