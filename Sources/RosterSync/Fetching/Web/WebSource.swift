import Files
import Scheduling

/// A roster at an address.
///
/// 1. The host's addresses are looked up, and refused where they are in a private network.
/// 2. `Curl` asks one of them.
/// 3. Where the answer leads on, the next address is treated the same, up to five times. Credentials go to the server
///    that they are meant for, and to no other.
/// 4. What may pass by itself (too many questions, an error of the server, a connection that breaks) is tried again, with
///    longer and longer pauses, as long as the deadline allows.
struct WebSource: Sendable {
  private let place: HTTPSPlace
  private let start: WebAddress
  private let credentials: [(name: String, value: String)]
  private let certificates: String?
  private let redaction: Redaction
  private let folder: String
  private let pauses: [Duration]

  private static let redirectLimit = 5

  init(_ place: HTTPSPlace, of fetcher: Fetcher) throws(FetchProblem) {
    guard let start = WebAddress(place.url) else { throw .address }
    self.place = place
    self.start = start
    credentials = try Self.credentials(place.headers, from: fetcher.environment)
    certificates = place.certificates.map(fetcher.path(of:))
    if let certificates, FileReading.kind(of: certificates) != .file {
      throw .noCertificates(place.certificates ?? certificates)
    }
    redaction = Redaction(
      environment: fetcher.environment, secrets: credentials.map(\.value) + [String(start.target.dropFirst())])
    folder = fetcher.folder
    pauses = fetcher.pauses
  }

  /// The headers with the values of their variables.
  private static func credentials(
    _ headers: [String: String], from environment: [String: String]
  ) throws(FetchProblem) -> [(name: String, value: String)] {
    var credentials: [(name: String, value: String)] = []
    for (name, variable) in headers.sorted(by: { $0.key < $1.key }) {
      guard let value = environment[variable], !value.isEmpty else { throw .noVariable(variable, header: name) }
      guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .variable(variable) }
      credentials.append((name, value))
    }
    return credentials
  }

  // MARK: - Attempts

  func contents(
    within limits: FetchLimits, since memory: FetchMemory?
  ) async throws(FetchProblem) -> Arrival {
    var attempts = 0
    while true {
      attempts += 1
      let (host, outcome) = try await outcome(within: limits, since: memory?.version)
      guard let trouble = Trouble(outcome, of: host, wasAskedForNews: memory != nil, limits: limits, attempts: attempts)
      else {
        guard case .answer(let head, let bytes) = outcome else { continue }
        return try arrival(head, bytes, host: host, memory: memory)
      }
      guard trouble.mayPass, attempts <= pauses.count else { throw trouble.problem }
      let pause = max(pauses[attempts - 1], trouble.pause)
      // To wait beyond the deadline would only hide what is wrong.
      guard pause < limits.rest else { throw trouble.problem }
      do {
        try await Task.sleep(for: pause)
      } catch {
        throw .stopped
      }
    }
  }

  private func arrival(
    _ head: ResponseHead, _ bytes: [UInt8], host: String, memory: FetchMemory?
  ) throws(FetchProblem) -> Arrival {
    let modified = head["last-modified"].flatMap(WrittenMoment.instant)
    if head.status == 304, let memory {
      return .unchanged(since: memory, modified: modified ?? memory.version.lastModified.flatMap(WrittenMoment.instant))
    }
    if head.isWebPage { throw .webPage(host: host) }
    let version = SourceVersion(entityTag: head.kept("etag"), lastModified: head.kept("last-modified"))
    return .bytes(bytes, modified: modified, version: version)
  }

  // MARK: - One attempt

  /// What comes at the end of the redirects, and of which host.
  private func outcome(
    within limits: FetchLimits, since version: SourceVersion?
  ) async throws(FetchProblem) -> (host: String, Curl.Outcome) {
    var address = start
    for _ in 0...Self.redirectLimit {
      let outcome = try await ask(address, within: limits, since: version)
      guard case .answer(let head, _) = outcome, head.isRedirect, let location = head["location"] else {
        return (address.host, outcome)
      }
      switch address.redirect(to: location) {
      case .address(let next): address = next
      case .insecure: throw .insecureRedirect(host: address.host)
      case .nonsense: throw .address
      }
    }
    throw .redirects(limit: Self.redirectLimit)
  }

  private func ask(
    _ address: WebAddress, within limits: FetchLimits, since version: SourceVersion?
  ) async throws(FetchProblem) -> Curl.Outcome {
    let addresses: [NetworkAddress]
    switch await NameLookup.addresses(of: address.host, within: limits.rest) {
    case .addresses(let found): addresses = found
    case .unknown: throw .unknownHost(address.host)
    case .noAnswer:
      if limits.isOver { throw .tooLate(seconds: limits.seconds) }
      return .failure(code: Trouble.noNameService, reason: "its name can't be looked up")
    }
    // One private address among public ones is a trap as well.
    guard place.allowsPrivate || addresses.allSatisfy(\.isPublic) else { throw .privateHost(address.host) }
    var headers = address.hasSameOrigin(as: start) ? credentials : []
    if let tag = version?.entityTag { headers.append(("If-None-Match", tag)) }
    if let moment = version?.lastModified { headers.append(("If-Modified-Since", moment)) }
    let curl = Curl(address: address, addresses: addresses, headers: headers, certificates: certificates)
    return try await curl.outcome(in: folder, within: limits, redaction: redaction)
  }
}
