import Community
import Hypertext
import Markdown

/// The guide's checklist, as the page of the reader's connections repeats it for every meeting.
extension TextPage {
  /// Title, link and items as JSON, for a script of the page at the given address.
  func json(for address: SitePath) -> JSONWriter.Value {
    var ids = ChecklistIDs()
    return .object([
      ("title", .text(title)), ("link", .text(self.address.reference(rootPrefix: address.rootPrefix))),
      (
        "items",
        .list(
          text.checklist.map { item in
            .object([
              ("id", .text(ids.id(for: item.text))), ("text", .text(item.text)),
              ("section", item.section.map { .text($0) }),
            ])
          })
      ),
    ])
  }
}

/// The names by which browsers remember what of a checklist is done.
///
/// A name is made of the item's own words, so it stays when items are moved or others are added. An item that is said
/// anew is another one.
private struct ChecklistIDs {
  private var count: [String: Int] = [:]

  mutating func id(for text: String) -> String {
    let digest = ContentHash(Array(text.utf8)).hexadecimal
    let number = count[digest, default: 0] + 1
    count[digest] = number
    return number == 1 ? digest : "\(digest)-\(number)"
  }
}
