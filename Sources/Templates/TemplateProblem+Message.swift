import Diagnostics

// The words of every problem that a template can have.

extension TemplateProblem {
  /// What is wrong.
  var message: String {
    switch self {
    case .notUTF8: "the template is not UTF-8 text from here on"
    case .unclosedTag: "this tag is never closed"
    case .missingName: "this tag has no name"
    case .nameWithSpaces(let name): "'\(name)' is not a name: a name has no spaces in it"
    case .unreadableDelimiters(let tag): "'\(tag)' does not set delimiters"
    case .closedNothing(let name): "'\(name)' is closed here but was not opened"
    case .mismatchedClose(let found, let tag, let open, let place):
      "'{{/\(found)}}' does not close '{{\(tag)\(open)}}', opened at \(place.line):\(place.column)"
    case .neverClosed(let tag, let name): "'{{\(tag)\(name)}}' is never closed"
    case .nestedTooDeep(let limit): "sections, blocks and partials lie more than \(limit) deep in each other here"

    case .unknownPartial(let name, _): "there is no partial '\(name)'"
    case .unknownField(let name, let objects, let page, _): Self.unknownField(name, objects: objects, page: page)
    case .unknownString(let key, _): "the theme has no string '\(key)'"
    case .notAnObject(let name, let kind): "'\(name)' is \(kind.words): nothing can be had of it behind a dot"

    case .alwaysEscaped(let name, let kind): "'\(name)' is \(kind.words) and always escaped"
    case .neverEscaped(let name, let kind): "'\(name)' is \(kind.words), which escaping would spoil"
    case .notWritable(let name, let kind): "'\(name)' is \(kind.words) and can't be written"

    case .ignoredInParent(let name): "within '{{<\(name)}}' only blocks show, this does not"
    case .blockGivenTwice(let name): "the block '\(name)' is given twice"
    case .endless(let name, nil): "the partial '\(name)' includes itself without end"
    case .endless(let name, let other?): "the partial '\(name)' comes back to itself through '\(other)' without end"
    case .tooLarge(let limit): "with all its partials the page has more than \(limit) parts"

    case .inTagName(let name): "'\(name)' can't be part of a tag's name"
    case .inAttributeName(let name): "'\(name)' can't be an attribute, or a part of its name"
    case .inUnquotedValue(let name, let attribute): "'\(name)' is in the value of '\(attribute)', which has no quotes"
    case .inUnknownAttribute(let name): "'\(name)' is in an attribute whose name depends on a section"
    case .inForbiddenAttribute(let name, let attribute): "'\(name)' can't be made safe in '\(attribute)'"
    case .forbiddenAttribute(let attribute): "the attribute '\(attribute)' is not allowed in a template"
    case .htmlInAttribute(let name, let attribute): "'\(name)' is HTML and can't be in the value of '\(attribute)'"
    case .inDeclaration(let name): "'\(name)' can't be inside <!…>"
    case .inComment(let name, let kind): "'\(name)' is \(kind.words) and can't be in a comment"
    case .inElement(let name, let kind, let element): "'\(name)' is \(kind.words) and can't be inside <\(element)>"
    case .jsonOutsideScript(let name): "'\(name)' is JSON and can only be inside <script>"
    case .notALink(let name, let kind, let attribute):
      "'\(name)' is \(kind.words) and can't be the link of '\(attribute)'"
    case .undecidedLink(let name, let start, let attribute):
      "the link of '\(attribute)' begins with '\(start)', which '\(name)' could turn into any scheme"
    case .unsafeScheme(let scheme, let attribute) where scheme.contains("&"):
      "the scheme of the link of '\(attribute)' hides behind '\(scheme)'"
    case .unsafeScheme(let scheme, let attribute): "'\(attribute)' can't link to '\(scheme):'"
    case .unevenBranch(let tag, let end, let other):
      "'{{\(tag)}}' leaves the page \(end), and without it, it is \(other)"
    case .unfinishedMarkup(let place): "the page ends \(place) that begins here"
    case .recursiveInBrowser(let name): "'\(name)' calls itself, which the search can't do in a browser"
    case .jsonInBrowser(let name): "'\(name)' is JSON, which the search can't write in a browser"
    case .topInBrowser: "a section of '.' is more than the search can do in a browser"
    }
  }

  private static func unknownField(_ name: String, objects: [String], page: String?) -> String {
    let holders = objects.map { "'\($0)'" } + (page.map { ["page '\($0)'"] } ?? [])
    let last = holders.last ?? ""
    switch holders.count {
    case 0, 1: return "\(last) has no field '\(name)'"
    case 2: return "neither \(holders[0]) nor \(last) has a field '\(name)'"
    default: return "none of \(holders.dropLast().joined(separator: ", ")) and \(last) has a field '\(name)'"
    }
  }

  /// What to do about it, and the text that would do it.
  var remedy: Diagnostic.Remedy? {
    switch self {
    case .notUTF8: .init("save the file as UTF-8")
    case .unclosedTag(let closing): .init("end it with '\(closing)'")
    case .nameWithSpaces: .init("Mustache has no conditions or filters: '{{#name}}' shows when 'name' has a value")
    case .unreadableDelimiters: .init("write two with a space between them: {{=<% %>=}}")
    case .mismatchedClose(_, _, let open, _): .init("did you mean '\(open)'?", replacement: open)
    case .neverClosed(_, let name): .init("add '{{/\(name)}}' where it ends")
    case .unknownPartial(_, let nearest), .unknownField(_, _, _, let nearest), .unknownString(_, let nearest):
      nearest.map { .init("did you mean '\($0)'?", replacement: $0) }
    case .alwaysEscaped(let name, _): .init("write {{\(name)}}", replacement: "{{\(name)}}")
    case .neverEscaped(let name, _): .init("write {{{\(name)}}}", replacement: "{{{\(name)}}}")
    case .notWritable(let name, .flag): .init("use it as a section: {{#\(name)}}…{{/\(name)}}")
    case .notWritable(_, .object): .init("name one of its fields")
    case .notWritable(let name, _): .init("write what repeats within {{#\(name)}}…{{/\(name)}}")
    case .ignoredInParent: .init("move it into a block, or out of the parent")
    case .endless: .init("include it only for the parts of an object, as in {{#children}}{{>node}}{{/children}}")
    case .inUnquotedValue: .init("put the value in double quotes")
    case .forbiddenAttribute("style"): .init("give the element a class and style that")
    case .forbiddenAttribute, .inForbiddenAttribute: .init("do it in the theme's script instead")
    case .notALink(_, _, let attribute): .init("begin the value of '\(attribute)' with a link, '#', '?', '/' or './'")
    case .undecidedLink: .init("begin it with a link, '#', '?', '/', './' or a whole scheme such as 'mailto:'")
    case .unsafeScheme: .init("use one of https, http, mailto, tel, sms and webcal")
    case .unevenBranch: .init("close in the section what it opens, or do the same in its inverted twin right behind it")
    case .unfinishedMarkup: .init("close it")
    case .recursiveInBrowser, .jsonInBrowser, .topInBrowser: .init("write it without in 'card'")
    default: nil
    }
  }

  /// The stable name of the kind of problem.
  var code: String {
    switch self {
    case .notUTF8: "templates/not-utf-8"
    case .unclosedTag, .missingName, .nameWithSpaces, .unreadableDelimiters: "templates/tag"
    case .closedNothing, .mismatchedClose, .neverClosed: "templates/unclosed-section"
    case .nestedTooDeep, .tooLarge: "templates/too-large"
    case .unknownPartial: "templates/unknown-partial"
    case .unknownField, .notAnObject: "templates/unknown-field"
    case .unknownString: "templates/unknown-string"
    case .alwaysEscaped, .neverEscaped, .notWritable: "templates/kind"
    case .ignoredInParent: "templates/ignored"
    case .blockGivenTwice: "templates/repeated-block"
    case .endless: "templates/endless"
    case .notALink, .undecidedLink, .unsafeScheme: "templates/link"
    case .unevenBranch, .unfinishedMarkup: "templates/uneven-markup"
    case .recursiveInBrowser, .jsonInBrowser, .topInBrowser: "templates/browser"
    case .inTagName, .inAttributeName, .inUnquotedValue, .inUnknownAttribute, .inForbiddenAttribute,
      .forbiddenAttribute, .htmlInAttribute, .inDeclaration, .inComment, .inElement, .jsonOutsideScript:
      "templates/unsafe-place"
    }
  }

  /// Text that a parent leaves out harms nothing; all else would show.
  private var severity: Diagnostic.Severity {
    if case .ignoredInParent = self { .warning } else { .error }
  }

  /// The problem as a diagnostic about a place in a file.
  func diagnostic(in file: SourceFile, at bytes: Range<Int>) -> Diagnostic {
    let range = SourceRange(start: file.position(at: bytes.lowerBound), end: file.position(at: bytes.upperBound))
    var remedy = remedy
    if code == "templates/kind", !file.bytes[bytes].starts(with: "{{".utf8) {
      // The template has set delimiters of its own.
      remedy?.replacement = nil
    }
    return Diagnostic(severity, code, in: file, at: range, message, remedy: remedy)
  }
}

extension FieldKind {
  /// The kind with its article, as in "'bio' is HTML".
  fileprivate var words: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .flag: "a flag"
    case .html: "HTML"
    case .link: "a link"
    case .json: "JSON"
    case .texts: "a list of texts"
    case .object: "an object"
    case .list: "a list"
    }
  }
}

extension Diagnostic {
  /// A page's template is missing.
  static func unknownTemplate(_ name: String, among names: some Sequence<String>) -> Diagnostic {
    let nearest = NearestName.of(name, among: names)
    return Diagnostic(
      .error, "templates/unknown-template", path: "\(name).mustache", "the theme has no template '\(name)'",
      remedy: nearest.map { .init("there is '\($0)'") })
  }
}
