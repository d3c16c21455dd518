/// The status and the headers of an answer.
struct ResponseHead: Hashable, Sendable {
  let status: Int
  private let headers: [String: String]

  /// Reads what curl wrote of an answer's head; nil where none came. Answers that only announce another (1xx) are passed.
  init?(_ bytes: [UInt8]) {
    var status: Int?
    var headers: [String: String] = [:]
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if text.hasPrefix("HTTP/") {
        status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        headers = [:]
      } else if let colon = text.firstIndex(of: ":"), status != nil, !text.hasPrefix("curl: ") {
        let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        headers[text[..<colon].lowercased()] = String(value)
      }
    }
    guard let status, status >= 200 else { return nil }
    self.status = status
    self.headers = headers
  }

  subscript(_ name: String) -> String? { headers[name] }

  /// A header that is kept for the next run; nil where it is too long, or holds what no header may.
  func kept(_ name: String) -> String? {
    headers[name].flatMap { value in
      let isPlain = value.utf8.allSatisfy { 0x20...0x7E ~= $0 }
      return isPlain && !value.isEmpty && value.utf8.count <= 200 ? value : nil
    }
  }

  /// Whether it leads on to another address.
  var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) }

  /// Whether the answer is a web page.
  var isWebPage: Bool {
    let type = headers["content-type"]?.lowercased() ?? ""
    return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
  }

  /// How many seconds to wait before asking again, where it says so.
  var retryAfter: Int? { headers["retry-after"].flatMap { Int($0) } }
}
