/// Writes front matter in the many ways that people and programs do: every quoting style, list style, indentation,
/// comment and line end that YAML knows.
struct FrontMatterGenerator {
  var random: SeededGenerator
  private var newline = "\n"
  private var usedKeys: Set<String> = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let texts = [
    "Ana López", "Dean", "no", "NO", "on", "yes", "012", "1:30", "2024-01-02", "null", "~", "", "true", "3.14", "0x1F",
    "@ana", "`tick`", "%50", "*bold*", "&amp", "!wow", "? what", "- dash", "-5", "#1", "C #1", "C# and F#", "a: b",
    "ends with:", "key:value", "https://example.com/a?b=c#d", "[x]", "{y}", "a, b", "it's", "say \"hi\"", "back\\slash",
    " leading", "trailing ", "\ttab", "in\tside", "two\nlines", "three\n\nlines\n", "ends\n\n", "\nstarts", "  both  ",
    "a\r\nb", "🙂 emoji", "👩‍👩‍👧 family", "王伟", "محمد", "\u{7}bell", "\u{0}nul", "nel\u{85}x", "ls\u{2028}x",
    "bom\u{FEFF}x", "no\u{A0}break", "\u{A0}nbsp", "“curly”", "‘single’", "---", "...", "--- x", "<<", "=", "|", ">",
    "|-\n",
    "e\u{301}", "é", "x ", "- ", ":", "a:", ": a", "'", "\"", "''", "\\", "\\n", "line one\n  indented\nback\n",
    "   \n", "text\n   \nmore", String(repeating: "long word ", count: 20),
  ]
  static let words = [
    "Law", "Tax", "Finance & Law", "UX Design", "C++", "O'Brien", "no", "2013", "a, b", "x: y", "étude",
  ]
  static let keys = [
    "name", "headline", "email", "class_year", "majors", "expertise", "location", "links", "contact", "status", "title",
    "no", "2024", "strange key", "ключ", "a.b", "x-y", "bio",
  ]

  /// A file with front matter and a body.
  mutating func file() -> String {
    newline = random.one(of: ["\n", "\n", "\n", "\r\n", "\r"])
    usedKeys = []
    var text = random.once(in: 8) ? "\u{FEFF}" : ""
    text += "---" + (random.once(in: 6) ? "  " : "") + newline
    let indentation = random.once(in: 10) ? 1 : 0
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      text += noise(indentation)
      text += field(indentation: indentation, depth: 0)
    }
    text += noise(indentation)
    text += random.one(of: ["---", "---", "---", "...", "--- "])
    return text
      + random.one(of: ["", newline, newline + "Hello" + newline, newline + newline + "# Body: x" + newline + "---"])
  }

  // MARK: - Fields

  private mutating func field(indentation: Int, depth: Int) -> String {
    let spaces = String(repeating: " ", count: indentation)
    var key = random.one(of: Self.keys)
    if depth == 0 {
      while usedKeys.contains(key) { key = random.one(of: Self.keys) + String(Int.random(in: 0...99, using: &random)) }
      usedKeys.insert(key)
    } else {
      key += String(Int.random(in: 0...999, using: &random)) + "_\(usedKeys.count)"
      usedKeys.insert(key)
    }
    if key == "no" || random.once(in: 12) { key = random.once(in: 2) ? "\"\(key)\"" : "'\(key)'" }
    let lead = spaces + key + (random.once(in: 15) ? " :" : ":")
    let gap = random.one(of: [" ", " ", " ", "  ", "   "])
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return lead + (random.once(in: 3) ? " ~" : "") + comment()
    case 1: return lead + gap + flowList() + comment()
    case 2: return lead + comment() + blockList(indentation: indentation)
    case 3: return lead + gap + flowFields(depth: depth) + comment()
    case 4 where depth < 2:
      let inner = indentation + random.one(of: [2, 2, 4, 1])
      var text = lead + comment()
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        text += noise(inner)
        text += field(indentation: inner, depth: depth + 1)
      }
      return text
    case 5: return lead + gap + blockText(indentation: indentation)
    case 6: return lead + gap + "\"two" + newline + spaces + "   lines\"" + comment()
    case 7: return lead + gap + "plain text" + newline + spaces + "  that goes on" + comment()
    case 8: return lead + newline + spaces + "  " + scalar(isInBrackets: false) + comment()
    default: return lead + gap + scalar(isInBrackets: false) + comment()
    }
  }

  private mutating func scalar(isInBrackets: Bool) -> String {
    let word = random.one(of: Self.words.filter { !isInBrackets || !$0.contains(",") })
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "\"" + word + "\""
    case 1: return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    default: return word.contains(": ") ? "plain" : word
    }
  }

  private mutating func flowList() -> String {
    let count = Int.random(in: 0...4, using: &random)
    let items = (0..<count).map { _ in scalar(isInBrackets: true) }
    let trailing = count > 0 && random.once(in: 5) ? "," : ""
    if random.once(in: 5) {
      return "[" + newline + "    " + items.joined(separator: "," + newline + "    ") + trailing + newline + "  ]"
    }
    let padding = random.once(in: 4) ? " " : ""
    return "[" + padding + items.joined(separator: random.one(of: [", ", ",", " , "])) + trailing + padding + "]"
  }

  private mutating func flowFields(depth: Int) -> String {
    let count = Int.random(in: 0...3, using: &random)
    let fields = (0..<count).map { index in
      let value = random.once(in: 4) ? flowList() : scalar(isInBrackets: true)
      return random.once(in: 4) ? "\"k\(index)\": \(value)" : "k\(index): \(value)"
    }
    let padding = random.once(in: 3) ? " " : ""
    return "{" + padding + fields.joined(separator: ", ") + (count > 0 && random.once(in: 6) ? "," : "") + padding + "}"
  }

  private mutating func blockList(indentation: Int) -> String {
    let inner = String(repeating: " ", count: indentation + random.one(of: [0, 2, 4]))
    let dash = random.one(of: ["- ", "- ", "-   "])
    var text = ""
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      if random.once(in: 8) { text += inner + "# about the next" + newline }
      if random.once(in: 10) {
        text += inner + "- day: tue" + newline + inner + "  start: \"16:00\"" + newline
      } else if random.once(in: 10) {
        text += inner + "- |" + newline + inner + "   block" + newline
      } else {
        text += inner + dash + scalar(isInBrackets: false) + comment()
      }
    }
    return text
  }

  private mutating func blockText(indentation: Int) -> String {
    let inner = String(repeating: " ", count: indentation + random.one(of: [2, 4, 1]))
    var text = random.one(of: ["|", ">", "|-", ">-", "|+", ">+"]) + comment()
    for index in 0..<Int.random(in: 1...4, using: &random) {
      if index > 0, random.once(in: 4) { text += newline }
      text += inner + random.one(of: ["A line: of text", "# no comment", "more 'text'", "- dash"]) + newline
    }
    if random.once(in: 5) { text += newline }
    return text
  }

  // MARK: - Between fields

  private mutating func comment() -> String {
    (random.once(in: 5) ? random.one(of: [" # a note", "   # a: note", " #"]) : "") + newline
  }

  private mutating func noise(_ indentation: Int) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: newline
    case 1: String(repeating: " ", count: indentation) + "# a comment: here" + newline
    case 2: "   " + newline
    default: ""
    }
  }
}
