import SiteTesting
import Testing

@Suite("What a host is asked to send")
struct HostHeadersTests {
  @Test(
    "The policy allows nothing unsafe and nothing from elsewhere, and what has a digest in its name is kept for ever")
  func policy() throws {
    let site = try SiteFixture("minimal").build()
    try site.expect(
      "_headers",
      contains: [
        "/*\n  Content-Security-Policy: default-src 'none'; ", "\n  Permissions-Policy: ", "\n  Referrer-Policy: ",
        "\n/search/*\n  Cache-Control: public, max-age=31536000, immutable\n",
      ], lacks: ["unsafe", "http:", "https:", "data:"])
  }

  @Test("An editor's own file takes its place")
  func ownFile() throws {
    let site = try SiteFixture(
      settings: "title: T\ntheme: plain\ncontact: {email: office@example.edu}\n",
      content: ["static/_headers": "/*\n  X-Mine: yes\n"]
    ).build().expect(diagnostics: [])
    try site.expect("_headers", contains: ["X-Mine"], lacks: ["Content-Security-Policy"])
  }
}
