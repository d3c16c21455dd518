/// Hands out the ids of one page's headings: readable, each once.
///
/// An id is made of the heading's own words (`SlugText`); a second heading of the same words gets `-2`. It depends on
/// nothing outside the page, so links into the page stay good. Ids hold neither capitals nor `_`: a theme whose own
/// ids have one of them never meets a heading's.
public struct HeadingIDs: Sendable {
  private var taken: Set<String> = []
  private var lastNumber: [String: Int] = [:]

  /// No ids yet.
  public init() {}

  /// The id for the next heading of the page.
  public mutating func id(for title: String) -> String {
    let slug = SlugText.slug(title)
    let base = slug.isEmpty ? "section" : slug
    if taken.insert(base).inserted { return base }
    var number = lastNumber[base] ?? 1
    repeat { number += 1 } while !taken.insert("\(base)-\(number)").inserted
    lastNumber[base] = number
    return "\(base)-\(number)"
  }
}
