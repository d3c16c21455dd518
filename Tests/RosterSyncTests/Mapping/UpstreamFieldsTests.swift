import FrontMatter
import RosterSync
import Testing

@Suite("What the rosters say about a person")
struct UpstreamFieldsTests {
  @Test("A field's value is found by its path, and a field that no roster fills has none")
  func byPath() {
    let fields: UpstreamFields = ["employer": .value(.text("Example Bridges")), "location.city": .noOpinion]
    #expect(fields["employer"] == .value(.text("Example Bridges")))
    #expect(fields["location.city"] == .noOpinion)
    #expect(fields["title"] == nil)
    #expect(fields.map(\.path) == ["employer", "location.city"])
  }
}
