/// Why a field can't be set or removed in place; nothing is written then.
public enum FrontMatterEditProblem: Error, Hashable, Sendable {
  /// The field's name, or one in its path, is empty.
  case noName(path: String)
  /// A field in the path has a value that holds no fields.
  case notFields(path: String, field: String, line: Int)
  /// The file is laid out in a way that can't be edited without changing something else: an anchor that other fields
  /// repeat, a name on a line of its own (`? name`), a field that is there twice.
  case wouldChangeOthers(path: String, file: String)
}
