import SiteTesting
import Testing

@Suite("Writing a theme")
struct ThemeLoadingTests {
  /// A site with a theme of its own that extends the plain one.
  static func site(_ files: [String: String]) throws -> SiteFixture {
    let site = try SiteFixture(
      settings: "title: T\ntheme: own\ncontact: {email: office@example.edu}\n",
      content: ["mentors/ana.md": "---\nname: Ana\n---\n"])
    for (path, text) in files { try site.folder.write(text, to: "themes/\(path)") }
    return site
  }

  @Test(
    "A mistake in a theme is named with its place, and nothing is written",
    arguments: [
      (
        ["own/theme.yaml": "extends: plain\n", "own/templates/profile.mustache": "<h1>{{naem}}</h1>\n"],
        "themes/own/templates/profile.mustache:1:7: error: ", "did you mean 'name'?"
      ),
      (
        ["own/theme.yaml": "extends: plain\n", "own/templates/profile.mustache": "<a href=\"{{name}}\">x</a>\n"],
        "themes/own/templates/profile.mustache:1:", ""
      ),
      (
        ["own/theme.yaml": "extends: plain\n", "own/templates/profile.mustache": "{{strings.slogn}}\n"],
        "themes/own/templates/profile.mustache:1:11: error: the theme has no string 'slogn'", "slogan"
      ),
      (
        ["own/theme.yaml": "extends: plian\n"], "themes/plian: error: there is no theme 'plian'",
        "did you mean 'plain'?"
      ),
      (
        ["own/theme.yaml": "extends: other\n", "other/theme.yaml": "extends: own\n"],
        "themes/own: error: the theme extends itself: own → other → own", "remove one 'extends'"
      ),
      (
        ["own/theme.yaml": "extends: plain\nstylesheets: [nope.css]\n"],
        "assets/css/nope.css: error: the theme names 'css/nope.css', which is not among its assets", ""
      ),
      (
        [
          "own/theme.yaml": "extends: plain\nmodules:\n  explore: [a.js, b/c.js]\n",
          "own/assets/modules/a.js": "", "own/assets/modules/b/d.js": "",
        ],
        "themes/own/theme.yaml:3:19: error: the theme names 'modules/b/c.js', which is not among its assets",
        "did you mean 'b/d.js'?"
      ),
      (
        ["own/theme.yaml": "extends: plain\n", "own/strings/en.yaml": "months: [January]\n"],
        "themes/own/strings/en.yaml:1:9: error: 'months' needs 12 names and has 1", "list them from January"
      ),
      (
        [
          "own/theme.yaml": "extends: plain\n",
          "own/strings/en.yaml": "mentors_count: {one: x, several: y, other: z}\n",
        ],
        "themes/own/strings/en.yaml:1:25: error: 'several' is not a plural category", "zero, one, two"
      ),
      (["own/theme.yaml": "name: Own\n"], ": error: the theme's strings have no 'all_terms'", ""),
    ])
  func mistakes(_ files: [String: String], _ finding: String, _ remedy: String) throws {
    let site = try Self.site(files).build()
    #expect(site.report?.outcome == .refused)
    #expect(site.output.files.isEmpty)
    let first = try #require(site.diagnosticLines.first { $0.contains(finding) }, "\(site.diagnosticLines)")
    #expect(first.contains(": error: "))
    let remedies = (site.report?.diagnostics ?? []).compactMap(\.remedy?.words)
    #expect(remedy.isEmpty || remedies.contains { $0.contains(remedy) }, "\(remedies)")
  }

  /// A theme whose pages show which modules they run.
  static let modules = [
    "own/theme.yaml": "extends: middle\nmodules: {profile: [], every: [menu.js, deep/state.js]}\n",
    "own/assets/modules/deep/state.js": "export const whose = 1;\n",
    "own/assets/modules/menu.js": "import './deep/state.js';\n",
    "middle/theme.yaml": "extends: plain\nmodules: {explore: [main.js, deep/state.js, main.js], profile: main.js}\n",
    "middle/assets/modules/main.js": "import './deep/state.js';\n",
    "middle/assets/modules/deep/state.js": "export const whose = 2;\n",
    "middle/templates/partials/footer.mustache":
      "{{#page.preloads}}\n<link rel=\"modulepreload\" href=\"{{link}}\">\n{{/page.preloads}}\n"
      + "{{#page.modules}}\n<script type=\"module\" src=\"{{link}}\"></script>\n{{/page.modules}}\n",
  ]

  @Test("A page runs the modules that its theme names for it, and they find each other by their relative paths")
  func modules() throws {
    let site = try Self.site(Self.modules).build().expect(diagnostics: [])
    let folder = try #require(Self.moduleFolder(of: site))
    try site.expect("\(folder)/main.js", contains: ["import './deep/state.js';"])
    try site.expect("\(folder)/deep/state.js", contains: ["whose = 1"])
    try site.expect(
      "explore/index.html",
      contains: [
        "<link rel=\"modulepreload\" href=\"../\(folder)/deep/state.js\">\n<script type=\"module\" src=\"../\(folder)/menu.js\"></script>\n<script type=\"module\" src=\"../\(folder)/main.js\"></script>\n"
      ], lacks: ["modulepreload\" href=\"../\(folder)/main.js"])
    try site.expect("mentors/ana/index.html", contains: ["\(folder)/menu.js"], lacks: ["\(folder)/main.js"])
  }

  @Test("All modules have a new address when one of them changes, and the old ones go")
  func moduleDigest() throws {
    let site = try Self.site(Self.modules).build()
    let before = try #require(Self.moduleFolder(of: site))
    try site.folder.write("export const whose = 3;\n", to: "themes/own/assets/modules/deep/state.js")
    let after = try #require(Self.moduleFolder(of: site.build()))
    #expect(before != after)
    site.expect(files: ["\(after)/main.js", "\(after)/menu.js"]).expect(noFiles: ["\(before)/main.js"])
  }

  static func moduleFolder(of site: SiteFixture) -> String? {
    let file = site.output.paths.first { $0.hasPrefix("assets/modules-") }
    return file.map { $0.split(separator: "/").prefix(2).joined(separator: "/") }
  }

  @Test("Modules of which one asks where it lies stay files of their own, for joined it would lie elsewhere")
  func moduleAddress() throws {
    let site = try Self.site([
      "own/theme.yaml": "extends: default\nmodules: {every: [], explore: main.js}\n",
      "own/assets/modules/main.js": "import { whose } from \"./deep/state.js\";\nwhose;\n",
      "own/assets/modules/deep/state.js": "export const whose = 3;\n",
    ]).build()
    try site.expect("explore/index.html", contains: ["joined-explore.js"])
    try site.folder.write("export const whose = import.meta.url;\n", to: "themes/own/assets/modules/deep/state.js")
    let folder = try #require(Self.moduleFolder(of: site.build()))
    try site.expect("explore/index.html", contains: ["\(folder)/main.js"], lacks: ["joined"])
  }

  @Test("A kind of page that does not exist is named with the nearest that does")
  func moduleKind() throws {
    let site = try Self.site(["own/theme.yaml": "extends: plain\nmodules: {explor: [main.js]}\n"]).build()
    #expect(site.diagnosticLines.contains { $0.contains("themes/own/theme.yaml:2:11: warning: ") })
  }

  @Test("A theme of one's own goes before one that came with Mentorbook, and may extend it")
  func own() throws {
    let site = try Self.site([
      "own/theme.yaml": "extends: default\n", "own/strings/en.yaml": "explore: Meet the people\n",
    ]).build()
    site.expect(diagnostics: [])
    try site.expect("explore/index.html", contains: ["<h1>Meet the people</h1>", "class=\"cards\""])
  }
}
