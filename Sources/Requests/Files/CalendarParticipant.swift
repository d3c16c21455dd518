import Addresses
import Hypertext

/// Someone who organizes or attends a meeting, as an invitation names them.
public struct CalendarParticipant: Hashable, Sendable {
  /// What they are called.
  public let name: String?
  /// Where their calendar gets its mail.
  public let address: MailAddress

  /// Someone by name and address.
  public init(name: String?, address: MailAddress) {
    self.name = name
    self.address = address
  }

  var nameParameter: [(name: String, value: String)] {
    guard let name, !name.isEmpty else { return [] }
    return [("CN", name)]
  }

  /// The address as a `mailto:` URI. Calendar programs compare it letter by letter with the address that they know,
  /// so what a URI may hold stays as it is, the plus above all.
  var uri: String {
    var uri = Array("mailto:".utf8)
    for byte in address.localPart.utf8 {
      if Self.asItIs.contains(byte) {
        uri.append(byte)
      } else {
        PercentEncoding.append(CollectionOfOne(byte), to: &uri)
      }
    }
    return "\(String(decoding: uri, as: UTF8.self))@\(address.domainASCII)"
  }

  /// The marks of a local part that RFC 3986 allows in a path.
  private static let asItIs = Set("!$&'*+=".utf8)
}
