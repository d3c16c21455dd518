import Diagnostics
import FrontMatter
import Testing

@Suite("Damaged files")
struct FuzzTests {
  @Test("10,000 damaged files each give a document or a diagnostic that points into the file", arguments: [1, 2, 3, 4])
  func damageNeverCrashes(quarter: UInt64) {
    var random = SeededGenerator(seed: quarter)
    for round in 0..<2_500 {
      var generator = FrontMatterGenerator(seed: random.next())
      var bytes = Array(generator.file().utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) { damage(&bytes, &random) }
      let file = SourceFile(path: "a.md", bytes: bytes)
      let (document, diagnostics) = FrontMatterDocument.parse(file)
      #expect(document != nil || diagnostics.hasErrors, "round \(round)")
      expectPlaces(diagnostics, in: file)
      let (settings, others) = YAMLDocument.parse(file)
      #expect(settings != nil || others.hasErrors, "round \(round)")
      expectPlaces(others, in: file)
      guard let document else { continue }
      var fields = FieldReader(document.root, in: file, name: "profile")
      _ = fields.requiredText("name")
      _ = fields.texts("majors")
      fields.finish()
      guard let entry = document.root.entries.randomElement(using: &random) else { continue }
      // Whatever is written, an edit gives a file that reads well, or refuses.
      let edits = [
        try? document.setting(entry.key, to: .text("no: #1")), try? document.setting(entry.key, to: .text("a\nb")),
        try? document.setting(entry.key, to: .texts(["a", "b: c"])),
        try? document.setting(entry.key + ".new", to: .flag(true)), try? document.removing(entry.key),
      ]
      for edited in edits.compactMap(\.self) {
        #expect(FrontMatterDocument.parse(SourceFile(path: "a.md", bytes: edited)).document != nil)
      }
    }
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let marks = Array(":-#[]{}\"'&*!|>?,%@`\t\n\r \\~<.=a0".utf8)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place...)
    case 2: bytes.remove(at: place)
    case 3: bytes.insert(random.one(of: marks), at: place)
    case 4: bytes[place] = random.one(of: marks)
    case 5: bytes.insert(contentsOf: bytes[place..<min(place + 12, bytes.count)], at: place)
    default: bytes.removeSubrange(place..<min(place + 8, bytes.count))
    }
  }

  private func expectPlaces(_ diagnostics: [Diagnostic], in file: SourceFile) {
    for diagnostic in diagnostics {
      guard let range = diagnostic.range else { continue }
      let end = file.position(at: file.bytes.count)
      #expect(range.start <= end && range.end.line <= end.line + 1, "\(diagnostic.summary) in \(file.bytes)")
      let width = file.line(range.start.line)?.unicodeScalars.count ?? 0
      #expect(range.start.column <= width + 1, "\(diagnostic.summary)")
      #expect(!diagnostic.message.isEmpty)
    }
  }
}
