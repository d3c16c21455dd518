import Files

/// The profiles' files: which there are, and what stands in them.
struct ProfileFolder: Sendable {
  let contentFolder: String
  /// By slug: the path below the content folder.
  let paths: [String: String]
  /// The slugs in lower case, for file systems that don't tell `Ana` from `ana`.
  private var taken: Set<String>
  /// By name: the number that the next of that name may get.
  private var nextNumbers: [String: Int] = [:]

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
    taken = Set(paths.keys.map { $0.lowercased() })
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

  /// Keeps a slug for somebody.
  mutating func reserve(_ slug: String) { taken.insert(slug.lowercased()) }

  /// Gives a name that nobody has.
  mutating func giveSlug(_ suggested: String) -> String {
    // Slugs are made in lower case, and few are so long that it has to be counted.
    let isLong = suggested.utf8.count > Self.longestSlug
    let base = suggested.isEmpty ? "mentor" : isLong ? String(suggested.prefix(Self.longestSlug)) : suggested
    if taken.insert(base.lowercased()).inserted { return base }
    var number = nextNumbers[base] ?? 2
    while !taken.insert("\(base)-\(number)".lowercased()).inserted { number += 1 }
    nextNumbers[base] = number + 1
    return "\(base)-\(number)"
  }

  private static let longestSlug = 100
}
