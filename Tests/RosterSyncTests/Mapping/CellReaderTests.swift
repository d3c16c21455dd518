import FrontMatter
import Testing

@testable import RosterSync

@Suite("A roster's cell")
struct CellReaderTests {
  /// What a cell of a field says, in a form that a table can hold.
  private static func said(_ field: String, _ options: String, _ cell: String, site: String = "") throws -> String {
    switch try SyncSamples.reader(of: field, options, site: SyncSamples.site(site)).read([cell]) {
    case .nothing: return "nothing"
    case .problem(let problem): return "? " + problem.publicReason
    case .values(let values):
      return values.map { value in
        switch value {
        case .noOpinion, .cleared: return "-"
        case .value(.text(let text)): return text
        case .value(.integer(let number)): return String(number)
        case .value(.flag(let flag)): return String(flag)
        case .value(.texts(let texts)): return "[" + texts.joined(separator: "; ") + "]"
        }
      }.joined(separator: " / ")
    }
  }

  @Test(
    "Any cell is tidied: space, what copying leaves behind, words for nothing",
    arguments: [
      ("  Example   Bridges ", "Example Bridges"), ("Example\u{A0}Bridges", "Example Bridges"),
      ("Example\nBridges", "Example Bridges"), ("\u{FEFF}Example", "Example"), ("Exam\u{AD}ple", "Example"),
      ("Law firm „Müller“", "Law firm „Müller“"), ("N/A", "nothing"), ("-", "nothing"), ("—", "nothing"),
      ("", "nothing"), ("   ", "nothing"), ("Null", "Null"), ("#REF!", "? a spreadsheet's error"),
      ("Caf\u{FFFD}", "? letters that were lost before it came here"),
      ("CafÃ©", "? read in the wrong encoding somewhere"),
      ("RaÃºl", "? read in the wrong encoding somewhere"), ("SÃO PAULO", "SÃO PAULO"),
      ("a\u{1}b", "? a control character"),
    ])
  func tidied(_ cell: String, _ expected: String) throws {
    #expect(try Self.said("employer", "", cell) == expected)
  }

  @Test(
    "Years of graduation",
    arguments: [
      ("2013", "", "2013"), ("2013.0", "", "2013"), ("May 2013", "", "2013"), ("Class of 2013", "", "2013"),
      ("05/2013", "", "2013"), ("2013-05-20", "", "2013"), ("1849", "", "? no year of graduation"),
      ("2037", "", "? no year of graduation"), ("'13", "", "? a year of two digits"),
      ("'13", "century_from: 1930", "2013"), ("'45", "century_from: 1930", "1945"),
      ("'29", "century_from: 1930", "2029"), ("2013, 2015", "", "? no year of four digits, or more than one"),
      ("soon", "", "? no year of four digits, or more than one"),
    ])
  func years(_ cell: String, _ options: String, _ expected: String) throws {
    #expect(try Self.said("class_year", options, cell) == expected)
  }

  @Test(
    "Lists are split and each term taken once",
    arguments: [
      ("Physics, Music", "", "[Physics; Music]"), ("Physics; Music;", "", "[Physics; Music]"),
      ("Physics\nMusic", "", "[Physics; Music]"), ("Physics|physics", "", "[Physics]"),
      ("Science, technology and society; Music", "split: \";\"", "[Science, technology and society; Music]"),
      ("Physics and Music", "split: \" and \"", "[Physics; Music]"),
      (
        "Maths/CS", "split: \"/\", terms: {CS: Computer science, maths: [Mathematics, Statistics]}",
        "[Mathematics; Statistics; Computer science]"
      ),
      ("Undecided, Music", "terms: {undecided: []}", "[Music]"),
    ])
  func lists(_ cell: String, _ options: String, _ expected: String) throws {
    #expect(try Self.said("majors", options, cell) == expected)
  }

  @Test(
    "Terms follow the field's own words, then the facet's synonyms",
    arguments: [
      ("Tech", "", "Technology"), ("TECH!", "", "Technology"), ("Law", "", "Law"),
      ("Tech", "terms: {tech: Engineering}", "Engineering"),
      ("Lawyering", "terms: {jd: Law}, only_terms: true", "? not among the terms that the settings know"),
      ("law", "terms: {jd: Law}, only_terms: true", "Law"),
    ])
  func terms(_ cell: String, _ options: String, _ expected: String) throws {
    let site = "facets:\n  - field: industry\n    synonyms: {Tech: Technology}\n"
    #expect(try Self.said("industry", options, cell, site: site) == expected)
  }

  @Test(
    "Fixed words",
    arguments: [
      ("meeting_modes", "", "Zoom, In person", "[video; in-person]"),
      ("meeting_modes", "", "in_person; VIDEO", "[video; in-person]"),
      ("meeting_modes", "terms: {Both: [video, phone]}", "both", "[video; phone]"),
      ("meeting_modes", "", "smoke signals", "? none of video, phone, in-person, email"),
      ("mentoring", "", "Flash mentoring", "[flash]"), ("status", "", "Paused", "paused"),
      ("status", "", "hidden", "? none of active, paused"), ("contact.prefer", "", "E-mail", "email"),
    ])
  func fixed(_ field: String, _ options: String, _ cell: String, _ expected: String) throws {
    #expect(try Self.said(field, options, cell) == expected)
  }

  @Test(
    "Phone numbers",
    arguments: [
      ("+1 (202) 555-0123", "", "+1 202 555 0123"), ("(202) 555-0123", "calling_code: \"+1\"", "+1 202 555 0123"),
      ("1-202-555-0123", "calling_code: \"+1\"", "+1 202 555 0123"),
      ("202.555.0123 x45", "calling_code: \"+1\"", "+1 202 555 0123 ext. 45"),
      ("555-0123", "calling_code: \"+1\"", "? not a phone number that works from everywhere"),
      ("(202) 555-0123", "", "? not a phone number that works from everywhere"),
      ("030 1234567", "calling_code: \"+49\"", "+49 30 1234567"),
      ("+49 (0)30 1234-567", "", "+49 30 1234 567"), ("0049 30 1234567", "", "+49 30 1234567"),
      ("call me", "calling_code: \"+1\"", "? not a phone number that works from everywhere"),
    ])
  func phones(_ cell: String, _ options: String, _ expected: String) throws {
    #expect(try Self.said("phone", options, cell) == expected)
  }

  @Test(
    "Web addresses",
    arguments: [
      ("https://www.linkedin.com/in/ana", "", "https://www.linkedin.com/in/ana"),
      ("HTTPS://example.com/A", "", "https://example.com/A"),
      ("www.linkedin.com/in/ana", "", "https://www.linkedin.com/in/ana"),
      ("ana-lopez", "prefix: https://www.linkedin.com/in/", "https://www.linkedin.com/in/ana-lopez"),
      ("@ana", "prefix: https://www.linkedin.com/in/", "https://www.linkedin.com/in/ana"),
      ("ana-lopez", "", "? not a web address"), ("javascript:alert(1)", "", "? not a web address"),
      ("javascript:alert(1)", "prefix: https://www.linkedin.com/in/", "? not a web address"),
      ("see my page", "prefix: https://www.linkedin.com/in/", "? not a web address"),
      ("https://a@b.example/", "", "? not a web address"),
    ])
  func links(_ cell: String, _ options: String, _ expected: String) throws {
    #expect(try Self.said("links.linkedin", options, cell) == expected)
  }

  @Test(
    "Dates",
    arguments: [
      ("2027-03-16", "", "2027-03-16"), ("2027-03-16T08:00:00Z", "", "2027-03-16"),
      ("2027-03-16 00:00:00", "", "2027-03-16"), ("16 March 2027", "", "2027-03-16"),
      ("Mar 16, 2027", "", "2027-03-16"), ("16-Mar-2027", "", "2027-03-16"), ("16.3.2027", "", "2027-03-16"),
      ("3/4/2027", "", "? could be two dates"), ("3/4/2027", "order: month-first", "2027-03-04"),
      ("3/4/2027", "order: day-first", "2027-04-03"), ("3/16/2027", "", "2027-03-16"), ("3/3/2027", "", "2027-03-03"),
      ("2027-02-30", "", "? not a date"), ("3/4/27", "order: month-first", "? not a date"),
      ("soon", "", "? not a date"),
    ])
  func dates(_ cell: String, _ options: String, _ expected: String) throws {
    #expect(try Self.said("joined", options, cell) == expected)
  }

  @Test(
    "Places: city / region / country",
    arguments: [
      ("Boston, MA", "", "Boston / Massachusetts / United States"),
      ("Boston, MA 02110", "", "Boston / Massachusetts / United States"),
      ("Boston, Massachusetts, USA", "", "Boston / Massachusetts / United States"),
      ("Washington, DC", "", "Washington / District of Columbia / United States"),
      ("Washington, D.C.", "", "Washington / District of Columbia / United States"),
      ("Montréal, QC", "", "Montréal / Quebec / Canada"), ("Berlin, Germany", "", "Berlin / - / Germany"),
      ("Berlin, DE", "", "? a region or a country"), ("Atlanta, Georgia", "", "Atlanta / Georgia / United States"),
      ("Tbilisi, Georgia", "", "Tbilisi / - / Georgia"), ("Springvale, Georgia", "", "? a region or a country"),
      ("Boston", "", "Boston / - / -"), ("Boston", "country: USA", "Boston / - / United States"),
      ("Singapore", "", "Singapore / - / -"), ("Germany", "", "- / - / Germany"), ("Remote", "", "? not a place"),
      ("Pune, Maharashtra, India", "", "Pune / Maharashtra / India"),
      ("1 Main St, Boston, MA, USA", "", "? more parts than city, region and country"),
      ("NYC", "terms: {NYC: \"New York, NY\"}", "New York / New York / United States"),
    ])
  func places(_ cell: String, _ options: String, _ expected: String) throws {
    #expect(try Self.said("location", options, cell) == expected)
  }

  @Test(
    "Other kinds",
    arguments: [
      ("name", "", "Ana López", "Ana López"), ("name", "", "???", "? a name without a letter"),
      ("email", "", "Ana@Example.EDU", "Ana@example.edu"), ("email", "", "mailto:ana@example.edu", "ana@example.edu"),
      ("email", "", "ana@", "? not a mail address"), ("email", "", "a@x.edu; b@x.edu", "? not a mail address"),
      ("capacity", "", "2", "2"), ("capacity", "", "2.0", "2"), ("capacity", "", "many", "? not a whole number"),
      ("capacity", "", "-1", "? not between 0 and 1000"), ("location.country", "", "USA", "United States"),
    ])
  func others(_ field: String, _ options: String, _ cell: String, _ expected: String) throws {
    #expect(try Self.said(field, options, cell) == expected)
  }

  @Test(
    "True or false, in the words that the settings declare",
    arguments: [
      ("Yes", "", "true"), ("0", "", "false"), ("maybe", "", "? neither a word for yes nor one for no"),
      ("Oui", "yes: [oui], no: [non]", "true"),
      ("yes", "yes: [oui], no: [non]", "? neither a word for yes nor one for no"),
    ])
  func flags(_ cell: String, _ options: String, _ expected: String) throws {
    #expect(
      try Self.said("first_gen", options, cell, site: "fields:\n  first_gen: {kind: flag}\n") == expected)
  }

  @Test("Several values where one belongs are a question, and a list where one is wanted")
  func several() throws {
    let mail = try SyncSamples.reader(of: "email").read(["a@example.edu", "b@example.edu"])
    guard case .problem(.several) = mail else { return #expect(Bool(false), "\(mail)") }
    let majors = try SyncSamples.reader(of: "majors").read(["Physics, applied", "Music"])
    guard case .values(let values) = majors else { return #expect(Bool(false), "\(majors)") }
    #expect(values == [.value(.texts(["Physics, applied", "Music"]))])
  }

  @Test("What a log says of a cell has no word of the cell")
  func publicReasons() throws {
    let secret = "Zyxwv"
    for field in ["class_year", "email", "phone", "joined", "capacity", "links.website", "status", "meeting_modes"] {
      guard case .problem(let problem) = try SyncSamples.reader(of: field).read([secret]) else {
        Issue.record("\(field) takes anything")
        continue
      }
      #expect(!problem.publicReason.contains(secret))
      #expect(problem.reason.contains(secret))
    }
  }
}
