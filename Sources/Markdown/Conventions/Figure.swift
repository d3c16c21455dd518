/// An image with a caption:
///
///     ![Two people at a table](../static/meeting.svg "A flash meeting takes half an hour.")
///
/// A paragraph of one image becomes a `figure`; the image's title is its `figcaption`.
enum Figure {
  /// The paragraph that holds nothing but `image`.
  static func paragraph(of image: CommonMarkNode) -> CommonMarkNode? {
    guard let paragraph = image.parent, paragraph.kind == .paragraph, paragraph.onlyChild == image,
      !paragraph.isInTightList
    else { return nil }
    return paragraph
  }

  /// Puts the figure in the paragraph's place. `image` is the tag without its end.
  static func write(_ paragraph: CommonMarkNode, image: Markup, caption: String) {
    let text: Markup = caption.isEmpty ? "" : "<figcaption>" + .escaped(caption) + "</figcaption>"
    let block = CommonMarkNode.block()
    block.append(.inline("<figure>" + image + " loading=\"lazy\" />" + text + "</figure>"))
    paragraph.replace(with: block)
  }
}
