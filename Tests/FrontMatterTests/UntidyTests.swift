import Diagnostics
import FrontMatter
import Testing

/// Front matter as people get it wrong, and what they are told.
@Suite("Untidy front matter")
struct UntidyTests {
  /// What is wrong, the lines between the `---`, and the diagnostics: each a line, and one for its remedy.
  struct Untidy: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let lines: String
    let diagnostics: [String]

    init(_ description: String, _ lines: String, _ diagnostics: [String]) {
      testDescription = description
      self.lines = lines
      self.diagnostics = diagnostics
    }
  }

  @Test("is named at its line and column, with what to write instead", arguments: table)
  func untidy(_ untidy: Untidy) {
    let file = SourceFile(path: "a.md", text: "---\n" + untidy.lines + "---\n")
    let (document, diagnostics) = FrontMatterDocument.parse(file)
    #expect(diagnostics.flatMap(\.summary) == untidy.diagnostics)
    #expect(document != nil || diagnostics.hasErrors)
  }

  @Test("has the same mistakes at the same places with other line ends", arguments: table)
  func otherLineEnds(_ untidy: Untidy) {
    for newline in ["\r\n", "\r"] {
      let text = "\u{FEFF}---\n\(untidy.lines)---\n".split(separator: "\n", omittingEmptySubsequences: false)
      let file = SourceFile(path: "a.md", text: text.joined(separator: newline))
      let summary = FrontMatterDocument.parse(file).diagnostics.flatMap(\.summary)
      #expect(summary == untidy.diagnostics, "\(newline.debugDescription)")
    }
  }

  static let table = [
    Untidy(
      "a colon in a value", "name: Ana\ntitle: Dean: Law\n",
      [
        "3:8-3:17 error: a colon followed by a space can't stand in a value without quotes",
        "  → put quotes around the value: \"Dean: Law\" => \"\\\"Dean: Law\\\"\"",
      ]),
    Untidy(
      "a colon at the end of a value", "title: Dean:\nname: x\n",
      [
        "2:8-2:13 error: a colon followed by a space can't stand in a value without quotes",
        "  → put quotes around the value: \"Dean:\" => \"\\\"Dean:\\\"\"",
      ]),
    Untidy(
      "a colon in an item with fields", "expertise:\n  - Law: a: b\n",
      [
        "3:10-3:14 error: a colon followed by a space can't stand in a value without quotes",
        "  → put quotes around the value: \"a: b\" => \"\\\"a: b\\\"\"",
      ]),
    Untidy(
      "a colon between brackets", "a: {day: tue: x, b: c}\n",
      [
        "2:10-2:16 error: a colon followed by a space can't stand in a value without quotes",
        "  → put quotes around the value: \"tue: x\" => \"\\\"tue: x\\\"\"",
      ]),
    Untidy(
      "no space after a colon", "name: Ana\nemployer:Acme\n",
      [
        "3:9-3:10 error: a space is missing after 'employer:'",
        "  → write 'employer: ' before the value",
      ]),
    Untidy(
      "no space after the first colon", "name:Ana\ntitle: x\n",
      [
        "2:5-2:6 error: a space is missing after 'name:'",
        "  → write 'name: ' before the value",
      ]),
    Untidy(
      "no space after a colon between brackets", "at: {start:16, end: \"17\"}\n",
      [
        "2:6-2:14 error: a space is missing after 'start:'",
        "  → write 'start: ' before the value",
      ]),
    Untidy(
      "a no-break space after a colon", "name: A\ntitle:\u{A0}Dean\n",
      [
        "3:7-3:8 error: the space after 'title:' is a no-break space, which YAML does not take for a space",
        "  → type the space again => \" \"",
      ]),
    Untidy(
      "no colon", "name: Ana\nthis is text\ntitle: x\n",
      [
        "3:1-3:13 error: 'this is text' is neither a field nor part of one",
        "  → write 'name: value', or indent the line if it continues the value above it",
      ]),
    Untidy(
      "a web address alone", "https://example.com\nname: x\n",
      [
        "2:1-2:20 error: 'https://example.com' is neither a field nor part of one",
        "  → write 'name: value', or indent the line if it continues the value above it",
      ]),
    Untidy(
      "text that goes on at the margin", "bio: I am\nvery nice\nname: x\n",
      [
        "3:1-3:10 error: 'very nice' is neither a field nor part of one",
        "  → write 'name: value', or indent the line if it continues the value above it",
      ]),
    Untidy(
      "a full-width colon", "title: x\nname：安娜\n",
      [
        "3:5-3:6 error: the colon after 'name' is a full-width one",
        "  → write ': ' => \": \"",
      ]),
    Untidy(
      "a tab", "location:\n\tcity: X\n",
      [
        "3:1-3:2 error: YAML indents with spaces, and here is a tab",
        "  → put two spaces in its place => \"  \"",
      ]),
    Untidy(
      "a tab among spaces", "location:\n  city: X\n \tregion: Y\n",
      [
        "4:2-4:3 error: YAML indents with spaces, and here is a tab",
        "  → put two spaces in its place => \"  \"",
      ]),
    Untidy(
      "a tab before an item", "expertise:\n\t- X\n",
      [
        "3:1-3:2 error: YAML indents with spaces, and here is a tab",
        "  → put two spaces in its place => \"  \"",
      ]),
    Untidy(
      "a tab after a dash", "expertise:\n-\tX\n",
      [
        "3:2-3:3 error: YAML indents with spaces, and here is a tab",
        "  → put two spaces in its place => \"  \"",
      ]),
    Untidy(
      "no-break spaces before a field", "location:\n\u{A0}\u{A0}city: X\n",
      [
        "3:1-3:7 error: a no-break space belongs to the name of this field",
        "  → type the spaces around the name again",
      ]),
    Untidy(
      "a field under a text", "location: Rome\n  city: X\n",
      [
        "3:3-3:7 error: 'city' is indented under 'location', which already has a text",
        "  → begin 'city' in the same column as 'location'",
      ]),
    Untidy(
      "a field one column too far", "name: A\n title: Y\n",
      [
        "3:2-3:7 error: 'title' is indented under 'name', which already has a text",
        "  → begin 'title' in the same column as 'name'",
      ]),
    Untidy(
      "fields of a group in two columns", "location:\n    city: X\n  region: Y\n",
      [
        "4:3-4:4 error: this line is indented differently from the fields or items that it belongs to",
        "  → begin it in the same column as its neighbours",
      ]),
    Untidy(
      "items in two columns", "a:\n  - b\n - c\n",
      [
        "4:2-4:3 error: this line is indented differently from the fields or items that it belongs to",
        "  → begin it in the same column as its neighbours",
      ]),
    Untidy(
      "an item that is indented too far", "a:\n  - b\n   - c\n",
      [
        "4:4-4:5 warning: this line is taken for more of the text above it, not for an item of a list",
        "  → begin it in the same column as the other items, or put quotes around the whole text",
      ]),
    Untidy(
      "an item below a text", "expertise: Law\n- Tax\n",
      [
        "3:1-3:2 error: 'expertise' already has a text on its own line, so no list can follow",
        "  → write every item on a line of its own below 'expertise:'",
      ]),
    Untidy(
      "an indented item below a text", "expertise: Law\n  - Tax\n",
      [
        "3:3-3:4 warning: this line is taken for more of the text above it, not for an item of a list",
        "  → begin it in the same column as the other items, or put quotes around the whole text",
      ]),
    Untidy(
      "a dash before a value", "headline: - what\n",
      [
        "2:11-2:12 error: a list can't begin on the line of its field",
        "  → begin it on the next line below 'headline:', or put quotes around the value if it is a text",
      ]),
    Untidy(
      "an open double quote", "name: \"Ana\ntitle: \"Dean\"\nschool: x\n",
      [
        "2:7-2:8 error: the quote that opens here never closes",
        "  → add \" at the end of the value",
      ]),
    Untidy(
      "an open single quote at the end", "name: x\ntitle: 'Dean\n",
      [
        "3:8-3:9 error: the quote that opens here never closes",
        "  → add ' at the end of the value",
      ]),
    Untidy(
      "an apostrophe between single quotes", "name: 'Ana's'\ntitle: x\n",
      [
        "2:7-2:14 error: there is text after the closing quote",
        "  → put quotes around the whole value: \"Ana's\" => \"\\\"Ana\\'s\\\"\"",
      ]),
    Untidy(
      "text after a quote", "name: \"Ana\" Lopez\ntitle: x\n",
      [
        "2:7-2:18 error: there is text after the closing quote",
        "  → put quotes around the whole value: '\"Ana\" Lopez' => \"\\'\\\"Ana\\\" Lopez\\'\"",
      ]),
    Untidy(
      "text after a quote in an item", "expertise:\n  - \"Law\" and tax\n",
      [
        "3:5-3:18 error: there is text after the closing quote",
        "  → put quotes around the whole value: '\"Law\" and tax' => \"\\'\\\"Law\\\" and tax\\'\"",
      ]),
    Untidy(
      "curly quotes around a colon", "title: “Dean: Law”\n",
      [
        "2:8-2:19 error: curly quotes do not quote a value in YAML",
        "  → use straight ones: \"Dean: Law\" => \"\\\"Dean: Law\\\"\"",
      ]),
    Untidy(
      "curly quotes around a value", "title: “Dean”\n",
      [
        "2:8-2:14 warning: curly quotes do not quote a value in YAML; they will show on the page",
        "  → leave them out: \"Dean\" => \"\\\"Dean\\\"\"",
      ]),
    Untidy(
      "an open bracket", "majors: [Law, Tax\ntitle: x\n",
      [
        "2:9-2:10 error: the '[' that opens here never closes",
        "  → add ']' at the end",
      ]),
    Untidy(
      "an open brace over lines", "location: {\n  city: X,\n  region: Y\ntitle: x\n",
      [
        "2:11-2:12 error: the '{' that opens here never closes",
        "  → add '}' at the end",
      ]),
    Untidy(
      "a bracket that is open at the end", "majors: [Law, Tax\n",
      [
        "2:9-2:10 error: the '[' that opens here never closes",
        "  → add ']' at the end",
      ]),
    Untidy(
      "a colour between brackets", "brand: {color: #336699}\ntitle: x\n",
      [
        "2:8-2:9 error: the '{' that opens here never closes",
        "  → put quotes around values with '#': what follows a space and '#' is a comment",
      ]),
    Untidy(
      "a colour", "color: #336699\n",
      [
        "2:8-2:9 warning: what follows '#' is taken for a comment and does not belong to the value",
        "  → put quotes around the whole value, or a space after '#' if it is a comment",
      ]),
    Untidy(
      "a number sign in a text", "title: Mentor #1\nname: x # fine\n",
      [
        "2:15-2:16 warning: what follows '#' is taken for a comment and does not belong to the value",
        "  → put quotes around the whole value, or a space after '#' if it is a comment",
      ]),
    Untidy(
      "no comma between items", "majors: [\"Law\" \"Tax\"]\n",
      [
        "2:16-2:17 error: a comma is missing before this",
        "  → put ',' between the values",
      ]),
    Untidy(
      "a comma too many", "majors: [Law, , Tax]\n",
      [
        "2:15-2:16 error: there is no value before this comma",
        "  → delete it => \"\"",
      ]),
    Untidy(
      "an at sign", "twitter: @ana\n",
      [
        "2:10-2:14 error: a value can't begin with '@' unless it stands in quotes",
        "  → put quotes around it: \"@ana\" => \"\\\"@ana\\\"\"",
      ]),
    Untidy(
      "a backtick", "code: `x`\n",
      [
        "2:7-2:10 error: a value can't begin with '`' unless it stands in quotes",
        "  → put quotes around it: \"`x`\" => \"\\\"`x`\\\"\"",
      ]),
    Untidy(
      "a per cent sign", "rate: %50\n",
      [
        "2:7-2:10 error: a value can't begin with '%' unless it stands in quotes",
        "  → put quotes around it: \"%50\" => \"\\\"%50\\\"\"",
      ]),
    Untidy(
      "a per cent sign at the margin", "%foo\nname: x\n",
      [
        "2:1-2:2 error: a line that begins with '%' has no place here",
        "  → delete it",
      ]),
    Untidy(
      "emphasis", "headline: **bold** text\n",
      [
        "2:11-2:24 error: a value can't begin with '*' unless it stands in quotes",
        "  → put quotes around it: \"**bold** text\" => \"\\\"**bold** text\\\"\"",
      ]),
    Untidy(
      "an asterisk before a word", "headline: *Ana\n",
      [
        "2:11-2:15 error: '*Ana' refers to an anchor '&Ana' that nothing above it has",
        "  → put quotes around it if it is a text: \"*Ana\" => \"\\\"*Ana\\\"\"",
      ]),
    Untidy(
      "an ampersand", "firm: & Sons\n",
      [
        "2:7-2:13 error: a value can't begin with '&' unless it stands in quotes",
        "  → put quotes around it: \"& Sons\" => \"\\\"& Sons\\\"\"",
      ]),
    Untidy(
      "an ampersand before a word", "firm: &Sons Ltd\n",
      [
        "2:7-2:12 warning: '&Sons' is taken for an anchor and not for text",
        "  → put quotes around the value if '&' belongs to it",
      ]),
    Untidy(
      "an exclamation mark", "headline: !wow this\n",
      [
        "2:11-2:15 error: the tag '!wow' means nothing here",
        "  → delete it, or put quotes around the value if '!' belongs to it",
      ]),
    Untidy(
      "a greater sign", "headline: > 10 years\n",
      [
        "2:11-2:21 error: a value can't begin with '>' unless it stands in quotes",
        "  → put quotes around it: \"> 10 years\" => \"\\\"> 10 years\\\"\"",
      ]),
    Untidy(
      "a bar", "headline: | text\n",
      [
        "2:11-2:17 error: a value can't begin with '|' unless it stands in quotes",
        "  → put quotes around it: \"| text\" => \"\\\"| text\\\"\"",
      ]),
    Untidy(
      "a question mark", "headline: ? what\n",
      [
        "2:11-2:17 error: a value can't begin with '?' unless it stands in quotes",
        "  → put quotes around it: \"? what\" => \"\\\"? what\\\"\"",
      ]),
    Untidy(
      "a bracket that closes nothing", "headline: ] what\n",
      [
        "2:11-2:17 error: a value can't begin with ']' unless it stands in quotes",
        "  → put quotes around it: \"] what\" => \"\\\"] what\\\"\"",
      ]),
    Untidy(
      "a Windows path between double quotes", "path: \"C:\\Users\"\n",
      [
        "2:10-2:12 error: '\\U' means nothing between double quotes",
        "  → use single quotes, or write '\\\\' for a backslash",
      ]),
    Untidy(
      "a field twice", "name: A\ntitle: x\nname: B\n",
      [
        "4:1-4:5 error: 'name' is already set on line 2",
        "  → keep one of the two",
      ]),
    Untidy(
      "a field twice in a group", "a:\n  b: 1\n  b: 2\n",
      [
        "4:3-4:4 error: 'b' is already set on line 3",
        "  → keep one of the two",
      ]),
    Untidy(
      "the same name in two spellings", "café: 1\ncafe\u{301}: 2\n",
      [
        "3:1-3:6 error: 'cafe\u{301}' is already set on line 2",
        "  → keep one of the two",
      ]),
    Untidy(
      "a null name", "~: A\nnull: x\n",
      [
        "2:1-2:2 error: '~' stands for no name",
        "  → put quotes around it if it is meant as a name => \"\\\"~\\\"\"",
        "3:1-3:5 error: 'null' stands for no name",
        "  → put quotes around it if it is meant as a name => \"\\\"null\\\"\"",
      ]),
    Untidy(
      "no name", ": B\n\"\": C\n",
      [
        "2:1-2:2 error: a field has no name",
        "  → write a name before the colon",
        "3:1-3:3 error: a field has no name",
        "  → write a name before the colon",
      ]),
    Untidy(
      "a control character in a name", "links: {\"a\\x07b\": c}\n\"\\x85\": d\n",
      [
        "2:9-2:17 error: a field's name holds the control character U+0007",
        "  → delete the escape that stands for it",
        "3:1-3:7 error: a field's name holds the control character U+0085",
        "  → delete the escape that stands for it",
      ]),
    Untidy(
      "a list for a name", "[c]: d\n",
      [
        "2:1-2:4 error: a field's name has to be text, not a list",
        "  → write a name before the colon",
      ]),
    Untidy(
      "a merge", "a: &x {b: c}\nd:\n  <<: *x\n",
      [
        "4:3-4:5 error: merging fields with '<<' is not supported",
        "  → write the fields out where they are needed",
      ]),
    Untidy(
      "tags", "a: !foo bar\nb: !!int 5\nc: !!binary abc\nd: !!seq x\n",
      [
        "2:4-2:8 error: the tag '!foo' means nothing here",
        "  → delete it, or put quotes around the value if '!' belongs to it",
        "4:4-4:12 error: the tag '!!binary' means nothing here",
        "  → delete it, or put quotes around the value if '!' belongs to it",
        "5:4-5:9 error: the tag '!!seq' means nothing here",
        "  → delete it, or put quotes around the value if '!' belongs to it",
      ]),
    Untidy(
      "a second document", "a: b\n--- c\n",
      [
        "3:1-3:4 error: a second YAML document begins here; the front matter is one",
        "  → delete what stands on the line after '---', or the line",
      ]),
    Untidy(
      "a list in the place of fields", "- a\n- b\n",
      [
        "2:1-3:4 error: this is a list, not fields",
        "  → write fields, such as 'name: Ana López'",
      ]),
    Untidy(
      "a text in the place of fields", "just text\n",
      [
        "2:1-2:10 error: this is a text, not fields",
        "  → write fields, such as 'name: Ana López'",
      ]),
    Untidy(
      "a leftover of Windows-1252", "name: O\u{92}Brien\n",
      [
        "2:8-2:9 error: the character U+0092 is a leftover of Windows-1252",
        "  → write '’' in its place => \"’\"",
      ]),
    Untidy(
      "a line separator", "name: O\u{2028}Brien\n",
      [
        "2:8-2:9 error: the invisible line separator U+2028 breaks this line",
        "  → put a space in its place => \" \"",
      ]),
    Untidy(
      "an invisible character", "name: O\u{FEFF}Brien\n",
      [
        "2:8-2:9 error: the invisible character U+FEFF can't stand in YAML",
        "  → delete it => \"\"",
      ]),
    Untidy(
      "a control character", "name: O\u{7}Brien\n",
      [
        "2:8-2:9 error: the control character U+0007 can't stand in YAML",
        "  → delete it => \"\"",
      ]),
    Untidy(
      "many mistakes at once",
      "name: \"Ana\ntitle: Dean: Law\nschool: X\nemail: @ana\nmajors: [a, b\nlocation:\n\tcity: X\nlinks: x\n  a: b\nphone: 1\nphone: 2\n",
      [
        "2:7-2:8 error: the quote that opens here never closes",
        "  → add \" at the end of the value",
        "3:8-3:17 error: a colon followed by a space can't stand in a value without quotes",
        "  → put quotes around the value: \"Dean: Law\" => \"\\\"Dean: Law\\\"\"",
        "5:8-5:12 error: a value can't begin with '@' unless it stands in quotes",
        "  → put quotes around it: \"@ana\" => \"\\\"@ana\\\"\"",
        "6:9-6:10 error: the '[' that opens here never closes",
        "  → add ']' at the end",
        "8:1-8:2 error: YAML indents with spaces, and here is a tab",
        "  → put two spaces in its place => \"  \"",
        "10:3-10:4 error: 'a' is indented under 'links', which already has a text",
        "  → begin 'a' in the same column as 'links'",
        "12:1-12:6 error: 'phone' is already set on line 11",
        "  → keep one of the two",
      ]),
  ]
}
