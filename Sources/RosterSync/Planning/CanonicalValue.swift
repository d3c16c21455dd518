import Digests
import FrontMatter
import Scheduling

/// What a value says, however it is written: the texts of a list, of which a lone value is one, and none for nothing.
///
/// Two values are the same in a merge if and only if these are.
struct CanonicalValue: Hashable, Sendable {
  let items: [String]

  static let nothing = CanonicalValue([])

  init(_ items: [String]) {
    self.items = items
  }

  var isNothing: Bool { items.isEmpty }

  /// For people to read.
  var text: String { items.joined(separator: ", ") }

  func feed(_ hash: inout SipHash) {
    for item in items {
      hash.update(0)
      hash.update(item.utf8)
    }
  }

  static func == (left: CanonicalValue, right: CanonicalValue) -> Bool {
    // Bytes, not characters: another spelling of a letter is a change.
    left.items.count == right.items.count
      && zip(left.items, right.items).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
  }
}

// MARK: - Upstream

extension CanonicalValue {
  /// What a roster says about a field; nil where it says nothing.
  init?(_ value: UpstreamValue, of path: String) {
    switch value {
    case .noOpinion: return nil
    case .cleared: items = []
    case .value(.text(let text)): items = text.isEmpty ? [] : [Self.settled(text, path)]
    case .value(.texts(let texts)): items = texts.map { Self.settled($0, path) }
    case .value(.flag(let flag)): items = [flag ? "true" : "false"]
    case .value(.integer(let number)): items = [String(number)]
    }
  }

  /// Hours and dates can be written in many ways that mean the same.
  private static func settled(_ text: String, _ path: String) -> String {
    switch path {
    case "availability.weekly": WeeklyRule(text)?.canonicalText ?? text
    case "availability.except": DateSpan(text)?.canonicalText ?? text
    default: text
    }
  }
}

extension WeeklyRule {
  fileprivate var canonicalText: String { "\(weekday.name.prefix(3)) \(start.text)-\(end.text)" }
}

extension DateSpan {
  fileprivate var canonicalText: String { first == last ? first.iso : "\(first.iso)..\(last.iso)" }
}

// MARK: - In a profile

extension CanonicalValue {
  /// What the value of a profile's field may say. `07` is the text 07 and the number 7, `yes` a text and a flag: which
  /// of them counts, what it is compared with decides.
  static func readings(of node: YAMLNode?, at path: String) -> [CanonicalValue] {
    guard let node else { return [.nothing] }
    switch node.content {
    case .scalar(let scalar):
      guard !scalar.isNull else { return [.nothing] }
      let text = scalar.text.onOneLine
      if text.isEmpty { return [.nothing] }
      let plain = CanonicalValue([settled(text, path)])
      let others = [Int(text).map(String.init), flag(text)].compactMap(\.self).filter { $0 != text }
      return [plain] + others.map { CanonicalValue([$0]) }
    case .sequence(let items): return [CanonicalValue(items.map { item($0, path) })]
    case .mapping: return [CanonicalValue([item(node, path)])]
    }
  }

  private static func item(_ node: YAMLNode, _ path: String) -> String {
    switch node.content {
    case .scalar(let scalar): settled(scalar.text.onOneLine, path)
    case .sequence(let items): "[" + items.map { item($0, path) }.joined(separator: ", ") + "]"
    case .mapping(let mapping): weekly(mapping)?.canonicalText ?? fields(mapping, path)
    }
  }

  private static func fields(_ mapping: YAMLMapping, _ path: String) -> String {
    "{" + mapping.entries.map { "\($0.key): \(item($0.value, path))" }.joined(separator: ", ") + "}"
  }

  /// `{day: tue, start: "16:00", end: "17:30"}`.
  private static func weekly(_ mapping: YAMLMapping) -> WeeklyRule? {
    func text(_ key: String) -> String? {
      if case .scalar(let scalar)? = mapping[key]?.content { scalar.text } else { nil }
    }
    guard mapping.entries.count == 3, let day = text("day").flatMap({ Weekday($0) }),
      let start = text("start").flatMap({ ClockTime($0) }), let end = text("end").flatMap({ ClockTime($0) })
    else { return nil }
    return WeeklyRule(weekday: day, start: start, end: end)
  }

  private static func flag(_ text: String) -> String? {
    switch text.utf8.count <= 5 ? text.lowercased() : "" {
    case "true", "yes", "on", "y": "true"
    case "false", "no", "off", "n": "false"
    default: nil
    }
  }
}

extension String {
  /// The text as a profile's page reads it: no space at its ends, and one for every run of space that holds a line end.
  fileprivate var onOneLine: String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = utf8.first, let last = utf8.last,
      isSpace(first) || isSpace(last) || utf8.contains(where: { $0 == 0x0A || $0 == 0x0D })
    else { return self }
    return split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0.isWhitespace } }
      .map { line in String(line.reversed().drop { $0.isWhitespace }.reversed()) }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

// MARK: - Where a field stands

extension YAMLMapping {
  /// The value of a path such as `location.city`. What stands alone counts too: `location: Boston` is the city, and a
  /// list under `availability` is its weekly hours.
  func value(at path: String) -> YAMLNode? {
    if let whole = self[path] { return whole }
    guard let dot = path.firstIndex(of: ".") else { return nil }
    guard let group = self[String(path[..<dot])] else { return nil }
    let rest = String(path[path.index(after: dot)...])
    switch group.content {
    case .mapping(let inner):
      if path == "availability.weekly", inner["day"] != nil { return group }
      return inner.value(at: rest)
    default: return Self.loneFields[String(path[..<dot])] == rest ? group : nil
    }
  }

  /// What a lone value of a group is.
  static let loneFields = ["location": "city", "availability": "weekly"]
}
