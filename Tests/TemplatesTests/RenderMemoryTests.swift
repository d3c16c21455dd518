import Diagnostics
import Hypertext
import Testing

@testable import Templates

/// A list page of shared objects.
private struct Wall: TemplateModel {
  var title = "Wall"
  var notes: [Note]

  static let schema = Schema<Wall>("wall", "a page of notes") {
    Field.text("title", "a text") { $0.title }
    Field.list("notes", "shared objects", \.notes)
  }
}

private final class Note: TemplateModel {
  let text: String
  let link: Link
  let tags: [String]

  init(_ text: String, path: String, tags: [String] = ["a", "b"]) {
    self.text = text
    link = .site(SitePath(path))
    self.tags = tags
  }

  static let schema = Schema<Note>("note", "a shared object") {
    Field.text("text", "a text") { $0.text }
    Field.link("link", "a link") { $0.link }
    Field.texts("tags", "texts") { $0.tags }
    Field.flag("is_long", "a flag") { $0.text.utf8.count > 3 }
  }
}

@Suite("What was written for shared objects")
struct RenderMemoryTests {
  private static let body =
    "<li>{{text}}: <a href=\"{{link}}\">{{text}}</a>{{#tags}}[{{.}}]{{/tags}}{{#is_long}}!{{/is_long}}<b>{{text}}</b>"
    + "<i>{{text}}</i><u>{{text}}</u></li>"

  private static let notes = [
    Note("one", path: "notes/one/"), Note("<two>", path: "notes/zwei é/", tags: []), Note("three", path: "3.html"),
  ]

  private static func template(_ text: String, partials: [String: String] = [:]) throws -> Template<Wall> {
    let library = TemplateLibrary(
      templates: [TemplateSource(name: "wall", file: SourceFile(path: "wall", text: text))],
      partials: partials.map { TemplateSource(name: $0, file: SourceFile(path: $0, text: $1)) }, strings: [:])
    let (template, diagnostics) = library.compile("wall", for: Wall.self)
    return try #require(template, "\(diagnostics)")
  }

  private static func isShared(_ template: Template<Wall>) -> Bool {
    template.program.instructions.contains {
      if case .eachShared = $0 { true } else { false }
    }
  }

  @Test("A page is the same with and without a memory, at any depth, however often")
  func sameBytes() throws {
    let template = try Self.template("<h1>{{title}}</h1>{{#notes}}\(Self.body){{/notes}}")
    #expect(Self.isShared(template))
    let memory = RenderMemory()
    for prefix in ["../", "", "../../", "/sub&path/", "../"] {
      for notes in [Self.notes, Self.notes.reversed(), [Self.notes[1], Self.notes[1]]] {
        var plain: [UInt8] = []
        var remembered: [UInt8] = []
        template.render(Wall(notes: notes), rootPrefix: prefix, into: &plain)
        template.render(Wall(notes: notes), rootPrefix: prefix, memory: memory, into: &remembered)
        #expect(String(decoding: remembered, as: UTF8.self) == String(decoding: plain, as: UTF8.self))
      }
    }
  }

  @Test("A link to the home page is written as each page needs it")
  func homeLink() throws {
    let template = try Self.template("{{#notes}}\(Self.body){{/notes}}")
    let memory = RenderMemory()
    let home = Note("home", path: "")
    for (prefix, href) in [("../", "\"../\""), ("", "\"./\""), ("../../", "\"../../\"")] {
      var page: [UInt8] = []
      template.render(Wall(notes: [home]), rootPrefix: prefix, memory: memory, into: &page)
      #expect(String(decoding: page, as: UTF8.self).contains("href=\(href)"))
    }
  }

  @Test("Objects that come and go are never taken for each other")
  func passingObjects() throws {
    let template = try Self.template("{{#notes}}\(Self.body){{/notes}}")
    let memory = RenderMemory()
    for number in 0..<2000 {
      var page: [UInt8] = []
      template.render(
        Wall(notes: [Note("note \(number)", path: "n/\(number)/")]), rootPrefix: "../", memory: memory, into: &page)
      #expect(String(decoding: page, as: UTF8.self).contains("<b>note \(number)</b>"))
    }
  }

  @Test("A memory that is full goes on without")
  func full() throws {
    let template = try Self.template("{{#notes}}\(Self.body){{/notes}}")
    let memory = RenderMemory(limit: 1)
    for _ in 0..<3 {
      var plain: [UInt8] = []
      var remembered: [UInt8] = []
      template.render(Wall(notes: Self.notes), rootPrefix: "../", into: &plain)
      template.render(Wall(notes: Self.notes), rootPrefix: "../", memory: memory, into: &remembered)
      #expect(remembered == plain)
    }
  }

  @Test(
    "What depends on more than the element is written anew",
    arguments: [
      "{{#notes}}\(body){{title}}{{/notes}}",
      "{{#notes}}{{text}}{{/notes}}",
      "{{^notes}}<p>{{title}}</p>{{/notes}}",
    ])
  func notShared(_ text: String) throws {
    #expect(!Self.isShared(try Self.template(text)))
  }

  @Test("Partials that read the element alone are shared, those that read more are not")
  func partials() throws {
    let own = try Self.template("{{#notes}}{{>note}}{{/notes}}", partials: ["note": Self.body])
    let outer = try Self.template("{{#notes}}{{>note}}{{/notes}}", partials: ["note": Self.body + "{{title}}"])
    #expect(Self.isShared(own))
    #expect(!Self.isShared(outer))
  }
}
