import Files
import Parallelism
import Scheduling
import SiteTesting
import Testing

@testable import RosterSync

/// A site with a roster, in a folder of its own: nights are run on it, and in between editors and the university work.
final class SyncSite {
  let folder: ScratchFolder
  /// The people in the roster: the cells by column.
  var people: [[String: String]]
  var columns = ["Id", "Name", "Email", "Employer", "City", "Listed", "Out"]
  private(set) var day = CivilDate(year: 2027, month: 3, day: 1)!

  static let settings = """
    key: Id
    sources:
      - {name: office, file: roster.csv}
    fields:
      name: Name
      email: {column: Email, owner: upstream}
      employer: {column: Employer, also: [Company]}
      location: {city: City}
    consent: {column: Listed}
    opt_out: {column: Out}
    """

  init(people: Int = 10, settings: String = SyncSite.settings, site: String = "title: Mentors\n") throws {
    folder = try ScratchFolder()
    self.people = (1...max(1, people)).map(Self.person).prefixed(people)
    try folder.write(site, to: "content/site.yaml")
    try folder.write(settings, to: "content/sync.yaml")
  }

  static func person(_ number: Int) -> [String: String] {
    [
      "Id": "U\(1000 + number)", "Name": "Person \(letters(number))", "Email": "p\(number)@example.edu",
      "Employer": "Employer \(number)", "City": "Boston", "Listed": "yes", "Out": "",
    ]
  }

  /// A number in letters: names are no codes.
  static func letters(_ number: Int) -> String {
    String(String(number).map { Character(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.wholeNumberValue ?? 0))) })
  }

  static func slug(_ number: Int) -> String { "person-\(letters(number))" }

  // MARK: - What people do

  func writeRoster() throws {
    let lines = [columns] + people.map { person in columns.map { person[$0] ?? "" } }
    let text = lines.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    try folder.write(text, to: "content/roster.csv")
  }

  private static func cell(_ text: String) -> String {
    text.contains { "\",\r\n".contains($0) }
      ? "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\"" : text
  }

  func profile(_ number: Int) throws -> String { try folder.text(of: "content/mentors/\(Self.slug(number)).md") }

  func hasProfile(_ number: Int) -> Bool {
    FileReading.kind(of: "\(folder.path)/content/mentors/\(Self.slug(number)).md") == .file
  }

  func edit(_ number: Int, _ change: (String) -> String) throws {
    try folder.write(change(try profile(number)), to: "content/mentors/\(Self.slug(number)).md")
  }

  var content: FileTree { folder.files(in: "content") }

  // MARK: - Nights

  var options: SyncOptions {
    SyncOptions(
      contentFolder: folder.path + "/content", asOf: Instant(utc: day, ClockTime(minutes: 720)!), workers: Workers(2))
  }

  @discardableResult
  func bootstrap() async throws -> RosterSync.Result {
    try writeRoster()
    var options = options
    options.mode = .bootstrap
    return try await RosterSync.run(options)
  }

  /// A night: the roster as it is now, applied. The day goes on.
  @discardableResult
  func night(approved: String? = nil) async throws -> RosterSync.Result {
    day = day.adding(days: 1)
    try writeRoster()
    return try await RosterSync.run(options, approved: approved)
  }

  @discardableResult
  func again() async throws -> RosterSync.Result { try await RosterSync.run(options) }

  func plan() async throws -> RosterSync.Result {
    try writeRoster()
    return try await RosterSync.plan(options)
  }

  func wait(days: Int) { day = day.adding(days: days) }
}

extension Array {
  fileprivate func prefixed(_ count: Int) -> [Element] { Array(prefix(count)) }
}
