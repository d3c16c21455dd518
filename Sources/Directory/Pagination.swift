/// A long list cut into pages, and which page numbers a reader is shown.
public struct Pagination: Hashable, Sendable {
  /// Items in all.
  public let total: Int
  /// Items a page.
  public let pageSize: Int

  /// A list of `total` items, `pageSize` on a page.
  public init(total: Int, pageSize: Int) {
    self.total = total
    self.pageSize = max(1, pageSize)
  }

  /// Pages, at least one: an empty list has an empty page.
  public var pageCount: Int { max(1, (total + pageSize - 1) / pageSize) }

  /// The indices of the items on a page, which is counted from 1.
  public func items(onPage number: Int) -> Range<Int> {
    let start = min(total, (number - 1) * pageSize)
    return start..<min(total, start + pageSize)
  }

  /// One place in the row of page numbers.
  public enum Step: Hashable, Sendable {
    /// A page to go to.
    case page(Int)
    /// Pages left out.
    case gap
  }

  /// The row of page numbers around a page: the first, the last, the page itself and two on each side.
  ///
  /// A gap stands for two pages or more; a single one is shown instead.
  public func steps(around current: Int) -> [Step] {
    let shown = Set([1, pageCount] + Array(current - 2...current + 2)).filter { (1...pageCount).contains($0) }.sorted()
    var steps: [Step] = []
    var last = 0
    for number in shown {
      if number == last + 2 { steps.append(.page(last + 1)) } else if number > last + 2 { steps.append(.gap) }
      steps.append(.page(number))
      last = number
    }
    return steps
  }
}
