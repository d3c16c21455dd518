/// What a template does, its names looked up and its blocks filled in: a tree that is checked, then made flat.
enum Step {
  /// Text of the template; nil for the place when indentation brought it in.
  case literal([UInt8], Place?)
  /// One of the theme's strings, already escaped.
  case string([UInt8], name: String, Place)
  /// The indentation that a partial was called with; in partials that call themselves.
  case indentation
  case write(Value, isRaw: Bool, Place)
  case section(Section)
  case call(Call)
}

/// A stretch of one of the files that a template is made of.
struct Place: Hashable {
  let file: Int
  let range: Range<Int>
}

/// A value that a name stands for.
struct Value {
  /// The name as the template writes it.
  let name: String
  let kind: FieldKind
  let source: Source

  enum Source {
    /// A field of the object in a slot.
    case field(slot: Int, FieldAccess)
    /// What the innermost section of a value put on top.
    case top
  }
}

/// A part that shows once, often or not at all.
struct Section {
  let value: Value
  let isInverted: Bool
  /// The slot that an object, or each element of a list, is put into.
  let slot: Int?
  /// Whether something within writes `{{.}}`, so that the value has to be put on top.
  let needsTop: Bool
  let body: [Step]
  let place: Place

  /// Whether the body may show more than once.
  var repeats: Bool { !isInverted && (value.kind == .list || value.kind == .texts) }
}

/// A partial or parent, called where it stands.
struct Call {
  let routine: Int
  /// What goes before each line of a partial that keeps its indentation at run time.
  let indentation: [UInt8]
  /// Whether this adds to the indentation that the caller itself was called with.
  let addsToCaller: Bool
  let place: Place
}

/// A template or partial, compiled for one scope, set of blocks and indentation.
struct Routine {
  let name: String
  var steps: [Step] = []
}
