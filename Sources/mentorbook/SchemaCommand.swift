import ArgumentParser
import Community
import Diagnostics
import Files
import FrontMatter
import RosterSync
import Scheduling

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print what a YAML file may hold, as a JSON Schema.",
    discussion: """
      Editors that understand JSON Schema complete names and mark mistakes while you type. The fields that your \
      site.yaml declares are part of the schemas of profiles and of sync.yaml.

      Examples:
        mentorbook schema site > site.schema.json
        mentorbook schema sync > sync.schema.json
        mentorbook schema profile > profile.schema.json
      """)

  enum File: String, ExpressibleByArgument, CaseIterable {
    case site
    case sync
    case profile
  }

  @Argument(help: "Which file: site (site.yaml), sync (sync.yaml) or profile (the fields above a profile's text).")
  var file: File

  @Option(help: ArgumentHelp("The content folder.", valueName: "folder"))
  var content = "content"

  func run() throws {
    let settings = siteSettings()
    let text =
      switch file {
      case .site: SiteSchema.schema.document(title: "site.yaml of Mentorbook")
      case .sync: SyncSchema.schema(for: settings).document(title: "sync.yaml of Mentorbook")
      case .profile: ProfileSchema.schema(for: settings).document(title: "A profile of Mentorbook")
      }
    Terminal.write(text, to: .output)
  }

  /// The site's settings; those of a new site where there are none, for a schema helps to write them.
  private func siteSettings() -> SiteSettings {
    let path = content + "/site.yaml"
    guard let bytes = try? FileReading.bytes(of: path), let zones = try? TimeZoneDatabase.load() else {
      return SiteSettings()
    }
    return SiteSettings.read(SourceFile(path: path, bytes: bytes), zoneNames: zones.names).settings
  }
}
