import Files

/// A site that is started from the sample content: its guide, pages and settings, and a few profiles to look at.
public struct NewSite {
  private let sample: String
  private let title: String?
  private let organization: String?
  private let baseURL: String?
  private let email: String?

  /// A site to start.
  ///
  /// - Parameters:
  ///   - sample: the sample content folder.
  ///   - title: the site's title; nil keeps the sample's.
  ///   - email: the office's address; nil leaves it to be written into the settings.
  public init(sample: String, title: String?, organization: String?, baseURL: String?, email: String?) {
    self.sample = sample
    self.email = email
    self.title = title
    self.organization = organization
    self.baseURL = baseURL
  }

  /// The sample's profiles that a new site has: enough to see how one is written, and for the guide's links to lead
  /// somewhere.
  private static let profiles: Set<String> = [
    "cagla-ozturk", "dana-begay", "darius-farrokhzad", "denise-okafor", "ines-moreau-tremblay",
  ]

  /// Whether a file belongs to the sample's roster: a new site must not take in the sample's people at its first sync.
  private static func isOfTheSync(_ path: String) -> Bool {
    path == "sync.yaml" || path == "roster.csv" || path.hasPrefix(".sync/")
  }

  /// Creates the site's files in a folder.
  ///
  /// - Returns: how many files were created.
  public func create(in folder: String) throws(ScaffoldingProblem) -> Int {
    let content = folder + "/content"
    guard FileReading.kind(of: content) == .nothing else { throw .exists(path: content) }
    do throws(FileProblem) {
      let entries = try FileReading.tree(of: sample).filter { !$0.isFolder }.map(\.path)
      let mentors = Self.profiles.map { "mentors/\($0).md" }.filter(entries.contains)
      let wanted = entries.filter { !$0.hasPrefix("mentors/") && !Self.isOfTheSync($0) } + mentors
      for path in wanted {
        let bytes = try FileReading.bytes(of: "\(sample)/\(path)")
        let target = "\(content)/\(path)"
        try FileWriting.makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
        try FileWriting.replace(target, with: path == "site.yaml" ? settings(bytes) : bytes)
      }
      try ignoreOutput(in: folder)
      return wanted.count
    } catch {
      throw error.isMissing ? .noSample(folder: sample) : .system(error)
    }
  }

  /// The sample's settings with the new site's names, every comment kept, and without the sample's addresses: a new
  /// site must not send its students' mail to somebody else's.
  private func settings(_ bytes: [UInt8]) -> [UInt8] {
    var text = FrontMatterText.removing(["base_url", "tagline", "contact", "requests.relay"], fromYAML: bytes)
    text = FrontMatterText.setting(["requests.address": "on-click"], inYAML: text)
    if let email { text = FrontMatterText.setting(["contact.email": email], inYAML: text) }
    for (key, value) in [("title", title), ("organization", organization), ("base_url", baseURL)] {
      guard let value else { continue }
      text = FrontMatterText.setting([key: value], inYAML: text)
    }
    return text
  }

  /// The output, and what a build keeps for the next, are made anew wherever they are missing: they do not belong in a
  /// repository.
  private func ignoreOutput(in folder: String) throws(FileProblem) {
    let path = folder + "/.gitignore"
    guard FileReading.kind(of: path) == .nothing else { return }
    try FileWriting.replace(path, with: Array("output/\n.mentorbook/\n".utf8))
  }
}
