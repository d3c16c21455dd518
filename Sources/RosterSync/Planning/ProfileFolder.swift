import Files

/// The profiles' files: which there are, and what stands in them.
struct ProfileFolder: Sendable {
  let contentFolder: String
  /// By slug: the path below the content folder.
  let paths: [String: String]

  init(_ contentFolder: String) throws(FileProblem) {
    self.contentFolder = contentFolder
    var paths: [String: String] = [:]
    do throws(FileProblem) {
      for entry in try FileReading.tree(of: contentFolder + "/mentors") where !entry.isFolder {
        guard entry.path.hasSuffix(".md") else { continue }
        let name = entry.path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
        if paths[name] == nil { paths[name] = "mentors/" + entry.path }
      }
    } catch {
      if !error.isMissing { throw error }
    }
    self.paths = paths
  }

  /// Reads a profile; nil where there is none.
  func read(_ slug: String) throws(FileProblem) -> ProfileFile? {
    guard let path = paths[slug] else { return nil }
    do throws(FileProblem) {
      let place = contentFolder + "/" + path
      return ProfileFile(path: place, bytes: try FileReading.bytes(of: place))
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// A profile's bytes, without a look at what they say.
  func bytes(_ slug: String) throws(FileProblem) -> [UInt8]? {
    guard let path = paths[slug] else { return nil }
    do throws(FileProblem) {
      return try FileReading.bytes(of: contentFolder + "/" + path)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }
}
