import Diagnostics
import FrontMatter

/// Fills fields of a text in place, so that whatever a person is called comes out as YAML reads it back.
enum FrontMatterText {
  /// A Markdown file's text with fields set.
  static func setting(_ fields: KeyValuePairs<String, String>, in text: String) -> String {
    String(decoding: setting(fields, inBytes: Array(text.utf8)), as: UTF8.self)
  }

  /// A YAML file's text with fields set, comments and order kept.
  static func setting(_ fields: KeyValuePairs<String, String>, inYAML bytes: [UInt8]) -> [UInt8] {
    // The editor knows front matter: a whole file is one between two lines of its own.
    let open = Array("---\n".utf8)
    let close = Array("---\n".utf8)
    let edited = setting(fields, inBytes: open + bytes + close)
    return Array(edited.dropFirst(open.count).dropLast(close.count))
  }

  /// A YAML file's text without some fields.
  static func removing(_ fields: [String], fromYAML bytes: [UInt8]) -> [UInt8] {
    let fence = Array("---\n".utf8)
    let edited = fields.reduce(fence + bytes + fence) { text, field in
      guard let document = FrontMatterDocument.parse(SourceFile(path: "", bytes: text)).document else { return text }
      return (try? document.removing(field)) ?? text
    }
    return Array(edited.dropFirst(fence.count).dropLast(fence.count))
  }

  private static func setting(_ fields: KeyValuePairs<String, String>, inBytes bytes: [UInt8]) -> [UInt8] {
    fields.reduce(bytes) { text, field in
      let file = SourceFile(path: "", bytes: text)
      guard let document = FrontMatterDocument.parse(file).document else { return text }
      return (try? document.setting(field.key, to: .text(field.value))) ?? text
    }
  }
}
