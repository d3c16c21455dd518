/// An address that begins with `https://`, taken apart, so that its host can be looked up before anything is asked of it.
struct WebAddress: Hashable, Sendable {
  /// The host in lower case; an IPv6 address without its brackets.
  let host: String
  let port: Int
  /// The path and the query, from the slash on.
  let target: String

  /// Takes an address apart; nil where it isn't one, or holds a user's name.
  init?(_ text: String) {
    guard let text = Self.encoded(text), text.lowercased().hasPrefix("https://") else { return nil }
    let rest = text.dropFirst(8).prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let target = rest[authority.endIndex...]
    guard let (host, port) = Self.taken(apart: authority) else { return nil }
    self.host = host
    self.port = port
    self.target = target.hasPrefix("/") ? String(target) : "/" + target
  }

  private init(host: String, port: Int, target: String) {
    self.host = host
    self.port = port
    self.target = target
  }

  private static func taken(apart authority: Substring) -> (host: String, port: Int)? {
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      let host = authority[authority.index(after: authority.startIndex)..<end].lowercased()
      guard host.utf8.allSatisfy({ isHexadecimal($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else {
        return nil
      }
      return port(authority[authority.index(after: end)...]).map { (host, $0) }
    }
    let name = authority.prefix { $0 != ":" }
    let host = name.lowercased()
    guard !host.isEmpty, host.utf8.count <= 253, host.utf8.allSatisfy(isInName), !isOddNumber(host) else { return nil }
    return port(authority[name.endIndex...]).map { (host, $0) }
  }

  /// `:8443`, or nothing.
  private static func port(_ text: Substring) -> Int? {
    if text.isEmpty || text == ":" { return 443 }
    guard text.first == ":", let number = Int(text.dropFirst()), 1...65_535 ~= number else { return nil }
    return number
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  /// Whether a host is a number that programs read differently: `127.1`, `0x7f000001`, `2130706433`, `010.0.0.1`.
  private static func isOddNumber(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: true)
    guard let last = parts.last, last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) || last.hasPrefix("0x") else {
      return false
    }
    return parts.count != 4 || host.hasSuffix(".")
      || !parts.allSatisfy { part in UInt8(part).map { String($0) == part } ?? false }
  }

  /// The text with what no address may hold in percent-encoding; nil where a control character is in it.
  private static func encoded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F { return nil }
      if byte > 0x7E || byte == 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes += "%".utf8
        bytes += (byte < 16 ? "0" : "").utf8
        bytes += String(byte, radix: 16, uppercase: true).utf8
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - In use

  /// The host as an address writes it.
  private var writtenHost: String { host.contains(":") ? "[\(host)]" : host }

  /// The address as text.
  var text: String { "https://\(writtenHost):\(port)\(target)" }

  /// Whether two addresses are of one server, so that what is meant for the one may be told to the other.
  func hasSameOrigin(as other: WebAddress) -> Bool { host == other.host && port == other.port }

  /// Where a redirect leads.
  enum Redirect: Hashable {
    case address(WebAddress)
    /// To an address with another scheme than `https`.
    case insecure
    case nonsense
  }

  /// The address that a `Location` means, seen from this one (RFC 3986 §5.2).
  func redirect(to location: String) -> Redirect {
    let text = String(location.drop { $0 == " " })
    let scheme = text.prefix { $0 != ":" }
    let hasScheme =
      scheme.endIndex != text.endIndex && scheme.first?.isLetter == true
      && scheme.utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x2B...0x39).contains($0) }
      && !scheme.contains("/") && !scheme.contains(",")
    if hasScheme {
      guard scheme.lowercased() == "https" else { return .insecure }
      return WebAddress(text).map(Redirect.address) ?? .nonsense
    }
    if text.hasPrefix("//") { return WebAddress("https:" + text).map(Redirect.address) ?? .nonsense }
    guard let relative = Self.encoded(String(text.prefix { $0 != "#" })) else { return .nonsense }
    let path = target.prefix { $0 != "?" }
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
    let target =
      relative.isEmpty
      ? self.target : relative.hasPrefix("/") ? relative : relative.hasPrefix("?") ? path + relative : folder + relative
    return .address(WebAddress(host: host, port: port, target: target))
  }
}
