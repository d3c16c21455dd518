import Digests

/// What a successful run knows of a source for the next.
public struct FetchMemory: Hashable, Sendable {
  /// Where it was.
  public var place: KeptPlace
  /// What was fetched.
  public var extent: KeptExtent
  /// What an address calls it.
  public var version: SourceVersion

  /// A memory by its parts.
  public init(place: KeptPlace, extent: KeptExtent, version: SourceVersion = SourceVersion()) {
    (self.place, self.extent, self.version) = (place, extent, version)
  }
}

/// What an address calls what it gave.
public struct SourceVersion: Hashable, Sendable {
  /// The `ETag`.
  public var entityTag: String?
  /// The `Last-Modified`.
  public var lastModified: String?

  /// A version; without a name where the source has none.
  public init(entityTag: String? = nil, lastModified: String? = nil) {
    (self.entityTag, self.lastModified) = (entityTag, lastModified)
  }
}

/// What is kept of a source's place: a keyed digest.
public struct KeptPlace: Hashable, Sendable {
  /// In hexadecimal digits.
  let text: String

  private static let size = 8

  /// What is to be kept of a place.
  init(_ place: SourceSettings.Place, by key: SyncKey) {
    let words =
      switch place {
      case .file(let path): "file\n\(path)"
      case .https(let place): "https\n\(place.url)"
      case .command(let words): "command\n\(words.joined(separator: "\n"))"
      }
    text = SHA256.hexadecimal(key.place(words).prefix(Self.size))
  }

  /// The place that a text was made of; nil where it is none.
  init?(text: String) {
    guard text.utf8.count == 2 * Self.size else { return nil }
    self.text = text
  }
}
