/// A line for cron.
enum CronRecipe {
  /// cron mails what a line prints, so the run is quiet and is heard of only when somebody has to look.
  static func table(for place: Recipe.Place) -> String {
    let site = quoted(place.site)
    let command = quoted(place.command)
    return """
      # Every night: the roster comes in, the site is built, checked and published. To add this to your own table:
      #
      #   (crontab -l; cat nightly/mentorbook.cron) | crontab -
      #
      # Passwords and keys that content/sync.yaml and content/publish.yaml name go into nightly/secrets.env, one a line as
      # NAME='value'; only you should be able to read it: chmod 600 nightly/secrets.env
      #
      # cron mails what a run prints: nothing, unless somebody has to look. The report is in nightly/report.md.
      17 4 * * * cd \(site) && { [ ! -r nightly/secrets.env ] || { set -a; . ./nightly/secrets.env; set +a; }; } && exec \(command) nightly --quiet --report nightly/report.json --summary nightly/report.md

      """
  }

  /// A word for the shell, in a line in which a percent sign would end the command (crontab(5)).
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''").replacing("%", with: "\\%") + "'"
  }
}
