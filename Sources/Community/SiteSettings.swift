import Addresses
import Hypertext
import Scheduling

/// What `content/site.yaml` says, with a sensible value for everything that it leaves out.
public struct SiteSettings: Sendable {
  /// The site's name.
  public var title = "Mentors"
  /// A line under the name.
  public var tagline: String?
  /// The university or school.
  public var organization: String?
  /// Where the site will be served; nil while nobody knows.
  public var baseURL: BaseURL?
  /// The language of the pages, as BCP 47 says it: `en`, `pt-BR`.
  public var locale = "en"
  /// The site's time zone, and that of every mentor who names none.
  public var timeZone = "UTC"
  /// The theme's name.
  public var theme = "default"
  /// Whom to ask.
  public var contact = Contact()
  /// Colours.
  public var brand = Brand()
  /// The logo, a file in `content/static/`.
  public var logo: SitePath?
  /// The main navigation; nil for the usual one.
  public var navigation: [LinkedTitle]?
  /// How Explore the Community is laid out.
  public var directory = DirectorySettings()
  /// What one can filter by, in order.
  public var facets: [FacetDefinition] = []
  /// Fields beside the built-in ones, in order.
  public var fields: [CustomField] = []
  /// How a request reads and travels.
  public var requests = RequestSettings()
  /// What holds for every mentor's availability.
  public var scheduling = SchedulingDefaults()
  /// Whether the next openings come as calendar files too.
  public var calendarFiles = true
  /// What is published of a person.
  public var privacy = PrivacySettings()
  /// Links of the settings into the site.
  public var references: [InternalReference] = []

  /// Settings with every default.
  public init() {}
}

// MARK: - Parts

extension SiteSettings {
  /// Whom to ask: the office behind the site.
  public struct Contact: Hashable, Sendable {
    /// The office's name.
    public var name: String?
    /// Its address, which is public.
    public var email: MailAddress?
    /// Its number.
    public var phone: PhoneNumber?
    /// Where the site tells about it.
    public var page: Link?
  }

  /// The university's colours, each as written: `#1f5a4f`.
  public struct Brand: Hashable, Sendable {
    /// The main colour.
    public var color: BrandColor?
    /// A second one, for small things.
    public var accent: BrandColor?
  }

  /// How Explore the Community is laid out.
  public struct DirectorySettings: Hashable, Sendable {
    /// In which order lists show the mentors.
    public enum Order: String, CaseIterable, Hashable, Sendable {
      /// Dealt anew each day, so that nobody is always first.
      case fair
      /// By name, as the locale sorts.
      case name
      /// Who joined last comes first.
      case newest
    }

    /// Cards a page.
    public var pageSize = 24
    /// The order.
    public var order = Order.fair
    /// Whether search engines may list people.
    public var allowsSearchEngines = false
    /// Whether there is an index for searching and filtering in the browser.
    public var hasSearch = true
    /// Whether a profile's page shows mentors who are like this one.
    public var hasSimilar = true
    /// Whether there is an Atom feed of new mentors.
    public var hasFeed = false
  }

  /// How a request reads and travels.
  public struct RequestSettings: Hashable, Sendable {
    /// How far an address is published.
    public enum AddressPolicy: Hashable, Sendable {
      /// The mentor's own address stands on the page.
      case open
      /// The mentor's own address is put together by a script when somebody writes; it stands nowhere in clear, and
      /// whoever has no script writes to the office.
      case onClick
      /// An alias of the university's stands there: a pattern with `{slug}`.
      case relay(pattern: String)
      /// The office gets the mail and passes it on.
      case office
    }

    /// How far an address is published.
    public var address = AddressPolicy.onClick
    /// The subject of a message; nil for the theme's.
    public var subject: String?
    /// What a message begins with; nil for the theme's.
    public var message: String?
    /// The calendars in which a meeting can be begun, by their names in the settings. Yahoo's reads the viewer's own
    /// clock, so that scripts alone link to it.
    public var calendars: [String] = ["google", "outlook", "microsoft365", "yahoo"]
    /// The names that `calendars` may have.
    public static let knownCalendars = ["google", "outlook", "microsoft365", "teams", "yahoo"]
    /// Where calendars are that have moved since this program was made, by their names.
    public var calendarEndpoints: [String: SafeURL] = [:]
    /// The mail services on the web that a message can be begun in, by their names in the settings.
    public var webMail: [String] = ["gmail", "outlook"]
    /// The names that `webMail` may have.
    public static let knownWebMail = ["gmail", "outlook"]
    /// Where mail services are that have moved, by their names.
    public var webMailEndpoints: [String: SafeURL] = [:]
    /// What `subject` and `message` may have filled in, in braces.
    public static let placeholders: Set<String> = ["mentor", "name", "first_name", "site", "profile_url"]
    /// What a request can be about, in the words of who asks.
    public var purposes: [String] = []
    /// The page whose checklist prepares for a meeting; nil for the first page of the guide that has one.
    public var checklist: SitePath?
  }

  /// What is published of a person.
  public struct PrivacySettings: Hashable, Sendable {
    /// Whether a profile needs `consent: true`.
    public var requiresConsent = false
    /// Whether a profile offers a vCard.
    public var offersVCard = false
    /// Whether the vCard has the photo in it, where it is small.
    public var putsPhotoOnVCard = true
    /// Whether a vCard of version 4.0 is offered beside that of 3.0.
    public var offersVCard4 = false
    /// Whether a phone number may be published.
    public var publishesPhone = false
    /// After how many days without confirmation a profile is paused.
    public var verifiedWithinDays: Int?
  }

  /// A facet of the directory.
  public struct FacetDefinition: Hashable, Sendable {
    /// The field: a `ProfileField`'s or a `CustomField`'s name.
    public let field: String
    /// What one term is called; nil for the theme's word.
    public let label: String?
    /// What the terms are called together; nil for the theme's word.
    public let plural: String?
    /// Other words for a term → the term.
    public let synonyms: [String: String]
    /// Terms with a label or slug of their own.
    public let terms: [String: TermDefinition]
  }

  /// What the settings say about one term.
  public struct TermDefinition: Hashable, Sendable {
    /// What pages call it.
    public let label: String?
    /// Its name in URLs.
    public let slug: String?
  }
}

/// A site's public address, such as `https://mentors.example.edu/alumni/`: always ends in `/`.
public struct BaseURL: Hashable, Sendable {
  /// The address, ending in `/`.
  public let text: String
  /// The path part, beginning and ending in `/`.
  public let path: String
  /// The host name.
  public let host: String

  /// An `http` or `https` address without query or fragment.
  public init?(_ written: String) {
    guard let url = SafeURL(written), let scheme = ["https://", "http://"].first(where: url.text.hasPrefix),
      !url.text.contains("?"), !url.text.contains("#")
    else { return nil }
    let rest = url.text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    guard !authority.isEmpty, !authority.contains("@") else { return nil }
    host = String(authority.prefix { $0 != ":" })
    let written = rest.dropFirst(authority.count)
    path = written.isEmpty ? "/" : written.hasSuffix("/") ? String(written) : written + "/"
    text = scheme + authority + path
  }

  /// The whole address of a place in the site.
  public func absolute(_ place: SitePath) -> SafeURL { SafeURL(assembled: text + place.encoded) }
}

/// A colour of the university's, in sRGB.
public struct BrandColor: Hashable, Sendable {
  /// Red, green and blue, 0–255 each.
  public let red: UInt8
  /// Green.
  public let green: UInt8
  /// Blue.
  public let blue: UInt8

  /// A colour as CSS writes it: `#1f5a4f` or `#fff`.
  public init?(_ written: String) {
    guard written.first == "#", written.allSatisfy(\.isASCII) else { return nil }
    let digits = written.dropFirst().compactMap(\.hexDigitValue)
    guard digits.count == written.count - 1, digits.count == 3 || digits.count == 6 else { return nil }
    let six = digits.count == 6 ? digits : digits.flatMap { [$0, $0] }
    red = UInt8(six[0] * 16 + six[1])
    green = UInt8(six[2] * 16 + six[3])
    blue = UInt8(six[4] * 16 + six[5])
  }

  /// A colour by its parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}
