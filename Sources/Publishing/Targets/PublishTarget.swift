import Files

/// A place that a site is published to, for one run.
protocol PublishTarget: Sendable {
  /// The place as messages name it.
  var place: String { get }
  /// A folder on this machine that other runs, from other sites' folders too, would use; nil when there is none.
  var lockFolder: String? { get }

  /// What is there.
  func look() async throws(PublishProblem) -> TargetState

  /// Carries out a plan: parts before pages, pages before announcements, removals last, the record at the end.
  func publish(_ plan: PublishPlan) async throws(PublishFailure)

  /// The site that was published before the one that is shown.
  func earlier(than record: PublishRecord) async throws(PublishProblem) -> (site: SiteOutput, record: PublishRecord)

  /// Reads files of the site that is shown, and returns the folder that has them; `folder` is empty and may be used for
  /// it. What is not there is passed over.
  func copies(of files: [SiteFile], in folder: String) async throws(PublishProblem) -> String

  /// Removes what is kept of earlier sites beyond what the settings say, and what killed runs left.
  func tidy() async throws(PublishProblem)
}

extension PublishTarget {
  var lockFolder: String? { nil }

  func tidy() async throws(PublishProblem) {}
}

/// What a target holds before a run.
enum TargetState: Sendable {
  /// Nothing, or nothing that readers see.
  case empty
  /// Files that were not published by Mentorbook.
  case foreign(example: String)
  /// A site of ours.
  case published(PublishRecord)
  /// A record that can't be used.
  case damaged(PublishRecord.Damage)
}

extension TargetState {
  /// The state of a target that has a record, or what is left of one.
  init(record bytes: [UInt8]) {
    do throws(PublishRecord.Damage) {
      self = .published(try PublishRecord(bytes))
    } catch {
      self = .damaged(error)
    }
  }
}

/// A publication that did not come to its end.
struct PublishFailure: Error {
  let problem: PublishProblem
  /// Whether the old site is shown as it was. If not, it may be partly old and partly new.
  let isOldShown: Bool
}

/// Where a target's run works, and what it may use.
struct TargetWorkplace: Sendable {
  /// The target's name.
  let name: String
  /// A folder of its own on this machine.
  let folder: String
  let options: PublishOptions
  /// How many seconds a program may say nothing.
  let patience: Int
}
