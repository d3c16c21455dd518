import Files
import Parallelism

/// Which pages stay at a target though the site lacks them.
///
/// Pages of the guide that errors keep out stay as they were published last. And where more would leave than the limit
/// lets, while somebody leaves who does not want to be shown, that person's files go with every list and the search
/// index, and only the rest is held. A page that tells of such a person, as one that shows similar mentors does, can't
/// stay either; so what is held is read at the target first.
struct HeldPages {
  private let plan: PublishPlan
  /// What may stay, unless it tells of somebody.
  let candidates: [SiteFile]

  /// - Parameter isHeld: whether the limit holds what leaves.
  init(_ plan: PublishPlan, isHeld: Bool) {
    self.plan = plan
    let unpublished = plan.site.unpublished
    candidates = plan.removals.filter { file in
      if unpublished.isFaulty(file.path) { return true }
      guard isHeld, !SiteFile.isList(file.path) else { return false }
      if let profile = SiteFile.profile(of: file.path) {
        return !plan.keptBack.contains(profile) && !unpublished.unread.contains(profile)
      }
      return file.order == .page
    }
  }

  /// Whether the pages have to be read to know whether they may stay.
  var needsReading: Bool { !plan.keptBack.isEmpty && !candidates.isEmpty }

  /// What stays of the candidates, and the photos that they show.
  ///
  /// - Parameter folder: where the target's files are; one that is not there does not stay.
  func staying(in folder: String, workers: Workers) -> Set<String> {
    let photos = plan.removals.filter { $0.path.hasPrefix("assets/photos/") }
    let watched = Dictionary(
      photos.map { (Array(($0.path.split(separator: "/").last ?? "").utf8), $0.path) },
      uniquingKeysWith: { first, _ in first })
    let people = Set(plan.keptBack.map { Array($0.utf8) })
    let findings = workers.map(candidates.count) { index -> (path: String, photos: [String])? in
      let path = candidates[index].path
      guard let bytes = try? FileReading.bytes(of: "\(folder)/\(path)") else { return nil }
      var shown: [String] = []
      for name in AddressParts(bytes) {
        if people.contains(name) { return nil }
        if let photo = watched[name] { shown.append(photo) }
      }
      return (path, shown)
    }.compactMap(\.self)
    // A profile stays with all its files or not at all.
    let stays = Set(findings.map(\.path))
    let broken = Set(candidates.filter { !stays.contains($0.path) }.compactMap { SiteFile.profile(of: $0.path) })
    let whole = findings.filter { finding in SiteFile.profile(of: finding.path).map { !broken.contains($0) } ?? true }
    return Set(whole.flatMap { [$0.path] + $0.photos })
  }
}

/// The parts of the addresses in a file: what follows a slash, to its own end, percent-encoding undone.
private struct AddressParts: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Longer than any name of a folder.
  private static let longest = 256

  mutating func next() -> [UInt8]? {
    while index < bytes.count, bytes[index] != UInt8(ascii: "/") { index += 1 }
    if index >= bytes.count { return nil }
    index += 1
    var part: [UInt8] = []
    var at = index
    while at < bytes.count, part.count < Self.longest, !Self.ends(bytes[at]) {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let decoded = UInt8(String(decoding: bytes[at + 1...at + 2], as: UTF8.self), radix: 16)
      {
        part.append(decoded)
        at += 3
      } else {
        part.append(bytes[at])
        at += 1
      }
    }
    return part
  }

  private static func ends(_ byte: UInt8) -> Bool { byte <= 0x20 || "/\"'<>&?#\\()".utf8.contains(byte) }
}
