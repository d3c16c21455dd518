import Testing

@testable import Templates

@Suite("The Mustache specification")
struct SpecificationTests {
  @Test(
    "Each behaviour of the specification's core and of its inheritance module holds",
    arguments: SpecificationCase.all)
  func holds(_ specificationCase: SpecificationCase) {
    let (output, diagnostics) = renderPlain(
      specificationCase.template, specificationCase.data, partials: specificationCase.partials)
    #expect(diagnostics.isEmpty)
    #expect(output == specificationCase.expected)
  }
}

/// One behaviour: a template, what it is rendered with, and what must come out.
struct SpecificationCase: Sendable, CustomTestStringConvertible {
  let name: String
  let template: String
  let data: DynamicValue
  let partials: [String: String]
  let expected: String

  init(
    _ name: String, _ template: String, _ data: DynamicValue = [:], partials: [String: String] = [:],
    is expected: String
  ) {
    self.name = name
    self.template = template
    self.data = data
    self.partials = partials
    self.expected = expected
  }

  var testDescription: String { name }

  static let all = comments + delimiters + interpolation + sections + inverted + partials + inheritance
}
