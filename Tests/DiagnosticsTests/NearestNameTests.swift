import Diagnostics
import SiteTesting
import Testing

@Suite("Nearest name")
struct NearestNameTests {
  static let fields = ["name", "headline", "industry", "timezone", "help_with", "paused_until", "capacity"]

  @Test(
    "A slip of the fingers is taken for the name that was meant",
    arguments: [
      ("nmae", "name"), ("headlin", "headline"), ("industri", "industry"), ("time_zone", "timezone"),
      ("helpwith", "help_with"), ("help-with", "help_with"), ("Help With", "help_with"), ("NAME", "name"),
      ("paused_untill", "paused_until"), ("capactiy", "capacity"),
    ])
  func slips(_ written: String, _ meant: String) {
    #expect(NearestName.of(written, among: Self.fields) == meant)
  }

  @Test(
    "A name that resembles none of the known ones gets no suggestion",
    arguments: ["favourite_colour", "x", "", "zzzzzzzz", "mentor"])
  func strangers(_ written: String) {
    #expect(NearestName.of(written, among: Self.fields) == nil)
  }

  @Test("Of equally near names the first in the alphabet wins, whatever order they come in")
  func ties() {
    #expect(NearestName.of("cat", among: ["hat", "bat", "rat"]) == "bat")
    #expect(NearestName.of("cat", among: ["rat", "hat", "bat"]) == "bat")
  }

  @Test("Nearness is the same from both sides")
  func symmetry() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<400 {
      let (left, right) = (random.word(), random.word())
      let there = NearestName.of(left, among: [right]) != nil
      #expect(there == (NearestName.of(right, among: [left]) != nil), "\(left) / \(right)")
    }
  }

  @Test("A known name is its own nearest")
  func itself() {
    for name in Self.fields { #expect(NearestName.of(name, among: Self.fields) == name) }
  }
}

extension SeededGenerator {
  fileprivate mutating func word() -> String {
    String((0..<Int.random(in: 1...6, using: &self)).map { _ in Array("abc_")[Int.random(in: 0...3, using: &self)] })
  }
}
