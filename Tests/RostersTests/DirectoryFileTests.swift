import Rosters
import Testing

@Suite("Rosters in LDIF")
struct LDIFTests {
  /// As `ldapsearch -LLL` prints it: values that aren't plain ASCII in base64, long lines folded.
  static let text = """
    dn: uid=ana,ou=people,dc=example,dc=edu
    uid: ana
    cn:: QW5hIEzDs3Bleg==
    mail: ana@example.edu
    Mail: ana.lopez@alumni.ex
     ample.edu
    description: one
      two
    jpegPhoto:: /9j/4AAQSkY=

    # Bo, People
    dn: uid=bo,ou=people,dc=example,dc=edu
    uid: bo
    employer: Acme: Inc.
    note:

    """ + "\n"

  @Test("Entries are rows, attributes columns whatever their case; base64 and folded lines are put together")
  func entries() throws {
    let roster = try Roster.read(Array(Self.text.utf8), as: .ldif)
    #expect(
      Cells(roster)
        == Cells(
          ["dn", "uid", "cn", "mail", "description", "jpegPhoto", "employer", "note"],
          [
            [
              ["uid=ana,ou=people,dc=example,dc=edu"], ["ana"], ["Ana López"],
              ["ana@example.edu", "ana.lopez@alumni.example.edu"], ["one two"], ["/9j/4AAQSkY="], [], [],
            ],
            [["uid=bo,ou=people,dc=example,dc=edu"], ["bo"], [], [], [], [], ["Acme: Inc."], []],
          ]))
    #expect([roster.line(of: 0), roster.line(of: 1)] == [1, 12])
    let crlf = Self.text.replacing("\n", with: "\r\n")
    #expect(try read("version: 1\n\n" + crlf, as: .ldif) == Cells(roster))
  }

  @Test("What ldapsearch says at the end is believed")
  func ending() throws {
    let done = "# search result\nsearch: 2\nresult: 0 Success\n\n# numResponses: 3\n# numEntries: 2\n"
    #expect(try read(Self.text + done, as: .ldif).rows.count == 2)
    let cut = "search: 2\nresult: 4 Size limit exceeded\n\n# numResponses: 3\n# numEntries: 2\n"
    #expect(problem((Self.text + cut).utf8, as: .ldif) == .ldifRefused(code: "4 Size limit exceeded"))
    #expect(problem((Self.text + "# numEntries: 3\n").utf8, as: .ldif) == .ldifCount(entries: 2, announced: 3))
  }

  @Test(
    "What is no entry is a problem with its line",
    arguments: [
      ("dn: a\nuid: 1\nno colon\n\n", .ldifLine(line: 3)), ("uid: 1\n\n", .ldifNoName(line: 1)),
      ("dn: a\ncn:: QW5\n\n", .ldifBase64(line: 2)), ("dn: a\ncn:: QW5*\n\n", .ldifBase64(line: 2)),
      ("dn: a\nphoto:< file:///etc/passwd\n\n", .ldifElsewhere(line: 2)),
      ("dn: a\nchangetype: delete\n\n", .ldifChange(line: 2)), ("dn: a\nuid: 1\n", .ldifOpenEntry(line: 1)),
      (" dn: a\n\n", .ldifLine(line: 1)), ("cn,mail\nAna,a@x\n", .ldifLine(line: 1)),
    ] as [(String, RosterProblem)])
  func problems(_ text: String, expected: RosterProblem) {
    #expect(problem(text.utf8, as: .ldif) == expected)
  }

  @Test("An entry that is cut at any byte is a problem, never an entry with less in it")
  func cut() throws {
    let bytes = Array(Self.text.utf8)
    let whole = try read(Self.text, as: .ldif)
    for count in 0..<bytes.count {
      guard let part = try? Roster.read(Array(bytes[..<count]), as: .ldif) else { continue }
      let cells = Cells(part)
      let expected = whole.rows.prefix(part.count).map { Array($0.prefix(part.columns.count)) }
      #expect(cells.rows == Array(expected), "cut at \(count)")
    }
  }
}

@Suite("Rosters in contact cards")
struct VCardTests {
  static let text = """
    BEGIN:VCARD
    VERSION:4.0
    UID:urn:uuid:4fbe8971
    FN:Ana López
    N:López;Ana;;Dr.;
    item1.EMAIL;TYPE=home:ana@home.example
    EMAIL;TYPE="work,internet";PREF=1:ana@example.edu
    TEL;VALUE=uri;TYPE=cell:tel:+1-555-0100
    ORG:Acme\\, Inc.;Research
    ADR;TYPE=work;LABEL="1 Main St: Lima":;;1 Main St;Lima;;15001;Peru
    CATEGORIES:mentor,big\\,small
    NOTE:one\\ntwo \\; th
     ree
    PHOTO:data:image/jpeg;base64,/9j/4AAQ
     SkZJRg==
    END:VCARD

    BEGIN:VCARD
    VERSION:3.0
    FN;CHARSET=UTF-8:Bo
    EMAIL;INTERNET;PREF:bo@example.edu
    PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ
    X-CLASS-YEAR:2009
    END:VCARD
    """ + "\n"

  static let expected = Cells(
    [
      "EMAIL", "EMAIL.work", "EMAIL.internet", "UID", "FN", "N.family", "N.given", "N.additional", "N.prefix",
      "N.suffix", "EMAIL.home", "TEL", "TEL.cell", "ORG", "ORG.unit", "ADR.box", "ADR.extended", "ADR.street",
      "ADR.city", "ADR.region", "ADR.code", "ADR.country", "CATEGORIES", "NOTE", "X-CLASS-YEAR",
    ],
    [
      [
        ["ana@example.edu", "ana@home.example"], ["ana@example.edu"], ["ana@example.edu"], ["urn:uuid:4fbe8971"],
        ["Ana López"], ["López"], ["Ana"], [], ["Dr."], [], ["ana@home.example"], ["+1-555-0100"], ["+1-555-0100"],
        ["Acme, Inc."], ["Research"], [], [], ["1 Main St"], ["Lima"], [], ["15001"], ["Peru"],
        ["mentor", "big,small"], ["one\ntwo ; three"], [],
      ],
      [["bo@example.edu"], [], ["bo@example.edu"], [], ["Bo"]] + Array(repeating: [], count: 19) + [["2009"]],
    ])

  @Test("Properties are columns, their types and parts columns of their own; what is preferred comes first")
  func cards() throws {
    #expect(try read(Self.text, as: .vcard) == Self.expected)
    #expect(try read(Self.text.replacing("\n", with: "\r\n"), as: .vcard) == Self.expected)
  }

  @Test(
    "What is no card is a problem with its line",
    arguments: [
      ("FN:Ana\n", .cardOutside(line: 1)), ("BEGIN:VCARD\nVERSION:2.1\nFN:A\nEND:VCARD\n", .cardVersion(line: 1)),
      ("BEGIN:VCARD\nFN:A\nEND:VCARD\n", .cardVersion(line: 1)),
      ("BEGIN:VCARD\nVERSION:3.0\nFN:A\n", .cardOpen(line: 1)),
      ("BEGIN:VCARD\nVERSION:3.0\nBEGIN:VCARD\n", .cardOpen(line: 1)),
      ("BEGIN:VCARD\nVERSION:3.0\nno colon\nEND:VCARD\n", .cardLine(line: 3)),
    ] as [(String, RosterProblem)])
  func problems(_ text: String, expected: RosterProblem) {
    #expect(problem(text.utf8, as: .vcard) == expected)
  }

  @Test("A card that is cut at any byte is a problem, never a card with less in it")
  func cut() throws {
    let bytes = Array(Self.text.utf8)
    let whole = try Roster.read(bytes, as: .vcard)
    for count in 0..<(bytes.count - 1) {
      guard let part = try? Roster.read(Array(bytes[..<count]), as: .vcard) else { continue }
      #expect(part.count == 1, "cut at \(count)")
      for (index, column) in part.columns.enumerated() {
        #expect(part.texts(0, index) == whole.texts(0, whole.columns.firstIndex(of: column) ?? 0))
      }
    }
  }
}
