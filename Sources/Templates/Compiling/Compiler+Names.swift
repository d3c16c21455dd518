import Diagnostics

// How a name in a template is found.

extension Compiler {
  /// What a name turned out to be.
  enum LookedUp {
    case value(Value)
    /// One of the theme's strings: known now.
    case string(String)
    /// Nothing; it has been reported, unless the policy lets it be.
    case missing
  }

  /// Names of the theme's strings begin like this.
  static let stringsPrefix = "strings."

  /// Finds a name from the innermost object outwards; each further part of a dotted name only in what came before it.
  mutating func lookUp(_ name: Name, in region: Region) -> LookedUp {
    if name.text == "." { return lookUpTop(name, in: region) }
    if name.text.hasPrefix(Self.stringsPrefix) { return lookUpString(name, in: region) }
    var parts = name.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var slots = region.scope.slots
    if parts[0].isEmpty {
      // A leading dot: the innermost object only.
      parts.removeFirst()
      slots = Array(slots.prefix(1))
    }
    for slot in slots {
      guard let field = schemas[slot][parts[0]] else { continue }
      return follow(parts, from: field, slot: slot, name: name, in: region)
    }
    let scopes = slots.map { schemas[$0] }
    return missing(parts[0], name, among: scopes, in: region)
  }

  private mutating func follow(
    _ parts: [String], from first: ErasedField, slot: Int, name: Name, in region: Region
  ) -> LookedUp {
    var access = first.access
    for (index, part) in parts.enumerated().dropFirst() {
      guard case .object(let reference, let object) = access else {
        let holder = parts[..<index].joined(separator: ".")
        if policy == .html { report(.notAnObject(holder, kind: access.kind), name.range, in: region) }
        return .missing
      }
      let schema = reference()
      guard let field = schema[part] else { return missing(part, name, among: [schema], in: region) }
      access = field.access.within(object)
    }
    return .value(Value(name: name.text, kind: access.kind, source: .field(slot: slot, access)))
  }

  private mutating func lookUpTop(_ name: Name, in region: Region) -> LookedUp {
    switch region.scope.top {
    case .value(let kind):
      usesTop = true
      return .value(Value(name: ".", kind: kind, source: .top))
    case .object(let slot):
      if let field = schemas[slot]["."] {
        return .value(Value(name: ".", kind: field.access.kind, source: .field(slot: slot, field.access)))
      }
      if policy == .html { report(.notWritable(name.text, kind: .object), name.range, in: region) }
      return .missing
    }
  }

  private mutating func lookUpString(_ name: Name, in region: Region) -> LookedUp {
    let key = String(name.text.dropFirst(Self.stringsPrefix.count))
    if let text = library.strings[key] { return .string(text) }
    if policy == .html {
      let nearest = NearestName.of(key, among: library.strings.keys)
      report(.unknownString(key, nearest: nearest), name.lastPart(of: key), in: region)
    }
    return .missing
  }

  private mutating func missing(
    _ part: String, _ name: Name, among scopes: [ErasedSchema], in region: Region
  ) -> LookedUp {
    guard policy == .html else { return .missing }
    let names = scopes.flatMap { $0.fields.map(\.name) }
    let objects = scopes.filter { $0.identity != schemas[0].identity }
    report(
      .unknownField(
        part, objects: objects.map(\.name), page: objects.count == scopes.count ? nil : schemas[0].name,
        nearest: NearestName.of(part, among: names)),
      name.range(of: part), in: region)
    return .missing
  }
}

extension Name {
  /// Where one part of a dotted name stands.
  fileprivate func range(of part: String) -> Range<Int> {
    var start = range.lowerBound
    for candidate in text.split(separator: ".", omittingEmptySubsequences: false) {
      if candidate == part { return start..<start + candidate.utf8.count }
      start += candidate.utf8.count + 1
    }
    return range
  }

  /// Where the end of the name stands that is as long as `part`.
  fileprivate func lastPart(of part: String) -> Range<Int> {
    range.upperBound - part.utf8.count..<range.upperBound
  }
}
