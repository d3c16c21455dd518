import Diagnostics

// The words for every problem that front matter can have. Tone: say what is wrong in the writer's terms, then what to do.

/// A problem in words.
private struct Words {
  var severity = Diagnostic.Severity.error
  let code: String
  let message: String
  let remedy: String?
  let replacement: String?

  init(
    _ severity: Diagnostic.Severity = .error, code: String, _ message: String, remedy: String? = nil,
    replacement: String? = nil
  ) {
    self.severity = severity
    self.code = "front-matter/" + code
    self.message = message
    self.remedy = remedy
    self.replacement = replacement
  }
}

extension Finding {
  /// The finding in words, with the line of the file that it is about.
  func diagnostic(in file: SourceFile) -> Diagnostic {
    let words = problem.words
    return Diagnostic(
      words.severity, words.code, in: file, at: range, words.message,
      remedy: words.remedy.map { Diagnostic.Remedy($0, replacement: words.replacement) })
  }
}

extension FrontMatterProblem {
  fileprivate var words: Words {
    switch self {
    case .characters(let problem): problem.words
    case .outline(let problem): problem.words
    case .limit(let problem): problem.words
    case .syntax(let problem): problem.words
    case .structure(let problem): problem.words
    case .field(let problem): problem.words
    }
  }
}

// MARK: - Characters

extension CharacterProblem {
  fileprivate var words: Words {
    switch self {
    case .utf16:
      Words(code: "encoding", "the file is UTF-16, not UTF-8", remedy: "save it again with the encoding UTF-8")
    case .invalidUTF8(let byte, let windows):
      Words(
        code: "encoding", "the file is not UTF-8: the byte 0x\(hex(UInt32(byte), width: 2)) can't stand here",
        remedy: windows.map { "save the file as UTF-8; in Windows-1252 this byte is '\($0)'" }
          ?? "save the file as UTF-8")
    case .control(let scalar):
      Words(
        code: "character", "the control character \(characterName(scalar)) can't stand in YAML",
        remedy: "delete it", replacement: "")
    case .windowsLeftover(let scalar, let meant):
      Words(
        code: "character", "the character \(characterName(scalar)) is a leftover of Windows-1252",
        remedy: "write '\(meant)' in its place", replacement: String(meant))
    case .lineSeparator(let scalar):
      Words(
        code: "character", "the invisible line separator \(characterName(scalar)) breaks this line",
        remedy: "put a space in its place", replacement: " ")
    case .invisible(let scalar):
      Words(
        code: "character", "the invisible character \(characterName(scalar)) can't stand in YAML",
        remedy: "delete it", replacement: "")
    }
  }
}

/// `U+0007`.
private func characterName(_ scalar: Unicode.Scalar) -> String { "U+" + hex(scalar.value, width: 4) }

private func hex(_ value: UInt32, width: Int) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

// MARK: - Outline and limits

extension OutlineProblem {
  fileprivate var words: Words {
    switch self {
    case .unclosed(let path, let line):
      Words(
        code: "unclosed", "the front matter of '\(path)' begins here and never ends",
        remedy: "add a line '---' after line \(line)")
    case .nearlyClosing(let written):
      Words(
        code: "unclosed", "the front matter ends with a line '---', not '\(written)'",
        remedy: "write '---' at the start of the line, with nothing else on it", replacement: "---")
    case .nearlyOpening(let written):
      Words(
        code: "unopened", "front matter begins with a line '---', not '\(written)'",
        remedy: "write three plain hyphens", replacement: "---")
    case .blankBeforeOpening:
      Words(
        code: "unopened", "front matter has to begin on the first line",
        remedy: "delete the empty lines above '---'")
    }
  }
}

extension LimitProblem {
  fileprivate var words: Words {
    switch self {
    case .tooLong(let bytes, let limit):
      Words(
        code: "limit", "the YAML is \(bytes) bytes long; at most \(limit) are read",
        remedy: "move long texts into the body below the front matter")
    case .tooDeep(let limit):
      Words(code: "limit", "lists and fields nest more than \(limit) levels deep here", remedy: "nest less deeply")
    case .tooManyValues(let limit):
      Words(code: "limit", "there are more than \(limit) values", remedy: "split the file")
    case .tooManyRepetitions(let limit):
      Words(
        code: "limit", "the aliases ('*name') repeat more than \(limit) values",
        remedy: "write the values out where they are needed")
    case .tooManyProblems(let limit):
      Words(code: "limit", "there are more than \(limit) problems; the rest are not named", remedy: "mend these first")
    }
  }
}

// MARK: - Syntax

extension SyntaxProblem {
  fileprivate var words: Words {
    switch self {
    case .unquotedColon(let value):
      Words(
        code: "colon", "a colon followed by a space can't stand in a value without quotes",
        remedy: "put quotes around the value: \(shown(quoted(value)))", replacement: quoted(value))
    case .missingSpaceAfterColon(let key):
      Words(code: "colon", "a space is missing after '\(key):'", remedy: "write '\(key): ' before the value")
    case .noBreakSpaceAfterColon(let key):
      Words(
        code: "colon", "the space after '\(key):' is a no-break space, which YAML does not take for a space",
        remedy: "type the space again", replacement: " ")
    case .missingColon(let line):
      Words(
        code: "colon", "'\(line)' is neither a field nor part of one",
        remedy: "write 'name: value', or indent the line if it continues the value above it")
    case .wideColon(let key):
      Words(
        code: "colon", "the colon after '\(key)' is a full-width one", remedy: "write ': '", replacement: ": ")
    case .tabInIndentation:
      Words(
        code: "indentation", "YAML indents with spaces, and here is a tab", remedy: "put two spaces in its place",
        replacement: "  ")
    case .noBreakSpaceInIndentation:
      Words(
        code: "indentation", "YAML indents with plain spaces, and here is a no-break space",
        remedy: "type the spaces again", replacement: " ")
    case .indentedUnderText(let key, let parent):
      Words(
        code: "indentation", "'\(key)' is indented under '\(parent)', which already has a text",
        remedy: "begin '\(key)' in the same column as '\(parent)'")
    case .listUnderText(let parent):
      Words(
        code: "list", "'\(parent)' already has a text on its own line, so no list can follow",
        remedy: "write every item on a line of its own below '\(parent):'")
    case .unevenIndentation:
      Words(
        code: "indentation", "this line is indented differently from the fields or items that it belongs to",
        remedy: "begin it in the same column as its neighbours")
    case .unclosedQuote(let quote):
      Words(code: "quote", "the quote that opens here never closes", remedy: "add \(quote) at the end of the value")
    case .textAfterQuote(let value):
      Words(
        code: "quote", "there is text after the closing quote",
        remedy: "put quotes around the whole value: \(shown(quoted(value)))", replacement: quoted(value))
    case .curlyQuotes(let value):
      Words(
        code: "quote", "curly quotes do not quote a value in YAML",
        remedy: "use straight ones: \(shown(quoted(value)))",
        replacement: quoted(value))
    case .unclosedBracket(let bracket, let cutOff):
      Words(
        code: "bracket", "the '\(bracket)' that opens here never closes",
        remedy: cutOff
          ? "put quotes around values with '#': what follows a space and '#' is a comment"
          : "add '\(bracket == "[" ? "]" : "}")' at the end")
    case .missingComma:
      Words(code: "bracket", "a comma is missing before this", remedy: "put ',' between the values")
    case .commaTooMany:
      Words(code: "bracket", "there is no value before this comma", remedy: "delete it", replacement: "")
    case .reservedStart(let character, let value):
      Words(
        code: "quote", "a value can't begin with '\(character)' unless it stands in quotes",
        remedy: "put quotes around it: \(shown(quoted(value)))", replacement: quoted(value))
    case .listOnFieldLine(let key):
      Words(
        code: "list", "a list can't begin on the line of its field",
        remedy: "begin it on the next line below '\(key):', or put quotes around the value if it is a text")
    case .unknownEscape(let escape):
      Words(
        code: "quote", "'\(escape)' means nothing between double quotes",
        remedy: "use single quotes, or write '\\\\' for a backslash")
    case .directive:
      Words(code: "directive", "a line that begins with '%' has no place here", remedy: "delete it")
    case .unreadable(let complaint):
      Words(code: "syntax", "this is not YAML: \(complaint)")
    }
  }
}

/// A value as one would put it in quotes.
private func quoted(_ value: String) -> String { ScalarWriting.quoted(value) }

/// A text as far as a message has room for it.
private func shown(_ text: String) -> String {
  text.unicodeScalars.count > 60 ? String(text.unicodeScalars.prefix(59)) + "…" : text
}

// MARK: - Structure

extension StructureProblem {
  fileprivate var words: Words {
    switch self {
    case .notFields(let found):
      Words(code: "structure", "this is \(found.words), not fields", remedy: "write fields, such as 'name: Ana López'")
    case .secondDocument:
      Words(
        code: "structure", "a second YAML document begins here; the front matter is one",
        remedy: "delete what stands on the line after '---', or the line")
    case .duplicateKey(let key, let line):
      Words(code: "duplicate-key", "'\(key)' is already set on line \(line)", remedy: "keep one of the two")
    case .emptyKey:
      Words(code: "key", "a field has no name", remedy: "write a name before the colon")
    case .nullKey(let key):
      Words(
        code: "key", "'\(key)' stands for no name", remedy: "put quotes around it if it is meant as a name",
        replacement: quoted(key))
    case .keyNotText(let found):
      Words(code: "key", "a field's name has to be text, not \(found.words)", remedy: "write a name before the colon")
    case .noBreakSpaceInKey:
      Words(
        code: "indentation", "a no-break space belongs to the name of this field",
        remedy: "type the spaces around the name again")
    case .controlInKey(let scalar):
      Words(
        code: "character", "a field's name holds the control character \(characterName(scalar))",
        remedy: "delete the escape that stands for it")
    case .mergeKey:
      Words(
        code: "key", "merging fields with '<<' is not supported", remedy: "write the fields out where they are needed")
    case .unknownTag(let tag):
      Words(
        code: "tag", "the tag '\(tag)' means nothing here",
        remedy: "delete it, or put quotes around the value if '!' belongs to it")
    case .undefinedAlias(let name):
      Words(
        code: "alias", "'*\(name)' refers to an anchor '&\(name)' that nothing above it has",
        remedy: "put quotes around it if it is a text: \(shown(quoted("*" + name)))", replacement: quoted("*" + name))
    case .unusedAnchor(let name):
      Words(
        .warning, code: "anchor", "'&\(name)' is taken for an anchor and not for text",
        remedy: "put quotes around the value if '&' belongs to it")
    case .textTakenForComment:
      Words(
        .warning, code: "comment", "what follows '#' is taken for a comment and does not belong to the value",
        remedy: "put quotes around the whole value, or a space after '#' if it is a comment")
    case .itemTakenForText:
      Words(
        .warning, code: "list", "this line is taken for more of the text above it, not for an item of a list",
        remedy: "begin it in the same column as the other items, or put quotes around the whole text")
    case .curlyQuotesKept(let value):
      Words(
        .warning, code: "quote", "curly quotes do not quote a value in YAML; they will show on the page",
        remedy: "leave them out: \(shown(quoted(value)))", replacement: quoted(value))
    }
  }
}

// MARK: - Fields

extension FieldProblem {
  fileprivate var words: Words {
    switch self {
    case .missing(let key, let owner):
      Words(code: "missing-field", "'\(key)' is missing from the \(owner)", remedy: "add a line '\(key): …'")
    case .empty(let key):
      Words(code: "missing-field", "'\(key)' is empty and can't be", remedy: "write a value after '\(key):'")
    case .unknown(let key, let owner, let nearest):
      Words(
        .warning, code: "unknown-field", "'\(key)' is not a field of the \(owner)",
        remedy: nearest.map { "did you mean '\($0)'?" }, replacement: nearest)
    case .control(let key, let scalar):
      Words(
        code: "character",
        "'\(key)' holds the control character \(characterName(scalar))",
        remedy: "delete the escape that stands for it")
    case .notText(let key, let found, let replacement):
      Words(
        code: "kind", "'\(key)' takes a text, and this is \(found.words)",
        remedy: replacement.map { "write \($0)" } ?? "write one text", replacement: replacement)
    case .notTexts(let key, let found, let replacement):
      Words(
        code: "kind", "'\(key)' takes one text or a list of them, and this is \(found.words)",
        remedy: replacement.map { "write \($0)" } ?? "write a list such as [one, another]", replacement: replacement)
    case .notFields(let key, let found):
      Words(
        code: "kind", "'\(key)' takes fields of its own, and this is \(found.words)",
        remedy: "write the fields below '\(key):', indented by two spaces")
    case .itemNotText(let key, let found, let replacement):
      Words(
        code: "kind", "an item of '\(key)' has to be a text, and this is \(found.words)",
        remedy: replacement.map { "put quotes around it: \($0)" } ?? "write one text for each item",
        replacement: replacement)
    case .itemNotFields(let key, let found):
      Words(
        code: "kind", "an item of '\(key)' has to have fields of its own, and this is \(found.words)",
        remedy: "write its fields, such as '- name: value'")
    case .emptyItem(let key):
      Words(.warning, code: "empty-item", "an item of '\(key)' is empty", remedy: "delete the line, or fill it in")
    case .notInteger(let key, let text, let replacement):
      Words(
        code: "number", "'\(key)' takes a whole number, and this is '\(text)'",
        remedy: replacement.map { "write \($0)" } ?? "write digits only", replacement: replacement)
    case .outOfRange(let key, let value, let range):
      Words(
        code: "number", "'\(key)' has to lie between \(range.lowerBound) and \(range.upperBound), and this is \(value)")
    case .notFlag(let key, let text):
      Words(
        code: "flag", "'\(key)' is either true or false, and this is '\(text)'", remedy: "write 'true' or 'false'")
    case .notChoice(let key, let text, let choices, let nearest):
      Words(
        code: "choice", "'\(key)' can't be '\(text)'",
        remedy: nearest.map { "did you mean '\($0)'?" } ?? "write one of \(choices.joined(separator: ", "))",
        replacement: nearest)
    }
  }
}

extension ValueKind {
  fileprivate var words: String {
    switch self {
    case .text: "a text"
    case .list: "a list"
    case .fields: "a group of fields"
    case .nothing: "nothing"
    }
  }
}
