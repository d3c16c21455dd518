import Community
import Parallelism

/// Who has which term of one facet, as the search index has it: docs/search-format.md, "Facets".
public struct FacetColumns: Sendable {
  /// What a facet is to a reader's browser.
  public enum Kind: String, Sendable {
    /// Words of which one chooses any.
    case terms
    /// Years, of which one chooses a range.
    case years
    /// The coming days within which there is an opening.
    case openings
    /// The times of day at which there are openings.
    case hours
  }

  /// One file of posting lists.
  public struct Chunk: Hashable, Sendable {
    /// How many terms it has.
    public let terms: Int
    /// A posting list for each.
    public let bytes: [UInt8]
  }

  /// What kind of facet it is.
  public let kind: Kind
  /// The facet's terms in the order of the chunks, as indices into `Facet.terms`; none for openings and hours.
  public let order: [Int]
  /// The posting lists of all terms.
  public let chunks: [Chunk]

  init(kind: Kind, order: [Int] = [], chunks: [Chunk]) {
    self.kind = kind
    self.order = order
    self.chunks = chunks
  }

  /// When a chunk is closed. Whoever opens the list of all terms, or chooses a rare one, reads one chunk or two.
  static let chunkBytes = 24 * 1024

  /// The columns of a facet.
  ///
  /// - Parameters:
  ///   - total: how many mentors there are.
  ///   - listed: how many terms pages list beside the cards; those are the first chunk.
  public init(_ facet: Facet, mentors total: Int, listed: Int, workers: Workers) {
    kind = facet.hasYears ? .years : .terms
    let order = kind == .years ? facet.termsByYear : facet.largestTerms(facet.terms.count)
    let lists = workers.map(order.count) { index in
      var bytes: [UInt8] = []
      PostingList.append(facet.terms[order[index]].mentors, of: total, to: &bytes)
      return bytes
    }
    self.order = order
    chunks = Self.chunks(of: lists, first: kind == .years ? lists.count : min(listed, lists.count))
  }

  /// Cuts the lists into chunks, of which the first has the first `first` of them.
  static func chunks(of lists: [[UInt8]], first: Int) -> [Chunk] {
    var chunks = [Chunk(terms: first, bytes: Array(lists[..<first].joined()))]
    var start = first
    var bytes: [UInt8] = []
    for index in first..<lists.count {
      bytes += lists[index]
      guard bytes.count >= chunkBytes || index == lists.count - 1 else { continue }
      chunks.append(Chunk(terms: index + 1 - start, bytes: bytes))
      start = index + 1
      bytes = []
    }
    return chunks
  }
}

extension Facet {
  fileprivate var termsByYear: [Int] {
    terms.indices.sorted { (terms[$0].year ?? 0) < (terms[$1].year ?? 0) }
  }
}
