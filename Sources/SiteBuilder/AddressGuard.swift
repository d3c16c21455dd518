import Addresses
import Community
import Diagnostics
import Hypertext

/// The last look at a file before it is written: no address that the settings keep private may stand in it.
///
/// `Community.load` has left out every text that says one. What is left is a template that shows what it should not, a
/// text of the settings, a static file. All files are searched for the addresses of all mentors, lists and feeds as well
/// as profiles: a search for one costs what a search for all does. Not searched are files that nobody's words are in:
/// photos and the theme's assets. The search index is packed; its cards and words are those of the texts that loading
/// has judged.
struct AddressGuard: Sendable {
  private let watch: AddressWatch
  private let owners: [Int32]

  /// A file that would tell of an address, and whose.
  struct Leak: Hashable, Sendable {
    let file: OutputPath
    let mentor: Int
  }

  init(_ community: Community) {
    let hidden = community.settings.privateAddresses(of: community.mentors)
    watch = AddressWatch(hidden.map(\.address))
    owners = hidden.map { Int32($0.owner) }
  }

  /// What a file tells that it should not.
  func leak(in bytes: [UInt8], of file: PlannedFile) -> Leak? {
    if watch.isEmpty { return nil }
    let sighting: AddressWatch.Sighting?
    switch file.content {
    case .copy: return nil
    case .contactCard, .calendarFile, .openHours: sighting = watch.firstSighting(in: Self.unfolded(bytes))
    default: sighting = watch.firstSighting(in: bytes)
    }
    return sighting.map { Leak(file: OutputPath(file.address), mentor: Int(owners[$0.address])) }
  }

  /// The file without the line breaks that are only there to keep lines short (RFC 5545 §3.1), and could part an
  /// address.
  private static func unfolded(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0D, index + 2 < bytes.count, bytes[index + 1] == 0x0A, bytes[index + 2] == 0x20 {
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }
}

extension AddressGuard.Leak {
  func diagnostic(in community: Community) -> Diagnostic {
    Diagnostic(
      .error, "privacy/address", path: community.mentors[mentor].path,
      "the mentor's own mail address would be published in '\(file.path)', and the settings keep it private",
      remedy: Diagnostic.Remedy("look for it in the template of that page, in site.yaml and in static/"))
  }
}
