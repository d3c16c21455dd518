extension SyncPlan {
  /// The figures of a plan, named, in the order of reports; those of nobody are left out.
  public var figures: [(name: String, count: Int)] {
    var figures = PersonPlan.Action.reported.map { ($0.word, count($0)) }
    figures += [
      ("editors' words set back", setBack), ("rows or cells quarantined", quarantined.count),
      ("conflicts and other questions", people.reduce(0) { $0 + $1.findings.count }),
      ("new people who don't want to be listed", counts.notListed), ("erased people kept out", counts.suppressed),
    ]
    return figures.filter { $0.1 > 0 }.map { (name: $0.0, count: $0.1) }
  }

  /// The closing line: `2 added, 1 updated; 37 unchanged`.
  public var closing: String {
    let said = figures.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    return (said.isEmpty ? "nothing to do" : said) + "; \(counts.unchanged) unchanged"
  }
}
