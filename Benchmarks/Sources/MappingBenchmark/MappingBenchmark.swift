import Community
import Diagnostics
import RosterSync
import Rosters
import Scheduling

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a roster of many people and maps it: how long each step takes, and the most memory that was held.
///
///     swift run -c release MappingBenchmark 100000
@main
struct MappingBenchmark {
  static func main() throws {
    let people = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
    let bytes = roster(of: people)
    let site = SiteSettings()
    let (settings, diagnostics) = SyncSettings.read(SourceFile(path: "sync.yaml", text: yaml), site: site)
    guard let settings, let zones = try? TimeZoneDatabase.load(), let today = CivilDate("2027-03-01") else {
      return print(diagnostics.map(\.message))
    }
    let names = Set(zones.names)
    var read: Roster?
    measure("read \(bytes.count >> 20) MB") { read = try? Roster.read(bytes, as: .csv) }
    guard let read else { return print("the roster can't be read") }
    var result = MappingResult()
    measure("map \(read.count) rows of \(read.columns.count) columns") {
      result = Mapping(settings, site: site, zoneNames: names, today: today).records(of: [(settings.sources[0], read)])
    }
    print("\(result.records.count) records, \(result.quarantined.count) findings")
    var usage = rusage()
    getrusage(0, &usage)  // 0 is RUSAGE_SELF, which has another type on each system
    print("most memory: \(usage.ru_maxrss >> 10) MB")
  }

  private static func measure(_ step: String, _ body: () -> Void) {
    let began = ContinuousClock.now
    body()
    print("\(step): \(ContinuousClock.now - began)")
  }

  private static let yaml = """
    key: Id
    sources: [{file: roster.csv}]
    fields:
      name: {columns: [First, Last]}
      email: Email
      class_year: Grad Yr
      school: School
      degree: Degree
      majors: Majors
      employer: Employer
      title: Title
      industry: Industry
      location: {city: City, region: State, country: Country}
      timezone: {from: city}
      phone: {column: Phone, calling_code: "+1"}
      links: {linkedin: {column: LinkedIn, prefix: https://www.linkedin.com/in/}}
      joined: Since
      availability: Hours
    consent: Listed
    opt_out: Out
    """

  /// A roster of 20 columns in which, as in life, names differ and majors don't.
  private static func roster(of people: Int) -> [UInt8] {
    var text =
      "Id,First,Last,Email,Grad Yr,School,Degree,Majors,Employer,Title,Industry,City,State,Country,"
      + "Phone,LinkedIn,Since,Hours,Listed,Out\n"
    let cities = ["Boston,MA,USA", "Portland,OR,USA", "Berlin,,Germany", "São Paulo,,Brazil", "Kyoto,,Japan"]
    let majors = ["Physics; Music", "Civil engineering", "Law", "Économie", "\"Science, technology and society\""]
    for number in 0..<people {
      text += "\(100_000 + number),Ana\(number % 977),López-\(number),ana.\(number)@example.edu,\(1960 + number % 60),"
      text += "School of Engineering,BS,\(majors[number % 5]),Employer \(number % 5000),Engineer \(number % 700),"
      text += "Industry \(number % 30),\(cities[number % 5]),(202) 555-\(1000 + number % 9000),ana-\(number),"
      text += "2019-0\(1 + number % 9)-15,Tue 16:00-17:30,Yes,\n"
    }
    return Array(text.utf8)
  }
}
