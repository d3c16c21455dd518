// The words for what keeps a field from being edited; those for reading are in `FrontMatterProblem+Message.swift`.

extension FrontMatterEditProblem: CustomStringConvertible {
  /// What is wrong, as one sentence without a full stop.
  public var message: String {
    switch self {
    case .noName(let path): "'\(path)' is not the name of a field"
    case .notFields(let path, let field, let line):
      "'\(path)' can't be set, for '\(field)' on line \(line) has a value that holds no fields"
    case .wouldChangeOthers(let path, let file):
      "'\(path)' can't be changed in '\(file)' without changing something else there; edit the file by hand"
    }
  }

  public var description: String { message }
}
