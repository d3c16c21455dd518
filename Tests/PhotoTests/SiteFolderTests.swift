import Scheduling
import Testing

@testable import SiteBuilder

@Suite("The site's folder")
struct SiteFolderTests {
  @Test(
    "What a build keeps lies beside the content folder, wherever that is",
    arguments: [
      ("content", ".mentorbook"), ("./content", "./.mentorbook"), ("sites/a/content", "sites/a/.mentorbook"),
      ("/srv/content", "/srv/.mentorbook"), ("/content", "/.mentorbook"), (".", "./../.mentorbook"),
      ("..", "../../.mentorbook"), ("a/..", "a/../../.mentorbook"),
    ])
  func besideContent(_ content: String, expected: String) {
    var options = BuildOptions(asOf: .now())
    options.contentFolder = content
    #expect(options.besideContent(".mentorbook") == expected)
  }
}
