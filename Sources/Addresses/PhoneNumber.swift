/// A telephone number that can be dialled from anywhere, with its extension.
public struct PhoneNumber: Hashable, Sendable {
  /// The number as ITU-T E.164 writes it: `+` and 7 to 15 digits.
  public let e164: String
  /// The digits to dial once the line is up.
  public let `extension`: String?

  /// A number as a person wrote it, such as `+49 (0)30 1234-567 ext. 45`.
  ///
  /// It begins with `+` and the country's code; without that nobody abroad could call it. Spaces, dots, hyphens,
  /// slashes and brackets are left out, and so is `(0)`, the trunk digit that is dialled inside a country only.
  public init?(_ written: String) {
    let text = written.trimmingSpaces.lowercased()
    guard text.first == "+" else { return nil }
    var rest = text.dropFirst()
    var extensionDigits: String?
    // Every marker has one of these letters, and few numbers have an extension.
    let mayHaveMarker = rest.utf8.contains { ";ex#".utf8.contains($0) }
    if mayHaveMarker, let marker = Self.extensionMarkers.lazy.compactMap({ rest.firstRange(of: $0) }).first {
      extensionDigits = Self.digits(rest[marker.upperBound...])
      guard let count = extensionDigits?.utf8.count, (1...8).contains(count) else { return nil }
      rest = rest[..<marker.lowerBound]
    }
    var number = String(rest)
    if let trunk = number.firstRange(of: "(0)") { number.removeSubrange(trunk) }
    guard let digits = Self.digits(number[...]), (7...15).contains(digits.utf8.count), !digits.hasPrefix("0") else {
      return nil
    }
    e164 = "+" + digits
    `extension` = extensionDigits
  }

  /// The longer markers first: each holds the shorter ones.
  private static let extensionMarkers = [";ext=", "extension", "ext.", "ext", "x.", "x", "#"]

  /// The digits of a text in which nothing else stands but separators; nil otherwise. Digits of any script count.
  private static func digits(_ text: Substring) -> String? {
    var digits = ""
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue {
        digits += String(Int(value))
      } else if !separators.contains(scalar) {
        return nil
      }
    }
    return digits
  }

  private static let separators = Set(" \u{A0}\u{202F}\t.-‐‑–/():".unicodeScalars)
}

extension StringProtocol where SubSequence == Substring {
  /// Where `other` first stands.
  fileprivate func firstRange(of other: String) -> Range<Index>? {
    indices.lazy.compactMap { start in
      self[start...].hasPrefix(other) ? start..<self.index(start, offsetBy: other.count) : nil
    }.first
  }
}
