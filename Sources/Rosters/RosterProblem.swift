/// What keeps a roster from being read whole, as facts; its words are in `RosterProblem+Message.swift`.
///
/// Lines count from 1, offsets of bytes from 0. No case holds anything about a person, for logs may be public.
public enum RosterProblem: Error, Hashable, Sendable {
  // What is no roster
  /// There is nothing in it.
  case empty
  /// It is a web page, most likely one to sign in at.
  case webPage(title: String?)
  /// It is another kind of file.
  case otherKind(OtherKind)
  /// It has more bytes than can be counted.
  case tooLarge

  // Letters
  /// A byte that has no place in the encoding.
  case invalidByte(UInt8, offset: Int, line: Int, RosterEncoding)
  /// A character of several bytes that ends too early, at the file's end.
  case cutCharacter(offset: Int, RosterEncoding)
  /// A zero byte, which no text holds.
  case zeroByte(offset: Int, line: Int)

  // CSV and TSV
  /// No column has a header.
  case noHeaders(line: Int)
  /// A quote that is opened and not closed.
  case unclosedQuote(line: Int)
  /// Text between a closing quote and the next separator.
  case textAfterQuote(line: Int)
  /// A row with more or fewer cells than there are headers.
  case width(line: Int, cells: Int, columns: Int)

  // JSON
  /// It ends in the middle of a value.
  case jsonCut(line: Int)
  /// Something else stands where a value, a comma or a bracket belongs.
  case jsonSyntax(line: Int, offset: Int)
  /// An escape that means no character.
  case jsonEscape(line: Int)
  /// A name that an object has twice.
  case jsonDoubled(name: String, line: Int)
  /// Deeper nested than any list of people.
  case jsonDepth(line: Int)
  /// A name of the path is not there; the names that lead to lists.
  case jsonPath(missing: String, lists: [String])
  /// The path leads to something that is no list; the names in it that lead to lists.
  case jsonNoList(path: String?, lists: [String])
  /// A thing in the list that is no object.
  case jsonNoObject(line: Int)

  // LDIF
  /// A line that is neither an attribute nor the rest of one.
  case ldifLine(line: Int)
  /// An entry that doesn't begin with its name.
  case ldifNoName(line: Int)
  /// A value that isn't in base64, though it says so.
  case ldifBase64(line: Int)
  /// A value that is kept elsewhere.
  case ldifElsewhere(line: Int)
  /// A change of an entry, not an entry.
  case ldifChange(line: Int)
  /// No empty line behind the last entry: something may be missing.
  case ldifOpenEntry(line: Int)
  /// The server's last word was not success: its number for what went wrong.
  case ldifRefused(code: String)
  /// There are fewer or more entries than the end of the file says.
  case ldifCount(entries: Int, announced: Int)

  // vCard
  /// A line outside of cards.
  case cardOutside(line: Int)
  /// A card of a version that is neither 3.0 nor 4.0.
  case cardVersion(line: Int)
  /// A card that doesn't end.
  case cardOpen(line: Int)
  /// A line that is no property.
  case cardLine(line: Int)

  /// Kinds of files that are mistaken for rosters.
  public enum OtherKind: Hashable, Sendable {
    case workbook, oldWorkbook, zip, gzip, pdf, xml, binary
  }
}
