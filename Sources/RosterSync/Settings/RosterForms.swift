/// How a roster is written. (To be replaced by that of `Rosters`, once it is here.)
public enum RosterFormat: String, CaseIterable, Hashable, Sendable { case csv, tsv, json, ldif, vcard }

/// How a roster's letters are written.
public enum RosterEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  case latin1 = "latin-1"
  case windows1252 = "windows-1252"
}
