/// How many records have each field empty, or such that it can't be read: a column that is empty all at once is a mistake.
struct EmptyFields {
  /// By field.
  private(set) var counts: [String: Int] = [:]

  init(of records: some Sequence<UpstreamRecord>) {
    // All records of a run have the same fields, in the same order: names are looked up at the end only.
    var paths: ArraySlice<String> = []
    var empty: [Int] = []
    for record in records where !record.isQuarantined {
      if record.fields.paths.count != paths.count || record.fields.paths != paths {
        add(paths, empty)
        paths = record.fields.paths
        empty = Array(repeating: 0, count: paths.count)
      }
      record.fields.countEmpty(in: &empty)
    }
    add(paths, empty)
  }

  private mutating func add(_ paths: ArraySlice<String>, _ empty: [Int]) {
    for (path, count) in zip(paths, empty) where count > 0 && path != "availability.except" {
      counts[path, default: 0] += count
    }
  }
}
