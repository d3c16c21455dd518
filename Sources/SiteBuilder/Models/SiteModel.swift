import Community
import Hypertext
import Templates

/// What every page may say about the site. One for the whole build, shared by all pages.
final class SiteModel: TemplateModel {
  let title: String
  let tagline: String?
  let organization: String?
  let contactName: String?
  let contactEmail: String?
  let contact: Link?
  let contactPage: Link?
  let shortlist: Link?
  let respond: Link?
  let connections: Link?
  let guide: Link?
  let join: Link?
  let privacy: Link?
  let about: Link?
  let logo: Link?
  let feed: Link?
  let mentorCount: Int
  let mentorCountLabel: String
  let year: String
  let timeZoneVersion: String

  init(
    title: String, tagline: String?, organization: String?, contactName: String?, contactEmail: String?, contact: Link?,
    contactPage: Link?, shortlist: Link?, respond: Link?, connections: Link?, guide: Link?, join: Link?, privacy: Link?,
    about: Link?, logo: Link?, feed: Link?, mentorCount: Int, mentorCountLabel: String, year: String,
    timeZoneVersion: String
  ) {
    self.title = title
    self.tagline = tagline
    self.organization = organization
    self.contactName = contactName
    self.contactEmail = contactEmail
    self.contact = contact
    self.contactPage = contactPage
    self.shortlist = shortlist
    self.respond = respond
    self.connections = connections
    self.guide = guide
    self.join = join
    self.privacy = privacy
    self.about = about
    self.logo = logo
    self.feed = feed
    self.mentorCount = mentorCount
    self.mentorCountLabel = mentorCountLabel
    self.year = year
    self.timeZoneVersion = timeZoneVersion
  }

  static let schema = Schema<SiteModel>("site", "The site as a whole.") {
    Field.text("title", "The site's name.") { $0.title }
    Field.text("tagline", "A line under the name.") { $0.tagline }
    Field.text("organization", "The university or school.") { $0.organization }
    Field.link("home", "The home page.") { _ in .site(.home) }
    Field.link("explore", "Explore the Community.") { _ in .site(SiteAddresses.explore) }
    Field.link("shortlist", "The mentors that a reader saved, where the theme has that page.") { $0.shortlist }
    Field.link("respond", "Where a mentor opens a request, where the theme has that page.") { $0.respond }
    Field.link("connections", "The reader's own connections, where the theme has that page.") { $0.connections }
    Field.link("guide", "The guide's first page, where there is a guide.") { $0.guide }
    Field.link("join", "The page on how to become a mentor, where there is one.") { $0.join }
    Field.link("about", "The page about the site, where there is one.") { $0.about }
    Field.link("privacy", "The page on privacy, where there is one.") { $0.privacy }
    Field.text("contact_name", "The office behind the site.") { $0.contactName }
    Field.text("contact_email", "The office's address.") { $0.contactEmail }
    Field.link("contact", "A mail to the office.") { $0.contact }
    Field.link("contact_page", "Where the site tells whom to ask.") { $0.contactPage }
    Field.link("logo", "The university's logo.") { $0.logo }
    Field.link("feed", "The Atom feed of new mentors, where there is one.") { $0.feed }
    Field.number("mentor_count", "Mentors that the site lists.") { $0.mentorCount }
    Field.text("mentor_count_label", "The same in words: 36 mentors.") { $0.mentorCountLabel }
    Field.text("year", "The year that the site is built for.") { $0.year }
    Field.text("tz_version", "The version of the time zone database.") { $0.timeZoneVersion }
  }
}
