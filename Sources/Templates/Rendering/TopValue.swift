import Hypertext

/// A value that a section put on top of the context, as `{{.}}`.
enum TopValue {
  case text(String)
  case number(Int)
  case flag(Bool)
  case html(SafeHTML)
  case link(Link)
  case json([UInt8])

  /// The value of a field, if it has one.
  init?(_ access: FieldAccess, of model: UnsafeRawPointer) {
    switch access {
    case .text(let get):
      guard let text = get(model) else { return nil }
      self = .text(text)
    case .number(let get):
      guard let number = get(model) else { return nil }
      self = .number(number)
    case .flag(let get):
      self = .flag(get(model))
    case .html(let get):
      guard let html = get(model) else { return nil }
      self = .html(html)
    case .link(let get):
      guard let link = get(model) else { return nil }
      self = .link(link)
    case .json(let get):
      guard let json = get(model) else { return nil }
      self = .json(json)
    case .texts, .object, .list:
      return nil
    }
  }

  /// Whether a section shows for it: empty values, 0 and false are falsy.
  var isTruthy: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .html(let html): !html.isEmpty
    case .link: true
    case .json(let json): !json.isEmpty
    }
  }
}

extension FieldAccess {
  /// Whether a section shows for the field; a list that is empty is falsy, as is what is absent.
  func isTruthy(_ model: UnsafeRawPointer) -> Bool {
    switch self {
    case .text(let get): return !(get(model)?.isEmpty ?? true)
    case .number(let get): return get(model).map { $0 != 0 } ?? false
    case .flag(let get): return get(model)
    case .html(let get): return !(get(model)?.isEmpty ?? true)
    case .link(let get): return get(model) != nil
    case .json(let get): return !(get(model)?.isEmpty ?? true)
    case .texts(let get): return !get(model).isEmpty
    case .object(_, let get):
      var isThere = false
      get(model) { _ in isThere = true }
      return isThere
    case .list(_, let get):
      var isThere = false
      get(model) { isThere = $0.count > 0 }
      return isThere
    }
  }
}
