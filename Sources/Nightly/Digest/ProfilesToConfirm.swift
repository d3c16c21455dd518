import Addresses
import Community
import Hypertext
import Requests
import Scheduling

/// The profiles that nobody has confirmed for long, and a mail to each mentor that only has to be sent.
public struct ProfilesToConfirm: Sendable {
  /// One of them.
  public struct Profile: Sendable {
    /// The name of the profile's file.
    public let slug: String
    /// The mentor's name.
    public let name: String
    /// When somebody last confirmed it.
    public let verified: CivilDate
    /// The day from which it is shown as paused.
    public let pausedOn: CivilDate
    /// Whether that day has come.
    public let isPaused: Bool
    /// Opens a mail to the mentor, written; nil without an address.
    public let mail: SafeURL?
  }

  /// Those that are shown as paused or will be within a month, the longest unconfirmed first.
  public private(set) var profiles: [Profile] = []
  /// The office's address.
  public private(set) var office: MailAddress?
  /// The site's title.
  public private(set) var siteTitle = "Mentorbook"

  init() {}

  init(_ options: NightOptions) {
    let build = options.build
    guard
      let community = Community.load(
        LoadOptions(
          contentFolder: build.contentFolder, asOf: build.asOf, baseURL: build.baseURL, workers: build.workers)
      ).community
    else { return }
    office = community.settings.contact.email
    siteTitle = community.settings.title
    guard let limit = community.settings.privacy.verifiedWithinDays else { return }
    for mentor in community.mentors {
      guard let verified = mentor.verified else { continue }
      let pausedOn = verified.adding(days: limit + 1)
      guard pausedOn.daysSinceEpoch - community.today.daysSinceEpoch <= Self.noticeDays else { continue }
      let isPaused = pausedOn <= community.today
      profiles.append(
        Profile(
          slug: mentor.slug, name: mentor.name, verified: verified, pausedOn: pausedOn, isPaused: isPaused,
          mail: mentor.email.map { Self.mail(to: mentor, at: $0, from: community, on: pausedOn, isPaused: isPaused) }))
    }
    profiles.sort { ($0.pausedOn, $0.slug) < ($1.pausedOn, $1.slug) }
  }

  /// How long before.
  private static let noticeDays = 30

  private static func mail(
    to mentor: Mentor, at address: MailAddress, from community: Community, on day: CivilDate, isPaused: Bool
  ) -> SafeURL {
    let settings = community.settings
    let page = settings.baseURL.map { "\n\n\($0.absolute(SiteAddresses.mentor(mentor.slug)).text)" } ?? ""
    let body = """
      Dear \(mentor.greetingName),

      your profile in \(settings.title) was last confirmed on \(mentor.verified?.iso ?? ""). \
      \(isPaused ? "Since \(day.iso) it has been shown as paused" : "From \(day.iso) it will be shown as paused"), \
      so that students don't write in vain.\(page)

      Is it still right, and do you still take requests? A line in reply is enough.

      Thank you!
      """
    return MailtoLink.url(to: [address], subject: "Your profile in \(settings.title): still right?", body: body).url
  }
}
