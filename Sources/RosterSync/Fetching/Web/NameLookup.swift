import Parallelism

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks the system for the addresses of a host.
enum NameLookup {
  enum Outcome: Hashable, Sendable {
    case addresses([NetworkAddress])
    /// There is no such host.
    case unknown
    /// The name service doesn't answer at the moment.
    case noAnswer
  }

  /// The addresses of a host, in the order in which they should be tried.
  static func addresses(of host: String, within limit: Duration) async -> Outcome {
    if let address = NetworkAddress(host) { return .addresses([address]) }
    return await apart(within: limit) { ask(host) } ?? .noAnswer
  }

  private static func ask(_ host: String) -> Outcome {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var first: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &hints, &first)
    guard code == 0 else { return code == EAI_AGAIN ? .noAnswer : .unknown }
    defer { freeaddrinfo(first) }
    var found: [NetworkAddress] = []
    var next = first
    while let entry = next {
      if let address = address(of: entry.pointee), !found.contains(address) { found.append(address) }
      next = entry.pointee.ai_next
    }
    return found.isEmpty ? .unknown : .addresses(found)
  }

  private static func address(of entry: addrinfo) -> NetworkAddress? {
    guard let pointer = UnsafeRawPointer(entry.ai_addr) else { return nil }
    switch entry.ai_family {
    case AF_INET:
      return withUnsafeBytes(of: pointer.loadUnaligned(as: sockaddr_in.self).sin_addr) {
        NetworkAddress(bytes: Array($0))
      }
    case AF_INET6:
      return withUnsafeBytes(of: pointer.loadUnaligned(as: sockaddr_in6.self).sin6_addr) {
        NetworkAddress(bytes: Array($0))
      }
    default: return nil
    }
  }
}
