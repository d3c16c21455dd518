import Rosters

/// Where a roster is, and how it is written.
public struct SourceSettings: Hashable, Sendable {
  /// What messages call it.
  public var name: String
  /// Where it is.
  public var place: Place
  /// How it is written.
  public var format: RosterFormat
  /// Its encoding; nil for UTF-8, or what a byte order mark says.
  public var encoding: RosterEncoding?
  /// In JSON: the names that lead to the list of people, such as `data.people`; nil where the file is that list.
  public var path: String?
  /// The column of the id, where it has another header here than `SyncSettings.key`.
  public var key: ColumnName?
  /// How old it may be, in minutes; nil for any age. Only a file and an address that tells have an age.
  public var freshnessMinutes: Int?
  /// How long fetching may take, all attempts together.
  public var deadlineSeconds: Int
  /// How large it may be, unpacked.
  public var byteLimit: Int

  /// Where a roster is.
  public enum Place: Hashable, Sendable {
    /// A file; a path that doesn't begin with `/` is below the content folder.
    case file(String)
    /// An address that begins with `https://`.
    case https(HTTPSPlace)
    /// A program with its arguments, whose output is the roster. No shell reads them.
    case command([String])
  }

  /// A roster at a place.
  public init(
    name: String, place: Place, format: RosterFormat = .csv, encoding: RosterEncoding? = nil, path: String? = nil,
    key: ColumnName? = nil, freshnessMinutes: Int? = nil, deadlineSeconds: Int = 120, byteLimit: Int = 256 << 20
  ) {
    self.name = name
    self.place = place
    self.format = format
    self.encoding = encoding
    self.path = path
    self.key = key
    self.freshnessMinutes = freshnessMinutes
    self.deadlineSeconds = deadlineSeconds
    self.byteLimit = byteLimit
  }
}

/// A roster's address, and what fetching it takes.
public struct HTTPSPlace: Hashable, Sendable {
  /// The address.
  public var url: String
  /// Names of headers → the names of the environment variables that hold their values.
  public var headers: [String: String]
  /// Whether the address may lead into a private network or to this machine.
  public var allowsPrivate: Bool
  /// A file of certificates to trust in place of the system's; a path that doesn't begin with `/` is below the content
  /// folder.
  public var certificates: String?

  /// An address.
  public init(_ url: String, headers: [String: String] = [:], allowsPrivate: Bool = false, certificates: String? = nil)
  {
    self.url = url
    self.headers = headers
    self.allowsPrivate = allowsPrivate
    self.certificates = certificates
  }
}
