import ArgumentParser

/// The command: each subcommand is a file beside this one that reads its options, calls one step of the flow, and
/// reports.
@main
struct Mentorbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentorbook",
    abstract: "Build a mentor directory: profiles and a guide in Markdown become a static site.",
    discussion: """
      A site is a folder with content/ (profiles, guide, pages, site.yaml) and, if it has its own look, themes/.

        mentorbook init my-site            start a site from the guide and settings that come with Mentorbook
        mentorbook new mentor "Ana López"  add a profile
        mentorbook check                   find what is wrong with the content
        mentorbook build                   write the site to output/
        mentorbook sync --plan             what the university's roster would change
        mentorbook publish                 put it where it is served
        mentorbook nightly                 all of it, every night

      Exit codes: 0 all is well; 1 something is wrong with the content (build wrote the rest); 2 nothing was \
      written, because of the settings, the theme or --strict; 3 the system or the output folder refused; 64 the \
      command line is wrong. Those of sync, publish and nightly are their own: see  mentorbook help sync.
      """,
    version: MentorbookVersion.text,
    subcommands: [
      BuildCommand.self, CheckCommand.self, SyncCommand.self, PublishCommand.self, NightlyCommand.self,
      NewCommand.self, InitCommand.self, ThemeCommand.self, SchemaCommand.self,
    ])
}

/// The product's version.
enum MentorbookVersion {
  static let text = "0.1.0"
}
