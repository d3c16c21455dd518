import Files
import Scaffolding
import SiteTesting
import Testing

@Suite("Recipes for the nightly run")
struct RecipeTests {
  @Test(
    "Each writes its files, and what holds secrets or reports stays out of the repository", arguments: Recipe.allCases)
  func files(_ recipe: Recipe) throws {
    let folder = try ScratchFolder()
    let (files, next) = try recipe.create(in: folder.path, command: "/usr/bin/mentorbook")
    #expect(files.last == "nightly/.gitignore" && files.count >= 2)
    #expect(!next.isEmpty)
    for file in files { #expect(FileReading.kind(of: "\(folder.path)/\(file)") == .file) }
    #expect(try folder.text(of: "nightly/.gitignore").contains("secrets.env\n"))
    // A second recipe beside it doesn't mind the file that they share.
    let other = try #require(Recipe.allCases.first { $0 != recipe })
    #expect(throws: Never.self) { try other.create(in: folder.path, command: "/usr/bin/mentorbook") }
  }

  @Test("A file that is there already is not touched, and nothing else is written")
  func exists() throws {
    let folder = try ScratchFolder()
    try folder.write("mine", to: "nightly/mentorbook-nightly.timer")
    #expect(throws: ScaffoldingProblem.recipeExists(path: folder.path + "/nightly/mentorbook-nightly.timer")) {
      try Recipe.systemd.create(in: folder.path, command: "/usr/bin/mentorbook")
    }
    #expect(folder.files(in: ".").paths == ["nightly/mentorbook-nightly.timer"])
    #expect(try folder.text(of: "nightly/mentorbook-nightly.timer") == "mine")
  }

  @Test("A folder's name can't add lines to a recipe")
  func controlCharacters() throws {
    let folder = try ScratchFolder()
    #expect(throws: ScaffoldingProblem.unspeakable(path: "/srv/a\n* * * * * b")) {
      try Recipe.cron.create(in: folder.path, command: "/srv/a\n* * * * * b")
    }
  }

  @Test("The sample's own init writes them beside a new site, and into one that is there")
  func command() throws {
    let folder = try ScratchFolder()
    let environment = ["MENTORBOOK_SHARE": RepositoryPaths.root]
    func run(_ arguments: String...) throws -> CommandRun {
      try CommandRun.mentorbook(arguments, in: folder.path, environment: environment)
    }
    #expect(try run("init", "new", "--ci", "github", "--ci", "cron").exitCode == 0)
    #expect(FileReading.kind(of: folder.path + "/new/content/site.yaml") == .file)
    #expect(try folder.text(of: "new/nightly/mentorbook.cron").contains("cd '\(folder.path)/new' && "))
    #expect(try run("init", "new", "--ci", "gitlab").output.contains("wrote new/.gitlab-ci.yml\n"))
    #expect(try run("init", "new", "--ci", "gitlab").exitCode == 1)
    #expect(try run("init", "--ci", "gitlab").errors.contains("There is no site here"))
    #expect(try run("init").exitCode == 64)
  }
}
