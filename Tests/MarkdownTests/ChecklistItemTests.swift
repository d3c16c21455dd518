import Markdown
import Testing

@Suite("What there is to tick off in a text")
struct ChecklistItemTests {
  private static func items(_ markdown: String, _ dialect: MarkdownDialect = .guide) -> [ChecklistItem] {
    render(markdown, dialect).checklist
  }

  private static func item(_ text: String, _ section: String? = nil) -> ChecklistItem {
    ChecklistItem(text: text, section: section)
  }

  static let examples: [(String, String, [ChecklistItem])] = [
    (
      "words without their markup", "- [ ] Read *all* of `it` & [more](https://example.org)",
      [item("Read all of it & more")]
    ),
    (
      "under the heading that is next above", "- [ ] a\n\n## First *day*\n\n- [ ] b\n\n### Noon\n\ntext\n\n- [x] c",
      [item("a"), item("b", "First day"), item("c", "Noon")]
    ),
    (
      "in the order of the text, inner lists behind their item", "- [ ] one\n  - [ ] inner\n- [ ] two",
      [item("one"), item("inner"), item("two")]
    ),
    ("the first paragraph alone", "- [ ] one\n  line\n\n  more\n\n- [ ] two", [item("one line"), item("two")]),
    ("only items with a box", "- [ ] one\n- none", [item("one")]),
    ("in callouts, too", "> [!TIP] Before\n> - [ ] one", [item("one")]),
    ("no list, no items", "- one\n- [] nearly", []),
  ]

  @Test("It is told item by item", arguments: examples)
  func told(_ name: String, _ markdown: String, _ expected: [ChecklistItem]) {
    #expect(Self.items(markdown) == expected, "\(name)")
  }

  @Test("Profiles have no checklists")
  func profiles() {
    #expect(Self.items("- [ ] one", .profile) == [])
  }
}
