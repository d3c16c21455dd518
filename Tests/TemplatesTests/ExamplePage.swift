import Diagnostics
import Hypertext

@testable import Templates

/// A page with a field of every kind.
struct ExamplePage: TemplateModel {
  var name = "Ana"
  var headline: String? = "R&D \"lead\""
  var count = 7
  var isFull = true
  var biography: SafeHTML? = SafeHTML(vouchedFor: Array("<p>Hello</p>".utf8))
  var link = Link.site(SitePath("mentors/ana/"))
  var photo: Link?
  var json: [UInt8]? = Array(#"{"a":"</script>"}"#.utf8)
  var tags = ["one", "two"]
  var request = ExampleRequest()
  var cards = [ExampleCard(name: "Bo"), ExampleCard(name: "Cy")]
  var tree = ExampleNode(label: "root")

  static let schema = Schema<ExamplePage>("example", "a page of all kinds") {
    Field.text("name", "a text") { $0.name }
    Field.text("headline", "a text that may be absent") { $0.headline }
    Field.number("count", "a number") { $0.count }
    Field.flag("is_full", "a flag") { $0.isFull }
    Field.html("bio", "markup") { $0.biography }
    Field.link("link", "a link") { $0.link }
    Field.link("photo", "a link that may be absent") { $0.photo }
    Field.json("json_ld", "JSON") { $0.json }
    Field.texts("tags", "texts") { $0.tags }
    Field.model("request", "an object", \.request)
    Field.list("cards", "objects", \.cards)
    Field.model("tree", "an object of its own kind", \.tree)
  }
}

struct ExampleRequest: TemplateModel {
  var label = "Ask"
  var message: Link? = SafeURL("mailto:ana@example.edu?subject=Hi&body=%22").map { .external($0) }

  static let schema = Schema<ExampleRequest>("request", "an object") {
    Field.text("label", "a text") { $0.label }
    Field.link("message", "a link that may be absent") { $0.message }
  }
}

struct ExampleCard: TemplateModel {
  var name: String
  var link = Link.site(SitePath("mentors/bo/"))
  var width = 320

  static let schema = Schema<ExampleCard>("card", "an element") {
    Field.text("name", "a text") { $0.name }
    Field.link("link", "a link") { $0.link }
    Field.number("width", "a number") { $0.width }
  }
}

struct ExampleNode: TemplateModel {
  var label: String
  var children: [ExampleNode] = []

  static let schema = Schema<ExampleNode>("node", "a part of a tree") {
    Field.text("label", "a text") { $0.label }
    Field.list("children", "the parts below it", \.children)
  }
}

/// A theme of one template, with partials by name.
func library(_ template: String, partials: [String: String] = [:]) -> TemplateLibrary {
  TemplateLibrary(
    templates: [TemplateSource(name: "example", file: SourceFile(path: "example.mustache", text: template))],
    partials: partials.map {
      TemplateSource(name: $0.key, file: SourceFile(path: "partials/\($0.key).mustache", text: $0.value))
    },
    strings: ["greeting": "Hello & welcome", "empty": "", "site": "https://example.edu"])
}

/// What is wrong with a template for `ExamplePage`, as `line:column message; remedy`, in the order of the report.
func problems(_ template: String, partials: [String: String] = [:]) -> [String] {
  library(template, partials: partials).compile("example", for: ExamplePage.self).diagnostics.map(shortForm)
}

func shortForm(_ diagnostic: Diagnostic) -> String {
  let file = diagnostic.path.hasPrefix("partials/") ? diagnostic.path.dropFirst(9).dropLast(9) + " " : ""
  let place = diagnostic.range.map { "\($0.start.line):\($0.start.column) " } ?? ""
  return "\(file)\(place)\(diagnostic.message)" + (diagnostic.remedy.map { "; \($0.words)" } ?? "")
}

/// The page, or what is wrong with the template.
func render(
  _ template: String, _ page: ExamplePage = ExamplePage(), partials: [String: String] = [:], rootPrefix: String = "../"
) -> String {
  let (compiled, diagnostics) = library(template, partials: partials).compile("example", for: ExamplePage.self)
  guard let compiled else { return diagnostics.map(shortForm).joined(separator: "\n") }
  var output: [UInt8] = []
  compiled.render(page, rootPrefix: rootPrefix, into: &output)
  return String(decoding: output, as: UTF8.self)
}
