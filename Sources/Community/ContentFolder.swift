import Diagnostics
import Files

/// What lies in a content folder, sorted into its kinds.
struct ContentFolder {
  /// A file to be read.
  struct File: Sendable {
    /// As a person would type it.
    let path: String
    /// Below the content folder.
    let contentPath: String

    func read() -> Result<SourceFile, FileProblem> {
      do {
        return .success(SourceFile(path: path, bytes: try FileReading.bytes(of: path)))
      } catch {
        return .failure(error)
      }
    }
  }

  var mentors: [File] = []
  var guide: [File] = []
  var pages: [File] = []
  var staticFiles: [StaticFile] = []
  /// Names below `photos/`.
  var photos: Set<String> = []
  var diagnostics: [Diagnostic] = []

  /// Looks through a content folder. A folder that it lacks is as good as an empty one.
  static func list(_ folder: String) -> ContentFolder {
    var content = ContentFolder()
    content.mentors = content.texts(in: folder, "mentors")
    content.guide = content.texts(in: folder, "guide")
    content.pages = content.texts(in: folder, "pages")
    content.staticFiles = content.entries(in: folder, "static").map {
      StaticFile(target: $0, source: "\(folder)/static/\($0)")
    }
    content.photos = Set(content.entries(in: folder, "photos"))
    return content
  }

  private mutating func texts(in folder: String, _ name: String) -> [File] {
    entries(in: folder, name).filter { $0.hasSuffix(".md") }.map {
      File(path: "\(folder)/\(name)/\($0)", contentPath: "\(name)/\($0)")
    }
  }

  private mutating func entries(in folder: String, _ name: String) -> [String] {
    do {
      return try FileReading.tree(of: "\(folder)/\(name)").filter { !$0.isFolder }.map(\.path)
    } catch {
      if !error.isMissing {
        diagnostics.append(ContentProblem.unreadable(error.message).diagnostic(path: "\(folder)/\(name)"))
      }
      return []
    }
  }

  /// The pages whose address is theirs alone; one that has the address of another, or one that the site needs itself, is
  /// left out and reported.
  func distinct(_ textPages: [TextPage], _ diagnostics: inout [Diagnostic]) -> [TextPage] {
    var owner: [String: String] = [:]
    let paths = Dictionary(uniqueKeysWithValues: (guide + pages).map { ($0.contentPath, $0.path) })
    return textPages.filter { page in
      let path = paths[page.contentPath] ?? page.contentPath
      let first = page.address.path.split(separator: "/").first.map(String.init) ?? ""
      let key = page.address.path.lowercased()
      if page.contentPath.hasPrefix("pages/"), SiteAddresses.reserved.contains(first.lowercased()) {
        diagnostics.append(ContentProblem.reservedName(first).diagnostic(path: path))
      } else if let other = owner[key] {
        diagnostics.append(ContentProblem.sameAddress(other: other).diagnostic(path: path))
      } else {
        owner[key] = path
        return true
      }
      return false
    }
  }
}

extension CommunityProblem {
  /// The problem as a finding about a whole file or folder.
  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(severity, code, path: path, message, remedy: remedy)
  }
}
