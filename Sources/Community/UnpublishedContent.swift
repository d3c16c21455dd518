import Diagnostics
import Hypertext

/// What is not on the site, though it may have been before: for whoever takes the site to where an earlier one is shown.
public struct UnpublishedContent: Hashable, Sendable {
  /// Profiles that say that they are not to be shown: `consent: false`, `status: hidden`.
  public var keptBack: [SitePath] = []
  /// Profiles that can't be read, so that nobody knows whether they say so.
  public var unread: [SitePath] = []
  /// Pages of the guide, and others, that are left out because of errors.
  public var faulty: [SitePath] = []

  init() {}

  init(_ folder: ContentFolder, profiles: [ProfileReading.Outcome], pages: [TextPageReading.Outcome]) {
    for (file, outcome) in zip(folder.mentors, profiles) {
      guard let address = SiteAddresses.page(forContent: file.contentPath) else { continue }
      if outcome.withheld == .withdrawn || outcome.withheld == .hidden {
        keptBack.append(address)
      } else if outcome.mentor == nil, outcome.withheld == nil, !outcome.isReadable {
        unread.append(address)
      }
    }
    for (file, outcome) in zip(folder.guide + folder.pages, pages)
    where outcome.page == nil && outcome.diagnostics.hasErrors && !outcome.saysPrivateThings {
      if let address = SiteAddresses.page(forContent: file.contentPath) { faulty.append(address) }
    }
  }

  /// Whether there is nothing of the kind.
  public var isEmpty: Bool { keptBack.isEmpty && unread.isEmpty && faulty.isEmpty }
}
