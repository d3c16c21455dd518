import Community
import Parallelism
import Scheduling
import SiteTesting
import Testing

@testable import Directory

@Suite("Facets of the search index")
struct FacetColumnsTests {
  /// The lists of all chunks, chunk by chunk.
  static func lists(_ columns: FacetColumns, of total: Int) -> [[Int32]] {
    columns.chunks.flatMap { chunk in
      var reader = SearchReader(chunk.bytes)
      let lists = (0..<chunk.terms).map { _ in reader.postingList(of: total) }
      #expect(reader.isAtEnd)
      return lists
    }
  }

  static func columns(
    _ settings: String, _ profiles: [String], listed: Int = 8
  ) throws -> (facet: Facet, columns: FacetColumns) {
    let directory = try DirectoryTests.directory(settings, profiles)
    let facet = try #require(directory.facets.first)
    let columns = FacetColumns(
      facet, mentors: profiles.count, listed: listed, workers: Workers(2))
    return (facet, columns)
  }

  @Test("Terms come by how many have them, equal ones by their labels; the first chunk has those that pages list")
  func order() throws {
    let (facet, columns) = try Self.columns(
      "facets: [{field: languages}]\n",
      ["languages: [b, c]\n", "languages: [c, a]\n", "languages: [d]\n", "languages: [e, a]\n"], listed: 2)
    #expect(columns.kind == .terms)
    #expect(columns.order.map { facet.terms[$0].label } == ["a", "c", "b", "d", "e"])
    #expect(columns.chunks.map(\.terms) == [2, 3])
    #expect(Self.lists(columns, of: 4) == [[1, 3], [0, 1], [0], [2], [3]])
  }

  @Test("A facet with no more terms than pages list has one chunk")
  func oneChunk() throws {
    let columns = try Self.columns("facets: [{field: languages}]\n", ["languages: [b, c]\n"]).columns
    #expect(columns.chunks.map(\.terms) == [2])
  }

  @Test("A chunk is closed at 24 KB, no list is cut, and none is lost", arguments: [0, 8, 400])
  func chunks(_ first: Int) {
    var random = SeededGenerator(seed: 46)
    let lists = (0..<400).map { [UInt8](repeating: UInt8($0 % 256), count: Int.random(in: 1...900, using: &random)) }
    let chunks = FacetColumns.chunks(of: lists, first: first)
    #expect(chunks[0].terms == first)
    #expect(chunks.map(\.terms).reduce(0, +) == 400)
    #expect(Array(chunks.map(\.bytes).joined()) == Array(lists.joined()))
    for chunk in chunks.dropFirst().dropLast() { #expect((24_576..<25_476).contains(chunk.bytes.count)) }
    #expect(chunks.dropFirst().allSatisfy { $0.terms > 0 })
  }

  @Test("Years ascend in one chunk, by their slugs, whatever the settings call them")
  func years() throws {
    let years = (0..<12).map { "class_year: \(2019 - $0 / 2 * 3)\n" }
    let (facet, columns) = try Self.columns(
      "facets: [{field: class_year, terms: {2004: {label: The year of the flood}}}]\n", years)
    #expect(columns.kind == .years)
    #expect(columns.chunks.map(\.terms) == [6])
    #expect(columns.order.map { facet.terms[$0].slug } == ["2004", "2007", "2010", "2013", "2016", "2019"])
    #expect(Self.lists(columns, of: 12).first == [10, 11])
  }

  @Test(
    "Numbers of the settings' own are years where all are, and words where any is not",
    arguments: [
      ("number", ["started: 1999\n", "started: 2004\n"], FacetColumns.Kind.years),
      ("number", ["started: 1999\n", "started: 3\n"], .terms),
      ("number", ["started: 1999\n", "started: 20045\n"], .terms),
      ("text", ["started: 1999\n", "started: 2004\n"], .terms),
      ("date", ["started: 1999-01-01\n", "started: 2004-02-03\n"], .terms),
    ])
  func ownYears(_ kind: String, _ profiles: [String], _ expected: FacetColumns.Kind) throws {
    let settings = "facets: []\nfields: {started: {kind: \(kind), facet: true}}\n"
    #expect(try Self.columns(settings, profiles).columns.kind == expected)
  }

  @Test("A class year whose address the settings made a word is a word")
  func renamedYear() throws {
    let settings = "facets: [{field: class_year, terms: {2004: {slug: flood}}}]\n"
    #expect(try Self.columns(settings, ["class_year: 2004\n"]).columns.kind == .terms)
  }
}

@Suite("Openings of the search index")
struct OpeningColumnsTests {
  /// One mentor an entry: the weekly hours, in New York, on a Tuesday evening there that is Wednesday in UTC.
  static func community(_ hours: [String]) throws -> (Community, [[Slot]]) {
    let (community, _) = try DirectoryTests.community(
      "timezone: America/New_York\nscheduling: {notice: 0m, horizon: 40d, slots: 3}\n",
      hours.map { $0.isEmpty ? "" : "availability: {\($0)}\n" }, asOf: Instant("2027-03-03T02:00:00Z"))
    let slots = community.mentors.map {
      $0.availability.slots(
        in: community.zones[$0.timeZone], from: community.asOf, defaults: community.settings.scheduling)
    }
    return (community, slots)
  }

  static func date(_ date: String, _ start: String, _ end: String) -> String {
    "dates: {date: \(date), start: \"\(start)\", end: \"\(end)\"}"
  }

  @Test("An opening within 7 days begins on the same weekday at the latest, in the site's own zone")
  func within() throws {
    let (community, slots) = try Self.community([
      "weekly: [tue 23:00-23:30]", "weekly: [wed 09:00-10:00]", Self.date("2027-03-09", "23:00", "23:30"),
      Self.date("2027-03-10", "00:00", "00:30"), Self.date("2027-03-16", "23:00", "23:30"),
      Self.date("2027-03-17", "00:00", "00:30"), "",
    ])
    let (columns, counts) = FacetColumns.openings(community, slots: slots)
    #expect(columns.kind == .openings)
    #expect(FacetColumnsTests.lists(columns, of: 7) == [[0, 1, 2], [0, 1, 2, 3, 4]])
    #expect(counts == [3, 5])
  }

  @Test("Hours are half hours in UTC, each mentor once in each, of the openings that are shown and no more")
  func hours() throws {
    let (_, slots) = try Self.community(["weekly: [mon 19:00-21:00]", Self.date("2027-03-04", "00:15", "00:45"), ""])
    let lists = FacetColumnsTests.lists(FacetColumns.hours(slots: slots), of: 3)
    #expect(lists.count == 48)
    // Monday, 8 March, 19:00 is 00:00 in UTC; of the four slots the profile shows three.
    let expected: [Int: [Int32]] = [0: [0], 1: [0], 2: [0], 10: [1]]
    for (hour, numbers) in lists.enumerated() { #expect(numbers == expected[hour] ?? [], "\(hour)") }
  }
}

@Suite("Orders of the search index")
struct OrderListsTests {
  @Test("Tiers are two lists; who joined on a later day comes earlier; who has time sooner comes earlier")
  func orders() throws {
    let (community, slots) = try OpeningColumnsTests.community([
      "weekly: [wed 09:00-10:00]", OpeningColumnsTests.date("2027-03-03", "09:00", "10:00"),
      OpeningColumnsTests.date("2027-03-04", "09:00", "10:00"), "",
    ])
    let orders = OrderLists(community, tiers: [.paused, .ready, .stale, .paused], slots: slots)
    var tiers = SearchReader(orders.tiers)
    #expect(tiers.postingList(of: 4) == [2])
    #expect(tiers.postingList(of: 4) == [0, 3])
    #expect(tiers.isAtEnd && orders.newest.isEmpty)
    var soonest = SearchReader(orders.soonest)
    let first = try #require(Instant("2027-03-03T14:00:00Z"))
    #expect(soonest.varint() == Int(first.secondsSinceEpoch / 60))
    #expect(soonest.postingList(of: 4) == [0, 1])
    #expect(soonest.varint() == 24 * 60)
    #expect(soonest.postingList(of: 4) == [2])
    #expect(soonest.isAtEnd)
  }

  @Test("Those who joined on one day are one list, and who gives no day is in none")
  func newest() throws {
    let (community, _) = try DirectoryTests.community(
      "", ["joined: 2020-01-01\n", "joined: 2024-05-06\n", "", "joined: 2020-01-01\n"])
    let orders = OrderLists(
      community, tiers: [ListingTier](repeating: .ready, count: 4), slots: [[], [], [], []])
    var newest = SearchReader(orders.newest)
    #expect(newest.postingList(of: 4) == [1])
    #expect(newest.postingList(of: 4) == [0, 3])
    #expect(newest.isAtEnd)
  }
}
