import Hypertext
import Templates

/// A profile page such as the default theme draws: some 80 values, six slots of three calendar links, fifteen terms.
struct ProfilePage: TemplateModel {
  let name: String
  let headline: String?
  let pronouns: String?
  let position: String?
  let location: String?
  let biography: SafeHTML
  let photo: Link?
  let initials: String
  let tint: Int
  let isPaused: Bool
  let facts: [Fact]
  let slots: [Slot]
  let request: Request
  let site: Site
  let frame: Frame
  let terms: [Term]
  let schoolLabel: String?
  let capacity: String?

  static let schema = Schema<ProfilePage>("profile", "a mentor's page") {
    Field.text("name", "the mentor's name") { $0.name }
    Field.text("headline", "one line about the mentor") { $0.headline }
    Field.text("pronouns", "as the mentor gave them") { $0.pronouns }
    Field.text("position", "title and employer") { $0.position }
    Field.text("location", "city and country") { $0.location }
    Field.html("bio", "the profile's text") { $0.biography }
    Field.link("photo", "the photo") { $0.photo }
    Field.text("initials", "shown when there is no photo") { $0.initials }
    Field.number("tint", "a colour class, 0 to 11") { $0.tint }
    Field.flag("is_paused", "whether the mentor takes no requests now") { $0.isPaused }
    Field.list("facts", "labelled rows", \.facts)
    Field.list("slots", "the next times", \.slots)
    Field.list("expertise", "what the mentor knows", \.terms)
    Field.model("request", "how to ask for a meeting", \.request)
    Field.model("site", "the site", \.site)
    Field.model("page", "what every page has", \.frame)
    Field.text("class_label", "year of graduation") { $0.schoolLabel }
    Field.text("capacity_label", "how many mentees more") { $0.capacity }
  }
}

struct Fact: TemplateModel {
  let label: String
  let value: String?
  let terms: [Term]

  static let schema = Schema<Fact>("fact", "a labelled row") {
    Field.text("label", "what it is about") { $0.label }
    Field.text("value", "plain text") { $0.value }
    Field.list("terms", "terms instead of text", \.terms)
  }
}

struct Term: TemplateModel {
  let label: String
  let link: Link

  static let schema = Schema<Term>("term", "a value of a facet") {
    Field.text("label", "as readers see it") { $0.label }
    Field.link("link", "the term's page") { $0.link }
  }
}

struct Slot: TemplateModel {
  let date: String
  let time: String
  let instant: String
  let calendars: [Calendar]

  static let schema = Schema<Slot>("slot", "a time to meet") {
    Field.text("date_label", "the day") { $0.date }
    Field.text("time_label", "the hours") { $0.time }
    Field.text("datetime", "the instant") { $0.instant }
    Field.list("calendars", "where to put it", \.calendars)
  }
}

struct Calendar: TemplateModel {
  let name: String
  let link: Link

  static let schema = Schema<Calendar>("calendar", "a calendar program") {
    Field.text("name", "as people know it") { $0.name }
    Field.link("link", "opens an event in it") { $0.link }
  }
}

struct Request: TemplateModel {
  let isOpen: Bool
  let message: Link?
  let label: String
  let preview: String

  static let schema = Schema<Request>("request", "how to ask for a meeting") {
    Field.flag("is_open", "whether requests are taken") { $0.isOpen }
    Field.link("message", "opens a mail") { $0.message }
    Field.text("message_label", "what the link says") { $0.label }
    Field.text("preview", "the mail's text") { $0.preview }
  }
}

struct Site: TemplateModel {
  let title: String
  let organization: String
  let year: String

  static let schema = Schema<Site>("site", "what is the same on every page") {
    Field.text("title", "the site's name") { $0.title }
    Field.text("organization", "whose site it is") { $0.organization }
    Field.link("home", "the home page") { _ in .site(.home) }
    Field.link("explore", "the directory") { _ in .site(SitePath("explore/")) }
    Field.text("year", "the current year") { $0.year }
  }
}

struct Frame: TemplateModel {
  let title: String
  let description: String
  let canonical: Link
  let json: [UInt8]
  let navigation: [NavigationItem]
  let stylesheet: Link

  static let schema = Schema<Frame>("page", "what every page has") {
    Field.text("title", "the page's title") { $0.title }
    Field.text("description", "for search engines") { $0.description }
    Field.link("canonical", "the page's own address") { $0.canonical }
    Field.json("json_ld", "for search engines") { $0.json }
    Field.link("stylesheet", "the theme's styles") { $0.stylesheet }
    Field.list("navigation", "the main menu", \.navigation)
  }
}

struct NavigationItem: TemplateModel {
  let title: String
  let link: Link
  let isCurrent: Bool

  static let schema = Schema<NavigationItem>("item", "an entry of the menu") {
    Field.text("title", "what it says") { $0.title }
    Field.link("link", "where it leads") { $0.link }
    Field.flag("is_current", "whether it is this page") { $0.isCurrent }
  }
}
