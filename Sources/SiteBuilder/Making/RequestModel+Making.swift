import Community
import Hypertext
import Requests

extension SiteContext {
  /// What the scripts of profiles share, where anybody can be asked.
  var requestFiles: [PlannedFile] {
    community.mentors.contains(where: isOpen) ? [requestData.shared] : []
  }

  /// Whether a student can ask the mentor for a meeting.
  private func isOpen(_ mentor: Mentor) -> Bool {
    mentor.takesRequests && RequestWriter.canReach(mentor, settings: settings)
  }

  /// How a student asks a mentor for a meeting.
  func request(to mentor: Mentor) -> RequestModel {
    guard isOpen(mentor) else {
      return closedRequest(to: mentor)
    }
    let recipient = requests.recipient(for: mentor)
    let message = requests.message(to: mentor)
    var ways = phoneWays(to: mentor, message: message)
    // The way that the mentor likes best stands first; mail is among them, unless only a script knows the address.
    if let recipient {
      let isPhoneFirst = mentor.prefersPhone && !ways.isEmpty
      let link = Link.external(requests.mailLink(message, to: recipient))
      ways.insert(LabelledLink(label: phrases[.sendMessage], link: link, key: "mail"), at: isPhoneFirst ? 1 : 0)
    }
    return RequestModel(
      isOpen: true, closedNote: nil, message: ways.first?.link,
      messageLabel: ways.first?.label ?? phrases[.sendMessage],
      messageHint: mentor.preferredContact.map { hint($0) },
      alternatives: Array(ways.dropFirst()) + (recipient.map { webMail(message, to: $0) } ?? []),
      preview: message.body, officeNote: recipient?.isOffice == true ? officeNote : nil)
  }

  private func webMail(_ message: RequestWriter.Message, to recipient: RequestWriter.Recipient) -> [LabelledLink] {
    requests.webMailLinks(message, to: recipient).map { service, link in
      LabelledLink(
        label: phrases.word("write_in_\(service.rawValue)") ?? service.displayName, link: .external(link),
        key: service.rawValue)
    }
  }

  private func closedRequest(to mentor: Mentor) -> RequestModel {
    let note: String =
      switch mentor.status {
      case .paused: [phrases[.paused], mentor.pausedNote(phrases)].compactMap(\.self).joined(separator: ". ")
      case .active: phrases[mentor.isFull ? .full : .noAddress]
      }
    return RequestModel(
      isOpen: false, closedNote: note, message: nil, messageLabel: phrases[.sendMessage], messageHint: nil,
      alternatives: [], preview: "", officeNote: nil)
  }

  /// Texting and calling, where the mentor gave a number and the settings let it be shown; the preferred one first.
  private func phoneWays(to mentor: Mentor, message: RequestWriter.Message) -> [LabelledLink] {
    guard let number = requests.publicPhone(of: mentor) else { return [] }
    let name = mentor.greetingName
    let text = LabelledLink(
      label: phrases.phrase(.textName, ["name": name]),
      link: .external(PhoneLink.sms(number, body: message.body).url), key: "text")
    let call = LabelledLink(
      label: phrases.phrase(.callName, ["name": name]), link: .external(PhoneLink.tel(number)), key: "call")
    switch mentor.preferredContact {
    case .text: return [text, call]
    case .phone: return [call, text]
    default: return [call]
    }
  }

  private func hint(_ preference: ContactPreference) -> String {
    switch preference {
    case .email: phrases[.prefersEmail]
    case .text: phrases[.prefersTexts]
    case .phone: phrases[.prefersPhone]
    case .video: phrases[.prefersVideo]
    case .inPerson: phrases[.prefersInPerson]
    }
  }

  private var officeNote: String {
    phrases.phrase(.throughOffice, ["office": settings.contact.name ?? settings.organization ?? settings.title])
  }
}

extension Mentor {
  fileprivate var prefersPhone: Bool { preferredContact == .text || preferredContact == .phone }
}
