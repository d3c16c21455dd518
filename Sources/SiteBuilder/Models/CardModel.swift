import Hypertext
import Templates

/// A mentor at a glance: one for the whole build, shared by every list that shows the mentor and by the profile.
final class CardModel: TemplateModel {
  let slug: String
  let name: String
  let link: Link
  let headline: String?
  let pronouns: String?
  let position: String?
  let location: String?
  let classLabel: String?
  let photo: Link?
  let photoLabel: String
  let initials: String
  let tint: Int
  let industry: TermModel?
  let expertise: [TermModel]
  let moreExpertise: String?
  let modes: [ModeModel]
  let offersFlash: Bool
  let offersOngoing: Bool
  let isPaused: Bool
  let pausedNote: String?
  let isFull: Bool
  let nextOpening: OpeningModel?

  init(
    slug: String, name: String, link: Link, headline: String?, pronouns: String?, position: String?, location: String?,
    classLabel: String?, photo: Link?, photoLabel: String, initials: String, tint: Int, industry: TermModel?,
    expertise: [TermModel], moreExpertise: String?, modes: [ModeModel], offersFlash: Bool, offersOngoing: Bool,
    isPaused: Bool, pausedNote: String?, isFull: Bool, nextOpening: OpeningModel?
  ) {
    self.slug = slug
    self.name = name
    self.link = link
    self.headline = headline
    self.pronouns = pronouns
    self.position = position
    self.location = location
    self.classLabel = classLabel
    self.photo = photo
    self.photoLabel = photoLabel
    self.initials = initials
    self.tint = tint
    self.industry = industry
    self.expertise = expertise
    self.moreExpertise = moreExpertise
    self.modes = modes
    self.offersFlash = offersFlash
    self.offersOngoing = offersOngoing
    self.isPaused = isPaused
    self.pausedNote = pausedNote
    self.isFull = isFull
    self.nextOpening = nextOpening
  }

  static let schema = Schema<CardModel>("card", "A mentor at a glance. A profile has all of it too.") {
    Field.text("slug", "The mentor's short name, which stays: the last part of the profile's address.") { $0.slug }
    Field.text("name", "The mentor's name.") { $0.name }
    Field.link("link", "The profile.") { $0.link }
    Field.text("headline", "One line in the mentor's words.") { $0.headline }
    Field.text("pronouns", "Pronouns.") { $0.pronouns }
    Field.text("position", "Title and employer.") { $0.position }
    Field.text("location", "City and country.") { $0.location }
    Field.text("class_label", "Class of 2013.") { $0.classLabel }
    Field.link("photo", "The photo; where absent, draw the initials.") { $0.photo }
    Field.text("photo_alt", "What the photo shows, for those who can't see it.") { $0.photoLabel }
    Field.text("initials", "One or two letters of the name.") { $0.initials }
    Field.number("tint", "A number from 0 to 11 that stays with the mentor, to colour the initials by.") { $0.tint }
    Field.model("industry", "The industry.") { $0.industry }
    Field.listing("expertise", "The first three areas of expertise.", \.expertise)
    Field.text("more_expertise", "How many more there are: +2.") { $0.moreExpertise }
    Field.listing("modes", "How the mentor meets.", \.modes)
    Field.flag("offers_flash", "Whether the mentor offers flash mentoring.") { $0.offersFlash }
    Field.flag("offers_ongoing", "Whether the mentor offers ongoing mentoring.") { $0.offersOngoing }
    Field.flag("is_paused", "Whether the mentor takes no requests at the moment.") { $0.isPaused }
    Field.text("paused_note", "When the mentor is back.") { $0.pausedNote }
    Field.flag("is_full", "Whether the mentor has as many mentees as they can take.") { $0.isFull }
    Field.model("next_opening", "The next slot.") { $0.nextOpening }
  }
}

/// A way to meet.
struct ModeModel: TemplateModel {
  let key: String
  let label: String

  static let schema = Schema<ModeModel>("mode", "A way to meet.") {
    Field.text("key", "video, phone, in-person or email.") { $0.key }
    Field.text("label", "What it is called.") { $0.label }
  }
}

/// A moment at which a mentor has time.
struct OpeningModel: TemplateModel {
  let label: String
  let dateTime: String

  static let schema = Schema<OpeningModel>("opening", "A moment at which a mentor has time.") {
    Field.text("label", "Day and time in the mentor's zone, which it names.") { $0.label }
    Field.text("datetime", "The instant as ISO 8601, for <time>.") { $0.dateTime }
  }
}
