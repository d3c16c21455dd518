import Testing

@Suite("Portraits are made once", .enabled(if: Libvips.isInstalled, "libvips-tools is not installed"))
struct PhotoCacheTests {
  private func builtSite() throws -> PhotoSite {
    let site = try PhotoSite(photos: ["wide.webp", "cutout.png"])
    try site.addPhoto("wide.webp", from: "wide.webp")
    try site.addPhoto("cutout.png", from: "cutout.png")
    try site.installVipsthumbnail()
    try site.build()
    #expect(site.runs == 2)
    return site
  }

  @Test(
    "A second build runs nothing and publishes the same",
    arguments: ["nothing", "the output", "the originals' times", "the notes", "a name"])
  func reuse(changed: String) throws {
    let site = try builtSite()
    let before = site.published
    switch changed {
    case "the output": try site.remove("output")
    case "the originals' times": try site.age("content/photos/wide.webp", bySeconds: 86_400)
    case "the notes": try site.write("what is this?", to: ".mentorbook/photos/originals")
    case "a name":
      try site.addMentor("ana", photo: "renamed.webp")
      try site.addPhoto("renamed.webp", from: "wide.webp")
    default: break
    }
    let run = try site.build()
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(site.runs == 2)
    if changed != "a name" { #expect(site.published == before) }
  }

  @Test("A photo that changed is made anew, and only that one")
  func change() throws {
    let site = try builtSite()
    let before = Set(site.portraits.keys)
    try site.addPhoto("cutout.png", from: "on-its-side.jpg")
    try site.build()
    #expect(site.runs == 3)
    #expect(Set(site.portraits.keys).intersection(before).count == 1)
    #expect(site.portraits.count == 2)
  }

  @Test("One photo of two mentors, and the same bytes under two names, are one portrait")
  func shared() throws {
    let site = try PhotoSite(photos: ["a.png", "a.png", "b.png"])
    try site.addPhoto("a.png", from: "cutout.png")
    try site.addPhoto("b.png", from: "cutout.png")
    try site.installVipsthumbnail()
    try site.build()
    #expect(site.runs == 1 && site.kept.count == 1)
    #expect(site.portraits.count == 2)
  }

  @Test("A portrait that nobody uses any more is removed once it is an hour old")
  func removal() throws {
    let site = try builtSite()
    let portrait = try #require(site.kept.first)
    try site.addMentor("ana", photo: "new.jpg")
    try site.addMentor("ben", photo: "new.jpg")
    try site.addPhoto("new.jpg", from: "on-its-side.jpg")
    try site.age(".mentorbook/photos/\(portrait)", bySeconds: 4000)
    try site.build()
    #expect(site.kept.count == 2)
    #expect(!site.kept.contains(portrait))
    #expect(site.portraits.count == 1)
  }

  @Test("A site whose mentors name no photos keeps nothing")
  func none() throws {
    let site = try PhotoSite(photos: [])
    try site.write("---\nname: Ana Example\nemail: ana@example.edu\n---\n", to: "content/mentors/ana.md")
    try site.build()
    #expect(site.tree(".mentorbook").isEmpty)
  }
}
