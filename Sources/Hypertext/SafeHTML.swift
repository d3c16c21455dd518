/// HTML that may stand in a page as it is.
///
/// It can't be made from a `String` by accident: text is escaped on the way in, and only the packages' own renderers,
/// which build markup piece by piece, can vouch for finished bytes.
public struct SafeHTML: Hashable, Sendable {
  /// The markup, UTF-8.
  public let bytes: [UInt8]

  /// Text as HTML: every character that HTML gives a meaning is escaped.
  public init(escaping text: String) {
    bytes = HTMLEscaping.escaped(text)
  }

  /// Markup that the caller has built or checked itself.
  package init(vouchedFor bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { bytes.isEmpty }
}
