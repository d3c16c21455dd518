import Diagnostics
import Hypertext
import Markdown

/// Turns the links of one text into addresses as its page writes them, and remembers where they lead.
struct ReferenceCollector: Sendable {
  let contentPath: String
  let file: SourceFile
  /// Places that no page may lead to, for they tell of mentors who are kept back: such a link is shown as its words.
  var unpublished: Set<String> = []

  /// What Markdown puts into `href`.
  func resolve(_ written: String) -> ResolvedLink {
    switch WrittenLink.resolve(written, from: contentPath).link {
    case .external(let url): .href(url.text, isExternal: true)
    case .site(let place) where unpublished.contains(place.path): .broken
    case .site(let place):
      if written.hasPrefix("#") {
        .href(written, isExternal: false)
      } else {
        .href(place.reference(rootPrefix: rootPrefix), isExternal: false)
      }
    case nil: .broken
    }
  }

  /// The links of a rendered text that lead into the site; what is wrong with the others is added to `diagnostics`.
  func references(in text: RenderedMarkdown, diagnostics: inout [Diagnostic]) -> [InternalReference] {
    text.links.compactMap { link in
      let outcome = WrittenLink.resolve(link.destination, from: contentPath)
      switch (outcome.link, outcome.problem) {
      case (.site(let place), _):
        return InternalReference(
          target: place, written: link.destination, path: file.path, range: link.range,
          excerpt: file.line(link.range.start.line))
      case (_, .outside?), (_, .noPage?):
        if let problem = outcome.problem {
          diagnostics.append(
            Diagnostic(
              problem.severity, problem.code, in: file, at: link.range, problem.message, remedy: problem.remedy))
        }
        return nil
      case (.external, nil) where link.isImage && contentPath.hasPrefix("mentors/"):
        let problem = LinkProblem.pictureElsewhere(link.destination)
        diagnostics.append(
          Diagnostic(problem.severity, problem.code, in: file, at: link.range, problem.message, remedy: problem.remedy))
        return nil
      default:
        // Markdown itself has reported what no page may hold.
        return nil
      }
    }
  }

  private var rootPrefix: String {
    // The error page is served at any depth; its links are written from the root by the renderer's own prefix.
    (SiteAddresses.page(forContent: contentPath) ?? .home).rootPrefix
  }
}

extension MarkdownOptions {
  /// A profile's text: plain CommonMark under the page's own headings.
  ///
  /// A picture from elsewhere is not shown, only its words: loading it would tell another company who reads whose
  /// profile.
  static func profile(references: ReferenceCollector) -> MarkdownOptions {
    MarkdownOptions(dialect: .profile, headingOffset: 1) { destination in
      let resolved = references.resolve(destination.text)
      if destination.isImage, case .href(_, isExternal: true) = resolved { return .broken }
      return resolved
    }
  }

  /// A page's text, with the guide's conventions.
  static func guide(
    references: ReferenceCollector, calloutLabels: [CalloutKind: String]
  ) -> MarkdownOptions {
    MarkdownOptions(dialect: .guide, calloutLabels: calloutLabels) { references.resolve($0.text) }
  }
}
