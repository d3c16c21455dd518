import Community
import Diagnostics
import Files

extension PhotoProblem {
  /// The findings about a site's photos: at the line of each profile that names one that can't be published; what is
  /// wrong with all of them is said once.
  ///
  /// - Parameter problems: by the photo's path below `photos/`.
  static func diagnostics(
    _ problems: [String: PhotoProblem], in community: Community, photoFolder: String
  ) -> [Diagnostic] {
    guard !problems.isEmpty else { return [] }
    let ofAll = Set(problems.values.filter(\.isOfAll)).map { problem in
      Diagnostic(.warning, code, path: photoFolder, problem.message, remedy: problem.remedy)
    }
    return ofAll
      + community.mentors.compactMap { mentor in
        guard let photo = mentor.photo, let problem = problems[photo.value], !problem.isOfAll else { return nil }
        let profile = SourceFile(path: mentor.path, bytes: (try? FileReading.bytes(of: mentor.path)) ?? [])
        return Diagnostic(.warning, code, in: profile, at: photo.range, problem.message, remedy: problem.remedy)
      }
  }

  private static let code = "photo"

  /// Whether it is no matter of the one photo.
  private var isOfAll: Bool {
    switch self {
    case .noTool: true
    case .system(let problem): problem.action != .read
    default: false
    }
  }

  private var message: String {
    switch self {
    case .noImage(let name): "'\(name)' is not an image: initials are shown"
    case .refused(let name, let reason):
      "the photo '\(name)' can't be read (\(reason)): initials are shown"
    case .tooSlow(let name, let seconds):
      "the photo '\(name)' was not ready after \(seconds) seconds: initials are shown"
    case .notAsOrdered(let name):
      "\(Vipsthumbnail.name) made something else of '\(name)' than a portrait without metadata: initials are shown"
    case .noTool: "\(Vipsthumbnail.name) is not installed: initials are shown for photos that it has yet to make"
    case .system(let problem): "\(problem.message): initials are shown"
    }
  }

  private var remedy: Diagnostic.Remedy? {
    switch self {
    case .noImage: Diagnostic.Remedy("save it as JPEG, PNG, WebP, HEIC, AVIF, TIFF or GIF")
    case .refused: Diagnostic.Remedy("fetch it anew, or save it as JPEG from a program that still opens it")
    case .tooSlow: Diagnostic.Remedy("save it smaller: 2000 pixels are plenty")
    case .notAsOrdered, .noTool:
      Diagnostic.Remedy("install the package \(Vipsthumbnail.package) (libvips 8.12 or later)")
    case .system: nil
    }
  }
}
