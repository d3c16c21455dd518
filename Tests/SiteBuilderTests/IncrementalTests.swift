import Files
import Foundation
import SiteBuilder
import SiteTesting
import Testing

@Suite("Building again")
struct IncrementalTests {
  @Test("An unchanged site changes no file, not even its time")
  func unchanged() throws {
    let site = try SiteFixture("everything").build()
    let stamps = try site.stamps()
    site.build()
    #expect(site.report?.changed == 0)
    #expect(site.report?.removed == 0)
    #expect(try site.stamps() == stamps)
  }

  @Test("An edit of one profile's text changes its page alone")
  func oneProfile() throws {
    let site = try SiteFixture("everything").build()
    try site.edit("mentors/ana-lopez.md") { $0.replacing("answer questions", with: "like questions") }
    site.build().expect(changed: ["mentors/ana-lopez/index.html"])
    #expect(site.report?.changed == 1)
  }

  @Test("An edit of what cards show changes the lists that show it too, and nothing else")
  func oneHeadline() throws {
    let site = try SiteFixture("pagination").build()
    try site.edit("mentors/mentor-01.md") { $0.replacing("name:", with: "headline: First of all\nname:") }
    let changed = site.build().output
    site.expect(changed: changed.mentioning("First of all").sorted())
    #expect(changed.mentioning("First of all").contains("explore/index.html"))
    #expect(!changed.mentioning("First of all").contains("explore/page/2/index.html"))
  }

  @Test("A profile that is removed takes its files along, and its folder")
  func removal() throws {
    let site = try SiteFixture("everything").build().remove("mentors/ana-lopez.md")
    // The guide still links to Ana, and says so.
    site.build().expect(noFiles: ["mentors/ana-lopez/index.html", "mentors/ana-lopez/ana-lopez.vcf"])
    #expect(FileReading.kind(of: site.outputPath + "/mentors/ana-lopez") == .nothing)
    #expect(site.report?.removed ?? 0 >= 4)
  }

  @Test("Hiding a mentor removes every trace from an earlier output")
  func hiding() throws {
    let site = try SiteFixture("privacy").build()
    #expect(!site.output.mentioning("Visible Person").isEmpty)
    try site.edit("mentors/visible-person.md") { $0.replacing("consent: true", with: "consent: true\nstatus: hidden") }
    site.build().expect(nowhere: ["Visible Person", "visible-person"])
  }

  @Test("A file that somebody changed or deleted in the output is put right")
  func damage() throws {
    let site = try SiteFixture("everything").build()
    let whole = site.output.published
    try site.folder.write("defaced", to: "output/index.html")
    try FileManager.default.removeItem(atPath: site.outputPath + "/explore/index.html")
    try site.folder.write("litter", to: "output/mentors/stranger/index.html")
    site.build()
    #expect(site.output.published.differences(from: whole) == [])
    #expect(site.report?.changed == 2)
    #expect(site.report?.removed == 1)
  }

  @Test("Without its notes, or with damaged ones, a site that is ours is still known or refused, never half removed")
  func damagedManifest() throws {
    let site = try SiteFixture("everything").build()
    let whole = site.output.published
    try site.folder.write("mentorbook output 1\ngarbage\n0123 x y z\n", to: "output/.mentorbook")
    site.build()
    #expect(site.report?.outcome == .written)
    #expect(site.output.published.differences(from: whole) == [])
    try FileManager.default.removeItem(atPath: site.outputPath + "/.mentorbook")
    site.build()
    #expect(site.report?.outcome != .written)
    #expect(site.output.published.differences(from: whole) == [])
  }

  @Test("A clean build makes the same site anew and leaves nothing beside it")
  func clean() throws {
    let site = try SiteFixture("everything").build()
    let whole = site.output.published
    try site.folder.write("litter", to: "output/stranger.html")
    site.build { $0.isClean = true }
    #expect(site.output.published.differences(from: whole) == [])
    #expect(try FileReading.names(in: site.folder.path).filter { $0.contains("output") } == ["output"])
  }

  @Test("A page that becomes a file, and a file that becomes a page, change places")
  func kindsChange() throws {
    let settings = "title: T\ntheme: plain\n"
    let site = try SiteFixture(settings: settings, content: ["pages/event.md": "---\ntitle: Event\n---\n"]).build()
    try site.remove("pages/event.md").add("static/event", "a file").build()
    #expect(site.report?.outcome == .written)
    try site.expect("event", contains: ["a file"])
    try site.remove("static/event").add("pages/event.md", "---\ntitle: Event\n---\n").build()
    #expect(site.report?.outcome == .written)
    try site.expect("event/index.html", contains: ["Event"])
  }

  @Test("The host's own hidden files at the top stay")
  func hiddenFiles() throws {
    let site = try SiteFixture("minimal").build()
    try site.folder.write("x", to: "output/.nojekyll")
    try site.folder.write("x", to: "output/.git/HEAD")
    site.build().expect(files: [".nojekyll", ".git/HEAD"])
  }
}

@Suite("The output folder")
struct OutputFolderTests {
  @Test("A folder with somebody else's files is refused and not touched", arguments: [false, true])
  func foreign(_ isClean: Bool) throws {
    let site = try SiteFixture("minimal")
    try site.folder.write("mine", to: "output/thesis.txt")
    site.build { $0.isClean = isClean }
    guard case .failed(let reason, let remedy) = try #require(site.report).outcome else {
      Issue.record("not refused")
      return
    }
    #expect(reason.contains("no build of Mentorbook wrote"))
    #expect(remedy?.contains("--output") == true)
    #expect(site.output.paths == ["thesis.txt"])
  }

  @Test("A second build of the same folder is refused while the first goes on", arguments: [false, true])
  func busy(_ isClean: Bool) throws {
    let site = try SiteFixture("minimal").build()
    let before = site.output
    let lock = try FolderLock(site.outputPath)
    site.build { $0.isClean = isClean }
    #expect(
      site.report?.outcome == .failed("another build is writing to '\(site.outputPath)'", remedy: "wait for it to end"))
    #expect(site.output == before)
    _ = consume lock
    #expect(site.build().report?.outcome == .written)
  }

  @Test("What a killed clean build left beside the output goes with the next build")
  func leftover() throws {
    let site = try SiteFixture("minimal").build()
    try site.folder.write("old", to: "output.mentorbook-partial/index.html")
    site.build()
    #expect(FileReading.kind(of: site.outputPath + ".mentorbook-partial") == .nothing)
  }

  @Test("An output that is a link stays one, and the folder that it leads to has the site", arguments: [false, true])
  func link(_ isClean: Bool) throws {
    let site = try SiteFixture("minimal")
    try FileManager.default.createDirectory(atPath: site.folder.path + "/www", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: site.outputPath, withDestinationPath: "www")
    site.build { $0.isClean = isClean }
    #expect(site.report?.outcome == .written)
    try site.edit("mentors/ana-lopez.md") { $0.replacing("López", with: "Lopez") }
    site.build { $0.isClean = isClean }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: site.outputPath) == "www")
    #expect(try site.folder.text(of: "www/explore/index.html").contains("Ana Lopez"))
  }

  @Test("Files behind a link in the output are never removed, and pages may lie behind one")
  func linkInside() throws {
    let site = try SiteFixture("minimal").build()
    try site.folder.write("precious", to: "elsewhere/photo.jpg")
    try FileManager.default.createSymbolicLink(
      atPath: site.outputPath + "/media", withDestinationPath: "../elsewhere")
    try FileManager.default.moveItem(
      atPath: site.outputPath + "/mentors", toPath: site.folder.path + "/elsewhere/mentors")
    try FileManager.default.createSymbolicLink(
      atPath: site.outputPath + "/mentors", withDestinationPath: "../elsewhere/mentors")
    site.build()
    #expect(site.report?.outcome == .written)
    #expect(try site.folder.text(of: "elsewhere/photo.jpg") == "precious")
    #expect(FileReading.kind(of: site.outputPath + "/mentors/ana-lopez/index.html") == .file)
  }

  @Test("Slashes behind the folder's name change nothing", arguments: ["output/", "output//"])
  func slashes(_ name: String) throws {
    let site = try SiteFixture("minimal")
    let run = try CommandRun.mentorbook(["build", "--output", name], in: try site.withThemes())
    #expect(run.exitCode == 0, "\(run.errors)")
    site.expect(files: ["index.html"])
  }

  @Test("An empty folder can be built into from inside, and again")
  func currentFolder() throws {
    let site = try SiteFixture("minimal")
    _ = try site.withThemes()
    let output = try ScratchFolder()
    for _ in 1...2 {
      let run = try CommandRun.mentorbook(
        ["build", "--output", ".", "--content", site.folder.path + "/content"], in: output.path)
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    #expect(output.files(in: ".").files["index.html"] != nil)
  }
}

@Suite("Determinism")
struct DeterminismTests {
  @Test(
    "Any number of threads gives the same bytes", arguments: ["everything", "facets", "pagination", "broken-profiles"])
  func jobs(_ name: String) throws {
    let one = try SiteFixture(name).build { $0.jobs = 1 }
    for jobs in [2, 7] {
      let other = try SiteFixture(name).build { $0.jobs = jobs }
      #expect(other.output.published.differences(from: one.output.published) == [])
      #expect(other.diagnosticLines == one.diagnosticLines)
    }
  }

  @Test("An incremental build gives the bytes of a fresh one")
  func incremental() throws {
    let site = try SiteFixture("facets").build().remove("mentors/chi.md")
    try site.edit("mentors/ana.md") { $0.replacing("Healthcare", with: "Film") }
    site.build()
    let fresh = try SiteFixture("facets").remove("mentors/chi.md")
    try fresh.edit("mentors/ana.md") { $0.replacing("Healthcare", with: "Film") }
    #expect(site.output.published.differences(from: fresh.build().output.published) == [])
  }
}

extension SiteFixture {
  /// Each file of the output with its stamp.
  fileprivate func stamps() throws -> [String: FileStamp] {
    Dictionary(
      uniqueKeysWithValues: output.published.paths.compactMap { path in
        FileStamp(of: "\(outputPath)/\(path)").map { (path, $0) }
      })
  }

  /// The site's folder, with the fixtures' themes in it, for the command to find.
  fileprivate func withThemes() throws -> String {
    try FileManager.default.copyItem(
      atPath: RepositoryPaths.fixtures + "/themes", toPath: folder.path + "/themes")
    return folder.path
  }
}
