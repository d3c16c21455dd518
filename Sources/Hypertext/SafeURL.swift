/// An absolute URL that may stand in `href`: its scheme is one that runs nothing in the page.
public struct SafeURL: Hashable, Sendable {
  /// The URL as it is written, ASCII only. HTML escaping is still to be done, by the template.
  public let text: String

  /// The schemes that a page may link to.
  public static let schemes: Set<String> = ["http", "https", "mailto", "tel", "sms", "webcal"]

  /// A URL that a person wrote.
  ///
  /// Letters beyond ASCII, spaces and the few characters that no URL may hold are percent-encoded; escapes that
  /// are already there stay.
  /// - Returns: nil when the scheme is missing or is not one of `schemes`, or a control character hides in it.
  public init?(_ written: String) {
    guard let colon = written.firstIndex(of: ":"),
      Self.schemes.contains(written[..<colon].lowercased()),
      written.index(after: colon) < written.endIndex,
      !written.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(written.utf8.count)
    for byte in written.utf8 {
      if byte > 0x7F || Self.neverInURL.contains(byte) {
        PercentEncoding.append(byte, to: &output)
      } else {
        output.append(byte)
      }
    }
    text = String(decoding: output, as: UTF8.self)
  }

  /// A URL that the caller assembled from encoded parts behind a scheme of `schemes`.
  package init(assembled text: String) {
    self.text = text
  }

  private static let neverInURL = Set(" \"<>\\^`{|}".utf8)
}
