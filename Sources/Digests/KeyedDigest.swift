/// HMAC-SHA-256 (RFC 2104): a digest that only who has the key can make or check by guessing.
public struct KeyedDigest: Sendable {
  /// The digest that has taken in the key's inner form; and the outer one.
  private let inner: SHA256
  private let outer: SHA256

  /// - Parameter key: of any length; 32 random bytes are right.
  public init(key: [UInt8]) {
    let short = key.count > SHA256.block ? SHA256.digest(of: key) : key
    let padded = short + [UInt8](repeating: 0, count: SHA256.block - short.count)
    (inner, outer) = (Self.taking(padded.map { $0 ^ 0x36 }), Self.taking(padded.map { $0 ^ 0x5C }))
  }

  /// The 32 bytes of a message's digest.
  public func digest(of message: [UInt8]) -> [UInt8] {
    var (first, second) = (inner, outer)
    first.update(message)
    second.update(first.finish())
    return second.finish()
  }

  private static func taking(_ block: [UInt8]) -> SHA256 {
    var digest = SHA256()
    digest.update(block)
    return digest
  }
}
