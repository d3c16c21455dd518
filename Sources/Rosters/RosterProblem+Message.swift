extension RosterProblem {
  /// What is wrong, as a sentence without its full stop.
  public var message: String {
    switch self {
    case .empty: "it is empty"
    case .webPage(let title): "it is a web page\(title.map { " ('\($0)')" } ?? ""), not a roster"
    case .otherKind(let kind): "it is \(kind.name), not a roster"
    case .tooLarge: "it has more than 4 GB"
    case .invalidByte(let byte, let offset, let line, let encoding):
      "line \(line) has a byte that is not \(encoding.name): \(Self.hexadecimal(byte)) at offset \(offset)"
    case .cutCharacter(let offset, let encoding):
      "it ends in the middle of a character of \(encoding.name), at offset \(offset)"
    case .zeroByte(let offset, let line): "line \(line) has a zero byte, at offset \(offset)"
    case .noHeaders(let line): "line \(line) should have the headers of the columns, and has none"
    case .unclosedQuote(let line): "a quote that is opened on line \(line) is never closed: something is missing"
    case .textAfterQuote(let line): "on line \(line) there is text right behind a closing quote"
    case .width(let line, let cells, let columns): "line \(line) has \(cells) cells, but there are \(columns) columns"
    case .jsonCut(let line): "it ends in the middle, on line \(line): something is missing"
    case .jsonSyntax(let line, let offset): "line \(line) is not JSON, at offset \(offset)"
    case .jsonEscape(let line): "a text on line \(line) has an escape that means no character"
    case .jsonDoubled(let name, let line): "an object on line \(line) has '\(name)' twice"
    case .jsonDepth(let line): "it is nested too deeply, on line \(line)"
    case .jsonPath(let missing, _): "it has no '\(missing)'"
    case .jsonNoList(let path?, _): "'\(path)' is not a list"
    case .jsonNoList(nil, _): "it is not a list"
    case .jsonNoObject(let line): "the list holds something on line \(line) that has no names"
    case .ldifLine(let line): "line \(line) is not LDIF"
    case .ldifNoName(let line): "the entry on line \(line) doesn't begin with its name ('dn: …')"
    case .ldifBase64(let line): "line \(line) is not in base64, though its '::' says so"
    case .ldifElsewhere(let line): "the value on line \(line) is kept in another file"
    case .ldifChange(let line): "line \(line) is a change of an entry, not an entry"
    case .ldifOpenEntry(let line):
      "no empty line follows the entry that begins on line \(line): something may be missing"
    case .ldifRefused(let code): "the directory server didn't give all entries: result \(code)"
    case .ldifCount(let entries, let announced): "it says that it has \(announced) entries, and has \(entries)"
    case .cardOutside(let line): "line \(line) is in no card"
    case .cardVersion(let line): "the card on line \(line) is neither vCard 3.0 nor 4.0"
    case .cardOpen(let line): "the card that begins on line \(line) doesn't end: something is missing"
    case .cardLine(let line): "line \(line) is not a property of a card"
    }
  }

  /// What can be done about it; nil where the message says it all.
  public var remedy: String? {
    switch self {
    case .webPage: "the address may need credentials, or a link that needs no sign-in"
    case .otherKind(.workbook), .otherKind(.oldWorkbook): "save it as 'CSV UTF-8' in the spreadsheet program"
    case .otherKind(.zip), .otherKind(.gzip): "unpack it first"
    case .invalidByte(_, _, _, .utf8):
      "export it as UTF-8, or say how it is written: encoding: windows-1252"
    case .zeroByte: "if it is UTF-16, say so: encoding: utf-16"
    case .unclosedQuote, .width, .jsonCut, .cardOpen: "export it again, and see that the export ends without errors"
    case .textAfterQuote: "a quote inside quotes is written twice"
    case .jsonPath(_, let lists), .jsonNoList(_, let lists):
      lists.isEmpty ? nil : "a list is at: \(lists.joined(separator: ", ")); write it behind 'path:'"
    case .ldifElsewhere: "have the values in the entries themselves"
    case .ldifChange: "export entries: ldapsearch -LLL"
    case .ldifOpenEntry: "end each entry with an empty line, as ldapsearch does"
    case .ldifRefused: "a size limit may be in the way: ask for pages, with ldapsearch -E pr=500/noprompt"
    case .cardVersion: "export the cards as vCard 3.0 or 4.0"
    default: nil
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}

extension RosterProblem.OtherKind {
  fileprivate var name: String {
    switch self {
    case .workbook: "a workbook (.xlsx or .ods)"
    case .oldWorkbook: "a workbook (.xls)"
    case .zip: "a zip archive"
    case .gzip: "a compressed file (gzip)"
    case .pdf: "a PDF"
    case .xml: "XML"
    case .binary: "no text"
    }
  }
}

extension RosterEncoding {
  /// What messages call it.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16, .utf16LE, .utf16BE: "UTF-16"
    case .latin1: "Latin-1"
    case .windows1252: "Windows-1252"
    }
  }
}
