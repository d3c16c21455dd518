import Files

/// A site that is started from the sample content: its guide, pages and settings, and a few profiles to look at.
public struct NewSite {
  private let sample: String
  private let title: String?
  private let organization: String?
  private let baseURL: String?

  /// A site to start.
  ///
  /// - Parameters:
  ///   - sample: the sample content folder.
  ///   - title: the site's title; nil keeps the sample's.
  public init(sample: String, title: String?, organization: String?, baseURL: String?) {
    self.sample = sample
    self.title = title
    self.organization = organization
    self.baseURL = baseURL
  }

  /// How many of the sample's profiles a new site has: enough to see how one is written.
  private static let profiles = 3

  /// Creates the site's files in a folder.
  ///
  /// - Returns: how many files were created.
  public func create(in folder: String) throws(ScaffoldingProblem) -> Int {
    let content = folder + "/content"
    guard FileReading.kind(of: content) == .nothing else { throw .exists(path: content) }
    do throws(FileProblem) {
      let entries = try FileReading.tree(of: sample).filter { !$0.isFolder }.map(\.path)
      let mentors = entries.filter { $0.hasPrefix("mentors/") }.prefix(Self.profiles)
      let wanted = entries.filter { !$0.hasPrefix("mentors/") } + mentors
      let links = SampleLinks(files: Set(wanted))
      for path in wanted {
        let bytes = try FileReading.bytes(of: "\(sample)/\(path)")
        let text = path == "site.yaml" ? settings(bytes) : path.hasSuffix(".md") ? links.loosened(bytes) : bytes
        let target = "\(content)/\(path)"
        try FileWriting.makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
        try FileWriting.replace(target, with: text)
      }
      try ignoreOutput(in: folder)
      return wanted.count
    } catch {
      throw error.isMissing ? .noSample(folder: sample) : .system(error)
    }
  }

  /// The sample's settings with the new site's names, every comment kept.
  private func settings(_ bytes: [UInt8]) -> [UInt8] {
    var text = bytes
    for (key, value) in [("title", title), ("organization", organization), ("base_url", baseURL)] {
      guard let value else { continue }
      text = FrontMatterText.setting([key: value], inYAML: text)
    }
    return text
  }

  /// The output is made anew by every build: it does not belong in a repository.
  private func ignoreOutput(in folder: String) throws(FileProblem) {
    let path = folder + "/.gitignore"
    guard FileReading.kind(of: path) == .nothing else { return }
    try FileWriting.replace(path, with: Array("output/\n".utf8))
  }
}
