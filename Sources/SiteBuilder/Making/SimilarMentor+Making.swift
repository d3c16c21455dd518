import Directory

extension SiteContext {
  /// How much a page says of what two mentors have in common.
  private static let shownTraits = 3

  /// The mentors like one.
  func similarMentors(_ mentor: Int) -> [SimilarMentor] {
    similar.mentors(like: mentor).map { SimilarMentor(card: cards[$0], shared: shared(by: mentor, and: $0)) }
  }

  private func shared(by mentor: Int, and other: Int) -> [LabelledLink] {
    var shared: [LabelledLink] = []
    for trait in similar.traits(sharedBy: mentor, and: other) where shared.count < Self.shownTraits {
      let label = label(of: trait)
      // Two fields may hold the same word: a major that has become a profession.
      if !shared.contains(where: { $0.label == label.label }) { shared.append(label) }
    }
    return shared
  }

  private func label(of trait: SharedTrait) -> LabelledLink {
    switch trait {
    case .term(let facet, let term):
      let term = terms[facet][term]
      return LabelledLink(label: term.label, link: term.link)
    case .text(let text): return LabelledLink(label: text)
    case .classYear(let year): return LabelledLink(label: phrases.phrase(.classOf, ["year": String(year)]))
    }
  }
}
