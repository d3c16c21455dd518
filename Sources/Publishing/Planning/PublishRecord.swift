import Scheduling

/// What was published to a target: kept there as `.mentorbook-published`, so that whoever publishes next, from whichever
/// machine, knows what is theirs.
///
/// Text, a line each thing, `end` last: what was cut off is not taken for a small site.
///
///     mentorbook published 1
///     release 3f9a…
///     as-of 2027-03-01T06:00:00Z
///     published 2027-03-01T06:01:10Z
///     first 2027-03-01T06:01:10Z
///     state finished
///     file 9bc1… 18665 index.html
///     kept 2027-02-27T06:00:00Z 77d2… 4101 assets/site-3995d15222056dba.css
///     end
struct PublishRecord: Hashable, Sendable {
  /// The site as a whole.
  var release: String
  /// The moment that the site was built for.
  var asOf: Instant
  /// When it was published.
  var published: Instant
  /// When this site was published for the first time: a rollback does not make it newer.
  var first: Instant
  /// Whether the run that wrote this came to its end. If not, a file that it was about to change or to remove has no
  /// digest here: it may be there in either form.
  var isFinished: Bool
  /// The site's files, by path.
  var files: [String: SiteFile]
  /// Files of earlier sites that live on for readers who still have a page of then, by path.
  var kept: [String: Kept]

  /// A file that left the site.
  struct Kept: Hashable, Sendable {
    let file: SiteFile
    /// When.
    let since: Instant
  }

  /// The record's name at the target.
  static let name = ".mentorbook-published"

  /// The digest of a file that may be there in either of two forms.
  static let unsure = "-"

  /// The record when files that another run sent may lie in the place of some of these; nil if that is sure of none.
  func unsure(of files: [SiteFile]) -> PublishRecord? {
    var record = self
    record.isFinished = false
    for file in files where !file.isImmutable {
      record.files[file.path] = SiteFile(path: file.path, size: file.size, digest: Self.unsure)
    }
    return record.files == self.files ? nil : record
  }

  /// The profiles that there are.
  var profiles: Set<Substring> { Set(files.keys.compactMap(SiteFile.profile)) }
}

// MARK: - Text

extension PublishRecord {
  private static let heading = "mentorbook published "
  private static let version = 1

  /// The record as text.
  var bytes: [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity((files.count + kept.count) * 128 + 256)
    output += "\(Self.heading)\(Self.version)\nrelease \(release)\nas-of \(asOf.utcExtended)\n".utf8
    output += "published \(published.utcExtended)\nfirst \(first.utcExtended)\n".utf8
    output += "state \(isFinished ? "finished" : "unfinished")\n".utf8
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      output += "file \(file.digest) \(file.size) \(path)\n".utf8
    }
    for (path, kept) in kept.sorted(by: { $0.key < $1.key }) {
      output += "kept \(kept.since.utcExtended) \(kept.file.digest) \(kept.file.size) \(path)\n".utf8
    }
    output += "end\n".utf8
    return output
  }

  /// Why a record can't be used.
  enum Damage: Error {
    /// A later version wrote it.
    case newer
    /// It is cut off, or something else.
    case unreadable
  }

  /// Reads a record.
  init(_ bytes: [UInt8]) throws(Damage) {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[...]
    guard let first = lines.popFirst(), first.hasPrefix(Self.heading),
      let version = Int(first.dropFirst(Self.heading.count))
    else { throw .unreadable }
    guard version <= Self.version else { throw .newer }
    guard lines.popLast() == "end", bytes.last == UInt8(ascii: "\n") else { throw .unreadable }
    release = try Self.value(of: "release", in: lines.popFirst())
    asOf = try Self.moment(of: "as-of", in: lines.popFirst())
    published = try Self.moment(of: "published", in: lines.popFirst())
    self.first = try Self.moment(of: "first", in: lines.popFirst())
    isFinished = try Self.value(of: "state", in: lines.popFirst()) == "finished"
    (files, kept) = ([:], [:])
    for line in lines {
      if line.hasPrefix("file ") {
        let file = try Self.file(line.dropFirst("file ".count))
        files[file.path] = file
      } else if line.hasPrefix("kept ") {
        let rest = line.dropFirst("kept ".count)
        guard let space = rest.firstIndex(of: " "), let since = Instant(String(rest[..<space])) else {
          throw .unreadable
        }
        let file = try Self.file(rest[rest.index(after: space)...])
        kept[file.path] = Kept(file: file, since: since)
      } else {
        throw .unreadable
      }
    }
  }

  private static func file(_ text: Substring) throws(Damage) -> SiteFile {
    let parts = text.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let size = Int64(parts[1]), isSafe(parts[2]) else { throw .unreadable }
    return SiteFile(path: String(parts[2]), size: size, digest: String(parts[0]))
  }

  /// A record is read from a place that others may write to, and tells what to remove: nothing in it leads out of there.
  private static func isSafe(_ path: Substring) -> Bool {
    !path.isEmpty
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }

  private static func value(of name: String, in line: Substring?) throws(Damage) -> String {
    guard let line, line.hasPrefix(name + " ") else { throw .unreadable }
    return String(line.dropFirst(name.count + 1))
  }

  private static func moment(of name: String, in line: Substring?) throws(Damage) -> Instant {
    guard let moment = Instant(try value(of: name, in: line)) else { throw .unreadable }
    return moment
  }
}
