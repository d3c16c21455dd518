import Foundation

/// A site's search index in words, for people and tests to read: what each file says, with `H` for every digest.
public struct SearchIndexText {
  /// The entry, as JSON.
  public let entry: [String: Any]
  /// The decoded files below `search/`, by their paths there.
  public let files: [String: [UInt8]]
  private let total: Int

  /// The index of a site; nil when there is none, or a file that can't be read.
  public init?(_ site: FileTree) {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in site.files where path.hasPrefix("search/") {
      guard let contents = Inflating.bytes(of: bytes) else { return nil }
      files[String(path.dropFirst("search/".count))] = contents
    }
    guard let name = files.keys.first(where: { $0.hasPrefix("entry-") }),
      let entry = try? JSONSerialization.jsonObject(with: Data(files[name] ?? [])) as? [String: Any]
    else { return nil }
    self.files = files
    self.entry = entry
    total = entry["mentors"] as? Int ?? 0
  }

  /// All of it.
  public var text: String {
    var lines = ["entry"] + entry.keys.sorted().map { "  \($0): \(Self.json(entry[$0] ?? ""))" }
    lines += ["words"] + words("words") + ["prefixes"] + words("prefixes")
    lines += ["vocabulary"] + ["  " + vocabulary.joined(separator: " ")]
    for facet in entry["facets"] as? [[String: Any]] ?? [] {
      lines += ["facet \(facet["slug"] ?? "")"] + self.facet(facet)
    }
    lines += ["orders"] + orders + ["cards"] + cards
    return Self.withoutDigests(lines.joined(separator: "\n") + "\n")
  }

  // MARK: - Parts

  private func words(_ key: String) -> [String] {
    let folder = (entry[key] as? [String: Any])?["folder"] as? String ?? ""
    return shards(in: folder).flatMap { shard in
      var reader = SearchReader(shard)
      return reader.words(of: total).map { word, groups in
        let places = groups.sorted { $0.key < $1.key }.map { "\($0.key): \(Self.numbers($0.value))" }
        return "  \(word) " + places.joined(separator: "; ")
      }
    }
  }

  private var vocabulary: [String] {
    var reader = SearchReader(files[entry["vocabulary"] as? String ?? ""] ?? [])
    return reader.vocabulary()
  }

  private func facet(_ facet: [String: Any]) -> [String] {
    let folder = facet["folder"] as? String ?? ""
    let listed = facet["terms"] as? [[Any]] ?? []
    let all = json("\(folder)/terms.bin") as? [[Any]] ?? listed
    let chunks = facet["chunks"] as? [Int] ?? []
    var lines: [String] = []
    for (number, chunk) in zip(chunks, shards(in: folder)).enumerated() {
      var reader = SearchReader(chunk.1)
      for position in 0..<chunk.0 {
        let numbers = reader.postingList(of: total)
        let index = chunks[..<number].reduce(0, +) + position
        let term = index < all.count ? "\(all[index][0]) (\(all[index][1]), \(all[index][2]))" : "\(index)"
        if !numbers.isEmpty { lines.append("  chunk \(number) \(term): \(Self.numbers(numbers))") }
      }
    }
    return lines
  }

  private var orders: [String] {
    let folder = entry["orders"] as? String ?? ""
    var lines: [String] = []
    for name in ["tiers", "newest", "soonest"] {
      var reader = SearchReader(files["\(folder)/\(name).bin"] ?? [])
      while !reader.isAtEnd {
        let minutes = name == "soonest" ? "+\(reader.varint()) " : ""
        lines.append("  \(name) \(minutes)\(Self.numbers(reader.postingList(of: total)))")
      }
    }
    return lines
  }

  private var cards: [String] {
    let folder = (entry["cards"] as? [String: Any])?["folder"] as? String ?? ""
    return shards(in: folder).indices.flatMap { index in
      (json("\(folder)/\(index).bin") as? [Any] ?? []).map { "  \(index): \(Self.json($0))" }
    }
  }

  // MARK: - Reading

  private func shards(in folder: String) -> [[UInt8]] {
    (0...).lazy.map { files["\(folder)/\($0).bin"] }.prefix { $0 != nil }.compactMap(\.self)
  }

  private func json(_ path: String) -> Any? {
    files[path].flatMap { try? JSONSerialization.jsonObject(with: Data($0)) }
  }

  private static func json(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private static func numbers(_ numbers: [Int32]) -> String { numbers.map { String($0) }.joined(separator: " ") }

  private static func withoutDigests(_ text: String) -> String { text.replacing(/-[0-9a-f]{16}\b/, with: "-H") }
}
