import Hypertext
import Synchronization
import Testing

@testable import Templates

@Suite("Schemas")
struct SchemaTests {
  @Test("A description lists fields as they were declared, with what lies within them")
  func description() {
    let description = SchemaDescription.describe(ExamplePage.schema)
    #expect(description.name == "example")
    #expect(description.summary == "a page of all kinds")
    #expect(
      description.fields.map(\.name) == [
        "name", "headline", "count", "is_full", "bio", "link", "photo", "json_ld", "tags", "request", "cards", "tree",
      ])
    #expect(
      description.fields.map(\.kind) == [
        .text, .text, .number, .flag, .html, .link, .link, .json, .texts, .object, .list, .object,
      ])
    #expect(description.fields.filter(\.isOptional).map(\.name) == ["headline", "bio", "photo", "json_ld"])
    #expect(description.fields[9].model == "request")
    #expect(description.fields[9].nested?.fields.map(\.documentation) == ["a text", "a link that may be absent"])
  }

  @Test("A model that contains itself is described once")
  func recursiveDescription() {
    let description = SchemaDescription.describe(ExampleNode.schema)
    #expect(description.fields.map(\.model) == [nil, "node"])
    #expect(description.fields[1].nested == nil)
  }

  @Test("A model has the fields of those that it includes, and may declare some anew")
  func including() throws {
    #expect(SchemaDescription.describe(IncludingPage.schema).fields.map(\.name) == ["name", "link", "width", "card"])
    let library = TemplateLibrary(
      templates: [.init(name: "page", file: .init(path: "page", text: "{{name}} {{width}} {{link}} {{card.name}}"))],
      partials: [], strings: [:])
    let template = try #require(library.compile("page", for: IncludingPage.self).template)
    var output: [UInt8] = []
    template.render(IncludingPage(before: "x", card: ExampleCard(name: "Bo")), rootPrefix: "", into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "Bo and more 320 mentors/bo/ Bo")
  }

  @Test("A flag can tell whether a list has elements")
  func anyInList() throws {
    let library = TemplateLibrary(
      templates: [.init(name: "page", file: .init(path: "page", text: "{{#has_children}}{{label}}{{/has_children}}"))],
      partials: [], strings: [:])
    let template = try #require(library.compile("page", for: ParentPage.self).template)
    var output: [UInt8] = []
    template.render(ParentPage(label: "a", children: [ExampleNode(label: "b")]), rootPrefix: "", into: &output)
    template.render(ParentPage(label: "c", children: []), rootPrefix: "", into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "a")
  }

  @Test("Objects and lists that are made on demand read like those that are stored")
  func onDemand() throws {
    let library = TemplateLibrary(
      templates: [
        .init(
          name: "page",
          file: .init(
            path: "page",
            text: "{{made.name}} {{maybe.name}}{{#maybe}}!{{/maybe}}{{^maybe}}?{{/maybe}} {{#all}}{{name}}{{/all}}"))
      ], partials: [], strings: [:])
    let template = try #require(library.compile("page", for: DemandPage.self).template)
    var output: [UInt8] = []
    template.render(DemandPage(names: ["a", "b"]), rootPrefix: "", into: &output)
    template.render(DemandPage(names: []), rootPrefix: "", into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "made a! abmade ? ")
  }

  @Test("Only what a template names is computed")
  func laziness() throws {
    let library = TemplateLibrary(
      templates: [
        .init(
          name: "page", file: .init(path: "page", text: "{{a}}{{#object}}{{x}}{{/object}}{{#list}}{{/list}}"))
      ],
      partials: [], strings: [:])
    let template = try #require(library.compile("page", for: CountingPage.self).template)
    var output: [UInt8] = []
    let page = CountingPage()
    template.render(page, rootPrefix: "", into: &output)
    #expect(page.asked.names.withLock { $0 } == ["a", "object", "x", "list"])
  }
}

private struct IncludingPage: TemplateModel {
  let before: String
  let card: ExampleCard

  static let schema = Schema<IncludingPage>("including", "a page that is a card, too") {
    Field.including(\.card)
    Field.text("name", "declared anew") { $0.card.name + " and more" }
    Field.model("card", "the card itself", \.card)
  }
}

private struct ParentPage: TemplateModel {
  let label: String
  let children: [ExampleNode]

  static let schema = Schema<ParentPage>("parent", "a page with a list") {
    Field.text("label", "a text") { $0.label }
    Field.flag("has_children", "whether there are any", anyIn: \.children)
  }
}

private struct DemandPage: TemplateModel {
  let names: [String]

  static let schema = Schema<DemandPage>("demand", "a page that makes its parts") {
    Field.model("made", "an object") { _ in ExampleCard(name: "made") }
    Field.model("maybe", "an object that may be absent") { $0.names.first.map { ExampleCard(name: $0) } }
    Field.list("all", "objects") { $0.names.map { ExampleCard(name: $0) } }
  }
}

private struct CountingPage: TemplateModel {
  final class Asked: Sendable {
    let names = Mutex<[String]>([])
  }

  let asked = Asked()

  func note<Value>(_ name: String, _ value: Value) -> Value {
    asked.names.withLock { $0.append(name) }
    return value
  }

  struct Part: TemplateModel {
    let page: CountingPage

    static let schema = Schema<Part>("part", "a part") {
      Field.text("x", "named") { $0.page.note("x", "x") }
      Field.text("y", "not named") { $0.page.note("y", "y") }
    }
  }

  static let schema = Schema<CountingPage>("counting", "notes what it is asked for") {
    Field.text("a", "named") { $0.note("a", "a") }
    Field.text("b", "not named") { $0.note("b", "b") }
    Field.model("object", "named") { $0.note("object", Part(page: $0)) }
    Field.list("list", "named") { $0.note("list", [Part(page: $0)]) }
    Field.list("other", "not named") { $0.note("other", [Part(page: $0)]) }
  }
}
