import Community
import Hypertext
import Requests

extension SiteModel {
  convenience init(_ community: Community, phrases: Phrasebook, browserPages: Set<BrowserPage>) {
    let settings = community.settings
    func browserPage(_ page: BrowserPage) -> Link? { browserPages.contains(page) ? .site(page.address) : nil }
    func page(_ name: String) -> Link? {
      community.pages.first { $0.contentPath == "pages/\(name).md" }.map { .site($0.address) }
    }
    let mail = settings.contact.email.map { MailtoLink.url(to: [$0], subject: nil, body: nil).url }
    self.init(
      title: settings.title, tagline: settings.tagline, organization: settings.organization,
      contactName: settings.contact.name, contactEmail: settings.contact.email?.text,
      contact: mail.map { .external($0) }, contactPage: settings.contact.page,
      shortlist: browserPage(.shortlist), respond: browserPage(.respond), connections: browserPage(.connections),
      guide: community.guide.first.map { .site($0.address) }, join: page("join"),
      privacy: page("privacy"), about: page("about"), logo: settings.logo.map { .site($0) },
      feed: settings.directory.hasFeed && settings.baseURL != nil ? .site(SiteAddresses.feed) : nil,
      mentorCount: community.mentors.count,
      mentorCountLabel: phrases.plural(.mentorsCount, community.mentors.count),
      year: String(community.today.year), timeZoneVersion: community.zones.version ?? "")
  }
}
