import Scheduling

/// What a source had.
public struct Fetched: Sendable {
  /// Its bytes, or that they are those of the last successful run.
  public enum Content: Sendable, Equatable {
    /// All bytes, and their SHA-256 digest in hexadecimal.
    case bytes([UInt8], fingerprint: String)
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
  public let beginning: KeptExtent.Beginning?

  /// Whether the bytes are those of the last successful run.
  public let isSame: Bool

  /// - Parameter earlier: what was remembered of the same place.
  init(_ arrival: Arrival, from place: KeptPlace, earlier: FetchMemory?, by key: SyncKey) {
    switch arrival {
    case .bytes(let bytes, let modified, let version):
      let input = InputExtent(bytes)
      let extent = KeptExtent(input, by: key)
      content = .bytes(bytes, fingerprint: input.fingerprint)
      memory = FetchMemory(place: place, extent: extent, version: version)
      self.modified = modified
      beginning = earlier.flatMap { $0.extent.beginning(bytes, by: key) }
      isSame = earlier?.extent == extent
    case .unchanged(let memory, let modified):
      content = .unchanged
      self.memory = memory
      self.modified = modified
      beginning = nil
      isSame = true
    }
  }

  /// Whether it is older than a source may be. What doesn't tell its age is not.
  public func isStale(for source: SourceSettings, at now: Instant) -> Bool {
    guard let limit = source.freshnessMinutes, let modified else { return false }
    return now.secondsSinceEpoch - modified.secondsSinceEpoch > Int64(limit) * 60
  }
}

/// What a source gave, before it is compared with what was there.
enum Arrival: Sendable {
  /// All bytes.
  case bytes([UInt8], modified: Instant? = nil, version: SourceVersion = SourceVersion())
  /// An address said that nothing has changed since.
  case unchanged(since: FetchMemory, modified: Instant?)
}
