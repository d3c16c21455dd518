import Addresses
import Community
import Diagnostics
import Hypertext

/// Proof that who must not be published isn't: each file is searched, before it is written, for what one would know the
/// withheld people by.
///
/// A mail address, a number and the address of the profile's page may stand in no file at all: a hit fails the build. A
/// name in running text may be somebody else's, so it is a warning. What a published mentor or the office has too tells
/// of nobody. Drafts are left out, for their people haven't asked to be.
struct AbsenceProof: Sendable {
  private let people: [Withheld]
  private let addresses: AddressWatch
  private let addressOwners: [Int]
  /// Numbers as digits alone.
  private let phones: [[UInt8]: Int]
  private let slugs: [[UInt8]: Int]
  private let names: NameSearch

  /// Something that a file tells of somebody.
  struct Sighting: Hashable, Sendable {
    enum Kind: String, Sendable {
      case mail = "mail address"
      case phone = "number"
      case page = "page"
      case name
    }
    let kind: Kind
    let person: Int
    let file: OutputPath
  }

  init(_ community: Community) {
    people = community.withheld.filter { $0.reason != .draft && $0.identity != nil }
    let identities = people.compactMap(\.identity)
    // Where nobody is withheld, nobody has to be told from the others.
    let mentors = people.isEmpty ? [] : community.mentors
    var own = Set(mentors.compactMap(\.email).map(\.text))
    if let office = community.settings.contact.email { own.insert(office.text) }
    let watched = identities.enumerated().flatMap { index, person in
      person.addresses.filter { !own.contains($0.text) }.map { (address: $0, owner: index) }
    }
    addresses = AddressWatch(watched.map(\.address))
    addressOwners = watched.map(\.owner)
    var numbers = Set(mentors.compactMap(\.phone?.e164))
    if let office = community.settings.contact.phone { numbers.insert(office.e164) }
    var phones: [[UInt8]: Int] = [:]
    var slugs: [[UInt8]: Int] = [:]
    for (index, person) in identities.enumerated() {
      slugs[Array(person.slug.utf8)] = index
      guard let phone = person.phone?.e164, !numbers.contains(phone) else { continue }
      phones[Array(phone.utf8.dropFirst())] = index
    }
    for mentor in mentors { slugs[Array(mentor.slug.utf8)] = nil }
    (self.phones, self.slugs) = (phones, slugs)
    let shared = Set(mentors.map(\.name))
    names = NameSearch(identities.map { shared.contains($0.name) ? "" : $0.name })
  }

  /// What a file tells that it should not; names are warnings, all else must not be written.
  func sighting(in bytes: [UInt8], of file: PlannedFile) -> Sighting? {
    if people.isEmpty { return nil }
    let path = OutputPath(file.address)
    if let found = addresses.firstSighting(in: bytes) {
      return Sighting(kind: .mail, person: addressOwners[found.address], file: path)
    }
    if let person = page(in: bytes, isProfile: path.path.hasPrefix("mentors/")) {
      return Sighting(kind: .page, person: person, file: path)
    }
    if let person = phone(in: bytes) { return Sighting(kind: .phone, person: person, file: path) }
    return path.path.hasSuffix(".html")
      ? names.first(in: bytes).map { Sighting(kind: .name, person: $0, file: path) } : nil
  }

  func diagnostic(_ sighting: Sighting) -> Diagnostic {
    let path = people[sighting.person].path
    if sighting.kind == .name {
      return Diagnostic(
        .warning, "privacy/absence-name", path: path,
        "this mentor isn't published, and '\(sighting.file.path)' has the same name in it",
        remedy: Diagnostic.Remedy("if it is the same person, take the name out of that text"))
    }
    return Diagnostic(
      .error, "privacy/absence", path: path,
      "this mentor isn't published, and the \(sighting.kind.rawValue) would be told in '\(sighting.file.path)'",
      remedy: Diagnostic.Remedy("look for it in the texts, in site.yaml, in static/ and in the theme"))
  }
}

// MARK: - Searching

extension AbsenceProof {
  /// The owner of a page that an address leads to: `mentors/SLUG` anywhere, and `../SLUG` from one profile to another.
  private func page(in bytes: [UInt8], isProfile: Bool) -> Int? {
    if slugs.isEmpty { return nil }
    let folder = Array("mentors".utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
      let isBelow = index >= folder.count && bytes[(index - folder.count)..<index].elementsEqual(folder)
      let isBeside =
        isProfile && index >= 2 && bytes[index - 1] == UInt8(ascii: ".") && bytes[index - 2] == UInt8(ascii: ".")
      guard isBelow || isBeside else { continue }
      if let person = slugs[Self.segment(of: bytes, from: index + 1)] { return person }
    }
    return nil
  }

  /// A part of an address, percent-encoding undone.
  private static func segment(of bytes: [UInt8], from start: Int) -> [UInt8] {
    var segment: [UInt8] = []
    var index = start
    while index < bytes.count, segment.count < 256 {
      let byte = bytes[index]
      if byte <= 0x20 || "/\"'<>&?#\\.()".utf8.contains(byte) { break }
      if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
        let decoded = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        segment.append(decoded)
        index += 3
      } else {
        segment.append(byte)
        index += 1
      }
    }
    return segment
  }

  /// The owner of a number that stands somewhere, with or without space in it.
  private func phone(in bytes: [UInt8]) -> Int? {
    if phones.isEmpty { return nil }
    for index in bytes.indices {
      let isEncoded =
        bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count && bytes[index + 1] == UInt8(ascii: "2")
        && bytes[index + 2] | 0x20 == UInt8(ascii: "b")
      guard bytes[index] == UInt8(ascii: "+") || isEncoded else { continue }
      var digits: [UInt8] = []
      var next = index + (isEncoded ? 3 : 1)
      while next < bytes.count, digits.count < 16 {
        if (0x30...0x39).contains(bytes[next]) {
          digits.append(bytes[next])
        } else if !" -.()/".utf8.contains(bytes[next]) {
          break
        }
        next += 1
        if let person = phones[digits], next == bytes.count || !(0x30...0x39).contains(bytes[next]) { return person }
      }
    }
    return nil
  }
}

/// Finds the first of many names in a text, each byte of which is looked at once.
struct NameSearch: Sendable {
  /// By the first four bytes: the names, as HTML has them, and whose they are.
  private var names: [UInt32: [(name: [UInt8], owner: Int)]] = [:]

  /// - Parameter names: by owner; a name of one word, which may be any word, isn't looked for.
  init(_ names: [String]) {
    for (owner, name) in names.enumerated() where name.contains(" ") && name.utf8.count >= 5 {
      let bytes = HTMLEscaping.escaped(name)
      self.names[Self.key(bytes[0], bytes[1], bytes[2], bytes[3]), default: []].append((bytes, owner))
    }
  }

  private static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32 {
    UInt32(first) << 24 | UInt32(second) << 16 | UInt32(third) << 8 | UInt32(fourth)
  }

  /// The owner of the first name that stands there as whole words.
  func first(in bytes: [UInt8]) -> Int? {
    guard !names.isEmpty, bytes.count >= 4 else { return nil }
    var window: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      window = window << 8 | UInt32(byte)
      guard index >= 3, let candidates = names[window] else { continue }
      let start = index - 3
      for (name, owner) in candidates where start + name.count <= bytes.count {
        guard bytes[start..<start + name.count].elementsEqual(name) else { continue }
        let isBegun = start > 0 && Self.isLetter(bytes[start - 1])
        let goesOn = start + name.count < bytes.count && Self.isLetter(bytes[start + name.count])
        if !isBegun && !goesOn { return owner }
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }
}
