import Community
import Directory
import Scheduling
import SiteTesting
import Testing

@Suite("The order of lists")
struct ListingOrderTests {
  /// A community of profiles `a`, `b`, … on a day.
  static func community(_ profiles: [String], settings: String = "", on day: String = "2027-03-01") throws -> Community
  {
    let folder = try ScratchFolder()
    try folder.write("title: T\ncontact: {email: office@example.edu}\n\(settings)", to: "content/site.yaml")
    for (index, profile) in profiles.enumerated() {
      let name = "m\(String(1000 + index).dropFirst())"
      try folder.write("---\nname: \(name)\n\(profile)---\n", to: "content/mentors/\(name).md")
    }
    let date = try #require(CivilDate(day))
    let loaded = Community.load(
      LoadOptions(contentFolder: folder.path + "/content", asOf: Instant(utc: date)))
    return try #require(loaded.community, "\(loaded.diagnostics)")
  }

  @Test(
    "A mentor's tier",
    arguments: [
      ("nobody is asked to confirm", "", "", ListingTier.ready),
      ("full", "capacity: 0\n", "", .stale),
      ("paused", "status: paused\n", "", .paused),
      ("paused and full", "status: paused\ncapacity: 0\n", "", .paused),
      ("confirmed", "verified: 2027-02-01\n", "100d", .ready),
      ("confirmed three quarters ago", "verified: 2026-12-16\n", "100d", .ready),
      ("confirmed a day longer ago", "verified: 2026-12-15\n", "100d", .stale),
      ("on the last day of confirmation", "verified: 2026-11-21\n", "100d", .stale),
      ("no longer confirmed", "verified: 2026-11-20\n", "100d", .paused),
      ("never confirmed", "", "100d", .stale),
      ("just joined", "joined: 2027-02-20\n", "100d", .ready),
      ("joined long ago", "joined: 2020-02-20\n", "100d", .stale),
      ("joined lately, confirmed before", "joined: 2027-02-20\nverified: 2026-12-01\n", "100d", .stale),
    ])
  func tier(_ name: String, _ profile: String, _ limit: String, _ tier: ListingTier) throws {
    let settings = limit.isEmpty ? "" : "privacy: {verified_within: \(limit)}\n"
    #expect(ListingOrder(try Self.community([profile], settings: settings)).tiers == [tier], "\(name)")
  }

  @Test(
    "The orders of the settings",
    arguments: [
      ("name", [0, 1, 2, 3]), ("newest", [2, 1, 3, 0]),
      // m000 is paused and m003 full: they come behind on every day.
      ("fair", [2, 1, 3, 0]),
    ])
  func orders(_ order: String, _ numbers: [Int32]) throws {
    let profiles = [
      "status: paused\n", "joined: 2026-01-01\n", "joined: 2026-05-01\n", "joined: 2026-01-01\ncapacity: 0\n",
    ]
    let community = try Self.community(profiles, settings: "directory: {order: \(order)}\n")
    #expect(community.mentors.map(\.slug) == ["m000", "m001", "m002", "m003"])
    #expect(ListingOrder(community).numbers == numbers)
  }

  @Test("The fair order is the usual one; it is that of docs/search-format.md, which the browser deals too")
  func shuffle() throws {
    #expect(SiteSettings().directory.order == .fair)
    // Worked out by hand from the document's line, outside of this program.
    #expect(ListingOrder.shuffle(day: 0, number: 0) == 0)
    #expect(ListingOrder.shuffle(day: 20781, number: 0) == 0x2C8B_803F)
    #expect(ListingOrder.shuffle(day: 20781, number: 1) == 0x44DC_A3F3)
    #expect(ListingOrder.shuffle(day: 20781, number: 99_999) == 0x841E_B32B)
  }

  @Test("Tiers never mix, nobody is left out, and one day has one order")
  func tiersNeverMix() throws {
    let kinds = ["", "capacity: 0\n", "status: paused\n"]
    let profiles = (0..<90).map { kinds[$0 % 3] }
    var seen: Set<[Int32]> = []
    for day in ["2027-03-01", "2027-03-02", "2027-03-01"] {
      let order = ListingOrder(try Self.community(profiles, on: day))
      #expect(order.numbers.sorted() == Array(0..<90))
      let tiers = order.numbers.map { order.tiers[Int($0)] }
      #expect(tiers == tiers.sorted())
      seen.insert(order.numbers)
    }
    #expect(seen.count == 2)
  }

  @Test("Whoever writes more stands where they stood")
  func moreText() throws {
    let plain = [String](repeating: "", count: 20)
    var longer = plain
    longer[7] = "headline: The best of all\nexpertise: [a, b, c, d]\ntitle: Dean\n"
    #expect(
      ListingOrder(try Self.community(plain)).numbers == ListingOrder(try Self.community(longer)).numbers)
  }

  @Test(
    "Over a year everybody comes first about equally often, and is in the middle on average",
    arguments: [7, 40, 73, 365])
  func fairness(_ count: Int32) {
    let days = Int32(20_700)..<Int32(20_700 + 365)
    var firsts = [Double](repeating: 0, count: Int(count))
    var places = [Double](repeating: 0, count: Int(count))
    for day in days {
      let dealt = (0..<count).sorted {
        ListingOrder.shuffle(day: day, number: $0) < ListingOrder.shuffle(day: day, number: $1)
      }
      firsts[Int(dealt[0])] += 1
      for (place, number) in dealt.enumerated() { places[Int(number)] += Double(place) }
    }
    // Pearson's chi-squared: of a fair deal it is about the degrees of freedom, and above this once in 30,000.
    let expected = Double(days.count) / Double(count)
    let chiSquared = firsts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    let freedom = Double(count - 1)
    #expect(chiSquared < freedom + 4 * (2 * freedom).squareRoot(), "\(chiSquared)")
    // A place's standard deviation is n/√12 on one day, and √365 times less on average.
    let middle = freedom / 2
    let deviation = Double(count) / (12 * Double(days.count)).squareRoot()
    for place in places { #expect(abs(place / Double(days.count) - middle) < 5 * deviation) }
  }

  @Test("A term lists its mentors in the order of the whole directory, and knows them by number")
  func terms() throws {
    let profiles = (0..<30).map { "expertise: [\($0 % 2 == 0 ? "Cooking" : "Law"), All]\n" }
    let community = try Self.community(profiles, settings: "facets: [{field: expertise}]\n")
    let directory = Directory(community)
    #expect(directory.order.numbers == ListingOrder(community).numbers)
    for term in directory.facets[0].terms {
      let members = Set(term.mentors)
      #expect(term.mentors == members.sorted())
      #expect(term.listed == directory.order.numbers.filter(members.contains))
    }
  }
}
