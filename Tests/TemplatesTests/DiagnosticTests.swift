import Diagnostics
import Testing

@testable import Templates

@Suite("Diagnostics of templates")
struct DiagnosticTests {
  @Test("Every mistake is named at its line and column, with a remedy", arguments: Mistake.all)
  func isNamed(_ mistake: Mistake) {
    #expect(problems(mistake.template, partials: mistake.partials) == mistake.expected)
  }

  @Test("All mistakes of a template and its partials are reported together, by file and line")
  func allTogether() {
    let found = problems(
      "{{nam}}\n{{>card}}\n{{#cards}}\n  {{>card}}\n{{/cards}}\n{{{headline}}}",
      partials: ["card": "{{nane}}\n{{{name}}}"])
    #expect(
      found == [
        "1:3 page 'example' has no field 'nam'; did you mean 'name'?",
        "6:1 'headline' is text and always escaped; write {{headline}}",
        "card 1:3 neither 'card' nor page 'example' has a field 'nane'; did you mean 'name'?",
        "card 1:3 page 'example' has no field 'nane'; did you mean 'name'?",
        "card 2:1 'name' is text and always escaped; write {{name}}",
      ])
  }

  @Test("The range covers what the remedy replaces")
  func rangeAndReplacement() throws {
    let found = library("<p>\n  {{request.lable}}").compile("example", for: ExamplePage.self).diagnostics
    let diagnostic = try #require(found.first)
    #expect(diagnostic.range == SourceRange(line: 2, column: 13, length: 5))
    #expect(diagnostic.remedy == .init("did you mean 'label'?", replacement: "label"))
    #expect(diagnostic.excerpt == "  {{request.lable}}")
    #expect(diagnostic.code == "templates/unknown-field")
    #expect(diagnostic.path == "example.mustache")
  }

  @Test("Between delimiters of its own a tag gets no replacement that would be wrong there")
  func replacementAndDelimiters() {
    let found = library("{{=<% %>=}}<%&name%>").compile("example", for: ExamplePage.self).diagnostics
    #expect(found.map(\.remedy) == [.init("write {{name}}")])
  }

  @Test("A missing template is named with the nearest")
  func missingTemplate() {
    let (template, found) = library("").compile("exmple", for: ExamplePage.self)
    #expect(template == nil)
    #expect(found.map(shortForm) == ["the theme has no template 'exmple'; there is 'example'"])
  }

  @Test("Syntax is checked in partials that nothing uses, too")
  func unusedPartials() {
    let found = library("{{/a}}", partials: ["unused": "\n{{#a}}"]).syntaxDiagnostics
    #expect(
      found.map(shortForm) == [
        "1:1 'a' is closed here but was not opened", "unused 2:1 '{{#a}}' is never closed; add '{{/a}}' where it ends",
      ])
  }

  @Test("Text that is not UTF-8 is refused at its place")
  func notUTF8() {
    let file = SourceFile(path: "example.mustache", bytes: Array("é\n<p>".utf8) + [0xC3, 0x28])
    let library = TemplateLibrary(templates: [.init(name: "example", file: file)], partials: [], strings: [:])
    let found = library.compile("example", for: ExamplePage.self).diagnostics
    #expect(found.map(shortForm) == ["2:4 the template is not UTF-8 text from here on; save the file as UTF-8"])
  }

  @Test("What lies too deep is refused at the tag that is one too many")
  func tooDeep() {
    let sections = String(repeating: "{{#name}}", count: 65) + "{{name}}" + String(repeating: "{{/name}}", count: 65)
    #expect(problems(sections) == ["1:577 sections, blocks and partials lie more than 64 deep in each other here"])
    let chain = Dictionary(uniqueKeysWithValues: (1...102).map { ("p\($0)", "{{#name}}{{>p\($0 + 1)}}{{/name}}") })
    #expect(
      problems("{{>p1}}", partials: chain) == [
        "p51 1:1 sections, blocks and partials lie more than 100 deep in each other here"
      ])
  }

  @Test("Partials that multiply beyond all bounds are refused")
  func tooLarge() {
    var partials = ["p25": "{{$b25}}{{/b25}}"]
    for level in 1...24 {
      let twice = String(repeating: "{{$b\(level)}}x{{/b\(level)}}", count: 2)
      partials["p\(level)"] = "{{<p\(level + 1)}}{{$b\(level + 1)}}\(twice){{/b\(level + 1)}}{{/p\(level + 1)}}"
    }
    #expect(
      problems("{{<p1}}{{$b1}}x{{/b1}}{{/p1}}", partials: partials) == [
        "1:15 with all its partials the page has more than 200000 parts"
      ])
  }

  @Test("A warning leaves the template usable")
  func warning() {
    let (template, found) = library("{{<card}}lost{{/card}}", partials: ["card": "<p>"])
      .compile("example", for: ExamplePage.self)
    #expect(template != nil)
    #expect(found.map(\.severity) == [.warning])
  }
}

/// A template with what must be said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let template: String
  let partials: [String: String]
  let expected: [String]

  init(_ template: String, partials: [String: String] = [:], _ expected: String...) {
    self.template = template
    self.partials = partials
    self.expected = expected
  }

  var testDescription: String { template.debugDescription }

  static let all = syntax + names + kinds + partials

  static let syntax: [Mistake] = [
    .init("a\n  {{name", "2:3 this tag is never closed; end it with '}}'"),
    .init("{{name\n{{headline}}", "1:1 this tag is never closed; end it with '}}'"),
    .init("é {{{bio}}", "1:3 this tag is never closed; end it with '}}}'"),
    .init("{{! never", "1:1 this tag is never closed; end it with '}}'"),
    .init("{{=<% %>}}", "1:1 this tag is never closed; end it with '=}}'"),
    .init("{{}}", "1:1 this tag has no name"),
    .init("a {{# }}", "1:3 this tag has no name"),
    .init(
      "{{#if name}}",
      "1:4 'if name' is not a name: a name has no spaces in it; "
        + "Mustache has no conditions or filters: '{{#name}}' shows when 'name' has a value"),
    .init("{{=|=}}", "1:1 '{{=|=}}' does not set delimiters; write two with a space between them: {{=<% %>=}}"),
    .init("{{=a b c=}}", "1:1 '{{=a b c=}}' does not set delimiters; write two with a space between them: {{=<% %>=}}"),
    .init("\n\n  {{/cards}}", "3:3 'cards' is closed here but was not opened"),
    .init(
      "{{#cards}}\n{{name}}\n{{/card}}",
      "3:4 '{{/card}}' does not close '{{#cards}}', opened at 1:1; did you mean 'cards'?"),
    .init("x\n {{^cards}}\n", "2:2 '{{^cards}}' is never closed; add '{{/cards}}' where it ends"),
    .init(
      "{{#is_full}}\n{{#cards}}\n{{/is_full}}",
      "2:1 '{{#cards}}' is never closed; add '{{/cards}}' where it ends"),
    .init(
      "{{<page}}{{$a}}", partials: ["page": ""], "1:1 '{{<page}}' is never closed; add '{{/page}}' where it ends",
      "1:10 '{{$a}}' is never closed; add '{{/a}}' where it ends"),
  ]

  static let names: [Mistake] = [
    .init("{{headlne}}", "1:3 page 'example' has no field 'headlne'; did you mean 'headline'?"),
    .init("<p>\r\n\t{{  headlne }}", "2:6 page 'example' has no field 'headlne'; did you mean 'headline'?"),
    .init("é{{{headlne}}}", "1:5 page 'example' has no field 'headlne'; did you mean 'headline'?"),
    .init("{{employer}}", "1:3 page 'example' has no field 'employer'"),
    .init("{{#crads}}{{anything}}{{/crads}}", "1:4 page 'example' has no field 'crads'; did you mean 'cards'?"),
    .init("{{^crads}}{{anything}}{{/crads}}", "1:4 page 'example' has no field 'crads'; did you mean 'cards'?"),
    .init(
      "{{#cards}}{{widht}}{{/cards}}",
      "1:13 neither 'card' nor page 'example' has a field 'widht'; did you mean 'width'?"),
    .init(
      "{{#cards}}{{#request}}{{widht}}{{/request}}{{/cards}}",
      "1:25 none of 'request', 'card' and page 'example' has a field 'widht'; did you mean 'width'?"),
    .init("{{#cards}}{{.headline}}{{/cards}}", "1:14 'card' has no field 'headline'"),
    .init("{{request.lable}}", "1:11 'request' has no field 'lable'; did you mean 'label'?"),
    .init("{{requst.label}}", "1:3 page 'example' has no field 'requst'; did you mean 'request'?"),
    .init("{{request.}}", "1:11 'request' has no field ''"),
    .init("{{name.first}}", "1:3 'name' is text: nothing can be had of it behind a dot"),
    .init("{{cards.name}}", "1:3 'cards' is a list: nothing can be had of it behind a dot"),
    .init("{{request.label.x}}", "1:3 'request.label' is text: nothing can be had of it behind a dot"),
    .init("{{strings.greting}}", "1:11 the theme has no string 'greting'; did you mean 'greeting'?"),
    .init("{{#strings.nothing}}{{/strings.nothing}}", "1:12 the theme has no string 'nothing'"),
    .init("{{strings}}", "1:3 page 'example' has no field 'strings'"),
  ]

  static let kinds: [Mistake] = [
    .init("{{{name}}}", "1:1 'name' is text and always escaped; write {{name}}"),
    .init("{{&name}}", "1:1 'name' is text and always escaped; write {{name}}"),
    .init("{{{count}}}", "1:1 'count' is a number and always escaped; write {{count}}"),
    .init("{{{link}}}", "1:1 'link' is a link and always escaped; write {{link}}"),
    .init("{{{strings.greeting}}}", "1:1 'strings.greeting' is text and always escaped; write {{strings.greeting}}"),
    .init("{{#tags}}{{{.}}}{{/tags}}", "1:10 '.' is text and always escaped; write {{.}}"),
    .init("{{bio}}", "1:1 'bio' is HTML, which escaping would spoil; write {{{bio}}}"),
    .init("{{#bio}}{{.}}{{/bio}}", "1:9 '.' is HTML, which escaping would spoil; write {{{.}}}"),
    .init(
      "<script>{{json_ld}}</script>", "1:9 'json_ld' is JSON, which escaping would spoil; write {{{json_ld}}}"),
    .init(
      "{{is_full}}", "1:1 'is_full' is a flag and can't be written; use it as a section: {{#is_full}}…{{/is_full}}"),
    .init("{{request}}", "1:1 'request' is an object and can't be written; name one of its fields"),
    .init("{{cards}}", "1:1 'cards' is a list and can't be written; write what repeats within {{#cards}}…{{/cards}}"),
    .init(
      "{{tags}}", "1:1 'tags' is a list of texts and can't be written; write what repeats within {{#tags}}…{{/tags}}"),
    .init("{{.}}", "1:3 '.' is an object and can't be written; name one of its fields"),
    .init("{{#cards}}{{.}}{{/cards}}", "1:13 '.' is an object and can't be written; name one of its fields"),
    .init(
      "{{#tags}}{{#request}}{{.}}{{/request}}{{/tags}}",
      "1:24 '.' is an object and can't be written; name one of its fields"),
  ]

  static let partials: [Mistake] = [
    .init("{{>crad}}", partials: ["card": ""], "1:4 there is no partial 'crad'; did you mean 'card'?"),
    .init(
      "{{<layuot}}{{/layuot}}", partials: ["layout": ""],
      "1:4 there is no partial 'layuot'; did you mean 'layout'?"),
    .init("{{>example}}", "1:4 there is no partial 'example'"),
    .init(
      "{{<page}}\n  lost\n{{/page}}", partials: ["page": ""],
      "2:1 within '{{<page}}' only blocks show, this does not; move it into a block, or out of the parent"),
    .init(
      "{{<page}}{{name}}{{/page}}", partials: ["page": ""],
      "1:10 within '{{<page}}' only blocks show, this does not; move it into a block, or out of the parent"),
    .init(
      "{{<page}}{{#name}}{{$a}}{{/a}}{{/name}}{{/page}}", partials: ["page": ""],
      "1:10 within '{{<page}}' only blocks show, this does not; move it into a block, or out of the parent"),
    .init(
      "{{<page}}{{$a}}1{{/a}}{{$a}}2{{/a}}{{/page}}", partials: ["page": ""], "1:26 the block 'a' is given twice"),
    .init(
      "{{>a}}", partials: ["a": "x\n{{>a}}"],
      "a 2:1 the partial 'a' includes itself without end; "
        + "include it only for the parts of an object, as in {{#children}}{{>node}}{{/children}}"),
    .init(
      "{{<a}}{{/a}}", partials: ["a": "{{<b}}{{/b}}", "b": "{{<a}}{{/a}}"],
      "a 1:1 the partial 'a' comes back to itself through 'b' without end; "
        + "include it only for the parts of an object, as in {{#children}}{{>node}}{{/children}}",
      "b 1:1 the partial 'b' comes back to itself through 'a' without end; "
        + "include it only for the parts of an object, as in {{#children}}{{>node}}{{/children}}"),
    .init(
      "{{>a}}", partials: ["a": "{{#is_full}}{{>a}}{{/is_full}}"],
      "a 1:13 the partial 'a' includes itself without end; "
        + "include it only for the parts of an object, as in {{#children}}{{>node}}{{/children}}"),
    .init(
      "{{>a}}", partials: ["a": "{{#cards}}{{>a}}{{/cards}}"],
      "a 1:11 the partial 'a' includes itself without end; "
        + "include it only for the parts of an object, as in {{#children}}{{>node}}{{/children}}"),
  ]
}
