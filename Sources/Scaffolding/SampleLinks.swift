/// The links of the sample's guide into its directory.
///
/// The sample's guide links to terms and profiles that its forty mentors have. A new site has three of them, and soon
/// others: there such a link leads to the directory as a whole.
struct SampleLinks {
  /// The paths below `content/` that the new site has.
  let files: Set<String>

  private static let directory = "/explore/"

  /// A page's text with the links that would lead nowhere pointed at the directory.
  func loosened(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let terms = leadingToDirectory(text, from: Self.directory) { $0 == Self.directory }
    return Array(leadingToDirectory(terms, from: "../mentors/") { files.contains(String($0.dropFirst(3))) }.utf8)
  }

  /// The text in which every destination that begins so, and is not kept, is the directory.
  private func leadingToDirectory(_ text: String, from beginning: String, isKept: (String) -> Bool) -> String {
    var output = ""
    var rest = text[...]
    while let found = rest.firstRange(of: beginning) {
      let destination = rest[found.lowerBound...].prefix { !$0.isWhitespace && !")]}\"'".contains($0) }
      output += rest[..<found.lowerBound]
      output += isKept(String(destination)) ? String(destination) : Self.directory
      rest = rest[destination.endIndex...]
    }
    return output + rest
  }
}
