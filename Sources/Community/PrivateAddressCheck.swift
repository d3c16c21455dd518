import Addresses
import Diagnostics

/// Finds mentors' own addresses in texts that will be published, where the settings keep addresses private.
///
/// A biography is where they get out: `write to me at …`. The file is left out like any other with an error. What no
/// text says, a template could still show; therefore the build looks through the finished files once more.
struct PrivateAddressCheck {
  private let watch: AddressWatch
  private let owners: [Mentor]
  private let addresses: [MailAddress]

  init(_ mentors: [Mentor], settings: SiteSettings) {
    let hidden = settings.privateAddresses(of: mentors)
    watch = AddressWatch(hidden.map(\.address))
    owners = hidden.map { mentors[$0.owner] }
    addresses = hidden.map(\.address)
  }

  /// What is wrong with a file's texts: the first address in each line or field.
  ///
  /// - Parameter mentor: whose profile it is; nil for a page.
  func findings(_ mentions: [AddressMention], of mentor: Mentor?) -> [Diagnostic] {
    if watch.isEmpty { return [] }
    var findings: [Diagnostic] = []
    for mention in mentions {
      // What the source says is found there; the rendered text, which comes last, only tells of what is hidden in it.
      if !mention.isVerbatim, mention.range.start == mention.range.end, !findings.isEmpty { continue }
      guard let sighting = watch.firstSighting(in: mention.text) else { continue }
      let address = addresses[sighting.address].text
      let owner = owners[sighting.address]
      let problem: ProfileProblem =
        owner.slug == mentor?.slug ? .privateAddress(address) : .othersAddress(address, of: owner.name)
      findings.append(
        Diagnostic(
          problem.severity, problem.code, in: mention.file, at: mention.range(at: sighting.offset), problem.message,
          remedy: problem.remedy))
    }
    return findings
  }
}
