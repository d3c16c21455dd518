import Addresses
import Hypertext

/// Links that open a mail program with a message begun: RFC 6068.
public enum MailtoLink {
  /// A link to write to these addresses.
  ///
  /// Line breaks in the subject become spaces, those in the body `%0D%0A`. A body that would make the link longer than
  /// 1,600 characters is cut, and ends with an ellipsis; the page then offers the whole text to copy.
  /// - Returns: the link, and whether anything had to be left out.
  public static func url(
    to recipients: [MailAddress], cc: [MailAddress] = [], subject: String?, body: String?
  ) -> (url: SafeURL, isShortened: Bool) {
    var link = LinkAssembly("mailto:")
    var isShortened = link.appendAddresses(recipients.map(encoded))
    if !cc.isEmpty {
      link.beginField("cc")
      isShortened = link.appendAddresses(cc.map(encoded)) || isShortened
    }
    isShortened = link.appendLine("subject", subject) || isShortened
    isShortened = link.appendBody("body", body, form: .mail) || isShortened
    return (link.url, isShortened)
  }

  /// An address as RFC 6068 §2 wants it: the local part encoded, `@` as it is, the domain in ASCII.
  private static func encoded(_ address: MailAddress) -> String {
    "\(PercentEncoding.encoded(address.localPart))@\(address.domainASCII)"
  }
}
