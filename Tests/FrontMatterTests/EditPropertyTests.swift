import Diagnostics
import FrontMatter
import Testing

/// What holds for every edit of every file, over thousands of generated ones.
@Suite("Editing any front matter")
struct EditPropertyTests {
  private static let rounds = 2_000

  @Test("setting a field says the new value and leaves every other value and byte as it was")
  func settingChangesOneFieldOnly() throws {
    for seed in 0..<Self.rounds {
      let (document, text) = try generated(seed)
      var random = SeededGenerator(seed: UInt64(seed) &+ 77)
      let key = random.one(of: paths(document) + ["brand_new", "fresh.inner.leaf"])
      let value = someValue(&random)
      let note = "seed \(seed), \(key) to \(value) in:\n\(text)"
      let edited: [UInt8]
      do { edited = try document.setting(key, to: value) } catch {
        Issue.record("\(error): \(note)")
        continue
      }
      let after = try #require(parsed(edited), "\(note)\n→\n\(String(decoding: edited, as: UTF8.self))")
      #expect(says(after, key, value), "\(note)\n→\n\(String(decoding: edited, as: UTF8.self))")
      #expect(others(after, than: key) == others(document, than: key), "\(note)")
      expectChangesWithin(key, document, edited, note)
      #expect(try after.setting(key, to: value) == edited, "twice is once: \(note)")
    }
  }

  @Test("removing a field leaves every other value and byte as it was")
  func removingChangesOneFieldOnly() throws {
    for seed in 0..<Self.rounds {
      let (document, text) = try generated(seed &+ 50_000)
      var random = SeededGenerator(seed: UInt64(seed))
      let keys = paths(document)
      guard !keys.isEmpty else { continue }
      let key = random.one(of: keys)
      let note = "seed \(seed), without \(key):\n\(text)"
      let edited: [UInt8]
      do { edited = try document.removing(key) } catch {
        Issue.record("\(error): \(note)")
        continue
      }
      let after = try #require(parsed(edited), "\(note)")
      #expect(node(after, key) == nil, "\(note)")
      #expect(others(after, than: key) == others(document, than: key), "\(note)")
      expectChangesWithin(key, document, edited, note)
    }
  }

  @Test("setting a new field and removing it again gives back the same bytes")
  func newFieldLeavesNoTrace() throws {
    for seed in 0..<Self.rounds {
      let (document, text) = try generated(seed &+ 90_000)
      var random = SeededGenerator(seed: UInt64(seed))
      let groups = document.root.entries.filter {
        if case .mapping(let mapping) = $0.value.content {
          !mapping.entries.isEmpty && !$0.key.contains(".")
        } else {
          false
        }
      }
      let key = random.one(of: ["brand_new", "fresh.inner.leaf"] + groups.map { $0.key + ".new_one" })
      let value = someValue(&random)
      let note = "seed \(seed), \(key) to \(value) in:\n\(text)"
      let edited: [UInt8]
      do { edited = try document.setting(key, to: value) } catch {
        Issue.record("\(error): \(note)")
        continue
      }
      let after = try #require(parsed(edited), "\(note)")
      #expect(try after.removing(key) == document.file.bytes, "\(note)\n→\n\(String(decoding: edited, as: UTF8.self))")
    }
  }

  // MARK: - Files and values

  private func generated(_ seed: Int) throws -> (FrontMatterDocument, String) {
    var generator = FrontMatterGenerator(seed: UInt64(seed))
    let text = generator.file()
    let (document, diagnostics) = FrontMatterDocument.parse(SourceFile(path: "a.md", text: text))
    #expect(!diagnostics.hasErrors, "\(diagnostics.map(\.summary)) in:\n\(text)")
    return (try #require(document), text)
  }

  private func parsed(_ bytes: [UInt8]) -> FrontMatterDocument? {
    FrontMatterDocument.parse(SourceFile(path: "a.md", bytes: bytes)).document
  }

  private func someValue(_ random: inout SeededGenerator) -> YAMLValue {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .flag(Bool.random(using: &random))
    case 1: .integer(random.one(of: [0, 12, 2013, -7, Int.max, Int.min]))
    case 2:
      .texts(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          random.one(of: FrontMatterGenerator.texts + FrontMatterGenerator.words)
        })
    default: .text(random.one(of: FrontMatterGenerator.texts))
    }
  }

  // MARK: - Paths

  private func paths(_ document: FrontMatterDocument) -> [String] {
    document.root.entries.flatMap { entry -> [String] in
      guard case .mapping(let mapping) = entry.value.content, !entry.key.contains(".") else { return [entry.key] }
      return [entry.key] + mapping.entries.filter { !$0.key.contains(".") }.map { entry.key + "." + $0.key }
    }
  }

  private func names(_ document: FrontMatterDocument, _ key: String) -> [String] {
    document.root[key] != nil ? [key] : key.split(separator: ".").map(String.init)
  }

  private func node(_ document: FrontMatterDocument, _ key: String) -> YAMLNode? {
    var node = YAMLNode(.mapping(document.root), at: document.root.range)
    for name in names(document, key) {
      guard case .mapping(let mapping) = node.content, let next = mapping[name] else { return nil }
      node = next
    }
    return node
  }

  private func says(_ document: FrontMatterDocument, _ key: String, _ value: YAMLValue) -> Bool {
    guard let node = node(document, key) else { return false }
    var reader = FieldReader(
      YAMLMapping([YAMLMapping.Entry(key: "x", keyRange: node.range, value: node)], at: node.range), in: document.file)
    switch (value, node.content) {
    case (.text(let text), .scalar(let scalar)): return !scalar.isNull && Array(scalar.text.utf8) == Array(text.utf8)
    case (.flag(let flag), .scalar): return reader.flag("x")?.value == flag
    case (.integer(let number), .scalar): return reader.integer("x", in: Int.min...Int.max)?.value == number
    case (.texts(let texts), .sequence(let items)):
      return items.count == texts.count
        && zip(items, texts).allSatisfy { item, text in
          if case .scalar(let scalar) = item.content { Array(scalar.text.utf8) == Array(text.utf8) } else { false }
        }
    case (.texts(let texts), .scalar(let scalar)): return texts.count == 1 && scalar.text == texts[0]
    default: return false
    }
  }

  /// All values but the one at a path and those below it, and groups that the edit makes or empties.
  private func others(_ document: FrontMatterDocument, than key: String) -> [String] {
    let path = names(document, key).joined(separator: "/")
    return flattened(document.root).filter { line in
      !line.hasPrefix(path + " = ") && !line.hasPrefix(path + "/") && !line.hasPrefix(path + "[")
        && !(key.contains(".") && ["nothing", "{}"].contains { line == "\(path.split(separator: "/")[0]) = \($0)" })
    }
  }

  /// All that differs lies between the line of the field's name and the last line of its value.
  private func expectChangesWithin(
    _ key: String, _ before: FrontMatterDocument, _ edited: [UInt8], _ note: String
  ) {
    let old = before.file.bytes
    let same = zip(old, edited).prefix { $0 == $1 }.count
    let sameAtEnd = min(
      zip(old.reversed(), edited.reversed()).prefix { $0 == $1 }.count, min(old.count, edited.count) - same)
    guard old != edited else { return }
    guard let entry = entry(before, key) else {
      #expect(same + sameAtEnd >= old.count, "a new field takes nothing away: \(note)")
      return
    }
    let first = before.file.position(at: same).line
    let last = before.file.position(at: max(same, old.count - sameAtEnd)).line
    #expect(first >= entry.keyRange.start.line, "\(note)")
    var end = entry.value.range.end.line + 1
    while let line = before.file.line(end), line.allSatisfy({ $0 == " " }) { end += 1 }
    #expect(last <= end, "\(note)")
  }

  private func entry(_ document: FrontMatterDocument, _ key: String) -> YAMLMapping.Entry? {
    var mapping = document.root
    var found: YAMLMapping.Entry?
    for name in names(document, key) {
      guard let entry = mapping.entries.first(where: { $0.key == name }) else { return nil }
      // A group of one goes with its field, so its line may go too.
      found = found.map { mapping.entries.count == 1 ? $0 : entry } ?? entry
      guard case .mapping(let inner) = entry.value.content else { continue }
      mapping = inner
    }
    return found
  }
}
