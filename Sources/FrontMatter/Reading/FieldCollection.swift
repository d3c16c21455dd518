/// The fields of a mapping while it is read, each name once.
struct FieldCollection {
  private(set) var entries: [YAMLMapping.Entry] = []
  /// Where the names stand, once there are too many to compare each with each.
  private var indices: [String: Int] = [:]
  private static let linearCount = 64

  init(capacity: Int) { entries.reserveCapacity(capacity) }

  /// Adds a field, unless there is one of its name: then returns that one.
  mutating func add(_ entry: YAMLMapping.Entry) -> YAMLMapping.Entry? {
    if entries.count < Self.linearCount {
      if let known = entries.firstIndex(where: { $0.key == entry.key }) { return entries[known] }
    } else {
      if indices.isEmpty { for (index, known) in entries.enumerated() { indices[known.key] = index } }
      if let known = indices[entry.key] { return entries[known] }
      indices[entry.key] = entries.count
    }
    entries.append(entry)
    return nil
  }
}
