import Diagnostics

extension SettingsProblem: CommunityProblem {
  var severity: Diagnostic.Severity {
    switch self {
    case .noOfficeAddress, .noAddressWithoutScript, .relayPlus, .feedWithoutAddress, .noChecklist: .warning
    default: .error
    }
  }

  var code: String { "settings" }

  var message: String {
    switch self {
    case .baseURL(let text): "'\(text)' is not a web address that a site can be served at"
    case .color(let text): "'\(text)' is not a color"
    case .relayPattern(let text): "'\(text)' is not a pattern for relay addresses"
    case .relayMissing: "'address: relay' needs the pattern of the relay addresses"
    case .fieldExists(let name): "'\(name)' is a field that every profile has already"
    case .fieldShape(let name): "the field '\(name)' needs a kind"
    case .facetField(let name, _): "there is no field '\(name)' to make a facet of"
    case .facetTwice(let name): "'\(name)' is a facet already"
    case .facetAddress(let name): "the facet '\(name)' can't have a web address of its own"
    case .synonymShape(let name): "the synonym '\(name)' needs the one term that it stands for"
    case .termShape(let name): "the term '\(name)' has a list where a label belongs"
    case .slug(let text): "'\(text)' can't stand in a web address as it is"
    case .service(let name, _): "no link can be made for '\(name)'"
    case .placeholder(let name): "nothing is known that could be filled in for '{\(name)}'"
    case .calendar(let name): "'\(name)' is no calendar that a slot can link to"
    case .endpoint(let text): "'\(text)' is not an address at which a message or a meeting can be begun"
    case .relayPlus:
      "Outlook may read the + of a relay address as a space, so it gets no links to Outlook and Microsoft 365"
    case .feedWithoutAddress: "a feed needs the site's address, so there will be none"
    case .locale(let text): "'\(text)' is not a language"
    case .noChecklist(let written): "'\(written)' has no checklist"
    case .noOfficeAddress: "no student can write to a mentor: requests go to the office, and it has no mail address"
    case .noAddressWithoutScript:
      "readers without JavaScript can't write to a mentor: the office, who would get their requests, has no mail address"
    }
  }

  var remedy: Diagnostic.Remedy? {
    switch self {
    case .baseURL: Diagnostic.Remedy("write the whole address, such as https://mentors.example.edu/")
    case .color: Diagnostic.Remedy("write it as \"#1f5a4f\", with the quotes")
    case .relayPattern: Diagnostic.Remedy("write an address with {slug} in it, such as mentors.{slug}@example.edu")
    case .relayMissing: Diagnostic.Remedy("add a line such as: relay: \"mentors.{slug}@example.edu\"")
    case .fieldExists: Diagnostic.Remedy("give the new field another name")
    case .fieldShape: Diagnostic.Remedy("write {kind: text, label: …}")
    case .facetField(let name, let known):
      NearestName.of(name, among: known).map { Diagnostic.Remedy("did you mean '\($0)'?", replacement: $0) }
        ?? Diagnostic.Remedy("declare it under 'fields', or choose one of \(known.prefix(8).joined(separator: ", ")) …")
    case .facetTwice: Diagnostic.Remedy("keep one of the two")
    case .facetAddress:
      Diagnostic.Remedy(
        "give the field a name of letters that no other facet has, and none of: "
          + SiteAddresses.reservedFacets.sorted().joined(separator: ", "))
    case .synonymShape: Diagnostic.Remedy("write it as  ML: Machine learning")
    case .termShape: Diagnostic.Remedy("write {label: …, slug: …}")
    case .slug: Diagnostic.Remedy("use lower-case letters, digits and hyphens")
    case .service(let name, let known):
      NearestName.of(name, among: known).map { Diagnostic.Remedy("did you mean '\($0)'?", replacement: $0) }
        ?? Diagnostic.Remedy("there are: " + known.joined(separator: ", "))
    case .placeholder(let name):
      Self.nearest(name, among: SiteSettings.RequestSettings.placeholders.sorted())
    case .calendar(let name):
      Self.nearest(name, among: SiteSettings.RequestSettings.knownCalendars)
    case .endpoint: Diagnostic.Remedy("write it with https://, up to the first field that is filled in")
    case .relayPlus: Diagnostic.Remedy("use a pattern without +, such as mentors.{slug}@example.edu")
    case .feedWithoutAddress: Diagnostic.Remedy("add  base_url: https://mentors.example.edu/")
    case .locale(let text) where text.contains("_"):
      Diagnostic.Remedy("write '\(text.replacing("_", with: "-"))'", replacement: text.replacing("_", with: "-"))
    case .locale: Diagnostic.Remedy("write it as  en  or  pt-BR")
    case .noChecklist: Diagnostic.Remedy("name a page with items that begin with '- [ ] ', or leave the setting out")
    case .noOfficeAddress, .noAddressWithoutScript:
      Diagnostic.Remedy("add  contact: {email: …}, or choose another 'address' under 'requests'")
    }
  }
}

extension SettingsProblem {
  private static func nearest(_ name: String, among known: [String]) -> Diagnostic.Remedy {
    NearestName.of(name, among: known).map { Diagnostic.Remedy("did you mean '\($0)'?") }
      ?? Diagnostic.Remedy("there are: " + known.joined(separator: ", "))
  }
}

extension ProfileProblem: CommunityProblem {
  var severity: Diagnostic.Severity {
    switch self {
    case .unverified, .soonUnverified, .pausedInThePast, .pausedUntilWithoutStatus, .noRequestAddress,
      .calendarAddress, .calendarUnconfirmed:
      .warning
    default: .error
    }
  }

  var code: String { "profile" }

  var message: String {
    switch self {
    case .timeZone(let name, _): "'\(name)' is not a time zone"
    case .mailAddress(let text): "'\(text)' is not a mail address"
    case .phoneNumber(let text): "'\(text)' is not a phone number that works from everywhere"
    case .date(let text): "'\(text)' is not a date"
    case .dateSpan(let text): "'\(text)' is neither a date nor a span of dates"
    case .dateSpanOrder(let text): "the span '\(text)' ends before it begins"
    case .dateSpanLength(let text, let days): "the span '\(text)' is longer than \(days) days"
    case .lengthOfTime(let text, _): "'\(text)' is not a length of time that fits here"
    case .weeklyRule(let text): "'\(text)' does not say on which day from when to when"
    case .clockTime(let text): "'\(text)' is not a time of day"
    case .weekday(let text): "'\(text)' is not a day of the week"
    case .windowOrder(let start, let end): "the time from \(start) to \(end) ends before it begins"
    case .availabilityItem: "a list can't stand in the place of one window of the week"
    case .datedWindowShape: "an extra date needs a date, a start and an end"
    case .link(let name, let text): "the link '\(name)' leads to '\(text)', which is not a web address"
    case .linkShape(let name): "the link '\(name)' needs one address, as a text"
    case .photoPath(let text): "'\(text)' is not a file in photos/"
    case .photoMissing(let text): "there is no photo '\(text)' in photos/"
    case .requiredField(let name, let isThere):
      "the settings ask every profile for '\(name)', and it is \(isThere ? "empty" : "missing")"
    case .noFrontMatter: "the profile has no front matter, so nobody knows whose it is"
    case .noName: "the name has no letter in it"
    case .unverified(let date, let days):
      "not confirmed since \(date), which is more than \(days) days ago: shown as paused"
    case .soonUnverified(let date): "will be shown as paused from \(date) unless it is confirmed before"
    case .pausedInThePast(let date): "the pause ended on \(date): shown as active"
    case .pausedUntilWithoutStatus(let date): "'paused_until: \(date)' does nothing while the status is not 'paused'"
    case .fileName(let name): "the file name '\(name)' can't be a web address"
    case .sameSlug(let slug, let other): "'\(slug)' is the name of \(other) too, and each profile needs its own address"
    case .noRequestAddress: "no student can write to this mentor: there is no mail address to send a request to"
    case .privateAddress(let address):
      "the text says the mentor's own address '\(address)', which the settings keep private"
    case .othersAddress(let address, let owner):
      "the text says '\(address)', the own address of \(owner), which the settings keep private"
    case .calendarAddress: "this is not an address at which a calendar can be read"
    case .calendarUnconfirmed(let date?):
      "the calendar has not been read since \(date): no open times are shown"
    case .calendarUnconfirmed(nil): "the calendar has not been read yet: no open times are shown"
    }
  }

  var remedy: Diagnostic.Remedy? {
    switch self {
    case .timeZone(let name, let nearest):
      Self.nearestZone(name, among: nearest).map { Diagnostic.Remedy("did you mean '\($0)'?", replacement: $0) }
        ?? Diagnostic.Remedy("write a name of the tz database, such as Europe/Berlin")
    case .mailAddress: Diagnostic.Remedy("write it as name@example.edu")
    case .phoneNumber: Diagnostic.Remedy("begin with + and the country, such as +1 510 555 0101")
    case .date: Diagnostic.Remedy("write year-month-day, such as 2027-03-16")
    case .dateSpanOrder: Diagnostic.Remedy("write the earlier date first")
    case .dateSpanLength: Diagnostic.Remedy("check the years")
    case .dateSpan: Diagnostic.Remedy("write 2026-12-24 or 2026-12-24..2027-01-02")
    case .lengthOfTime(_, let example): Diagnostic.Remedy("write a number and m, h, d or w, such as \(example)")
    case .weeklyRule: Diagnostic.Remedy("write it as  tue 16:00-17:30")
    case .clockTime: Diagnostic.Remedy("write it as \"16:30\", with the quotes")
    case .weekday: Diagnostic.Remedy("write mon, tue, wed, thu, fri, sat or sun")
    case .windowOrder: Diagnostic.Remedy("a time that runs past midnight needs two entries, one for each day")
    case .availabilityItem: Diagnostic.Remedy("write it as  tue 16:00-17:30")
    case .datedWindowShape: Diagnostic.Remedy("write it as  {date: 2027-01-08, start: \"10:00\", end: \"12:00\"}")
    case .link: Diagnostic.Remedy("begin it with https://")
    case .linkShape(let name): Diagnostic.Remedy("write it as  \(name): https://example.org/")
    case .photoPath: Diagnostic.Remedy("write the file's name alone, such as ana-lopez.jpg")
    case .photoMissing: Diagnostic.Remedy("put the file there, or remove the line to show initials")
    case .requiredField(let name, let isThere):
      Diagnostic.Remedy(isThere ? "write a value after '\(name):'" : "add a line such as  \(name): …")
    case .noFrontMatter: Diagnostic.Remedy("begin the file with a line ---, then  name: …, then another line ---")
    case .noName: Diagnostic.Remedy("write the mentor's name as it should be shown")
    case .unverified, .soonUnverified: Diagnostic.Remedy("ask the mentor, then set  verified:  to today")
    case .pausedInThePast: Diagnostic.Remedy("remove 'status' and 'paused_until'")
    case .pausedUntilWithoutStatus: Diagnostic.Remedy("add a line  status: paused, or remove this one")
    case .fileName: Diagnostic.Remedy("use letters, digits and hyphens, such as ana-lopez.md")
    case .sameSlug(let slug, _): Diagnostic.Remedy("give the file another name, such as \(slug)-2.md")
    case .privateAddress, .othersAddress:
      Diagnostic.Remedy(
        "leave it out; or write  address: public  under 'requests' in site.yaml to publish all addresses")
    case .calendarAddress:
      Diagnostic.Remedy("write the calendar's secret or public address in iCal form, which begins with https://")
    case .calendarUnconfirmed:
      Diagnostic.Remedy("run 'mentorbook sync' and read its report, or remove  calendar:  from the profile")
    case .noRequestAddress: Diagnostic.Remedy("add  email: …, or an office address to the settings' contact")
    }
  }

  /// Zone names are a path; people get the last part right more often than the first, or leave it out.
  private static func nearestZone(_ written: String, among names: [String]) -> String? {
    if let near = NearestName.of(written, among: names) { return near }
    let city = written.split(separator: "/").last.map(String.init) ?? written
    var byCity: [String: String] = [:]
    for name in names.sorted() where name.contains("/") {
      let last = name.split(separator: "/").last.map(String.init) ?? name
      if byCity[last] == nil { byCity[last] = name }
    }
    return NearestName.of(city, among: byCity.keys).flatMap { byCity[$0] }
  }
}

extension LinkProblem: CommunityProblem {
  var severity: Diagnostic.Severity {
    if case .pictureElsewhere = self { .warning } else { .error }
  }

  var code: String { "link" }

  var message: String {
    switch self {
    case .unsafe(let text): "'\(text)' is not a link that a page may hold"
    case .outside(let text): "'\(text)' leads out of the content folder"
    case .noPage(let text, let path): "'\(text)' leads to \(path), which is no page of the site"
    case .pictureElsewhere(let text): "the picture '\(text)' is loaded from elsewhere, so only its words are shown"
    }
  }

  var remedy: Diagnostic.Remedy? {
    switch self {
    case .unsafe: Diagnostic.Remedy("begin it with https:// or mailto:")
    case .outside: Diagnostic.Remedy("write the path from this file, such as ../pages/join.md")
    case .noPage(let text, _) where text.hasPrefix("www."):
      Diagnostic.Remedy("begin it with https://", replacement: "https://" + text)
    case .pictureElsewhere: Diagnostic.Remedy("put the picture into static/, or link to it")
    case .noPage:
      Diagnostic.Remedy("link to a file in guide/, mentors/, pages/ or static/, or to a place such as /explore/")
    }
  }
}

extension ContentProblem: CommunityProblem {
  var severity: Diagnostic.Severity {
    switch self {
    case .noLandingPage, .calendarsUnread: .warning
    default: .error
    }
  }

  var code: String { "content" }

  var message: String {
    switch self {
    case .noSettings(let folder): "there is no site.yaml in '\(folder)'"
    case .unreadable(let reason): reason
    case .noLandingPage: "the guide has no landing page"
    case .reservedName(let name): "the site uses the address '\(name)/' itself"
    case .sameAddress(let other): "this page and \(other) would have the same address"
    case .noTitle: "the page has no title"
    case .noTimeZoneDatabase(let folder): "there is no time zone database in '\(folder)'"
    case .busyRecord(.malformed(let offset)):
      "the record of mentors' calendars is damaged at byte \(offset): who names a calendar has no open times"
    case .busyRecord(.version):
      "another version of Mentorbook wrote this record of calendars: who names a calendar has no open times"
    case .calendarsUnread(let count):
      "\(count == 1 ? "a profile names a calendar" : "\(count) profiles name calendars") that nobody has read: open "
        + "times are shown as if nothing were in it"
    }
  }

  var remedy: Diagnostic.Remedy? {
    switch self {
    case .noSettings: Diagnostic.Remedy("run 'mentorbook init', or name the folder with --content")
    case .unreadable: nil
    case .noLandingPage: Diagnostic.Remedy("add guide/index.md")
    case .reservedName, .sameAddress: Diagnostic.Remedy("give the file another name")
    case .noTitle: Diagnostic.Remedy("add  title: …  to its front matter")
    case .noTimeZoneDatabase: Diagnostic.Remedy("install the package tzdata, or set TZDIR")
    case .busyRecord: Diagnostic.Remedy("run 'mentorbook sync', which writes it anew")
    case .calendarsUnread: Diagnostic.Remedy("run 'mentorbook sync', which reads calendars")
    }
  }
}
