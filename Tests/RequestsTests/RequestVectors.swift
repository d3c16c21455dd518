import Foundation
import Testing

/// Tests/Fixtures/request-vectors.json: exact inputs and outputs, from the RFCs and the providers' own links.
struct RequestVectors: Decodable, Sendable {
  /// Recipients, subject, body, and the link that they make.
  struct Mail: Decodable, Sendable, CustomTestStringConvertible {
    let recipients: [String]
    let subject: String?
    let body: String?
    let url: String
    var testDescription: String { url }

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      recipients = try row.decode([String].self)
      subject = try row.decode(String?.self)
      body = try row.decode(String?.self)
      url = try row.decode(String.self)
    }
  }

  /// A text and what becomes of it.
  struct Pair: Decodable, Sendable, CustomTestStringConvertible {
    let input: String
    let output: String
    var testDescription: String { input.debugDescription }

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      input = try row.decode(String.self)
      output = try row.decode(String.self)
    }
  }

  let enc: [String: String]
  let mailto: [Mail]
  let google: String
  let outlookLive: String
  let outlook365: String
  let teams: String
  let text: [Pair]
  let param: [Pair]
  let fold: [Pair]
  let uid: Pair
  let requestIcs: String

  private static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/request-vectors.json")

  /// The names of all that is in the file, sorted.
  static func kinds() throws -> [String] {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    return (object ?? [:]).keys.sorted()
  }

  /// The file beside the tests.
  static let committed: RequestVectors = {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let data = try? Data(contentsOf: url), let vectors = try? decoder.decode(Self.self, from: data) else {
      fatalError("\(url.path) can't be read")
    }
    return vectors
  }()
}
