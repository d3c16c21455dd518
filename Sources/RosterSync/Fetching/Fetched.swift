import Digests
import Scheduling

/// What a source had.
public struct Fetched: Sendable {
  /// Its bytes, or that they are those of the last successful run.
  public enum Content: Sendable, Equatable {
    /// All bytes.
    case bytes([UInt8])
    /// An address said that nothing has changed since, and gave no bytes.
    case unchanged
  }

  /// Its bytes, or that they are the same as before.
  public let content: Content
  /// What to remember for the next run, once this one has succeeded.
  public let memory: FetchMemory
  /// When it last changed, where that is known: of a file, and of an address that tells.
  public let modified: Instant?
  /// How it ends, if it is exactly the beginning of what the last successful run fetched and ends earlier. So does a file
  /// that was cut off between two rows, which nothing in it can tell; people at its end would vanish.
  public let beginning: InputExtent.Beginning?

  /// Whether the bytes are those of the last successful run.
  public let isSame: Bool

  init(_ bytes: [UInt8], modified: Instant? = nil, place: SourceSettings.Place, earlier: FetchMemory?) {
    let memory = FetchMemory(place: FetchMemory.digest(of: place), extent: InputExtent(bytes))
    self.init(bytes, modified: modified, memory: memory, earlier: earlier?.place == memory.place ? earlier : nil)
  }

  init(_ bytes: [UInt8], modified: Instant?, memory: FetchMemory, earlier: FetchMemory?) {
    content = .bytes(bytes)
    self.modified = modified
    self.memory = memory
    beginning = earlier.flatMap { $0.extent.beginning(bytes) }
    isSame = earlier?.extent.fingerprint == memory.extent.fingerprint
  }

  init(unchangedSince memory: FetchMemory, modified: Instant?) {
    content = .unchanged
    self.memory = memory
    self.modified = modified
    beginning = nil
    isSame = true
  }

  /// Whether it is older than a source may be. What doesn't tell its age is not.
  public func isStale(for source: SourceSettings, at now: Instant) -> Bool {
    guard let limit = source.freshnessMinutes, let modified else { return false }
    return now.secondsSinceEpoch - modified.secondsSinceEpoch > Int64(limit) * 60
  }
}

/// What a successful run remembers of a source. Nothing of it tells anything about a person.
public struct FetchMemory: Hashable, Sendable {
  /// A digest of the place: what an address said is not held against another.
  public var place: String
  /// What was fetched.
  public var extent: InputExtent
  /// The `ETag` of an address.
  public var entityTag: String?
  /// The `Last-Modified` of an address.
  public var lastModified: String?

  /// A memory by its parts.
  public init(place: String, extent: InputExtent, entityTag: String? = nil, lastModified: String? = nil) {
    self.place = place
    self.extent = extent
    self.entityTag = entityTag
    self.lastModified = lastModified
  }

  /// A digest of a place.
  static func digest(of place: SourceSettings.Place) -> String {
    let text =
      switch place {
      case .file(let path): "file\n\(path)"
      case .https(let place): "https\n\(place.url)"
      case .command(let words): "command\n\(words.joined(separator: "\n"))"
      }
    return SHA256.hexadecimal(SHA256.digest(of: Array(text.utf8)).prefix(8))
  }
}
