import Hypertext
import SiteTesting
import Testing

@Suite("A place in the site")
struct SitePathTests {
  @Test(
    "Parts that would lead elsewhere are left out",
    arguments: [
      ("", ""), ("mentors/ana/", "mentors/ana/"), ("../../etc/passwd", "etc/passwd"), ("a/../b/", "a/b/"),
      ("/explore/", "explore/"), ("//evil.example.org/", "evil.example.org/"), ("./a", "a"), ("a//b/", "a/b/"),
      ("..", ""), ("../", ""), ("a/..", "a"), ("...", "..."), ("/", ""),
    ])
  func cleaned(_ written: String, _ path: String) {
    #expect(SitePath(written).path == path)
  }

  @Test("No text makes a path that climbs")
  func neverClimbs() {
    var random = SeededGenerator(seed: 3)
    let pieces = ["..", ".", "/", "a", "\\", "%2e", "\u{0}", "é", "..."]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...8, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let parts = SitePath(text).path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(!parts.contains("..") && !parts.contains("."), "\(text)")
      #expect(!SitePath(text).path.hasPrefix("/"), "\(text)")
      #expect(SitePath(SitePath(text).path) == SitePath(text), "\(text)")
    }
  }

  @Test(
    "A page's way to the root has a step for each folder that it lies in",
    arguments: [
      ("", ""), ("explore/", "../"), ("mentors/ana/", "../../"), ("404.html", ""), ("mentors/ana/ana.vcf", "../../"),
    ])
  func rootPrefix(_ path: String, _ prefix: String) {
    #expect(SitePath(path).rootPrefix == prefix)
  }

  @Test(
    "A reference is never empty, for an empty one means the page itself",
    arguments: [
      ("", "", "./"), ("", "../", "../"), ("explore/", "", "explore/"), ("explore/", "../../", "../../explore/"),
      ("mentors/東京/", "../", "../mentors/%E6%9D%B1%E4%BA%AC/"), ("a b+c/", "", "a%20b%2Bc/"),
    ])
  func reference(_ path: String, _ prefix: String, _ reference: String) {
    #expect(SitePath(path).reference(rootPrefix: prefix) == reference)
  }

  @Test("A fragment is encoded behind its page, and on the home page stands behind ./")
  func fragment() {
    #expect(SitePath("guide/faq/", fragment: "wer bin ich?").encoded == "guide/faq/#wer%20bin%20ich%3F")
    #expect(SitePath("", fragment: "top").reference(rootPrefix: "") == "./#top")
    #expect(SitePath("", fragment: "top").reference(rootPrefix: "../") == "../#top")
  }
}
