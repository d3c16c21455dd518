import Diagnostics
import Foundation
import Hypertext
import Testing

@testable import Templates

/// Follows a browser template's steps, as docs/search-format.md describes them.
private struct StepReader {
  let root: String

  func html(_ steps: [Any], _ records: [[Any]], _ text: String = "") -> String {
    steps.map { step($0, records, text) }.joined()
  }

  private func step(_ step: Any, _ records: [[Any]], _ text: String) -> String {
    if let literal = step as? String { return literal }
    guard let step = step as? [Any], let kind = step[0] as? String else { return "?" }
    if kind == "." { return escaped(text) }
    guard let depth = step[1] as? Int, let index = step[2] as? Int else { return "?" }
    let value = records[depth][index]
    let inner = step.count > 3 ? step[3] as? [Any] ?? [] : []
    switch kind {
    case "t": return value is NSNull ? "" : escaped("\(value)")
    case "h": return value as? String ?? ""
    case "l":
      if let path = value as? String { return escaped(root + path) }
      return escaped((value as? [String])?[0] ?? "")
    case "s": return isTruthy(value) ? html(inner, records, text) : ""
    case "n": return isTruthy(value) ? "" : html(inner, records, text)
    case "o": return (value as? [Any]).map { html(inner, records + [$0], text) } ?? ""
    case "e": return (value as? [[Any]] ?? []).map { html(inner, records + [$0], text) }.joined()
    case "x": return (value as? [String] ?? []).map { html(inner, records, $0) }.joined()
    default: return "?"
    }
  }

  private func isTruthy(_ value: Any) -> Bool {
    if let text = value as? String { return !text.isEmpty }
    if let list = value as? [Any] { return !list.isEmpty }
    return !(value is NSNull) && (value as? NSNumber) != 0
  }

  private func escaped(_ text: String) -> String { String(decoding: HTMLEscaping.escaped(text), as: UTF8.self) }
}

@Suite("Templates for the browser")
struct BrowserTemplateTests {
  private static func library(_ card: String, partials: [String: String] = [:]) -> TemplateLibrary {
    let texts = partials.merging(["card": card]) { $1 }
    return TemplateLibrary(
      templates: [TemplateSource(name: "page", file: SourceFile(path: "page", text: "{{>card}}"))],
      partials: texts.map { TemplateSource(name: $0, file: SourceFile(path: $0, text: $1)) },
      strings: ["greeting": "Hello & \"welcome\""])
  }

  private static func browserHTML(_ library: TemplateLibrary, _ model: ExamplePage) throws -> String {
    let (template, diagnostics) = library.compileForBrowser("card", for: ExamplePage.self)
    let browser = try #require(template, "\(diagnostics)")
    var record: [UInt8] = []
    browser.appendRecord(of: model, to: &record)
    let steps = try #require(try JSONSerialization.jsonObject(with: Data(browser.steps)) as? [Any])
    let values = try #require(try JSONSerialization.jsonObject(with: Data(record)) as? [Any])
    return StepReader(root: "../").html(steps, [values])
  }

  @Test(
    "A browser writes what the build writes",
    arguments: [
      "plain <b>text</b> and {{strings.greeting}}",
      "{{name}} {{headline}} {{count}} {{{bio}}}",
      "<a href=\"{{link}}\"><img src=\"{{photo}}\"></a>{{#photo}}has{{/photo}}{{^photo}}none{{/photo}}",
      "{{#is_full}}full{{/is_full}}{{^is_full}}free{{/is_full}}",
      "{{#headline}}<p>{{headline}} {{.}}</p>{{/headline}}{{^headline}}-{{/headline}}",
      "{{#tags}}[{{.}} of {{name}}]{{/tags}}{{^tags}}no tags{{/tags}}",
      "{{#request}}{{label}} {{name}} <a href=\"{{message}}\">x</a>{{/request}}{{request.label}}",
      "{{#cards}}<li>{{name}} <a href=\"{{link}}\">{{width}}</a> {{count}}{{#tags}}{{.}}{{/tags}}</li>{{/cards}}",
      "{{^cards}}nobody{{/cards}}{{#cards}}{{>part}}{{/cards}}",
    ])
  func sameAsTheBuild(_ card: String) throws {
    let library = Self.library(card, partials: ["part": "<i>{{name}}</i>\n{{#tags}}{{.}}{{/tags}}"])
    let template = try #require(library.compile("page", for: ExamplePage.self).template)
    var bare = ExamplePage(name: "<Zoë> \"q\" \\ \u{1}", headline: nil, count: 0, isFull: false)
    bare.tags = []
    bare.cards = []
    bare.photo = .site(SitePath("photos/zoë.jpg"))
    bare.link = .site(.home)
    for model in [ExamplePage(), bare] {
      var page: [UInt8] = []
      template.render(model, rootPrefix: "../", into: &page)
      let expected = String(decoding: page, as: UTF8.self).replacing("href=\"../\"", with: "href=\".././\"")
      #expect(try Self.browserHTML(library, model) == expected)
    }
  }

  @Test(
    "What a script can't follow is an error at its place",
    arguments: [
      ("<script>{{{json_ld}}}</script>", "'json_ld' is JSON"),
      ("{{#tree}}{{>node}}{{/tree}}", "'node' calls itself"),
      ("{{nme}}", "nme"),
    ])
  func refused(_ card: String, _ message: String) {
    let library = Self.library(card, partials: ["node": "{{label}}{{#children}}{{>node}}{{/children}}"])
    let (template, diagnostics) = library.compileForBrowser("card", for: ExamplePage.self)
    #expect(template == nil)
    #expect(diagnostics.contains { $0.message.contains(message) && $0.range != nil }, "\(diagnostics)")
  }

  @Test("A partial that the theme does not have is named")
  func missing() {
    let (template, diagnostics) = Self.library("").compileForBrowser("crad", for: ExamplePage.self)
    #expect(template == nil)
    #expect(diagnostics.first?.message.contains("crad") == true)
  }
}
