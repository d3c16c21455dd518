import Rosters
import Testing

@Suite("A roster's letters")
struct EncodingTests {
  static let text = "ID,Name\n1,Zoë 👩‍🔬\n2,Łukasz\n"
  static let people = Cells(["ID", "Name"], texts: [["1", "Zoë 👩‍🔬"], ["2", "Łukasz"]])

  @Test(
    "UTF-8 and UTF-16 are read, with a byte order mark or declared",
    arguments: [
      ("UTF-8", Array(text.utf8), nil),
      ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8), nil),
      ("UTF-8, declared", [0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
      ("little end first", [0xFF, 0xFE] + utf16(text, bigEndian: false), nil),
      ("big end first", [0xFE, 0xFF] + utf16(text, bigEndian: true), nil),
      ("declared, mark big", [0xFE, 0xFF] + utf16(text, bigEndian: true), .utf16),
      ("declared, without a mark", utf16(text, bigEndian: false), .utf16),
      ("little, without a mark", utf16(text, bigEndian: false), .utf16LE),
      ("big, without a mark", utf16(text, bigEndian: true), .utf16BE),
      ("big, with a mark", [0xFE, 0xFF] + utf16(text, bigEndian: true), .utf16BE),
    ] as [(String, [UInt8], RosterEncoding?)])
  func decoded(_ id: String, _ bytes: [UInt8], _ encoding: RosterEncoding?) throws {
    #expect(Cells(try Roster.read(bytes, as: .csv, encoding: encoding)) == Self.people)
  }

  @Test("Latin-1 and Windows-1252 are read where they are declared")
  func oneByte() throws {
    let bytes = Array("ID,Name\n1,Zo".utf8) + [0xEB, 0x20, 0x93, 0x80, 0x94]
    #expect(Cells(try Roster.read(bytes, as: .csv, encoding: .windows1252)).rows == [[["1"], ["Zoë “€”"]]])
    let latin = Array("ID,Name\n1,Zo".utf8) + [0xEB]
    #expect(Cells(try Roster.read(latin, as: .csv, encoding: .latin1)).rows == [[["1"], ["Zoë"]]])
    #expect(
      problem(bytes + [0x81], as: .csv, encoding: .windows1252)
        == .invalidByte(0x81, offset: bytes.count, line: 2, .windows1252))
  }

  @Test("Latin-1 that isn't declared is a problem with the byte's place, and the way out")
  func undeclaredLatin1() {
    let found = problem(Array("ID,Name\n1,Zo".utf8) + [0xEB] + Array("\n2,Bo\n".utf8), as: .csv)
    #expect(found == .invalidByte(0xEB, offset: 12, line: 2, .utf8))
    #expect(found?.message == "line 2 has a byte that is not UTF-8: 0xEB at offset 12")
    #expect(found?.remedy?.contains("windows-1252") == true)
  }

  @Test(
    "Bytes that no UTF-8 has are found: overlong, surrogates, beyond the last character",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xE2, 0x82, 0x20], [0xC3, 0x28],
    ] as [[UInt8]])
  func invalid(_ bytes: [UInt8]) {
    let before = Array("ID\nx".utf8)
    #expect(
      problem(before + bytes + Array("y\n".utf8), as: .csv)
        == .invalidByte(bytes[0], offset: before.count, line: 2, .utf8))
  }

  @Test("Every character of UTF-8 is taken for one")
  func everyCharacter() throws {
    for value in stride(from: UInt32(0x21), through: 0x10FFFF, by: 61) {
      guard let scalar = Unicode.Scalar(value), value != 0x22, value != 0x2C, value != 0x3B else { continue }
      let text = String(Character(scalar))
      #expect(problem("ID,N\n1,x\(text)x\n".utf8, as: .csv) == nil)
    }
  }

  @Test("A character that is cut off at the end is a problem")
  func cutCharacters() {
    let before = Array("ID\nx".utf8)
    for bytes in [[0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x91]] as [[UInt8]] {
      #expect(problem(before + bytes, as: .csv) == .cutCharacter(offset: before.count, .utf8))
    }
    let wide = utf16("ID\nx👩", bigEndian: false)
    #expect(problem(wide.dropLast(), as: .csv, encoding: .utf16LE) != nil)
    #expect(problem(wide.dropLast(2), as: .csv, encoding: .utf16LE) == .cutCharacter(offset: 8, .utf16))
    #expect(problem(wide + [0x41], as: .csv, encoding: .utf16LE) == .cutCharacter(offset: wide.count, .utf16))
    let lone = utf16("ID\n", bigEndian: true) + [0xDC, 0x00, 0x00, 0x41]
    #expect(problem(lone, as: .csv, encoding: .utf16BE) == .invalidByte(0xDC, offset: 6, line: 2, .utf16))
  }

  @Test("UTF-16 that nothing tells of is a problem that tells how to say so")
  func undeclaredUTF16() {
    let found = problem(utf16("ID,Name\n1,Ana\n", bigEndian: false), as: .csv)
    #expect(found == .zeroByte(offset: 1, line: 1))
    #expect(found?.remedy?.contains("utf-16") == true)
  }
}

@Suite("What is no roster")
struct RefusalTests {
  @Test(
    "A web page in a roster's place is called one, with its title",
    arguments: [
      "<!DOCTYPE html><html><head><title>Sign in – University</title></head></html>",
      "\u{FEFF}\r\n  <html lang=en><head>\n<TITLE id=t>Sign in\n – University</TITLE>",
      "<!-- made by x -->\n<html><title>Sign in – University</title>",
      "<?xml version=\"1.0\"?><!DOCTYPE html><html><title>Sign in – University</title>",
    ], RosterFormat.allCases)
  func webPage(_ page: String, format: RosterFormat) {
    #expect(problem(page.utf8, as: format) == .webPage(title: "Sign in – University"))
  }

  @Test("A web page in UTF-16 is one too, and one without a title")
  func otherPages() {
    let page = "<html><title></title></html>"
    #expect(problem([0xFF, 0xFE] + utf16(page, bigEndian: false), as: .csv) == .webPage(title: nil))
    #expect(problem("<?xml version='1.0'?><people/>".utf8, as: .csv) == .otherKind(.xml))
  }

  @Test(
    "Other kinds of files are called by their names",
    arguments: [
      (Array("PK\u{3}\u{4}\u{14}\u{6}\u{8}[Content_Types].xml".utf8), .workbook),
      (Array("PK\u{3}\u{4}\u{14}\u{6}\u{8}roster.csv".utf8), .zip),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldWorkbook), ([0x1F, 0x8B, 0x08], .gzip), (Array("%PDF-1.7".utf8), .pdf),
    ] as [([UInt8], RosterProblem.OtherKind)])
  func otherKinds(_ bytes: [UInt8], kind: RosterProblem.OtherKind) {
    let found = problem(bytes, as: .csv)
    #expect(found == .otherKind(kind))
    #expect(found?.message.hasSuffix("not a roster") == true)
  }
}
