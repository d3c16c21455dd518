import Testing

@testable import SiteBuilder

@Suite("What is published of a module")
struct ModuleTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let published: String
  }

  static let cases = [
    Case(
      testDescription: "Code stays as it is", text: "let a = 1;\n  let b = 2;\n",
      published: "let a = 1;\n  let b = 2;\n"),
    Case(
      testDescription: "Lines of comment go", text: "// One\nlet a; // Two\n  // Three\n", published: "let a; // Two\n"),
    Case(
      testDescription: "Comments of many lines go",
      text: "/**\n * Says\n * what.\n */\nexport function a() {\n  /* why */\n}\n",
      published: "export function a() {\n}\n"),
    Case(testDescription: "Empty lines go", text: "a;\n\n  \nb;", published: "a;\nb;\n"),
    Case(testDescription: "Windows' line ends", text: "/** A */\r\na;\r\n\r\n", published: "a;\r\n"),
    Case(
      testDescription: "A comment before code stays", text: "/** @type {A} */ let a;\n",
      published: "/** @type {A} */ let a;\n"),
    Case(testDescription: "A slash and a star apart", text: "/*/\na;\n*/\nb;\n", published: "b;\n"),
    Case(testDescription: "A license stays", text: "/*! MIT */\na;\n", published: "/*! MIT */\na;\n"),
    Case(
      testDescription: "Text of a template literal stays",
      text: "a(`\n// text\n\n/* text */\n`);\n// gone\n", published: "a(`\n// text\n\n/* text */\n`);\n"),
    Case(
      testDescription: "A backtick that is text ends no template", text: "a(`\\``);\n// gone\nb(`\n//\\`\n//\n`);\n",
      published: "a(`\\``);\nb(`\n//\\`\n//\n`);\n"),
    Case(
      testDescription: "A quotient and a pattern are no comments", text: "a\n/ b;\n/x*/.test(c);\n",
      published: "a\n/ b;\n/x*/.test(c);\n"),
    Case(testDescription: "A comment that never ends", text: "a;\n/* b\nc;\n", published: "a;\n"),
    Case(testDescription: "Nothing", text: "", published: ""),
  ]

  @Test("Lines that are for browsers are kept, whole", arguments: cases)
  func keepsCode(_ example: Case) {
    #expect(String(decoding: ModuleText.published(Array(example.text.utf8)), as: UTF8.self) == example.published)
  }
}
