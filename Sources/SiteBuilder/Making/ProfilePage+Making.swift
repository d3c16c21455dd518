import Community
import Directory
import Hypertext
import Requests
import Scheduling

extension SiteContext {
  /// The profile of the mentor at an index of `Community.mentors`.
  func profilePage(_ index: Int) -> ProfilePage {
    let mentor = community.mentors[index]
    let card = cards[index]
    let zone = community.zones[mentor.timeZone]
    let zoneLabel = zoneLabel(zone)
    let slots = slotModels(index, zone: zone)
    let address = SiteAddresses.mentor(mentor.slug)
    let request = request(to: mentor)
    let offersCard = mentor.offersContactCard(settings)
    return ProfilePage(
      site: site,
      page: head(
        .profile, mentor.name, at: address, description: mentor.headline ?? mentor.bio.excerpt,
        structuredData: StructuredData.person(mentor, card: card, at: address, settings: settings),
        trail: [Breadcrumb(title: phrases[.explore], link: .site(SiteAddresses.explore))]),
      card: card,
      bio: mentor.bio.html,
      facts: facts(index),
      helpWith: helpWith(index),
      links: mentor.links.map { LabelledLink(label: $0.label, link: .external($0.url), key: $0.name) },
      availability: availability(of: mentor),
      zoneLabel: zoneLabel,
      timeZone: mentor.timeZone,
      meetingPlace: mentor.meetingPlace,
      request: request,
      requestData: request.isOpen ? requestData.profile(mentor, slots: self.slots[index]) : nil,
      slots: slots,
      zoneRules: slots.isEmpty ? nil : zoneRules,
      slotsNote: slots.isEmpty ? closedNote(mentor, request) : phrases.phrase(.timesShownIn, ["zone": zoneLabel]),
      hoursFeed: mentor.availability.hasFeed && request.isOpen ? hoursFeed(at: address) : nil,
      contactCard: offersCard ? .site(SitePlan.contactCard(of: mentor, .v3)) : nil,
      contactCard4: offersCard && settings.privacy.offersVCard4 ? .site(SitePlan.contactCard(of: mentor, .v4)) : nil,
      mentorSince: mentor.joined.map { phrases.phrase(.mentorSince, ["year": String($0.year)]) },
      capacityLabel: mentor.capacity.flatMap { $0 > 0 ? phrases.plural(.capacity, $0) : nil },
      similar: similarMentors(index))
  }

  /// Why a mentor who has open times shows none: nobody knows what is in their calendar.
  private func closedNote(_ mentor: Mentor, _ request: RequestModel) -> String? {
    guard request.isOpen, !mentor.availability.isEmpty,
      case .unconfirmed(let since) = community.calendarState(of: mentor)
    else { return nil }
    guard let since else { return phrases[.timesUnread] }
    return phrases.phrase(.timesUnconfirmed, ["date": phrases.date(community.zones.site.local(since).date)])
  }

  /// By which release of the time zones' rules the times are reckoned: rules change, and a page may be old.
  private var zoneRules: String? {
    community.zones.version.map { phrases.phrase(.zoneRules, ["version": $0]) }
  }

  /// The calendar of open hours, by the scheme that makes programs subscribe and not only read it once. A site whose
  /// address nobody knows yet has the file alone.
  private func hoursFeed(at profile: SitePath) -> Link {
    let place = SitePlan.openHours(at: profile)
    guard let url = settings.baseURL?.absolute(place).text, let colon = url.firstIndex(of: ":"),
      let feed = SafeURL("webcal" + url[colon...])
    else { return .site(place) }
    return .external(feed)
  }

  // MARK: - Facts

  /// Fields that a profile shows in other places than the list of facts.
  private static let shownElsewhere: Set<ProfileField> = [
    .title, .employer, .helpWith, .city, .region, .country, .mentoring, .meetingModes,
  ]

  private func facts(_ index: Int) -> [Fact] {
    let mentor = community.mentors[index]
    var facts: [Fact] = []
    for field in ProfileField.allCases where !Self.shownElsewhere.contains(field) {
      if let fact = fact(field.rawValue, values: field.values(of: mentor), mentor: index) { facts.append(fact) }
    }
    let place = [mentor.location.city, mentor.location.region, mentor.location.country].compactMap(\.self)
    if !place.isEmpty {
      facts.append(Fact(label: phrases.fieldLabel("location"), value: place.removingRepeats.joined(separator: ", ")))
    }
    for (field, value) in zip(settings.fields, mentor.custom) {
      if let fact = customFact(field, value, mentor: index) { facts.append(fact) }
    }
    return facts
  }

  private func fact(_ field: String, values: @autoclosure () -> [String], mentor: Int) -> Fact? {
    guard let facet = directory.facets.firstIndex(where: { $0.field == field }) else {
      let values = values()
      return values.isEmpty ? nil : Fact(label: phrases.fieldLabel(field), value: values.joined(separator: ", "))
    }
    let own = directory.facets[facet].terms(of: mentor).map { terms[facet][Int($0)] }
    return own.isEmpty ? nil : Fact(label: directory.facets[facet].singular(phrases), terms: own)
  }

  private func customFact(_ field: CustomField, _ value: CustomValue, mentor: Int) -> Fact? {
    switch value {
    case .absent: return nil
    case .flag(let isSet):
      return isSet ? Fact(label: field.label, value: phrases.word("flag_yes") ?? "✓") : nil
    case .date(let date): return Fact(label: field.label, value: phrases.date(date))
    case .link(let url): return Fact(label: field.label, value: url.text, link: .external(url))
    case .email(let address):
      // An address is published under the same policy as the mentor's own, or not at all.
      guard settings.requests.address == .open else { return nil }
      let link = MailtoLink.url(to: [address], subject: nil, body: nil).url
      return Fact(label: field.label, value: address.text, link: .external(link))
    case .text, .terms, .number:
      var fact = fact(field.name, values: value.terms(label: field.label), mentor: mentor)
      fact?.label = field.label
      return fact
    }
  }

  private func helpWith(_ index: Int) -> [LabelledLink] {
    let field = ProfileField.helpWith.rawValue
    guard let facet = directory.facets.firstIndex(where: { $0.field == field }) else {
      return community.mentors[index].helpWith.map { LabelledLink(label: $0) }
    }
    return directory.facets[facet].terms(of: index).map {
      let term = terms[facet][Int($0)]
      return LabelledLink(label: term.label, link: term.link, key: term.slug)
    }
  }

  // MARK: - Times

  private func availability(of mentor: Mentor) -> [LabelledLink] {
    let rules = mentor.availability.weekly.sorted { ($0.weekday.rawValue, $0.start) < ($1.weekday.rawValue, $1.start) }
    return rules.map { rule in
      LabelledLink(
        label: phrases.phrase(
          .ruleLine,
          [
            "weekdays": phrases.weekdays(rule.weekday), "start": phrases.time(minutes: rule.start.minutes),
            "end": phrases.time(minutes: rule.end.minutes),
          ]))
    }
  }

  private func zoneLabel(_ zone: TimeZoneRules) -> String {
    let offset = zone.offset(at: community.asOf)
    let label = ZoneOffsetText.text(offset.seconds)
    // Zones without an abbreviation of their own have their offset in its place, such as -03.
    let abbreviation = offset.abbreviation.first?.isLetter == true ? offset.abbreviation : "UTC\(label)"
    return phrases.phrase(
      .zoneLabel,
      [
        "city": phrases.city(of: zone), "abbreviation": abbreviation,
        "offset": "UTC\(label)",
      ])
  }

  private func slotModels(_ index: Int, zone: TimeZoneRules) -> [SlotModel] {
    let mentor = community.mentors[index]
    let home = SiteAddresses.mentor(mentor.slug)
    return zip(slots[index], requests.events(slots[index], with: mentor)).map { slot, event in
      let start = zone.local(slot.start)
      let end = zone.local(slot.end)
      return SlotModel(
        dateLabel: phrases.weekdayDate(start.date),
        timeLabel: "\(phrases.time(minutes: start.secondOfDay / 60))–\(phrases.time(minutes: end.secondOfDay / 60))",
        dateTime: slot.start.utcExtended,
        lengthLabel: phrases.plural(.minutesLong, slot.minutes),
        calendars: requests.calendarLinks(for: event).map { provider, link in
          CalendarLink(
            name: phrases.word(provider.rawValue) ?? provider.displayName, key: provider.rawValue,
            link: .external(link))
        },
        file: settings.calendarFiles ? .site(SitePlan.calendarFile(of: slot, at: home)) : nil)
    }
  }
}

/// An offset from UTC as people write it.
enum ZoneOffsetText {
  /// `+1`, `−5`, `+5:30`, with a true minus sign; zero is `+0`.
  static func text(_ seconds: Int) -> String {
    let (hours, minutes) = (abs(seconds) / 3600, abs(seconds) / 60 % 60)
    let sign = seconds < 0 ? "\u{2212}" : "+"
    return "\(sign)\(hours)" + (minutes == 0 ? "" : ":\(minutes < 10 ? "0" : "")\(minutes)")
  }
}

extension ProfileLink {
  /// What readers call the page: sites with a spelling of their own have it, others their name in ordinary letters.
  var label: String {
    let known = [
      "linkedin": "LinkedIn", "github": "GitHub", "gitlab": "GitLab", "orcid": "ORCID", "youtube": "YouTube",
      "mastodon": "Mastodon", "bluesky": "Bluesky", "website": "Website", "site": "Website", "imdb": "IMDb",
    ]
    if let label = known[name.lowercased()] { return label }
    return name.prefix(1).uppercased() + name.dropFirst().replacing("_", with: " ")
  }
}

extension [String] {
  /// Without a value that repeats the one before it: Singapore, Singapore.
  var removingRepeats: [String] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
