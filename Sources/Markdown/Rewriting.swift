import Diagnostics

/// The last change to a tree before it is rendered: ids for headings, addresses for links, raw HTML as text.
struct Rewriting {
  let options: MarkdownOptions
  private(set) var findings: Findings
  private(set) var headings: [Heading] = []
  private(set) var links: [ContentLink] = []

  init(options: MarkdownOptions, findings: Findings) {
    self.options = options
    self.findings = findings
  }

  mutating func rewrite(_ reading: TreeReading) {
    for node in reading.rawHTML { showAsText(node) }
    for link in reading.links { rewrite(link, of: reading) }
    rewriteHeadings(reading)
  }
}

// MARK: - Raw HTML

extension Rewriting {
  /// Puts text in the place of raw HTML; cmark escapes it. A comment is for nobody's eyes and is left out.
  private mutating func showAsText(_ node: CommonMarkNode) {
    let literal = node.literal
    if RawHTML.isComment(literal) { return node.remove() }
    if options.dialect == .guide, let tag = RawHTML.openingTag(of: literal) {
      findings.report(.rawHTML(tag: tag), at: findings.locator.place(of: node))
    }
    guard node.kind == .htmlBlock else { return node.replace(with: .text(literal)) }
    let paragraph = CommonMarkNode.paragraph()
    paragraph.append(.text(literal.last == "\n" ? String(literal.dropLast()) : literal))
    node.replace(with: paragraph)
  }
}

// MARK: - Links

extension Rewriting {
  private mutating func rewrite(_ link: TreeReading.ReadLink, of reading: TreeReading) {
    let written = link.node.destination
    let place = findings.locator.place(of: link.node, destination: written)
    guard WrittenDestination.isSafe(written) else {
      findings.report(.unsafeDestination(written, isImage: link.isImage), at: place.range)
      return showWords(of: link, reading)
    }
    links.append(
      ContentLink(
        destination: written, range: place.range, isImage: link.isImage, isReplaceable: place.isDestination))
    let resolved = options.resolve(link.isImage ? .image(written) : .link(written))
    guard case .href(let href, let isExternal) = resolved, href == written || WrittenDestination.isSafe(href) else {
      return showWords(of: link, reading)
    }
    if link.isImage {
      writeImage(link.node, source: href, description: reading.words(link.words))
    } else {
      writeLink(link.node, href: href, isExternal: isExternal)
    }
  }

  private func showWords(of link: TreeReading.ReadLink, _ reading: TreeReading) {
    if link.isImage {
      link.node.replace(with: .text(reading.words(link.words)))
    } else {
      link.node.unwrap()
    }
  }

  private func writeLink(_ link: CommonMarkNode, href: String, isExternal: Bool) {
    let button = options.dialect == .guide ? Button.paragraph(of: link) : nil
    var tag: Markup = "<a"
    if button != nil { tag = tag + .attribute("class", "button") }
    tag = tag + .attribute("href", url: href)
    if !link.title.isEmpty { tag = tag + .attribute("title", link.title) }
    if isExternal { tag = tag + .attribute("rel", relation) }
    let anchor = CommonMarkNode.inline(tag + ">", "</a>")
    link.moveChildren(to: anchor)
    link.replace(with: anchor)
    if let button { Button.write(button, holding: anchor) }
  }

  /// `noopener` keeps the other page from reaching into ours; what mentors link to is not the site's recommendation.
  private var relation: String {
    switch options.dialect {
    case .profile: "nofollow noopener ugc"
    case .guide: "noopener"
    }
  }

  private func writeImage(_ image: CommonMarkNode, source: String, description: String) {
    let tag = "<img" + .attribute("src", url: source) + .attribute("alt", description) as Markup
    if options.dialect == .guide, let paragraph = Figure.paragraph(of: image) {
      Figure.write(paragraph, image: tag, caption: image.title)
    } else {
      let title: Markup = image.title.isEmpty ? "" : .attribute("title", image.title)
      image.replace(with: .inline(tag + title + " />"))
    }
  }
}

// MARK: - Headings

extension Rewriting {
  private mutating func rewriteHeadings(_ reading: TreeReading) {
    guard let highest = reading.headings.lazy.map(\.node.headingLevel).min() else { return }
    let shift = max(0, options.headingOffset + 1 - highest)
    var ids = HeadingIDs()
    for read in reading.headings {
      let title = reading.words(read.title)
      let heading = Heading(level: min(6, read.node.headingLevel + shift), title: title, id: ids.id(for: title))
      headings.append(heading)
      write(heading, in: read.node, asSelfLink: options.dialect == .guide && !read.holdsLink && !title.isEmpty)
    }
  }

  /// A heading that can be linked to is itself the link: its name for a screen reader stays its words, and nothing
  /// needs a label in the page's language. One that holds a link already can't be one.
  private func write(_ heading: Heading, in node: CommonMarkNode, asSelfLink: Bool) {
    let name = "h" + .number(heading.level) as Markup
    var opening = "<" + name + .attribute("id", heading.id) + ">"
    var closing = "</" + name + ">"
    if asSelfLink {
      opening = opening + "<a class=\"anchor\"" + .attribute("href", "#" + heading.id) + ">"
      closing = "</a>" + closing
    }
    let block = CommonMarkNode.block()
    let inline = CommonMarkNode.inline(opening, closing)
    node.moveChildren(to: inline)
    block.append(inline)
    node.replace(with: block)
  }
}
