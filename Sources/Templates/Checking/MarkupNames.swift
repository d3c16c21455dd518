/// The elements and attributes of HTML that treat what stands in them differently from others.
enum MarkupNames {
  /// Elements whose content is not markup, down to their own closing tag.
  static let rawElements: Set<String> = [
    "script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes", "plaintext",
  ]

  /// Of these, those in which character references count: escaped text is right in them.
  static let escapableElements: Set<String> = ["title", "textarea"]

  /// Attributes whose value is a URL.
  static let linkAttributes: Set<String> = [
    "href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href", "background", "longdesc", "manifest",
    "ping",
  ]

  /// Attributes whose value is a list of URLs, each with a size.
  static let linkListAttributes: Set<String> = ["srcset", "imagesrcset"]

  /// Whether an attribute holds something that runs in, or restyles, the page: the pages' content security policy
  /// would not honour it, and no escaping is right for text in it.
  static func isForbidden(attribute: String) -> Bool {
    attribute == "style" || attribute == "srcdoc" || (attribute.hasPrefix("on") && attribute.utf8.count > 2)
  }
}
