#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An IP address, and whether it is out in the world.
///
/// A redirect to `https://10.0.0.5/` or `https://169.254.169.254/` would let a stranger ask questions from within the
/// university's network; so would a name whose address is such a one.
struct NetworkAddress: Hashable, Sendable {
  /// 4 bytes, or 16.
  let bytes: [UInt8]

  /// An address as text: `192.0.2.1`, `2001:db8::1`; nil where it is none.
  init?(_ text: String) {
    let length = text.contains(":") ? 16 : 4
    var bytes = [UInt8](repeating: 0, count: length)
    guard inet_pton(length == 16 ? AF_INET6 : AF_INET, text, &bytes) == 1 else { return nil }
    self.bytes = bytes
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// As text.
  var text: String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard inet_ntop(bytes.count == 16 ? AF_INET6 : AF_INET, bytes, &buffer, socklen_t(buffer.count)) != nil else {
      return ""
    }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether it is out in the world: not in a private network, not this machine, not kept for other purposes.
  var isPublic: Bool {
    if bytes.count == 4 { return !Self.reserved4.contains { matches($0.0, $0.1) } }
    // An IPv4 address in another form (RFC 4291 §2.5.5, RFC 6052 §2.1) is what it is.
    if matches(Self.mapped, 96) || matches(Self.translated, 96) {
      return NetworkAddress(bytes: Array(bytes[12...])).isPublic
    }
    // 2000::/3 is all that is given out so far.
    return matches([0x20], 3) && !Self.reserved6.contains { matches($0.0, $0.1) }
  }

  /// Whether the first bits are those.
  private func matches(_ prefix: [UInt8], _ bits: Int) -> Bool {
    let whole = bits / 8
    guard bytes.prefix(whole).elementsEqual(prefix.prefix(whole)) else { return false }
    let rest = bits % 8
    return rest == 0 || (bytes[whole] ^ (whole < prefix.count ? prefix[whole] : 0)) >> (8 - rest) == 0
  }

  private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
  private static let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]

  /// IANA's registry of special-purpose addresses, for IPv4.
  private static let reserved4: [([UInt8], Int)] = [
    ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
    ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24),
    ([203, 0, 113], 24), ([224], 4), ([240], 4),
  ]

  /// The same for IPv6, within 2000::/3.
  private static let reserved6: [([UInt8], Int)] = [
    ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x20, 0x02], 16), ([0x3F, 0xFF, 0x00], 20),
  ]
}
