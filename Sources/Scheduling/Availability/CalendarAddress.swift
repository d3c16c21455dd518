/// Where a mentor's calendar is read: an `https` address, also where it is written as `webcal`, as calendar programs
/// like to.
///
/// Such an address is often a secret, for whoever knows it can read the calendar. So no message says it.
public struct CalendarAddress: Hashable, Sendable {
  /// The address, beginning with `https://`.
  public let url: String

  /// An address as a profile writes it; nil when it is none, or one that anybody on the way could listen to.
  public init?(_ written: String) {
    let lower = written.lowercased()
    guard let scheme = ["https://", "webcals://", "webcal://"].first(where: lower.hasPrefix) else { return nil }
    let rest = written.dropFirst(scheme.count)
    guard let first = rest.utf8.first, first != UInt8(ascii: "/"), rest.utf8.count <= 2_000,
      rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
    else { return nil }
    url = "https://" + rest
  }
}
