import Scheduling
import Testing

@testable import RosterSync

@Suite("The parts of an address")
struct WebPartsTests {
  @Test(
    "An address is taken apart",
    arguments: [
      ("https://Example.EDU/a/b?c=d#e", "https://example.edu:443/a/b?c=d"),
      ("HTTPS://example.edu", "https://example.edu:443/"),
      ("https://example.edu:8443?x", "https://example.edu:8443/?x"),
      ("https://[2001:DB8::1]:99/x", "https://[2001:db8::1]:99/x"), ("https://192.0.2.1/", "https://192.0.2.1:443/"),
      ("https://a/ü \"", "https://a:443/%C3%BC%20%22"),
    ])
  func taken(_ text: String, expected: String) {
    #expect(WebAddress(text)?.text == expected)
  }

  @Test(
    "What is no plain address is refused: other schemes, users, hosts that programs read differently",
    arguments: [
      "http://example.edu/", "ftp://x/", "https:///x", "https://user@example.edu/", "https://u:p@example.edu/",
      "https://example.edu:0/", "https://example.edu:99999/", "https://exa mple.edu/", "https://127.1/",
      "https://2130706433/", "https://0x7f000001/", "https://0x7f.0.0.1/", "https://010.0.0.1/", "https://127.0.0.1./",
      "https://[::1/", "https://[fe80::1%25eth0]/", "https://bücher.example/", "https://example.edu/\r\nX: y", "",
    ])
  func refused(_ text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(
    "A redirect leads where RFC 3986 says",
    arguments: [
      ("https://other.edu/x", "https://other.edu:443/x"), ("//other.edu/x", "https://other.edu:443/x"),
      ("/x?y", "https://a.edu:1/x?y"), ("x", "https://a.edu:1/b/x"), ("?z", "https://a.edu:1/b/c?z"),
      ("", "https://a.edu:1/b/c?d"), ("#f", "https://a.edu:1/b/c?d"), ("x:y/../z", nil),
      ("sub/http://x", "https://a.edu:1/b/sub/http://x"), ("https://u@a.edu/", nil), ("https://127.1/", nil),
    ] as [(String, String?)])
  func redirects(_ location: String, expected: String?) throws {
    let start = try #require(WebAddress("https://a.edu:1/b/c?d"))
    switch start.redirect(to: location) {
    case .address(let address): #expect(address.text == expected)
    default: #expect(expected == nil)
    }
  }

  @Test(
    "Addresses of private networks and for other purposes are told from those out in the world",
    arguments: [
      ("8.8.8.8", true), ("172.15.255.255", true), ("172.32.0.1", true), ("192.0.1.1", true), ("100.128.0.1", true),
      ("2606:4700::1111", true), ("2001:4860:4860::8888", true), ("::ffff:8.8.8.8", true), ("64:ff9b::808:808", true),
      ("0.0.0.0", false), ("10.1.2.3", false), ("100.64.0.1", false), ("127.0.0.1", false), ("127.255.255.254", false),
      ("169.254.169.254", false), ("172.16.0.1", false), ("172.31.255.255", false), ("192.168.1.1", false),
      ("198.18.0.1", false), ("198.19.255.255", false), ("224.0.0.1", false), ("255.255.255.255", false),
      ("::", false), ("::1", false), ("fe80::1", false), ("fc00::1", false), ("fd12::1", false), ("ff02::1", false),
      ("::ffff:127.0.0.1", false), ("::ffff:10.0.0.1", false), ("64:ff9b::a00:1", false), ("2002:7f00:1::", false),
      ("2001:db8::1", false), ("2001::1", false), ("::127.0.0.1", false),
    ])
  func networks(_ text: String, isPublic: Bool) throws {
    #expect(try #require(NetworkAddress(text)).isPublic == isPublic)
  }

  @Test("Only the last answer's head counts, and what curl says is none of it")
  func heads() throws {
    let text = "HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/2 200 \r\nETag:  \"a\"\r\nX: y\r\n\r\ncurl: (18) oops: x\n"
    let head = try #require(ResponseHead(Array(text.utf8)))
    #expect(head.status == 200 && head["etag"] == "\"a\"" && head["link"] == nil)
    #expect(ResponseHead(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) == nil)
    #expect(ResponseHead(Array("curl: (7) no\n".utf8)) == nil)
  }

  @Test(
    "The moments that HTTP writes are read",
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("Sun, 06 Nov 1994 08:49:37 CET", nil), ("yesterday", nil), ("Sun, 31 Feb 2027 08:49:37 GMT", nil),
    ] as [(String, Int64?)])
  func moments(_ text: String, seconds: Int64?) {
    #expect(WrittenMoment.instant(text)?.secondsSinceEpoch == seconds)
  }

  @Test("What programs say is shown without secrets, mail addresses and what stands behind a host")
  func redaction() {
    let redaction = Redaction(
      environment: ["PGPASSWORD": "hunter22", "HOME": "/home/x", "API_TOKEN": "Bearer abcdef", "PWD": "/srv/site"],
      secrets: ["s3cr3t"])
    let lines = """
      error: password hunter22 is wrong for ana@example.edu
      GET https://user:pw@db.example.edu/x?key=1 https://example.edu/path postgres://db/x?password=abc
      at /srv/site: token abcdef, s3cr3t! PassWord=letmein \u{1B}[31mred

      """
    #expect(
      redaction.lastLines(Array(lines.utf8)) == [
        "error: password […] is wrong for […]", "GET https://[…]/[…] https://example.edu/[…] postgres://db/[…]",
        "at /srv/site: token […], […]! PassWord=[…] [31mred",
      ])
  }
}
