import Diagnostics
import Scheduling

/// Something wrong with what a person wrote, as facts; its words are in `CommunityProblem+Message.swift`.
protocol CommunityProblem {
  var severity: Diagnostic.Severity { get }
  var code: String { get }
  var message: String { get }
  var remedy: Diagnostic.Remedy? { get }
}

/// What can be wrong in `site.yaml`.
enum SettingsProblem {
  case baseURL(String)
  case color(String)
  case relayPattern(String)
  case relayMissing
  case fieldExists(String)
  case fieldShape(String)
  case facetField(String, known: [String])
  case facetTwice(String)
  case facetAddress(String)
  case synonymShape(String)
  case termShape(String)
  case slug(String)
  case service(String, known: [String])
  case placeholder(String)
  case calendar(String)
  case endpoint(String)
  case noOfficeAddress
  case noAddressWithoutScript
  case relayPlus
  case feedWithoutAddress
  case locale(String)
  case noChecklist(String)
}

/// What can be wrong in a profile.
enum ProfileProblem {
  case timeZone(String, nearest: [String])
  case mailAddress(String)
  case phoneNumber(String)
  case date(String)
  case dateSpan(String)
  case dateSpanOrder(String)
  case dateSpanLength(String, days: Int)
  case lengthOfTime(String, example: String)
  case weeklyRule(String)
  case clockTime(String)
  case weekday(String)
  case windowOrder(start: String, end: String)
  case availabilityItem
  case datedWindowShape
  case link(name: String, written: String)
  case linkShape(name: String)
  case photoPath(String)
  case photoMissing(String)
  case requiredField(String, isThere: Bool)
  case noFrontMatter
  case noName
  case unverified(since: String, days: Int)
  case soonUnverified(on: String)
  case pausedInThePast(String)
  case pausedUntilWithoutStatus(String)
  case fileName(String)
  case sameSlug(slug: String, other: String)
  case noRequestAddress
  case privateAddress(String)
  case othersAddress(String, of: String)
  case calendarAddress
  case calendarUnconfirmed(since: String?)
}

/// What can be wrong with a link in content.
enum LinkProblem {
  case unsafe(String)
  case outside(String)
  case noPage(String, contentPath: String)
  case pictureElsewhere(String)
}

/// What can be wrong with the content folder as a whole.
enum ContentProblem {
  case noSettings(folder: String)
  case unreadable(String)
  case noLandingPage
  case reservedName(String)
  case sameAddress(other: String)
  case noTitle
  case noTimeZoneDatabase(String)
  case busyRecord(BusyRecordProblem)
  case calendarsUnread(Int)
}
