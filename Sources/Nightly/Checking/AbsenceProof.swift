import Addresses
import Community
import Diagnostics
import Files
import FrontMatter
import Hypertext
import Parallelism

/// The last look before a site is published: in none of its files is anybody who must not be there.
///
/// A profile that is not published (hidden, without consent, a draft) is known by its address in the site,
/// `mentors/ana-lopez/`, and by its mail addresses. Names aren't searched for: two people may have one, and a guide may
/// tell a story. Loading has dropped these profiles before any page was made; this is the search that doesn't believe it.
///
/// The files of the search index that end in `.bin` are packed and not looked into: they are made of the same cards as the
/// lists, which are.
struct AbsenceProof: Sendable {
  private let slugs: Set<String>
  private let watch: AddressWatch
  /// How many profiles are searched for.
  let count: Int

  init(_ community: Community) {
    // What a page may say of others anyway can't tell of anybody: an office's address that several share.
    var known = Set(community.mentors.compactMap(\.email?.text))
    if let office = community.settings.contact.email { known.insert(office.text) }
    let published = Set(community.mentors.map(\.slug))
    var slugs: Set<String> = []
    var addresses: [MailAddress] = []
    for withheld in community.withheld {
      let file = withheld.path.split(separator: "/").last.map(String.init) ?? ""
      let slug = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
      if !published.contains(slug) { slugs.formUnion([slug, PercentEncoding.encoded(slug)]) }
      addresses += Self.addresses(in: withheld.path).filter { !known.contains($0.text) }
    }
    self.slugs = slugs
    watch = AddressWatch(addresses)
    count = community.withheld.count
  }

  private static func addresses(in path: String) -> [MailAddress] {
    guard let bytes = try? FileReading.bytes(of: path),
      let document = FrontMatterDocument.parse(SourceFile(path: path, bytes: bytes)).document
    else { return [] }
    guard case .scalar(let scalar)? = document.root["email"]?.content else { return [] }
    return MailAddress(scalar.text).map { [$0] } ?? []
  }

  /// Searches a folder.
  ///
  /// - Returns: how many files were searched, and those that tell of somebody.
  func search(_ folder: String, workers: Workers) throws(FileProblem) -> (files: Int, hits: [String]) {
    let paths = try FileReading.tree(of: folder).filter { !$0.isFolder && !$0.path.hasSuffix(".bin") }.map(\.path)
    if count == 0 { return (paths.count, []) }
    let results = workers.map(paths.count) { index -> Result<Bool, FileProblem> in
      do throws(FileProblem) {
        return .success(try tells(paths[index], in: folder))
      } catch {
        return .failure(error)
      }
    }
    var hits: [String] = []
    for (path, result) in zip(paths, results) where try result.get() { hits.append(path) }
    return (paths.count, hits)
  }

  private func tells(_ path: String, in folder: String) throws(FileProblem) -> Bool {
    if names(Array(path.utf8)) { return true }
    let bytes = try FileReading.bytes(of: "\(folder)/\(path)")
    return names(bytes) || watch.firstSighting(in: bytes) != nil
  }

  private static let place = Array("mentors/".utf8)

  /// Whether the address of one of the profiles stands in a text: a plain loop, for it sees every byte of a site.
  private func names(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + Self.place.count < bytes.count {
        guard bytes[index] == Self.place[0], bytes[index...].starts(with: Self.place) else {
          index += 1
          continue
        }
        index += Self.place.count
        var end = index
        while end < bytes.count, end - index < 400, !Self.endsSlug(bytes[end]) { end += 1 }
        if end > index, slugs.contains(String(decoding: bytes[index..<end], as: UTF8.self)) { return true }
      }
      return false
    }
  }

  private static func endsSlug(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "/\"'<>&#?)\\".utf8.contains(byte)
  }
}
