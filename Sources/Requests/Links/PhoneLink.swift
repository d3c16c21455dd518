import Addresses
import Hypertext

/// Links that call or text a telephone number.
public enum PhoneLink {
  /// A link that calls: RFC 3966.
  public static func tel(_ number: PhoneNumber) -> SafeURL {
    SafeURL(assembled: "tel:\(number.e164)\(number.extension.map { ";ext=\($0)" } ?? "")")
  }

  /// A link that begins a text message: RFC 5724. A text message knows no extension.
  ///
  /// iOS wants `&body=`, against the RFC; the page's script changes it there.
  /// - Returns: the link, and whether the message had to be cut.
  public static func sms(_ number: PhoneNumber, body: String? = nil) -> (url: SafeURL, isShortened: Bool) {
    var link = LinkAssembly("sms:\(number.e164)")
    let isShortened = link.appendBody("body", body, form: .plain)
    return (link.url, isShortened)
  }
}
