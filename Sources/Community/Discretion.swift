import Diagnostics
import Hypertext

/// What a community is read into, file by file, before it is known what must not be published of it.
struct ReadContent {
  var settings: SiteSettings
  var profiles: [ProfileReading.Outcome]
  /// Guide pages, then the others.
  var pages: [TextPageReading.Outcome]
}

/// Keeps back what one file says of somebody that another file, or the settings, want kept back.
///
/// 1. A page that leads to a mentor who is not published, or not there any more, would tell of them by its address alone.
///    It is read once more, and shows the words without the link. The link is a finding all the same: it leads nowhere.
/// 2. A text that says a mentor's own mail address, where the settings keep those private, is not published.
struct Discretion {
  /// Reads files again: their indices, and the places that they may not lead to.
  typealias Reading<Outcome> = (_ files: [Int], _ unpublished: Set<String>) -> [Outcome]

  private let folder: ContentFolder

  init(_ folder: ContentFolder) {
    self.folder = folder
  }

  func removeLinks(
    from content: inout ReadContent, profiles: Reading<ProfileReading.Outcome>, pages: Reading<TextPageReading.Outcome>
  ) {
    let references =
      content.settings.references + content.profiles.flatMap(\.references)
      + content.pages.flatMap { $0.page?.references ?? [] }
    let toProfiles = references.map(\.target.path).compactMap { place in
      SiteAddresses.profile(at: place).map { (place: place, profile: $0.path) }
    }
    // Few sites have such links, and who is published takes a while to list where thousands are.
    if toProfiles.isEmpty { return }
    let published = published(content.profiles)
    let unpublished = Set(toProfiles.filter { !published.contains($0.profile) }.map(\.place))
    if unpublished.isEmpty { return }
    content.settings.navigation?.removeAll { $0.leads(to: unpublished) }
    Self.replace(&content.profiles, where: { leads($0.references, to: unpublished) }, by: profiles, unpublished)
    Self.replace(&content.pages, where: { leads($0.page?.references ?? [], to: unpublished) }, by: pages, unpublished)
  }

  func removePrivateAddresses(from content: inout ReadContent) {
    let check = PrivateAddressCheck(content.profiles.compactMap(\.mentor), settings: content.settings)
    for index in content.profiles.indices {
      let findings = check.findings(content.profiles[index].mentions, of: content.profiles[index].mentor)
      content.profiles[index].diagnostics += findings
      if !findings.isEmpty { content.profiles[index].mentor = nil }
    }
    for index in content.pages.indices {
      let findings = check.findings(content.pages[index].mentions, of: nil)
      content.pages[index].diagnostics += findings
      if !findings.isEmpty { (content.pages[index].page, content.pages[index].saysPrivateThings) = (nil, true) }
    }
  }

  /// The addresses of the profiles that are published.
  private func published(_ profiles: [ProfileReading.Outcome]) -> Set<String> {
    Set(
      zip(folder.mentors, profiles).compactMap { file, outcome in
        outcome.mentor == nil ? nil : SiteAddresses.page(forContent: file.contentPath)?.path
      })
  }

  private func leads(_ references: [InternalReference], to unpublished: Set<String>) -> Bool {
    references.contains { unpublished.contains($0.target.path) }
  }

  private static func replace<Outcome>(
    _ outcomes: inout [Outcome], where isAffected: (Outcome) -> Bool, by reading: Reading<Outcome>,
    _ unpublished: Set<String>
  ) {
    let affected = outcomes.indices.filter { isAffected(outcomes[$0]) }
    for (index, outcome) in zip(affected, reading(affected, unpublished)) { outcomes[index] = outcome }
  }
}
