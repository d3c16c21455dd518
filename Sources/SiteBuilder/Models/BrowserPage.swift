import Community
import Hypertext
import Templates

/// A page that the reader's own browser fills, from what it keeps or from a link that only it sees. The generator knows
/// nothing of what will stand there. A theme has the page if it has the template.
enum BrowserPage: String, CaseIterable, Hashable, Sendable {
  /// The mentors that a reader saved.
  case shortlist
  /// A request as the mentor who got it sees it: it travels in the fragment of a link.
  case respond
  /// What became of the requests that a reader sent.
  case connections

  /// The template's name.
  var template: String { rawValue }

  /// What templates call the page's kind.
  var kind: PageHead.Kind {
    switch self {
    case .shortlist: .shortlist
    case .respond: .respond
    case .connections: .connections
    }
  }

  /// The page's title.
  var title: PhraseKey {
    switch self {
    case .shortlist: .shortlist
    case .respond: .respond
    case .connections: .connections
    }
  }

  /// Where it is.
  var address: SitePath {
    switch self {
    case .shortlist: SiteAddresses.shortlist
    case .respond: SiteAddresses.respond
    case .connections: SiteAddresses.connections
    }
  }

  /// Which of the theme's words the page's script is given: those whose keys begin so.
  var phrases: [String] {
    switch self {
    case .shortlist: []
    case .respond: ["respond_"] + Self.sharedPhrases
    case .connections: ["connections_"] + Self.sharedPhrases
    }
  }

  /// The words that scripts about requests share: time differences and ways to meet.
  static let sharedPhrases = ["clocks_", "mode_"]
}

/// What the template of such a page may use.
struct BrowserPageModel: TemplateModel {
  let site: SiteModel
  let page: PageHead
  let data: [UInt8]?

  static let schema = Schema<BrowserPageModel>(
    "browser page", "A page that the reader's own browser fills: the shortlist, a request to answer, my connections."
  ) {
    Field.model("site", "The site.", \.site)
    Field.model("page", "The page.", \.page)
    Field.json("data", "What its script needs to know, as JSON.") { $0.data }
  }
}
