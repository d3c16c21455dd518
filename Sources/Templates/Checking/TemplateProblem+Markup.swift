extension TemplateProblem {
  /// What is wrong with a value of that kind at this place in HTML; that some kinds can't be written at all is none of
  /// this one's business.
  init?(_ name: String, _ kind: FieldKind, in state: MarkupState) {
    guard ![.flag, .texts, .object, .list].contains(kind) else { return nil }
    switch state.place {
    case .text:
      guard kind == .json else { return nil }
      self = .jsonOutsideScript(name)
    case .tagOpen, .closingTagOpen, .tagName:
      self = .inTagName(name)
    case .betweenAttributes, .afterBranch, .attributeName, .afterAttributeName, .afterValue:
      self = .inAttributeName(name)
    case .beforeValue, .unquotedValue:
      self = .inUnquotedValue(name, attribute: state.attribute ?? "")
    case .value:
      self.init(name, kind, inValue: state)
    case .declaration, .bogusComment:
      self = .inDeclaration(name)
    case .comment:
      guard kind == .html || kind == .json else { return nil }
      self = .inComment(name, kind: kind)
    case .rawText:
      self.init(name, kind, inElement: state.element)
    }
  }

  private init?(_ name: String, _ kind: FieldKind, inValue state: MarkupState) {
    guard let attribute = state.attribute else {
      self = .inUnknownAttribute(name)
      return
    }
    switch kind {
    case .html:
      self = .htmlInAttribute(name, attribute: attribute)
    case .json:
      self = .jsonOutsideScript(name)
    default:
      if MarkupNames.isForbidden(attribute: attribute) {
        self = .inForbiddenAttribute(name, attribute: attribute)
      } else if state.isInLink {
        self.init(name, kind, inLink: state, attribute)
      } else {
        return nil
      }
    }
  }

  private init?(_ name: String, _ kind: FieldKind, inLink state: MarkupState, _ attribute: String) {
    switch (state.link, kind) {
    case (.unsafe, _):
      // It has been reported where it stands.
      return nil
    case (.safe, _) where kind != .text || !state.isInLinkList:
      return nil
    case (.empty, .link), (.emptyOrSafe, .link):
      return nil
    case (.undecided(let start), _):
      self = .undecidedLink(name, start: String(decoding: start, as: UTF8.self), attribute: attribute)
    case (.mixed, .link):
      self = .undecidedLink(name, start: "", attribute: attribute)
    default:
      self = .notALink(name, kind: kind, attribute: attribute)
    }
  }

  private init?(_ name: String, _ kind: FieldKind, inElement element: String) {
    switch kind {
    case .json where element == "script":
      return nil
    case .text where MarkupNames.escapableElements.contains(element),
      .number where MarkupNames.escapableElements.contains(element),
      .link where MarkupNames.escapableElements.contains(element):
      return nil
    default:
      self = .inElement(name, kind: kind, element: element)
    }
  }
}

extension MarkupState {
  /// The state as messages describe it.
  var words: String {
    switch place {
    case .text: "between tags"
    case .tagOpen, .closingTagOpen, .tagName: "inside a tag's name"
    case .betweenAttributes, .afterBranch, .attributeName, .afterAttributeName, .beforeValue, .unquotedValue,
      .afterValue:
      "inside the tag <\(isClosingTag ? "/" : "")\(element)>"
    case .value(UInt8(ascii: "'")): "inside \(attribute ?? "…")='…'"
    case .value: "inside \(attribute ?? "…")=\"…\""
    case .declaration, .bogusComment: "inside <!…>"
    case .comment: "inside a comment"
    case .rawText: "in the content of <\(element)>"
    }
  }
}
