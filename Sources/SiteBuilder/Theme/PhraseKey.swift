/// The phrases that the generator itself uses: every theme's strings must have them.
///
/// The raw value is the key in `strings/LOCALE.yaml`.
enum PhraseKey: String, CaseIterable, Sendable {
  case allTerms = "all_terms"
  case backOn = "back_on"
  case callName = "call_name"
  case capacity
  case classOf = "class_of"
  case dateFormat = "date_format"
  case connections
  case defaultMessage = "default_message"
  case defaultSubject = "default_subject"
  case explore
  case feedTitle = "feed_title"
  case full
  case guide
  case home
  case hoursDetails = "hours_details"
  case hoursTitle = "hours_title"
  case mentorSince = "mentor_since"
  case mentorsCount = "mentors_count"
  case minutesLong = "minutes"
  case minutesToRead = "min_read"
  case moreCount = "more_count"
  case noAddress = "no_address"
  case notFoundLead = "not_found_lead"
  case notFoundTitle = "not_found_title"
  case openingLabel = "opening_label"
  case pageOf = "page_of"
  case paused
  case peopleIn = "people_in"
  case photoOf = "of_photo"
  case position
  case prefersEmail = "prefers_email"
  case prefersInPerson = "prefers_in_person"
  case prefersPhone = "prefers_phone"
  case prefersTexts = "prefers_texts"
  case prefersVideo = "prefers_video"
  case purposeAdvice = "purpose_advice"
  case purposeInterview = "purpose_interview"
  case purposeNetworking = "purpose_networking"
  case respond
  case ruleLine = "rule_line"
  case sendMessage = "send_message"
  case shortlist
  case slotDetails = "slot_details"
  case slotTitle = "slot_title"
  case textName = "text_name"
  case throughOffice = "through_office"
  case timesShownIn = "times_shown_in"
  case timesUnconfirmed = "times_unconfirmed"
  case timesUnread = "times_unread"
  case updatedOn = "updated_on"
  case weekdayDateFormat = "weekday_date_format"
  case zoneLabel = "zone_label"
  case zoneRules = "zone_rules"

  /// The phrases that have a form for each plural category.
  static let plurals: Set<PhraseKey> = [.capacity, .mentorsCount, .minutesLong, .minutesToRead]
}
