import Addresses
import Hypertext
import Parallelism
import Scheduling

/// Everything that a site's content says, read once and valid: what every later step starts from.
///
/// `Community.load` makes one in three steps:
/// 1. the settings (`SiteSettings.read`), which say how the rest is read;
/// 2. all profiles, guide pages and pages in parallel (`ProfileReading`, `TextPageReading`), each into a finished value
///    or diagnostics;
/// 3. what only the whole can tell: names that clash, the order of pages (`CommunityLoading`).
///
/// A mentor who must not be published (hidden, no consent) is not in it: nothing downstream can leak what it never had.
public struct Community: Sendable {
  /// What `content/site.yaml` says.
  public let settings: SiteSettings
  /// The mentors to publish, in the order of their names (the locale's collation). A mentor's index here is their
  /// number everywhere; in which order lists show them is `ListingOrder`'s.
  public let mentors: [Mentor]
  /// The guide in reading order; its landing page first.
  public let guide: [TextPage]
  /// The free-standing pages (`pages/`), in path order.
  public let pages: [TextPage]
  /// Files to publish as they are, from `content/static/`.
  public let staticFiles: [StaticFile]
  /// Profiles that are kept back, and why.
  public let withheld: [Withheld]
  /// The instant that the site is built for.
  public let asOf: Instant
  /// The day of `asOf` in the site's time zone.
  public let today: CivilDate
  /// The time zones that the site and its mentors live in.
  public let zones: CommunityZones
  /// What is known of mentors' calendars; nil on a site that reads none.
  let calendars: BusyRecord?
}

/// A file that is published unchanged.
public struct StaticFile: Hashable, Sendable {
  /// Where it goes: its path below `content/static/`.
  public let target: String
  /// Where it lies on disk.
  public let source: String
}

/// A profile that is not published.
public struct Withheld: Hashable, Sendable {
  /// Why.
  public enum Reason: String, Hashable, Sendable {
    /// `status: hidden`.
    case hidden
    /// The profile says `consent: false`: the person took it back, or opted out.
    case withdrawn
    /// The settings ask for consent and the profile does not give it.
    case noConsent
    /// `draft: true`, and drafts were not asked for.
    case draft
  }

  /// By what one would know a person whom no page may tell of.
  public struct Identity: Hashable, Sendable {
    /// The name of the profile's file.
    public let slug: String
    /// The person's name.
    public let name: String
    /// The person's addresses.
    public let addresses: [MailAddress]
    /// The person's number.
    public let phone: PhoneNumber?
  }

  /// The profile's file.
  public let path: String
  /// Why it is not published.
  public let reason: Reason
  /// Who it is of; nil where the profile can't be read that far.
  public let identity: Identity?
}

/// The rules of every time zone that the site uses, by name.
public struct CommunityZones: Sendable {
  /// The version of the time zone database, such as `2025b`; nil when the database does not tell.
  public let version: String?
  private let rules: [String: TimeZoneRules]
  /// The site's own zone.
  public let site: TimeZoneRules

  init(version: String?, site: TimeZoneRules, rules: [String: TimeZoneRules]) {
    self.version = version
    self.site = site
    self.rules = rules
  }

  /// The rules of a mentor's zone. Loading has checked every name, so the site's own zone stands in for none.
  public subscript(name: String) -> TimeZoneRules { rules[name] ?? site }
}
