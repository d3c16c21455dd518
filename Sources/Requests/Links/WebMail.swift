import Addresses
import Hypertext

/// Mail on the web whose compose window a link can open.
public enum WebMail: String, Hashable, Sendable, CaseIterable {
  case gmail
  case outlook

  /// What its users call it.
  public var displayName: String {
    switch self {
    case .gmail: "Gmail"
    case .outlook: "Outlook"
    }
  }

  /// Where its compose window is. Last checked: 2026-11-23.
  public var standardEndpoint: SafeURL {
    switch self {
    case .gmail: SafeURL(assembled: "https://mail.google.com/mail/?view=cm&fs=1")
    case .outlook: SafeURL(assembled: "https://outlook.office.com/mail/deeplink/compose")
    }
  }

  /// A link to write to these addresses.
  ///
  /// - Parameter endpoint: where the compose window is, when settings know better than `standardEndpoint`.
  /// - Returns: the link, and whether anything had to be left out; nil when the service can't carry the request, as
  ///   Outlook can't an address with a plus, which it may read as a space.
  public func link(
    to recipients: [MailAddress], cc: [MailAddress] = [], subject: String?, body: String?, endpoint: SafeURL? = nil
  ) -> (url: SafeURL, isShortened: Bool)? {
    if self == .outlook, (recipients + cc).contains(where: \.hasPlus) { return nil }
    var link = LinkAssembly((endpoint ?? standardEndpoint).text)
    var isShortened = false
    for (name, addresses) in [("to", recipients), ("cc", cc)] where !addresses.isEmpty {
      link.beginField(name)
      isShortened = link.appendAddresses(addresses.map { PercentEncoding.encoded($0.ascii) }) || isShortened
    }
    isShortened = link.appendLine(subjectField, subject) || isShortened
    isShortened = link.appendBody("body", body, form: .mail) || isShortened
    return (link.url, isShortened)
  }

  private var subjectField: String {
    switch self {
    case .gmail: "su"
    case .outlook: "subject"
    }
  }
}
