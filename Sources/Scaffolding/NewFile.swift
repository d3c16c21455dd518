import Files

/// A content file that does not exist yet.
public protocol NewContent {
  /// The folder below `content/` that it belongs to.
  var folder: String { get }
  /// The name that it should have, without `.md`.
  func name() throws(ScaffoldingProblem) -> String
  /// Its text.
  var text: String { get }
  /// Whether, when a file of that name is there, a number behind the name makes another; otherwise it is refused.
  var mayBeNumbered: Bool { get }
}

/// Why nothing was started.
public enum ScaffoldingProblem: Error, Hashable, Sendable {
  /// No file name can be made from a title or name.
  case noName(from: String)
  /// A name that can't be a web address.
  case badName(String)
  /// There is a file of that name.
  case exists(path: String)
  /// There is no content folder.
  case noContent(folder: String)
  /// The sample content can't be found.
  case noSample(folder: String)
  /// The address can't be an address.
  case badAddress(String)
  /// A recipe's file is there already.
  case recipeExists(path: String)
  /// A path that can't be written into a recipe.
  case unspeakable(path: String)
  /// The system refused.
  case system(FileProblem)
}

extension ScaffoldingProblem: CustomStringConvertible {
  /// The problem in words, and what to do.
  public var description: String {
    switch self {
    case .noName(let text): "No file name can be made from '\(text)'. Name one with --slug."
    case .badName(let name): "'\(name)' can't be a web address. Use letters, digits and hyphens, such as ana-lopez."
    case .exists(let path): "There is a file '\(path)' already. Choose another name."
    case .noContent(let folder): "There is no folder '\(folder)'. Run 'mentorbook init', or name it with --content."
    case .noSample(let folder): "There is no sample content in '\(folder)'. Set MENTORBOOK_SHARE to its folder."
    case .badAddress(let text): "'\(text)' is not an address. Write it as name@example.edu."
    case .recipeExists(let path):
      "There is a file '\(path)' already, and it stays as it is. Move it away to get a new one."
    case .unspeakable(let path):
      "'\(path.debugDescription.dropFirst().dropLast())' has a control character in it. Move the site to another folder."
    case .system(let problem): problem.message
    }
  }
}

/// Creates content files; never overwrites one.
public enum NewFile {
  /// Creates a file in a content folder.
  ///
  /// - Returns: the file's path.
  public static func create(_ content: some NewContent, in contentFolder: String) throws(ScaffoldingProblem) -> String {
    guard FileReading.kind(of: contentFolder) == .folder else { throw .noContent(folder: contentFolder) }
    let folder = "\(contentFolder)/\(content.folder)"
    let name = try content.name()
    var path = "\(folder)/\(name).md"
    var number = 2
    while FileReading.kind(of: path) != .nothing {
      guard content.mayBeNumbered else { throw .exists(path: path) }
      path = "\(folder)/\(name)-\(number).md"
      number += 1
    }
    do throws(FileProblem) {
      try FileWriting.makeFolder(folder)
      try FileWriting.replace(path, with: Array(content.text.utf8))
    } catch {
      throw .system(error)
    }
    return path
  }
}
