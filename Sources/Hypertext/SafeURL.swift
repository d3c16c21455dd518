/// An absolute URL that may stand in `href`: its scheme is one that runs nothing in the page.
public struct SafeURL: Hashable, Sendable {
  /// The URL as it is written, ASCII only. HTML escaping is still to be done, by the template.
  public let text: String

  /// The schemes that a page may link to.
  public static let schemes: Set<String> = ["http", "https", "mailto", "tel", "sms", "webcal"]

  /// A URL that a person wrote.
  ///
  /// Letters beyond ASCII, spaces and the few characters that no URL may hold, or not in that place, are
  /// percent-encoded; escapes that are already there stay.
  /// - Returns: nil when the scheme is missing or is not one of `schemes`, or a control character hides in it.
  public init?(_ written: String) {
    guard let colon = written.firstIndex(of: ":"),
      Self.schemes.contains(written[..<colon].lowercased()),
      written.index(after: colon) < written.endIndex,
      !written.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else { return nil }
    text = Self.encoded(Array(written.utf8))
  }

  private static func encoded(_ written: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(written.count)
    let host = hostRange(of: written)
    var isInFragment = false
    for (index, byte) in written.enumerated() {
      let isEncoded =
        switch byte {
        // RFC 3986 §2.1: a percent sign begins an escape or is written as one.
        case UInt8(ascii: "%"): !written[(index + 1)...].prefix(2).isHexadecimalPair
        // §3.2.2: brackets stand around an address in the host's place and nowhere else.
        case UInt8(ascii: "["), UInt8(ascii: "]"): !host.contains(index)
        // §3.5: one number sign begins the fragment, which can't hold another.
        case UInt8(ascii: "#"): isInFragment
        default: byte > 0x7F || isNeverInURL(byte)
        }
      isInFragment = isInFragment || byte == UInt8(ascii: "#")
      if isEncoded { PercentEncoding.append(byte, to: &output) } else { output.append(byte) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Where the host stands, with what may be around it: between `//` and the path. Empty where there is none.
  private static func hostRange(of written: [UInt8]) -> Range<Int> {
    let slash = UInt8(ascii: "/")
    guard let colon = written.firstIndex(of: UInt8(ascii: ":")), written[(colon + 1)...].starts(with: [slash, slash])
    else { return 0..<0 }
    let end = written[(colon + 3)...].firstIndex { $0 == slash || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    return (colon + 3)..<(end ?? written.endIndex)
  }

  /// A URL that the caller assembled from encoded parts behind a scheme of `schemes`.
  package init(assembled text: String) {
    self.text = text
  }

  private static func isNeverInURL(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}

extension Collection<UInt8> {
  fileprivate var isHexadecimalPair: Bool {
    count == 2
      && allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
          UInt8(ascii: "a")...UInt8(ascii: "f"):
          true
        default: false
        }
      }
  }
}
