import Files
import Nightly
import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Says how a night goes, and writes its reports.
struct NightPrinter {
  let isQuiet: Bool
  /// GitHub folds what lies between two marks.
  private let isGitHub = Self.variable("GITHUB_ACTIONS") == "true"

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  func hear(_ event: Nightly.Event) {
    switch event {
    case .begins(let name):
      if !isQuiet { Terminal.write((isGitHub ? "::group::" : "==> ") + name.rawValue + "\n", to: .output) }
    case .ended(let step):
      if !isQuiet {
        Terminal.write("    \(NightText.line(of: step))\n" + (isGitHub ? "::endgroup::\n" : ""), to: .output)
      }
      Terminal.write(NightText.problem(of: step), to: .error)
    }
  }

  /// Why publishing failed, and the closing lines.
  func finish(_ report: NightReport) {
    if let publish = report.publish { Terminal.write(PublishText.problems(of: publish), to: .error) }
    if !isQuiet || report.exit != .done { Terminal.write(NightText.closing(of: report), to: .output) }
  }

  /// Writes the reports.
  ///
  /// - Returns: whether all could be written.
  func write(_ night: NightReport, report: String?, summary: String?, digest: String?) -> Bool {
    var files: [(path: String, bytes: [UInt8])] = []
    if let report { files.append((report, Array(NightJSON.text(night).utf8))) }
    let markdown = Array(NightMarkdown.text(night).utf8)
    if let summary { files.append((summary, markdown)) }
    if let digest { files.append((digest, DigestMail.bytes(of: night))) }
    // The page that GitHub shows with a run; other steps may have written to it.
    if let page = Self.variable("GITHUB_STEP_SUMMARY") {
      files.append((page, ((try? FileReading.bytes(of: page)) ?? []) + markdown))
    }
    var isWritten = true
    for file in files {
      do throws(FileProblem) {
        if let slash = file.path.lastIndex(of: "/"), slash > file.path.startIndex {
          try FileWriting.makeFolder(String(file.path[..<slash]))
        }
        try FileWriting.replace(file.path, with: file.bytes)
      } catch {
        Terminal.write("mentorbook: \(error.message)\n", to: .error)
        isWritten = false
      }
    }
    return isWritten
  }
}
