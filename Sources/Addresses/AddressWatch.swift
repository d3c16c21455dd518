/// Finds mail addresses that must not be published, in files as they will lie on the web.
///
/// Files say an address in more ways than one, so the search begins at what all have in common, the `@` or its `%40`:
///
/// 1. `SignSearch` finds the next one. Pages have few, and this is the only step that sees every byte.
/// 2. The domain behind it is read, percent-encoding undone, case ignored. Nearly every find ends here: the domain of
///    the university's aliases is that of no private address.
/// 3. The local part before it is read backwards. Wherever an address can begin, what was read is looked up.
///
/// Addresses are known by their 64-bit hashes: among a million, two that are one are not to be expected.
public struct AddressWatch: Sendable {
  /// A private address, found.
  public struct Sighting: Hashable, Sendable {
    /// Its index in the list that the watch was made with.
    public let address: Int
    /// The offset of its first byte.
    public let offset: Int
  }

  private var domains: Set<UInt64> = []
  private var addresses: [UInt64: Int] = [:]

  /// A watch for addresses; of two that are the same the first counts.
  public init(_ watched: [MailAddress]) {
    addresses.reserveCapacity(watched.count)
    for (index, address) in watched.enumerated() {
      for domain in Set([address.domain, address.domainASCII]) {
        let domainHash = domain.utf8.reduce(AddressHash.seed) { AddressHash.adding($1, to: $0) }
        domains.insert(domainHash)
        for localPart in Set([address.localPart, Self.escaped(address.localPart)]) {
          let hash = localPart.utf8.reversed().reduce(domainHash) { AddressHash.adding($1, to: $0) }
          if addresses[hash] == nil { addresses[hash] = index }
        }
      }
    }
  }

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { addresses.isEmpty }

  /// The first of the addresses that stands in a file.
  public func firstSighting(in file: [UInt8]) -> Sighting? {
    if isEmpty { return nil }
    return file.withUnsafeBytes { bytes in
      var search = SignSearch(bytes)
      while let sign = search.next() {
        if let found = sighting(around: sign, in: bytes) { return found }
      }
      return nil
    }
  }

  /// Whether an `@` or `%40` stands in a text at all.
  public static func hasSign(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { bytes in
      var search = SignSearch(bytes)
      return search.next() != nil
    }
  }

  /// As HTML has it.
  private static func escaped(_ localPart: String) -> String {
    localPart.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "'": escaped += "&#39;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}

// MARK: - Around a sign

extension AddressWatch {
  private func sighting(around sign: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Sighting? {
    guard let domainHash = watchedDomain(from: sign.upperBound, in: bytes) else { return nil }
    return sighting(of: domainHash, endingAt: sign.lowerBound, in: bytes)
  }

  /// The hash of the domain that begins at `start`, if it is one of those that are watched.
  private func watchedDomain(from start: Int, in bytes: UnsafeRawBufferPointer) -> UInt64? {
    var reading = DecodedBytes(bytes, at: start)
    var hash = AddressHash.seed
    // What ends a sentence is no part of a domain: the hash before a dot or a hyphen counts where nothing follows.
    var complete = hash
    var plain: UInt64?
    var length = 0
    while length < 254, let byte = reading.next(), AddressByte.isOfDomain(byte) {
      if byte >= 0x80 && plain == nil { plain = complete }
      hash = AddressHash.adding(byte, to: hash)
      if byte != UInt8(ascii: ".") && byte != UInt8(ascii: "-") { complete = hash }
      length += 1
    }
    // An ellipsis or a quotation mark right behind a domain looks like letters of it.
    return [complete, plain].compactMap(\.self).first(where: domains.contains)
  }

  private func sighting(of domainHash: UInt64, endingAt end: Int, in bytes: UnsafeRawBufferPointer) -> Sighting? {
    var reading = DecodedBytes(bytes, at: end)
    var hash = domainHash
    var start = end
    for _ in 0..<Self.longestLocalPart {
      guard let byte = reading.previous() else { break }
      hash = AddressHash.adding(byte, to: hash)
      start = reading.offset
      if let address = addresses[hash], isBeginning(start, in: bytes) {
        return Sighting(address: address, offset: start)
      }
    }
    return nil
  }

  /// 64 bytes, each of which HTML may have made six.
  private static let longestLocalPart = 64 * 6

  /// Whether an address can begin here: `ana@` is not the address in `joana@` or `jo.ana@`, but it is in `add=ana@`.
  private func isBeginning(_ start: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    var reading = DecodedBytes(bytes, at: start)
    while let byte = reading.previous() {
      if AddressByte.isLetterOrDigit(byte) { return false }
      if !AddressByte.joinsWords(byte) { return true }
    }
    return true
  }
}

/// FNV-1a over the bytes of an address in lower case.
private enum AddressHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    return (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01b3
  }
}

/// What a byte can be in an address.
private enum AddressByte {
  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  static func joinsWords(_ byte: UInt8) -> Bool { ".-_+".utf8.contains(byte) }

  static func isOfDomain(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte >= 0x80
  }
}

/// Bytes forwards and backwards with percent-encoding undone.
private struct DecodedBytes {
  private let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func next() -> UInt8? {
    guard offset < bytes.count else { return nil }
    let decoded = escape(at: offset)
    defer { offset += decoded == nil ? 1 : 3 }
    return decoded ?? bytes[offset]
  }

  mutating func previous() -> UInt8? {
    guard offset > 0 else { return nil }
    let decoded = offset >= 3 ? escape(at: offset - 3) : nil
    offset -= decoded == nil ? 1 : 3
    return decoded ?? bytes[offset]
  }

  /// What `%XX` stands for; nil when there is none at the offset.
  private func escape(at offset: Int) -> UInt8? {
    guard bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count,
      let high = Self.digit(bytes[offset + 1]), let low = Self.digit(bytes[offset + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
