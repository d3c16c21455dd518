import Hypertext
import Markdown

/// A link as a person writes it in content: a file's path, a place in the site, or an address elsewhere.
enum WrittenLink {
  /// Where a written link leads, or what is wrong with it.
  struct Outcome {
    let link: Link?
    let problem: LinkProblem?
  }

  /// Resolves `../pages/join.md`, `explore`, `/explore/industry/finance/`, `https://…` written in a content file.
  ///
  /// - Parameter contentPath: the file that holds the link, below `content/`.
  static func resolve(_ written: String, from contentPath: String) -> Outcome {
    if written == "explore" { return Outcome(link: .site(SiteAddresses.explore), problem: nil) }
    switch ContentReference.parse(destination: written, from: contentPath) {
    case .content(let path, let fragment):
      return page(path, fragment, written)
    case .site(let path, let fragment):
      return Outcome(link: .site(SitePath(path, fragment: fragment)), problem: nil)
    case .fragment(let fragment):
      let own = SiteAddresses.page(forContent: contentPath) ?? .home
      return Outcome(link: .site(SitePath(own.path, fragment: fragment)), problem: nil)
    case .external(let url):
      return Outcome(link: .external(url), problem: nil)
    case .file(let path):
      return page(path, nil, written)
    case .unsafe:
      return Outcome(link: nil, problem: .unsafe(written))
    case .outside:
      return Outcome(link: nil, problem: .outside(written))
    }
  }

  private static func page(_ path: String, _ fragment: String?, _ written: String) -> Outcome {
    guard let address = SiteAddresses.page(forContent: path) else {
      return Outcome(link: nil, problem: .noPage(written, contentPath: path))
    }
    return Outcome(link: .site(SitePath(address.path, fragment: fragment)), problem: nil)
  }
}
