import Hypertext
import Testing

@testable import Templates

@Suite("Mutated templates")
struct MutationTests {
  /// 20 runs of 500: ten thousand templates.
  @Test("No template crashes the compiler, and none that it accepts lets data out of its place", arguments: 0..<20)
  func mutations(_ seed: UInt64) {
    var mutator = Mutator(seed: seed)
    for _ in 0..<500 {
      let template = mutator.template()
      let partials = ["card": mutator.template(), "page": mutator.template(), "node": mutator.template()]
      let (compiled, diagnostics) = library(template, partials: partials).compile("example", for: ExamplePage.self)
      #expect(compiled != nil || diagnostics.hasErrors)
      guard let compiled else { continue }
      var output: [UInt8] = []
      compiled.render(Self.hostilePage, rootPrefix: "../", into: &output)
      #expect(Self.escapes(output) == nil, "\(template) \(partials)")
    }
  }

  /// A page whose every text would be a script if it were let.
  private static let hostilePage: ExamplePage = {
    let text = "javascript:evil()//\"'><x-evil onevil=evil()>`</script></title></textarea>--><script>evil()</script>"
    return ExamplePage(
      name: text, headline: text, link: .site(SitePath(text)), photo: .site(SitePath(text, fragment: text)),
      json: Array("{\"a\":\"</script><x-evil>\"}".utf8), tags: [text, ""], request: ExampleRequest(label: text),
      cards: [ExampleCard(name: text), ExampleCard(name: text)],
      tree: ExampleNode(label: text, children: [ExampleNode(label: text, children: [ExampleNode(label: text)])]))
  }()

  /// What data did to the page that only the template may do.
  private static func escapes(_ page: [UInt8]) -> String? {
    var state = MarkupState.start
    for byte in page {
      let before = state
      switch state.read(byte) {
      case .unsafeScheme: return "a scheme in \(before.attribute ?? "")"
      case .finishedAttributeName where !before.isClosingTag:
        if MarkupNames.isForbidden(attribute: before.attribute ?? "") { return "an attribute" }
      default: break
      }
      if before.element.hasPrefix("x-evil") { return "an element" }
    }
    return state.place == .text ? nil : "an open end"
  }
}

/// Makes templates by cutting up, mixing and damaging good ones.
private struct Mutator {
  private var generator: SeededGenerator

  private static let seeds: [[UInt8]] =
    (Mistake.all.map(\.template) + Placement.refused.map(\.template) + Placement.allowed.map(\.template)
    + SpecificationCase.all.map(\.template) + [
      "<ul>{{#cards}}\n  <li><a href=\"{{link}}\">{{name}}</a>\n{{/cards}}</ul>",
      "{{<page}}{{$main}}\n  <p title=\"{{headline}}\">{{{bio}}}</p>\n{{/main}}{{/page}}",
      "{{#tree}}{{>node}}{{/tree}}", "<b>{{label}}</b>\n{{#children}}\n  {{>node}}\n{{/children}}",
      "<main>\n  {{$main}}{{>card}}{{/main}}\n</main>",
    ]).map { Array($0.utf8) }

  private static let words: [[UInt8]] = [
    "{{", "}}", "{{{", "}}}", "{{#name}}", "{{/name}}", "{{^photo}}", "{{/photo}}", "{{#cards}}", "{{/cards}}",
    "{{>card}}",
    "{{>node}}", "{{<page}}", "{{/page}}", "{{$main}}", "{{/main}}", "{{.}}", "{{name}}", "{{link}}", "{{{bio}}}", "\n",
    "\r\n", "  ", "\"", "'", "<", ">", "<a href=\"", "<script>", "</script>", "<!--", "-->", "=", "/", "{{=<% %>=}}",
    "<%", "%>", "{{! ", "style=", " onclick", "javascript:", "é", "\u{0}", "<title>", "</title>", "{{#tree}}",
    "{{/tree}}",
    "{{#children}}", "{{/children}}", "{{request.label}}", "<p title=\"{{headline}}\">",
  ].map { Array($0.utf8) }

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func template() -> String {
    var bytes = pick(Self.seeds)
    for _ in 0..<Int.random(in: 0...3, using: &generator) { mutate(&bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func pick(_ choices: [[UInt8]]) -> [UInt8] {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 0...8, using: &generator))
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: pick(Self.words), at: place)
    case 2: bytes.replaceSubrange(place..<end, with: pick(Self.words))
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes.insert(contentsOf: pick(Self.seeds), at: place)
    default: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
    }
  }
}
