import Foundation
import SiteBuilder
import SiteTesting
import Testing

@testable import struct Community.BaseURL

/// The site that ships: `content/` by the default theme and by collegiate.
@Suite("The sample site")
struct SampleSiteTests {
  static func build(theme: String = "default", baseURL: String? = nil) throws -> (
    folder: ScratchFolder, report: BuildReport
  ) {
    let folder = try ScratchFolder()
    var options = BuildOptions(asOf: SampleMoment.value)
    options.contentFolder = RepositoryPaths.root + "/content"
    options.themeFolders = [RepositoryPaths.root + "/themes"]
    options.outputFolder = folder.path + "/site"
    options.theme = theme
    options.baseURL = baseURL.flatMap { BaseURL($0) }
    let finished = options
    return (folder, waiting { await SiteBuilder.build(finished) })
  }

  @Test("It builds without a finding, in both themes", arguments: ["default", "collegiate"])
  func findings(_ theme: String) throws {
    let report = try Self.build(theme: theme).report
    #expect(report.outcome == .written)
    #expect(report.diagnostics.map { $0.line(below: RepositoryPaths.root + "/") } == [])
    #expect(report.mentors >= 36)
  }

  @Test(
    "Every link and every fragment arrives: as files, at a domain's root and below a path",
    arguments: [nil, "https://mentors.example.edu/", "https://www.example.edu/alumni/mentors/"])
  func links(_ baseURL: String?) throws {
    let (folder, _) = try Self.build(baseURL: baseURL)
    let crawl = LinkCrawl(folder.files(in: "site"), basePath: baseURL.flatMap { BaseURL($0)?.path } ?? "/")
    #expect(crawl.checked > 5_000)
    #expect(crawl.broken == [])
  }

  @Test("No page can be reached only by knowing its address")
  func reachable() throws {
    let (folder, _) = try Self.build()
    let crawl = LinkCrawl(folder.files(in: "site"), basePath: "/")
    #expect(crawl.unreachablePages == [])
  }

  @Test("Ids are unique on every page, and nothing needs an inline script or style")
  func pages() throws {
    let (folder, _) = try Self.build()
    for (path, bytes) in folder.files(in: "site").files where path.hasSuffix(".html") {
      let page = Markup(bytes)
      #expect(page.ids.count == Set(page.ids).count, "\(path)")
      #expect(!page.attributeNames.contains { $0 == "style" || $0.hasPrefix("on") }, "\(path)")
      #expect(!page.text.contains("<style"), "\(path)")
      #expect(!page.text.contains("{{") && !page.text.contains("Page 1 of 1"), "\(path)")
    }
  }

  @Test("The first page of the directory weighs 60 KB at most, its style sheet included")
  func weight() throws {
    let (folder, _) = try Self.build()
    let files = folder.files(in: "site").files
    let explore = try #require(files["explore/index.html"])
    let page = String(decoding: explore, as: UTF8.self)
    let sheets = files.filter { $0.key.hasSuffix(".css") && page.contains("href=\"../\($0.key)\"") }
    let sheet = sheets.values.reduce(0) { $0 + $1.count }
    #expect(!sheets.isEmpty)
    #expect(sheet + explore.count <= 60 * 1024, "\(sheet) + \(explore.count)")
  }
}
