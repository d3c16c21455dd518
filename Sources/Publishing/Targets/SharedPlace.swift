/// A place that two machines may publish to at the same time, and that has no lock which both would know: a host, a bucket.
protocol SharedPlace {
  /// The record that is there.
  func record() async throws(PublishProblem) -> [UInt8]?
  /// Puts a record there.
  func write(_ record: PublishRecord) async throws(PublishProblem)
}

extension SharedPlace {
  /// Two machines may have begun at the same time; whose record is there goes on, and is told what the other has sent.
  func stillOurs(_ plan: PublishPlan, sent: [SiteFile]) async throws(PublishProblem) {
    let found = try await record()
    if found == plan.underway.bytes { return }
    if let theirs = found.flatMap({ try? PublishRecord($0) }), let unsure = theirs.unsure(of: sent) {
      try await write(unsure)
    }
    throw .overtaken
  }

  /// What a failure comes of: files that are not as they were sent may be another run's.
  func cause(of problem: PublishProblem, _ plan: PublishPlan, sent: [SiteFile]) async -> PublishProblem {
    if problem == .overtaken { return problem }
    do throws(PublishProblem) {
      try await stillOurs(plan, sent: sent)
      return problem
    } catch {
      return error == .overtaken ? error : problem
    }
  }
}
