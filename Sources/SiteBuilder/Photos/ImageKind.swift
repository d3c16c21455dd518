/// The kinds of image that a photo may be, told from its first bytes: its name may say anything.
enum ImageKind: Hashable, Sendable {
  case jpeg
  case png
  case gif
  case webp
  case tiff
  /// HEIC, as telephones write it, or AVIF.
  case heif

  /// How many bytes tell.
  static let tellingBytes = 12

  /// The kind of the image that begins with these bytes; nil when it is none of them.
  init?(beginning bytes: some Sequence<UInt8>) {
    let start = Array(bytes.prefix(Self.tellingBytes))
    func has(_ text: String, at offset: Int = 0) -> Bool { start.dropFirst(offset).starts(with: text.utf8) }
    if start.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if has("GIF87a") || has("GIF89a") {
      self = .gif
    } else if has("RIFF") && has("WEBP", at: 8) {
      self = .webp
    } else if has("II*\0") || has("MM\0*") {
      self = .tiff
    } else if has("ftyp", at: 4) && Self.heifBrands.contains(where: { has($0, at: 8) }) {
      self = .heif
    } else {
      return nil
    }
  }

  /// ISO/IEC 23008-12 and the AVIF specification; the box is that of every MPEG-4 file, so the brand has to tell.
  private static let heifBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"]
}
