import Testing

@testable import SiteBuilder

@Suite("Files are known by their first bytes")
struct FileFormTests {
  @Test(
    "The kind of an image is told from its beginning",
    arguments: [
      ([0xFF, 0xD8, 0xFF, 0xE1], .jpeg),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
      (Array("GIF89a".utf8), .gif), (Array("GIF87a".utf8), .gif),
      (Array("RIFF\0\0\0\0WEBP".utf8), .webp), (Array("RIFF\0\0\0\0WAVE".utf8), nil),
      (Array("II*\0".utf8), .tiff), (Array("MM\0*".utf8), .tiff),
      (Array("\0\0\0\u{18}ftypheic".utf8), .heif), (Array("\0\0\0\u{20}ftypavif".utf8), .heif),
      (Array("\0\0\0\u{20}ftypmp42".utf8), nil), (Array("BM".utf8), nil), ([0xFF, 0xD8], nil), ([], nil),
    ] as [([UInt8], ImageKind?)])
  func kinds(_ beginning: [UInt8], kind: ImageKind?) {
    #expect(ImageKind(beginning: beginning) == kind)
  }

  @Test("A JPEG file tells its size and whether there is more in it than the picture")
  func header() throws {
    let original = try PhotoSite.fixture("on-its-side.jpg")
    #expect(JPEGHeader(original) == JPEGHeader(size: .init(width: 300, height: 240), hasMetadata: true))
  }

  @Test("Bytes of any kind are read without harm")
  func hostile() throws {
    let original = try PhotoSite.fixture("on-its-side.jpg")
    for length in 0..<min(original.count, 700) { _ = JPEGHeader(Array(original.prefix(length))) }
    for position in 2..<min(original.count, 700) {
      for value in [0x00, 0x01, 0xC0, 0xFF] as [UInt8] {
        var damaged = original
        damaged[position] = value
        _ = JPEGHeader(damaged)
      }
    }
    #expect(JPEGHeader([0xFF, 0xD8, 0xFF, 0xC0, 0, 2]) == nil)
  }
}
