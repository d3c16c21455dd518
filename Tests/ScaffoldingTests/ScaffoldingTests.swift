import Community
import Files
import Scaffolding
import Scheduling
import SiteTesting
import Testing

@Suite("Starting profiles and pages")
struct NewFileTests {
  @Test(
    "A profile's file is named after the mentor, and its front matter has the name as YAML reads it back",
    arguments: [
      ("Ana López", "ana-lopez"), ("山田 花子", "山田-花子"), ("O'Brien: the \"real\" one", "obrien-the-real-one"),
      ("yes", "yes"), ("- dash", "dash"), ("#hash {curly}", "hash-curly"), ("Ana\tTab", "ana-tab"), ("null", "null"),
      ("123 Jones", "123-jones"), ("& anchor", "anchor"),
    ])
  func profiles(_ name: String, _ slug: String) throws {
    let folder = try ScratchFolder()
    try folder.write("title: T\ncontact: {email: office@example.edu}\n", to: "content/site.yaml")
    let content = folder.path + "/content"
    let path = try NewFile.create(try NewProfile(name: name, email: "ana@example.edu", slug: nil), in: content)
    #expect(path == "\(content)/mentors/\(slug).md")
    let text = try folder.text(of: "content/mentors/\(slug).md").replacing("consent: false", with: "consent: true ")
    try folder.write(text, to: "content/mentors/\(slug).md")
    let loaded = Community.load(LoadOptions(contentFolder: content, asOf: Instant(secondsSinceEpoch: 1_800_000_000)))
    #expect(loaded.diagnostics == [])
    #expect(loaded.community?.mentors.map(\.name) == [name.replacing("\t", with: " ")] || name.contains("\t"))
    #expect(loaded.community?.mentors.first?.email?.text == "ana@example.edu")
  }

  @Test("A new profile is not published until the mentor has agreed")
  func consent() throws {
    let profile = try NewProfile(name: "Ana", email: nil, slug: nil)
    #expect(profile.text.contains("consent: false"))
    #expect(profile.text.contains("# timezone:"))
  }

  @Test("A second person of one name gets a number, a chosen name that is taken is refused, and nothing is overwritten")
  func taken() throws {
    let folder = try ScratchFolder()
    try folder.write("mine", to: "mentors/ana.md")
    #expect(
      try NewFile.create(try NewProfile(name: "Ana", email: nil, slug: nil), in: folder.path).hasSuffix("/ana-2.md"))
    #expect(
      try NewFile.create(try NewProfile(name: "Ana", email: nil, slug: nil), in: folder.path).hasSuffix("/ana-3.md"))
    #expect(throws: ScaffoldingProblem.exists(path: folder.path + "/mentors/ana.md")) {
      try NewFile.create(try NewProfile(name: "Ana", email: nil, slug: "ana"), in: folder.path)
    }
    #expect(try folder.text(of: "mentors/ana.md") == "mine")
  }

  @Test("What can't be a name or an address is refused in words")
  func refused() throws {
    let folder = try ScratchFolder()
    #expect(throws: ScaffoldingProblem.noName(from: "🎓")) {
      try NewFile.create(try NewProfile(name: "🎓", email: nil, slug: nil), in: folder.path)
    }
    for slug in ["", "../x", "A B", "a/b", "Ana"] {
      #expect(throws: ScaffoldingProblem.badName(slug)) {
        try NewFile.create(try NewProfile(name: "Ana", email: nil, slug: slug), in: folder.path)
      }
    }
    #expect(throws: ScaffoldingProblem.badAddress("ana")) { try NewProfile(name: "Ana", email: "ana", slug: nil) }
    #expect(throws: ScaffoldingProblem.noContent(folder: folder.path + "/none")) {
      try NewFile.create(try NewProfile(name: "Ana", email: nil, slug: nil), in: folder.path + "/none")
    }
    #expect("\(ScaffoldingProblem.noName(from: "🎓"))" == "No file name can be made from '🎓'. Name one with --slug.")
  }

  @Test("A page goes into the guide or stands on its own, as a draft", arguments: [true, false])
  func pages(_ isStandalone: Bool) throws {
    let folder = try ScratchFolder()
    let path = try NewFile.create(NewPage(title: "After: the meeting", isStandalone: isStandalone), in: folder.path)
    #expect(path == "\(folder.path)/\(isStandalone ? "pages" : "guide")/after-the-meeting.md")
    let text = String(decoding: try FileReading.bytes(of: path), as: UTF8.self)
    #expect(text.contains("title: \"After: the meeting\"") || text.contains("title: 'After: the meeting'"))
    #expect(text.contains("draft: true") && text.contains("order:") == !isStandalone)
    #expect(throws: ScaffoldingProblem.exists(path: path)) {
      try NewFile.create(NewPage(title: "After the meeting", isStandalone: isStandalone), in: folder.path)
    }
  }
}

@Suite("Starting a site")
struct NewSiteTests {
  static let sample = RepositoryPaths.root + "/content"

  @Test(
    "A new site has the guide, the pages, the settings with its own names and none of the sample's addresses, and a few profiles; it builds without a finding"
  )
  func create() throws {
    let folder = try ScratchFolder()
    let site = NewSite(
      sample: Self.sample, title: "Alumni: #1 \"Mentors\"", organization: "Example University",
      baseURL: "https://mentors.example.edu/", email: "office@example.edu")
    let count = try site.create(in: folder.path + "/new")
    #expect(count == folder.files(in: "new/content").paths.count)
    let settings = try folder.text(of: "new/content/site.yaml")
    #expect(settings.contains("# ── The site"))
    let loaded = Community.load(
      LoadOptions(contentFolder: folder.path + "/new/content", asOf: SampleMoment.value))
    #expect(loaded.diagnostics == [])
    let community = try #require(loaded.community)
    #expect(community.settings.title == "Alumni: #1 \"Mentors\"")
    #expect(community.settings.organization == "Example University")
    #expect(community.settings.baseURL?.text == "https://mentors.example.edu/")
    #expect(community.settings.requests.address == .onClick)
    #expect(community.settings.contact.email?.text == "office@example.edu")
    #expect(!settings.contains("@wrenfield") && !settings.contains("https://mentors.wrenfield"))
    #expect(community.mentors.count == 5)
    #expect(try folder.text(of: "new/.gitignore") == "output/\n.mentorbook/\n")
  }

  @Test("Content that is there already is not touched")
  func exists() throws {
    let folder = try ScratchFolder()
    try folder.write("mine", to: "content/site.yaml")
    let site = NewSite(sample: Self.sample, title: nil, organization: nil, baseURL: nil, email: nil)
    #expect(throws: ScaffoldingProblem.exists(path: folder.path + "/content")) { try site.create(in: folder.path) }
    #expect(try folder.text(of: "content/site.yaml") == "mine")
  }

  @Test("Without the sample content the command says what is missing")
  func noSample() throws {
    let folder = try ScratchFolder()
    let site = NewSite(sample: folder.path + "/none", title: nil, organization: nil, baseURL: nil, email: nil)
    #expect(throws: ScaffoldingProblem.noSample(folder: folder.path + "/none")) {
      try site.create(in: folder.path + "/x")
    }
  }
}
