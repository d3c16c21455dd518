/// How a roster is written.
public enum RosterFormat: String, CaseIterable, Hashable, Sendable {
  /// Comma-separated values (RFC 4180), or separated by semicolons where Excel writes them so.
  case csv
  /// The same with tabs.
  case tsv
  /// A list of objects (RFC 8259).
  case json
  /// A directory's entries (RFC 2849), as `ldapsearch` prints them.
  case ldif
  /// Contact cards (RFC 2426, RFC 6350).
  case vcard
}

/// How a roster's letters are written.
public enum RosterEncoding: String, CaseIterable, Hashable, Sendable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// UTF-16 with a byte order mark; without one, the little end comes first, as Windows writes it.
  case utf16 = "utf-16"
  /// UTF-16, the little end first.
  case utf16LE = "utf-16le"
  /// UTF-16, the big end first.
  case utf16BE = "utf-16be"
  /// ISO 8859-1.
  case latin1 = "latin-1"
  /// Western Windows, as older versions of Excel write CSV.
  case windows1252 = "windows-1252"
}
