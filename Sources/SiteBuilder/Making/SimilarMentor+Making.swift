import Directory

extension SiteContext {
  /// How much a page says of what two mentors have in common.
  private static let shownTraits = 3

  /// The mentors like one.
  func similarMentors(_ mentor: Int) -> [SimilarMentor] {
    guard let similar else { return [] }
    return similar.mentors(like: mentor).map { other in
      SimilarMentor(card: cards[other], shared: shared(similar.traits(sharedBy: mentor, and: other)))
    }
  }

  private func shared(_ traits: [SharedTrait]) -> [LabelledLink] {
    var shared: [LabelledLink] = []
    for trait in traits where shared.count < Self.shownTraits {
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
