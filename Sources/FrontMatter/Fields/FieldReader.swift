import Diagnostics

/// Reads the fields of a mapping by their kinds, and collects everything that is wrong with them.
///
///     var fields = FieldReader(document.root, in: document.file, name: "profile")
///     let name = fields.requiredText("name")
///     let year = fields.integer("class_year", in: 1900...2100)
///     fields.finish()
///
/// The kind that is asked for decides how a value is read: `012` is the text "012" and the number 12. A field that is
/// absent, empty, `~` or `null` gives nil (or an empty list) and is no problem unless it is required. A field whose
/// value is of the wrong kind gives nil too, and a diagnostic. `finish` tells of fields that nobody asked for.
public struct FieldReader {
  /// The fields that are read.
  public let mapping: YAMLMapping
  /// The file that they stand in.
  public let file: SourceFile
  /// What the fields make up, for messages: `profile`, `settings`, `location`.
  public let name: String
  /// What was found wrong so far.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The names that were asked for, which are those that a mistyped name may have been meant for.
  private var known: [String] = []
  /// Which of the first 64 entries were asked for; a profile has fewer, and so costs no look-up per entry at the end.
  private var seen: UInt64 = 0

  /// A reader of the fields of a mapping in a file.
  public init(_ mapping: YAMLMapping, in file: SourceFile, name: String = "front matter") {
    self.mapping = mapping
    self.file = file
    self.name = name
    known.reserveCapacity(mapping.entries.count > 6 ? 32 : 4)
  }

  /// Where a field's value stands; nil when the field is absent.
  public func range(of key: String) -> SourceRange? { mapping[key]?.range }

  /// Where a field's name stands; nil when the field is absent.
  public func keyRange(of key: String) -> SourceRange? {
    mapping.entries.first { $0.key == key }?.keyRange
  }
}

// MARK: - Texts

extension FieldReader {
  /// A text of one line: white space at its ends is left out, and line ends within become spaces.
  public mutating func text(_ key: String) -> Located<String>? {
    value(key).flatMap { text($0, of: key) }
  }

  /// A text of any number of lines; white space at its ends is left out.
  public mutating func multilineText(_ key: String) -> Located<String>? {
    guard let node = value(key), let scalar = scalar(node, of: key) else { return nil }
    let text = scalar.text.trimmingSpace()
    return text.isEmpty ? nil : Located(text, at: node.range)
  }

  /// A text of one line that has to be there.
  public mutating func requiredText(_ key: String) -> Located<String>? {
    guard let node = node(key) else {
      note(.missing(key: key, owner: name), at: SourceRange(start: mapping.range.start, end: mapping.range.start))
      return nil
    }
    if let scalar = node.scalar, scalar.isNull || scalar.text.trimmingSpace().isEmpty {
      note(.empty(key: key), at: keyRange(of: key) ?? node.range)
      return nil
    }
    return text(node, of: key)
  }

  /// A list of texts; a text alone is a list of one.
  public mutating func texts(_ key: String) -> [Located<String>] {
    guard let node = value(key) else { return [] }
    guard case .sequence(let items) = node.content else {
      if node.scalar != nil { return text(node, of: key).map { [$0] } ?? [] }
      note(.notTexts(key: key, found: ValueKind(node), replacement: asText(node)), at: node.range)
      return []
    }
    var texts: [Located<String>] = []
    texts.reserveCapacity(items.count)
    for item in items {
      guard let scalar = item.scalar else {
        note(.itemNotText(key: key, found: ValueKind(item), replacement: asText(item)), at: item.range)
        continue
      }
      if let control = scalar.text.firstControl {
        note(.control(key: key, control), at: item.range)
        continue
      }
      let text = scalar.isNull ? "" : scalar.text.onOneLine()
      if text.isEmpty {
        note(.emptyItem(key: key), at: item.range)
      } else {
        texts.append(Located(text, at: item.range))
      }
    }
    return texts
  }

  private mutating func text(_ node: YAMLNode, of key: String) -> Located<String>? {
    guard let text = scalar(node, of: key)?.text.onOneLine(), !text.isEmpty else { return nil }
    return Located(text, at: node.range)
  }

  private mutating func scalar(_ node: YAMLNode, of key: String) -> YAMLScalar? {
    if let scalar = node.scalar {
      guard let control = scalar.text.firstControl else { return scalar }
      note(.control(key: key, control), at: node.range)
      return nil
    }
    note(.notText(key: key, found: ValueKind(node), replacement: loneItem(node) ?? asText(node)), at: node.range)
    return nil
  }

  /// The one text in a list of one, as it would stand without the list.
  private func loneItem(_ node: YAMLNode) -> String? {
    guard case .sequence(let items) = node.content, items.count == 1, let scalar = items[0].scalar,
      node.range.start.line == node.range.end.line
    else { return nil }
    return ScalarWriting.plainOrQuoted(scalar.text, isInBrackets: false)
  }

  /// Fields such as `Law: tax` that were probably meant as a text, in quotes.
  private func asText(_ node: YAMLNode) -> String? {
    guard case .mapping(let mapping) = node.content, mapping.entries.count == 1,
      node.range.start.line == node.range.end.line, let line = file.line(node.range.start.line)
    else { return nil }
    let written = line.unicodeScalars.dropFirst(node.range.start.column - 1)
      .prefix(node.range.end.column - node.range.start.column)
    return written.first == "{" ? nil : ScalarWriting.quoted(String(written))
  }
}

// MARK: - Numbers and flags

extension FieldReader {
  /// A whole number within a range; quotes around it don't matter.
  public mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Located<Int>? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text.value) else {
      note(.notInteger(key: key, text: text.value, replacement: text.value.withoutZeroFraction), at: text.range)
      return nil
    }
    guard range.contains(number) else {
      note(.outOfRange(key: key, value: text.value, range: range), at: text.range)
      return nil
    }
    return Located(number, at: text.range)
  }

  /// True or false, in any of the words that YAML has had for them: true, yes, on, y; false, no, off, n.
  public mutating func flag(_ key: String) -> Located<Bool>? {
    guard let text = text(key) else { return nil }
    if let flag = text.value.asFlag { return Located(flag, at: text.range) }
    note(.notFlag(key: key, text: text.value), at: text.range)
    return nil
  }
}

// MARK: - Choices

extension FieldReader {
  /// One of a type's cases, by its raw value; case does not matter, and `_`, `-` and space are one.
  public mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, as type: Choice.Type
  ) -> Located<Choice>? where Choice.RawValue == String {
    text(key).flatMap { choice($0, of: key) }
  }

  /// A list of a type's cases; one alone is a list of one.
  public mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String, as type: Choice.Type
  ) -> [Located<Choice>] where Choice.RawValue == String {
    texts(key).compactMap { choice($0, of: key) }
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: Located<String>, of key: String
  ) -> Located<Choice>? where Choice.RawValue == String {
    if let choice = Choice(rawValue: text.value) { return Located(choice, at: text.range) }
    for choice in Choice.allCases where text.value.isSpelled(like: choice.rawValue) {
      return Located(choice, at: text.range)
    }
    let choices = Choice.allCases.map(\.rawValue)
    let nearest = NearestName.of(text.value, among: choices)
    note(.notChoice(key: key, text: text.value, choices: choices, nearest: nearest), at: text.range)
    return nil
  }
}

// MARK: - Shapes

extension FieldReader {
  /// A field's value as it is, for a shape that the caller reads itself; nil when the field is absent.
  ///
  /// Asking for it makes the field a known one.
  public mutating func node(_ key: String) -> YAMLNode? {
    known.append(key)
    guard let index = mapping.entries.firstIndex(where: { $0.key == key }) else { return nil }
    if index < UInt64.bitWidth { seen |= 1 << UInt64(index) }
    return mapping.entries[index].value
  }

  /// The fields within a field, to read in their turn; `adopt` the reader when that is done.
  public mutating func nested(_ key: String) -> FieldReader? {
    guard let node = value(key) else { return nil }
    guard case .mapping(let mapping) = node.content else {
      note(.notFields(key: key, found: ValueKind(node)), at: node.range)
      return nil
    }
    return FieldReader(mapping, in: file, name: key)
  }

  /// A list of groups of fields; one group alone is a list of one.
  public mutating func nestedList(_ key: String) -> [FieldReader] {
    guard let node = value(key) else { return [] }
    let items = if case .sequence(let items) = node.content { items } else { [node] }
    var readers: [FieldReader] = []
    for item in items {
      if case .mapping(let mapping) = item.content {
        readers.append(FieldReader(mapping, in: file, name: "item of '\(key)'"))
      } else if item.isNull {
        note(.emptyItem(key: key), at: item.range)
      } else {
        note(.itemNotFields(key: key, found: ValueKind(item)), at: item.range)
      }
    }
    return readers
  }

  /// The entries of a field whose names are free, such as `links`; the names are texts of one line.
  public mutating func entries(_ key: String) -> [YAMLMapping.Entry] {
    (nested(key)?.mapping.entries ?? []).map {
      YAMLMapping.Entry(key: $0.key.onOneLine(), keyRange: $0.keyRange, value: $0.value)
    }
  }

  /// A field's value, unless it is absent, empty or null.
  private mutating func value(_ key: String) -> YAMLNode? {
    node(key).flatMap { $0.isNull ? nil : $0 }
  }
}

// MARK: - Findings

extension FieldReader {
  /// Notes a problem that the caller found.
  public mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, at range: SourceRange?, _ message: String,
    remedy: Diagnostic.Remedy? = nil
  ) {
    diagnostics.append(Diagnostic(severity, code, in: file, at: range, message, remedy: remedy))
  }

  /// Notes an error that the caller found.
  public mutating func report(
    _ code: String, at range: SourceRange?, _ message: String, remedy: Diagnostic.Remedy? = nil
  ) {
    report(.error, code, at: range, message, remedy: remedy)
  }

  /// Takes over what a nested reader found.
  public mutating func adopt(_ nested: FieldReader) {
    diagnostics += nested.diagnostics
  }

  /// Warns of every field that was never asked for, with the nearest name that is known and not in use here.
  public mutating func finish(alsoKnown: [String] = []) {
    for (index, entry) in mapping.entries.enumerated() where !isKnown(entry.key, at: index, alsoKnown) {
      let candidates = (known + alsoKnown).filter { mapping[$0] == nil }
      let nearest = NearestName.of(entry.key, among: candidates)
      note(.unknown(key: entry.key, owner: name, nearest: nearest), at: entry.keyRange)
    }
  }

  private func isKnown(_ key: String, at index: Int, _ alsoKnown: [String]) -> Bool {
    if index < UInt64.bitWidth ? seen & (1 << UInt64(index)) != 0 : known.contains(key) { return true }
    return alsoKnown.contains(key)
  }

  private mutating func note(_ problem: FieldProblem, at range: SourceRange) {
    guard diagnostics.count <= Finding.limit else { return }
    let isLast = diagnostics.count == Finding.limit
    let finding = Finding(isLast ? .limit(.tooManyProblems(limit: Finding.limit)) : .field(problem), at: range)
    diagnostics.append(finding.diagnostic(in: file))
  }
}

extension YAMLNode {
  /// The scalar, when the value is one.
  var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }
}
