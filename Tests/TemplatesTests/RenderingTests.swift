import Hypertext
import Testing

@testable import Templates

@Suite("Rendering")
struct RenderingTests {
  @Test(
    "Values are written as their kind asks",
    arguments: [
      ("{{name}}", "Ana"),
      ("<p title='{{headline}}'>", "<p title='R&amp;D &quot;lead&quot;'>"),
      ("{{count}}", "7"),
      ("{{{bio}}}", "<p>Hello</p>"),
      ("<a href=\"{{link}}\">", "<a href=\"../mentors/ana/\">"),
      ("<a href=\"{{request.message}}\">", "<a href=\"mailto:ana@example.edu?subject=Hi&amp;body=%22\">"),
      ("({{photo}})", "()"),
      ("<script>{{{json_ld}}}</script>", #"<script>{"a":"\u003c/script\u003e"}</script>"#),
      ("{{#tags}}[{{.}}]{{/tags}}", "[one][two]"),
      ("{{strings.greeting}}{{strings.empty}}", "Hello &amp; welcome"),
      ("{{#strings.greeting}}a{{/strings.greeting}}{{^strings.empty}}b{{/strings.empty}}", "ab"),
      ("{{#strings.empty}}a{{/strings.empty}}{{^strings.greeting}}b{{/strings.greeting}}", ""),
      ("{{request.label}}", "Ask"),
      ("{{#cards}}{{name}} of {{count}}, {{/cards}}", "Bo of 7, Cy of 7, "),
      ("{{#name}}{{.}}{{/name}}{{#count}}{{.}}{{/count}}", "Ana7"),
      ("{{#bio}}{{{.}}}{{/bio}}<a href=\"{{#link}}{{.}}{{/link}}\">", "<p>Hello</p><a href=\"../mentors/ana/\">"),
      ("<script>{{#json_ld}}{{{.}}}{{/json_ld}}</script>", #"<script>{"a":"\u003c/script\u003e"}</script>"#),
      ("{{#tags}}{{#name}}{{.}}{{/name}}{{.}} {{/tags}}", "Anaone Anatwo "),
      ("{{#tags}}{{^photo}}{{.}}{{/photo}}{{/tags}}", "onetwo"),
    ])
  func values(_ template: String, _ expected: String) {
    #expect(render(template) == expected)
  }

  @Test(
    "A section of each kind shows for a value, its inverse for none",
    arguments: ["headline", "count", "is_full", "bio", "photo", "json_ld", "tags", "cards", "request.message"])
  func truth(_ name: String) {
    let template = "{{#\(name)}}+{{/\(name)}}{{^\(name)}}-{{/\(name)}}"
    var full = ExamplePage()
    full.photo = .site(.home)
    full.tags = ["one"]
    full.cards = [ExampleCard(name: "Bo")]
    #expect(render(template, full) == "+")
    var empty = ExamplePage()
    empty.headline = name == "headline" ? "" : nil
    empty.count = 0
    empty.isFull = false
    empty.biography = SafeHTML(escaping: "")
    empty.json = []
    empty.tags = []
    empty.cards = []
    empty.request.message = nil
    #expect(render(template, empty) == "-")
    empty.headline = nil
    empty.biography = nil
    empty.json = nil
    #expect(render(template, empty) == "-")
  }

  @Test(
    "A number is written in full",
    arguments: [
      (0, "0"), (9, "9"), (10, "10"), (-1, "-1"), (Int.max, "9223372036854775807"),
      (Int.min, "-9223372036854775808"),
    ])
  func numbers(_ number: Int, _ expected: String) {
    #expect(render("{{count}}", ExamplePage(count: number)) == expected)
  }

  @Test(
    "A link into the site is written behind the way to its root",
    arguments: [
      ("mentors/ana/", nil, "../../", "../../mentors/ana/"),
      ("mentors/ana/", nil, "/sub/", "/sub/mentors/ana/"),
      ("mentors/ana lópez/", nil, "", "mentors/ana%20l%C3%B3pez/"),
      ("a:b/\"<>&'", nil, "", "a%3Ab/%22%3C%3E%26%27"),
      ("guide/", "the top", "../", "../guide/#the%20top"),
      ("", nil, "", "./"),
      ("", nil, "../", "../"),
      ("", "top", "", "./#top"),
      ("x", nil, "/a&b\"/", "/a&amp;b&quot;/x"),
    ] as [(String, String?, String, String)])
  func links(_ path: String, _ fragment: String?, _ rootPrefix: String, _ expected: String) {
    let page = ExamplePage(link: .site(SitePath(path, fragment: fragment)))
    #expect(render("{{link}}", page, rootPrefix: rootPrefix) == expected)
  }

  @Test("JSON can't end its script or a line of it")
  func json() {
    let written = "{\"a\":\"</script><!--&\u{2028}\u{2029}\u{2027}é\"}"
    let page = ExamplePage(json: Array(written.utf8))
    #expect(
      render("<script>{{{json_ld}}}</script>", page)
        == #"<script>{"a":"\u003c/script\u003e\u003c!--\u0026\u2028\u2029"# + "\u{2027}é\"}</script>")
    #expect(render("<script>{{{json_ld}}}</script>", ExamplePage(json: [0xE2])).utf8.count == 20)
  }

  @Test("A partial may call itself for the parts of an object")
  func recursion() {
    let tree = ExampleNode(
      label: "a", children: [ExampleNode(label: "b", children: [ExampleNode(label: "c")]), ExampleNode(label: "d")])
    let partial = "<b>{{label}}</b>{{#children}}({{>node}}){{/children}}"
    #expect(
      render("{{#tree}}{{>node}}{{/tree}}", ExamplePage(tree: tree), partials: ["node": partial])
        == "<b>a</b>(<b>b</b>(<b>c</b>))(<b>d</b>)")
  }

  @Test("Each round of a partial that calls itself is indented further")
  func recursiveIndentation() {
    let tree = ExampleNode(label: "a", children: [ExampleNode(label: "b", children: [ExampleNode(label: "c")])])
    let partials = ["node": "{{label}}\n{{#children}}\n  {{>node}}\n{{/children}}\n{{>end}}\n", "end": ".\n"]
    #expect(
      render("  {{#tree}}\n  {{>node}}\n  {{/tree}}\n", ExamplePage(tree: tree), partials: partials)
        == "  a\n    b\n      c\n      .\n    .\n  .\n")
    #expect(
      render("{{#tree}}({{>node}}){{/tree}}", ExamplePage(tree: tree), partials: partials.merging(["end": "."]) { $1 })
        == "(a\n  b\n    c\n    .  ..)")
  }

  @Test("Partials may call each other for parts of parts")
  func mutualRecursion() {
    let tree = ExampleNode(label: "a", children: [ExampleNode(label: "b", children: [ExampleNode(label: "c")])])
    let partials = [
      "odd": "[{{label}}{{#children}}{{>even}}{{/children}}]",
      "even": "({{label}}{{#children}}{{>odd}}{{/children}})",
    ]
    #expect(
      render("{{#tree}}{{>odd}}{{/tree}}", ExamplePage(tree: tree), partials: partials) == "[a(b[c])]")
  }

  @Test("A byte order mark and CRLF are read as their writers meant")
  func foreignFiles() {
    #expect(render("\u{FEFF}{{#is_full}}\r\n{{name}}\r\n{{/is_full}}\r\n") == "Ana\r\n")
  }

  @Test("A page is added behind what is there")
  func appends() throws {
    let template = try #require(library("{{name}}").compile("example", for: ExamplePage.self).template)
    var output = Array("> ".utf8)
    template.render(ExamplePage(), rootPrefix: "", into: &output)
    template.render(ExamplePage(name: "Bo"), rootPrefix: "", into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "> AnaBo")
  }

  @Test("One template serves many threads")
  func threads() async throws {
    let theme = library("{{#cards}}{{name}}{{#tags}}{{.}}{{/tags}}{{/cards}}")
    let template = try #require(theme.compile("example", for: ExamplePage.self).template)
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<200 {
        group.addTask {
          var output: [UInt8] = []
          template.render(ExamplePage(), rootPrefix: "", into: &output)
          return String(decoding: output, as: UTF8.self)
        }
      }
      for await page in group { #expect(page == "BoonetwoCyonetwo") }
    }
  }
}
