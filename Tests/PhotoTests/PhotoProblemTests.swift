import Foundation
import Testing

@Suite(
  "A photo that can't be made leaves the mentor with initials",
  .enabled(if: Libvips.isInstalled, "libvips-tools is not installed"))
struct PhotoProblemTests {
  @Test("A file that was cut short is a warning at its line, with what the program says and what to do")
  func cutShort() throws {
    let site = try PhotoSite(photos: ["cut-short.jpg", "wide.webp"])
    try site.addPhoto("cut-short.jpg", from: "cut-short.jpg")
    try site.addPhoto("wide.webp", from: "wide.webp")
    try site.installVipsthumbnail()
    let run = try site.build()
    #expect(run.exitCode == 0)
    #expect(
      run.errors == """
        content/mentors/ana.md:2:8: warning: the photo 'cut-short.jpg' can't be read (VipsJpeg: Premature end of input file): \
        initials are shown
          2 | photo: 'cut-short.jpg'
            |        ^~~~~~~~~~~~~~~ fetch it anew, or save it as JPEG from a program that still opens it

        """)
    #expect(site.portraits.count == 1 && site.kept.count == 1)
    #expect(try site.page("mentors/ana").contains(">AE</text>"))
    #expect(try !site.page("mentors/ana").contains("<img"))
    #expect(try site.page("mentors/ben").contains("<img class=\"avatar\""))
  }

  @Test("With --strict such a photo keeps the site from being written")
  func strict() throws {
    let site = try PhotoSite(photos: ["cut-short.jpg"])
    try site.addPhoto("cut-short.jpg", from: "cut-short.jpg")
    try site.installVipsthumbnail()
    #expect(try site.build("--strict").exitCode == 2)
    #expect(site.tree("output").isEmpty)
  }

  @Test(
    "A file that is no image is never given to the program, whatever its name",
    arguments: ["Dear Ana,", "", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "\0\0\0\u{20}ftypisom"])
  func noImage(_ text: String) throws {
    let site = try PhotoSite(photos: ["letter.jpg"])
    try site.write(text, to: "content/photos/letter.jpg")
    try site.installVipsthumbnail()
    for run in [try site.build(), try site.check()] {
      #expect(run.exitCode == 0)
      #expect(
        run.errors.hasPrefix(
          "content/mentors/ana.md:2:8: warning: 'letter.jpg' is not an image: initials are shown\n"), "\(run.errors)")
    }
    #expect(site.runs == 0)
    #expect(try site.page("mentors/ana").contains(">AE</text>"))
  }

  @Test("Where the program is not installed, one warning for the whole site names the package")
  func noProgram() throws {
    let site = try PhotoSite(photos: ["wide.webp", "cutout.png"])
    try site.addPhoto("wide.webp", from: "wide.webp")
    try site.addPhoto("cutout.png", from: "cutout.png")
    let run = try site.build()
    #expect(run.exitCode == 0)
    #expect(
      run.errors == """
        content/photos: warning: vipsthumbnail is not installed: initials are shown for photos that it has yet to make
          install the package libvips-tools (libvips 8.12 or later)

        """)
    #expect(site.portraits.isEmpty)
    #expect(try site.page("mentors/ana").contains(">AE</text>"))
  }

  @Test("Photos that were made before need no program")
  func programGone() throws {
    let site = try PhotoSite(photos: ["wide.webp"])
    try site.addPhoto("wide.webp", from: "wide.webp")
    try site.installVipsthumbnail()
    try site.build()
    try site.remove("bin/vipsthumbnail")
    let run = try site.build()
    #expect(run.errors.isEmpty && site.portraits.count == 1)
  }

  @Test("A check makes no photos and writes nothing")
  func check() throws {
    let site = try PhotoSite(photos: ["wide.webp", "cut-short.jpg"])
    try site.addPhoto("wide.webp", from: "wide.webp")
    try site.addPhoto("cut-short.jpg", from: "cut-short.jpg")
    try site.installVipsthumbnail()
    let run = try site.check()
    #expect(run.errors.isEmpty && run.exitCode == 0)
    #expect(site.runs == 0 && site.tree(".mentorbook").isEmpty && site.tree("output").isEmpty)
  }

  @Test("Where portraits can't be kept, one warning says so and the site is built")
  func unwritable() throws {
    let site = try PhotoSite(photos: ["wide.webp", "cutout.png"])
    try site.addPhoto("wide.webp", from: "wide.webp")
    try site.addPhoto("cutout.png", from: "cutout.png")
    try site.installVipsthumbnail()
    try site.write("a file in the way", to: ".mentorbook")
    let run = try site.build()
    #expect(run.exitCode == 0)
    #expect(run.errors.hasPrefix("content/photos: warning: can't write '.mentorbook/photos"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
  }
}
