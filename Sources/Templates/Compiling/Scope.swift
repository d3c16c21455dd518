/// What a place in a template can see: the objects around it, known by their schemas.
///
/// A page holds each schema's current object in a slot of its own. When an object of a schema is entered while another
/// of that schema is in scope, the inner one hides all names of the outer one; so one slot for each schema is enough,
/// and there are only so many scopes, however deep partials call themselves.
struct Scope: Hashable {
  /// The slots in sight, the innermost first.
  private(set) var slots: [Int]
  /// What `{{.}}` is.
  private(set) var top: Top

  /// What a section put on top of the context.
  enum Top: Hashable {
    case object(slot: Int)
    case value(FieldKind)
  }

  /// The scope of a page.
  init(page slot: Int) {
    slots = [slot]
    top = .object(slot: slot)
  }

  /// The scope within an object's or list's section.
  func entering(_ slot: Int) -> Scope {
    var inner = self
    inner.slots = [slot] + slots.filter { $0 != slot }
    inner.top = .object(slot: slot)
    return inner
  }

  /// The scope within a section of a value, which hides nothing but what `{{.}}` was.
  func entering(_ kind: FieldKind) -> Scope {
    var inner = self
    inner.top = .value(kind)
    return inner
  }
}
