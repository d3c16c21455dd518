import Directory
import Testing

@Suite("Pagination")
struct PaginationTests {
  @Test(
    "Every item is on exactly one page, in order, and no page but that of an empty list is empty",
    arguments: [0, 1, 2, 23, 24, 25, 48, 100, 1_001], [-1, 0, 1, 2, 24, 1_000])
  func coverage(_ total: Int, _ size: Int) {
    let pagination = Pagination(total: total, pageSize: size)
    let pages = (1...pagination.pageCount).map { pagination.items(onPage: $0) }
    #expect(pages.flatMap { Array($0) } == Array(0..<total))
    if total > 0 { #expect(pages.allSatisfy { !$0.isEmpty && $0.count <= max(1, size) }) }
    #expect(pagination.items(onPage: pagination.pageCount + 5).isEmpty)
  }

  @Test(
    "The row of numbers has the first, the last, the page itself and two on each side; a gap stands for two or more",
    arguments: [
      (1, 1, "1"), (1, 3, "1 2 3"), (2, 3, "1 2 3"), (1, 9, "1 2 3 … 9"), (4, 9, "1 2 3 4 5 6 … 9"),
      (5, 9, "1 2 3 4 5 6 7 8 9"), (6, 9, "1 … 4 5 6 7 8 9"), (5, 10, "1 2 3 4 5 6 7 … 10"),
      (6, 20, "1 … 4 5 6 7 8 … 20"),
      (20, 20, "1 … 18 19 20"), (10, 100, "1 … 8 9 10 11 12 … 100"),
    ])
  func steps(_ page: Int, _ pages: Int, _ row: String) {
    let steps = Pagination(total: pages, pageSize: 1).steps(around: page)
    let text = steps.map { step in
      switch step {
      case .page(let number): String(number)
      case .gap: "…"
      }
    }
    #expect(text.joined(separator: " ") == row)
  }

  @Test("Whatever the page, the row is ascending, holds the ends and the page, and hides never a single page")
  func rows() {
    for pages in 1...40 {
      for page in 1...pages {
        let steps = Pagination(total: pages, pageSize: 1).steps(around: page)
        var last = 0
        var isGap = false
        for step in steps {
          guard case .page(let number) = step else {
            isGap = true
            continue
          }
          #expect(isGap ? number > last + 2 : number == last + 1, "\(page) of \(pages)")
          (last, isGap) = (number, false)
        }
        #expect(last == pages)
        #expect(steps.contains(.page(page)))
      }
    }
  }
}
