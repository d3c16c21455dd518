/// What a published photo is: how large, and how it is made.
enum Portrait {
  /// Width and height in pixels: 4:5, sharp at the largest size that a theme shows on a screen of double density.
  static let size = JPEGHeader.Size(width: 480, height: 600)

  /// Makes a portrait of the image on standard input and prints it.
  ///
  /// A file that ends too early is refused (libvips would fill the rest with grey); of the image the part that draws the
  /// eye is kept; colours become sRGB; `strip` leaves out all that the camera wrote beside the picture. It is turned
  /// upright without being asked to.
  static let arguments = [
    "stdin[fail-on=truncated]", "--size", "\(size.width)x\(size.height)", "--smartcrop", "attention",
    "--export-profile", "srgb", "--output", ".jpg[Q=82,strip,optimize-coding,background=255]",
  ]

  /// The digest of the portrait that is made of an original: of the original's bytes and of the way that it is made.
  static func digest(of original: ContentHash) -> ContentHash {
    ContentHash(Array((arguments + [original.hexadecimal]).joined(separator: "\n").utf8))
  }
}
