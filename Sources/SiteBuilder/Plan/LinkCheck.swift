import Community
import Diagnostics
import Hypertext

/// Checks that every link in the content that leads into the site arrives somewhere.
enum LinkCheck {
  /// What is wrong with the links, given the plan that says which pages there are.
  static func diagnostics(_ references: [InternalReference], plan: SitePlan, community: Community) -> [Diagnostic] {
    guard !references.isEmpty else { return [] }
    let places = Set(plan.files.map(\.address.path))
    let headings = headings(of: community)
    var suggestions = mostSuggestions
    return references.compactMap { reference in
      let target = reference.target
      guard places.contains(target.path) else {
        if let profile = SiteAddresses.profile(at: target.path), !places.contains(profile.path) {
          return diagnostic(unpublished: reference)
        }
        suggestions -= 1
        return diagnostic(missing: reference, places: places, mayCompare: suggestions >= 0)
      }
      guard let fragment = target.fragment, let known = headings[target.path], !known.contains(fragment) else {
        return nil
      }
      return diagnostic(missingHeading: fragment, reference, known: known)
    }
  }

  /// Comparing a link with the addresses of 100,000 profiles takes a tenth of a second: enough for the links that a
  /// person mends in one sitting, too much for a thousand that one renamed folder broke.
  private static let mostSuggestions = 40

  private static func headings(of community: Community) -> [String: [String]] {
    let pages = (community.guide + community.pages).map { ($0.address.path, $0.text.headings.map(\.id)) }
    return Dictionary(pages) { first, _ in first }
  }

  /// Mentors come and go, and a text that leads to one must not keep the others' site, or somebody's wish to leave it, from
  /// being published: `Discretion` has taken the link out, and this asks to mend the text.
  private static func diagnostic(unpublished reference: InternalReference) -> Diagnostic {
    var diagnostic = Diagnostic(
      .warning, "link/unpublished", path: reference.path, at: reference.range,
      "'\(reference.written)' leads to a mentor who is not published; the words are shown without the link",
      remedy: Diagnostic.Remedy("check the file's name, or remove the link"))
    diagnostic.excerpt = reference.excerpt
    return diagnostic
  }

  private static func diagnostic(
    missing reference: InternalReference, places: Set<String>, mayCompare: Bool
  ) -> Diagnostic {
    let near = mayCompare ? NearestName.of(reference.target.path, among: places) : nil
    let isWithoutSlash = places.contains(reference.target.path + "/")
    let remedy =
      isWithoutSlash
      ? Diagnostic.Remedy("add a / at its end")
      : near.map { Diagnostic.Remedy("there is /\($0)") }
        ?? Diagnostic.Remedy("check the file's name, or remove the link")
    return diagnostic(reference, "'\(reference.written)' leads to a page that the site does not have", remedy)
  }

  private static func diagnostic(
    missingHeading fragment: String, _ reference: InternalReference, known: [String]
  ) -> Diagnostic {
    let remedy =
      NearestName.of(fragment, among: known).map { Diagnostic.Remedy("did you mean '#\($0)'?") }
      ?? Diagnostic.Remedy(
        known.isEmpty
          ? "it has no headings: leave out what begins with '#'"
          : "its headings are: " + known.prefix(6).map { "#\($0)" }.joined(separator: ", "))
    return diagnostic(reference, "'\(reference.written)' leads to a heading that the page does not have", remedy)
  }

  private static func diagnostic(
    _ reference: InternalReference, _ message: String, _ remedy: Diagnostic.Remedy
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      .error, "link/missing", path: reference.path, at: reference.range, message, remedy: remedy)
    diagnostic.excerpt = reference.excerpt
    return diagnostic
  }
}
