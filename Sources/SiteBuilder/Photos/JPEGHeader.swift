/// What a JPEG file says before the picture itself begins (ITU T.81, annex B).
///
/// The last look at a portrait before it is published: that the tool did as it was told is not taken on trust where
/// somebody's home address is at stake.
struct JPEGHeader: Hashable, Sendable {
  /// Pixels.
  struct Size: Hashable, Sendable {
    let width: Int
    let height: Int
  }

  /// The size of the picture.
  let size: Size
  /// Whether there is more in it than the picture: Exif, XMP, IPTC, a comment.
  let hasMetadata: Bool

  init(size: Size, hasMetadata: Bool) {
    self.size = size
    self.hasMetadata = hasMetadata
  }

  /// Reads the segments up to the picture; nil when this is no JPEG file.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var size: Size?
    var hasMetadata = false
    var offset = 2
    while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
      let marker = bytes[offset + 1]
      let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
      guard length >= 2, offset + 2 + length <= bytes.count else { return nil }
      switch marker {
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
        guard length >= 7 else { return nil }
        let (height, width) = (offset + 5, offset + 7)
        size = Size(
          width: Int(bytes[width]) << 8 | Int(bytes[width + 1]),
          height: Int(bytes[height]) << 8 | Int(bytes[height + 1]))
      case 0xE0, 0xE2, 0xEE: break  // JFIF, colour profile, Adobe's colour transform: they belong to the picture.
      case 0xE1...0xEF, 0xFE: hasMetadata = true
      default: break
      }
      if marker == 0xDA { break }  // The picture begins.
      offset += 2 + length
    }
    guard let size else { return nil }
    self.size = size
    self.hasMetadata = hasMetadata
  }
}
