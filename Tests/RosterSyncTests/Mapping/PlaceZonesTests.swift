import Testing

@testable import RosterSync

@Suite("The time zone of a place")
struct PlaceZonesTests {
  @Test("Every zone of the table is one that the machine knows")
  func zonesExist() {
    for row in PlaceTable.rows { #expect(SyncSamples.zoneNames.contains(row.zone), "\(row.zone)") }
    for region in Array(Regions.unitedStates.values) + Array(Regions.canada.values) {
      if let zone = region.zone { #expect(SyncSamples.zoneNames.contains(zone), "\(zone)") }
    }
  }

  @Test("A city with a region is in a region that there is")
  func regionsExist() {
    for row in PlaceTable.rows where [PlaceTable.unitedStates, PlaceTable.canada].contains(row.country) {
      for city in row.cities.split(separator: "; ") {
        guard let region = city.split(separator: "/").dropFirst().first else { continue }
        #expect(Regions.region(String(region), in: row.country) != nil, "\(city)")
      }
    }
  }

  @Test(
    "Found by the city, or by a region or country that has one zone",
    arguments: [
      ("Boston", nil, nil, "America/New_York"), ("boston", "MA", "US", "America/New_York"),
      ("Portland", "OR", nil, "America/Los_Angeles"), ("Portland", "Maine", nil, "America/New_York"),
      ("Portland", nil, nil, "America/Los_Angeles America/New_York"),
      ("London", nil, nil, "America/Toronto Europe/London"), ("London", nil, "UK", "Europe/London"),
      ("London", "Ontario", nil, "America/Toronto"), ("Montreal", nil, "Canada", "America/Toronto"),
      ("São Paulo", nil, "Brazil", "America/Sao_Paulo"), ("Sao Paulo", nil, nil, "America/Sao_Paulo"),
      ("東京", nil, nil, "Asia/Tokyo"), ("Nowhere", "Iowa", "United States", "America/Chicago"),
      ("Nowhere", "Texas", "United States", "-"), ("Nowhere", nil, "United States", "-"),
      ("Nowhere", nil, "Iceland", "Atlantic/Reykjavik"), (nil, nil, "Germany", "Europe/Berlin"),
      ("Kāneʻohe", "Hawaiʻi", "United States", "Pacific/Honolulu"), ("Nowhere", nil, nil, "-"),
    ] as [(String?, String?, String?, String)])
  func zone(_ city: String?, _ region: String?, _ country: String?, _ expected: String) {
    let found =
      switch PlaceZones.zone(city: city, region: region, country: country) {
      case .zone(let zone): zone
      case .several(let zones): zones.joined(separator: " ")
      case .unknown: "-"
      }
    #expect(found == expected)
  }

  @Test(
    "A column of zones may have their names, what people say for them, or places",
    arguments: [
      ("America/New_York", "", "America/New_York"), ("ET", "", "America/New_York"),
      ("Eastern Time (US & Canada)", "", "America/New_York"), ("CST", "China", "?"), ("CST", "", "America/Chicago"),
      ("Berlin", "", "Europe/Berlin"), ("Portland", "", "?"), ("Mars", "", "?"), ("", "", "-"),
    ])
  func column(_ cell: String, _ country: String, _ expected: String) throws {
    let settings = try SyncSamples.settings(
      "key: Id\nsources: [{file: r.csv}]\nfields: {name: N, timezone: Z, location: {country: C}}")
    let result = SyncSamples.records(
      [SyncSamples.roster(["Id", "N", "Z", "C"], [["1", "Ana", cell, country]])], by: settings)
    let fields = try #require(result.records.first).fields
    switch fields["timezone"] {
    case .value(.text(let zone))?: #expect(zone == expected)
    default:
      #expect(expected == (result.quarantined.isEmpty ? "-" : "?"))
      #expect(result.quarantined.allSatisfy { $0.extent == .column && $0.question != nil })
    }
  }

  @Test("A city without a known zone is a question only where there are hours to show")
  func onlyWithHours() throws {
    let settings = try SyncSamples.settings(
      "key: Id\nsources: [{file: r.csv}]\nfields: {name: N, location: L, timezone: {from: city}, availability: H}")
    let result = SyncSamples.records(
      [
        SyncSamples.roster(
          ["Id", "N", "L", "H"],
          [
            ["1", "Ana", "Nowhere, Texas", ""], ["2", "Ben", "Nowhere, Texas", "tue 16:00-17:00"],
            ["3", "Cy", "Boston, MA", "tue 16:00-17:00"],
          ])
      ], by: settings)
    #expect(result.quarantined.map(\.id) == ["2"])
    #expect(
      result.records.map { $0.fields["timezone"] } == [.noOpinion, .noOpinion, .value(.text("America/New_York"))])
  }
}
