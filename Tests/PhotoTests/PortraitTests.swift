import Foundation
import SiteTesting
import Testing

@testable import SiteBuilder

@Suite("Photos become portraits", .enabled(if: Libvips.isInstalled, "libvips-tools is not installed"))
struct PortraitTests {
  @Test(
    "Whatever the shape and kind of the original, the site has a JPEG file of 480 × 600 with nothing but the picture in it",
    arguments: ["on-its-side.jpg", "wide.webp", "cutout.png"])
  func oneShape(_ fixture: String) throws {
    let site = try PhotoSite(photos: [fixture])
    try site.addPhoto(fixture, from: fixture)
    try site.installVipsthumbnail()
    let run = try site.build()
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    let (name, bytes) = try #require(site.portraits.first)
    #expect(site.portraits.count == 1)
    #expect(try name.wholeMatch(of: Regex("\(fixture.prefix { $0 != "." })-[0-9a-f]{16}\\.jpg")) != nil)
    let header = try #require(JPEGHeader(bytes))
    #expect(header == JPEGHeader(size: .init(width: 480, height: 600), hasMetadata: false))
  }

  @Test("Place, time, camera and comment stay behind, and so does the original")
  func metadata() throws {
    let secrets = ["Exif", "GPS", "Example Telephones", "2026:11:24", "kitchen table"]
    let original = try PhotoSite.fixture("on-its-side.jpg")
    #expect(JPEGHeader(original)?.hasMetadata == true)
    #expect(secrets.filter { original.holds($0) } == ["Exif", "Example Telephones", "2026:11:24", "kitchen table"])
    let site = try PhotoSite(photos: ["on-its-side.jpg"])
    try site.addPhoto("on-its-side.jpg", from: "on-its-side.jpg")
    try site.installVipsthumbnail()
    try site.build()
    for (name, bytes) in site.tree("output").merging(site.tree(".mentorbook"), uniquingKeysWith: { $1 }) {
      #expect(bytes != original, "\(name)")
      #expect(secrets.filter { bytes.holds($0) } == [], "\(name)")
    }
  }

  @Test("A photo that a telephone wrote lying on its side is upright: blue above, orange below")
  func upright() throws {
    let site = try PhotoSite(photos: ["on-its-side.jpg"])
    try site.addPhoto("on-its-side.jpg", from: "on-its-side.jpg")
    try site.installVipsthumbnail()
    try site.build()
    let file = "\(site.path)/output/assets/photos/\(try #require(site.portraits.keys.first))"
    let vips = try #require(Libvips.vips)
    let colors = try ["30", "570"].map { try CommandRun.run(vips, ["getpoint", file, "30", $0], in: site.path).output }
    let (above, below) = (numbers(in: colors[0]), numbers(in: colors[1]))
    #expect(above.count == 3 && above[2] > above[0], "\(colors[0])")
    #expect(below.count == 3 && below[0] > below[2], "\(colors[1])")
  }

  private func numbers(in text: String) -> [Int] { text.split(separator: " ").compactMap { Int($0) } }

  @Test("A page shows the portrait with its size, and says whose it is")
  func markup() throws {
    let site = try PhotoSite(photos: ["wide.webp"])
    try site.addPhoto("wide.webp", from: "wide.webp")
    try site.installVipsthumbnail()
    try site.build()
    let name = try #require(site.portraits.keys.first)
    let profile = try site.page("mentors/ana")
    #expect(profile.contains("src=\"../../assets/photos/\(name)\""))
    #expect(profile.contains("alt=\"Photo of Ana Example\" width=\"480\" height=\"600\""))
    let explore = try site.page("explore")
    let image = try #require(explore.firstMatch(of: /<img class="avatar"[^>]*>/)).output
    for part in [name, "loading=\"lazy\"", "decoding=\"async\"", "width=\"480\" height=\"600\""] {
      #expect(image.contains(part), "\(image)")
    }
  }

  @Test(
    "Any name is only a name: one that looks like an option, a pattern or a loader's options is none",
    arguments: [
      ("-o.png", "o"), ("--version", "version"), ("a photo.png", "a-photo"), ("Ünïcode 山田.png", "unicode-山田"),
      ("x[Q=1,page=2].png", "x-q-1-page-2"), ("%s.png", "s"), ("stdin", "stdin"), ("2026/ana.png", "ana"),
      ("!!.png", ""),
      (String(repeating: "long", count: 60) + ".png", String(repeating: "long", count: 25)),
    ])
  func names(_ name: String, slug: String) throws {
    let site = try PhotoSite(photos: [name])
    try site.addPhoto(name, from: "cutout.png")
    try site.installVipsthumbnail()
    let run = try site.build()
    #expect(run.errors.isEmpty, "\(run.errors)")
    let published = try #require(site.portraits.keys.first)
    #expect(published.dropLast(20) == (slug.isEmpty ? "" : slug + "-"))
  }

  @Test("The site has the same bytes whether photos are made one by one or side by side")
  func jobs() throws {
    let photos = ["on-its-side.jpg", "wide.webp", "cutout.png", "twin.png", "cut-short.jpg"]
    let outputs = try ["1", "4"].map { jobs in
      let site = try PhotoSite(photos: photos)
      for photo in photos { try site.addPhoto(photo, from: photo == "twin.png" ? "cutout.png" : photo) }
      try site.installVipsthumbnail()
      try site.build("--jobs", jobs)
      return site.published
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0].paths.count { $0.hasPrefix("assets/photos/") } == 4)
  }

  @Test("A hidden mentor's photo is neither made nor published")
  func hidden() throws {
    let site = try PhotoSite(photos: [])
    try site.addMentor("ana", photo: "wide.webp", more: "status: hidden\n")
    try site.addPhoto("wide.webp", from: "wide.webp")
    try site.installVipsthumbnail()
    try site.build()
    #expect(site.runs == 0 && site.portraits.isEmpty && site.kept.isEmpty)
  }
}

extension [UInt8] {
  /// Whether the bytes of a text are among them.
  func holds(_ text: String) -> Bool { Data(self).range(of: Data(text.utf8)) != nil }
}
