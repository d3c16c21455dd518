/// The compiled time zone files of the system: the folder that the `tzdata` package fills.
///
/// The files are read here and not through Foundation, which on Linux carries a copy of its own that no system update
/// reaches: a zone's changed rule would come with the next toolchain, not with the next night.
public struct TimeZoneDatabase: Sendable {
  /// The folder of zone files.
  public let directory: String
  /// The release of the tz database, such as `2025b`; nil when the folder does not tell.
  public let version: String?

  /// Where systems keep zone files, after what `TZDIR` names.
  public static let standardDirectories = [
    "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
  ]

  /// The database of the system: the folder that `TZDIR` names, or else the first standard folder that is there.
  /// - Throws: `TimeZoneProblem` when there is none, or nothing in it can be read.
  public static func load() throws(TimeZoneProblem) -> TimeZoneDatabase {
    if let named = SystemFiles.environment("TZDIR") { return try load(directory: named) }
    for directory in standardDirectories where SystemFiles.names(in: directory) != nil {
      return try load(directory: directory)
    }
    throw .noDatabase(looked: standardDirectories)
  }

  /// The database in a folder.
  /// - Throws: `TimeZoneProblem` when the folder is missing or holds no zone for UTC that can be read.
  public static func load(directory: String) throws(TimeZoneProblem) -> TimeZoneDatabase {
    guard SystemFiles.names(in: directory) != nil else { throw .noDatabase(looked: [directory]) }
    let database = TimeZoneDatabase(directory: directory, version: readVersion(in: directory))
    guard ["UTC", "Etc/UTC"].contains(where: { database.zone($0) != nil }) else {
      throw .unreadable(directory: directory)
    }
    return database
  }

  /// The rules of a zone by its name in the tz database, links such as `US/Eastern` included.
  ///
  /// Each call reads the file; whoever needs a zone often keeps it.
  /// - Returns: nil when there is no such zone. Names are checked before a path is made of them.
  public func zone(_ name: String) -> TimeZoneRules? {
    guard Self.isPossible(name), let bytes = SystemFiles.read("\(directory)/\(name)", limit: 1 << 20) else {
      return nil
    }
    return TimeZoneFile(bytes).map { TimeZoneRules(name: name, file: $0) }
  }

  /// The names of all zones, links included, sorted; for suggestions and listings. Reads the whole folder.
  public var names: [String] {
    var found: [String] = []
    var waiting = [""]
    while let prefix = waiting.popLast() {
      for name in SystemFiles.names(in: "\(directory)/\(prefix)") ?? [] {
        let path = prefix + name
        guard Self.isPossible(path) else { continue }
        if SystemFiles.read("\(directory)/\(path)", limit: 4) == Array("TZif".utf8) {
          found.append(path)
        } else if prefix.utf8.count < 64 {
          waiting.append(path + "/")
        }
      }
    }
    return found.sorted()
  }
}

// MARK: - Names and version

extension TimeZoneDatabase {
  /// Whether a name can be that of a zone, and leads nowhere but into the database's folder.
  ///
  /// Left out are `posix/` and `right/` (the same zones again; `right` counts leap seconds, which no other clock here
  /// does) and the names that stand for this machine's own choice.
  private static func isPossible(_ name: String) -> Bool {
    guard name.utf8.count <= 128, !notZones.contains(name) else { return false }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if let first = parts.first, copies.contains(where: { first.elementsEqual($0.utf8) }) { return false }
    return parts.allSatisfy { part in
      part.first.map(isLetter) == true && part.allSatisfy { isLetter($0) || otherBytes.contains($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static let otherBytes = Set("0123456789_+-".utf8)
  private static let notZones: Set<String> = ["localtime", "posixrules", "Factory"]
  private static let copies = ["posix", "right"]

  /// The release, from the two places where distributions leave it.
  private static func readVersion(in directory: String) -> String? {
    let marker = "# version "
    if let source = SystemFiles.read("\(directory)/tzdata.zi", limit: 256), source.starts(with: marker.utf8) {
      return String(decoding: source.dropFirst(marker.utf8.count).prefix { $0 > 0x20 }, as: UTF8.self)
    }
    guard let file = SystemFiles.read("\(directory)/+VERSION", limit: 64), file.first.map({ $0 > 0x20 }) == true else {
      return nil
    }
    return String(decoding: file.prefix { $0 > 0x20 }, as: UTF8.self)
  }
}
