/// A service of systemd and the timer that starts it.
enum SystemdRecipe {
  /// Code 10 (published, but something waits for a person) is no failure of the service. The system's own folders are
  /// read-only for the run; `/srv`, `/var` and home folders, where sites lie and are published to, are not.
  static func service(for place: Recipe.Place) -> String {
    """
    # Every night: the roster comes in, the site is built, checked and published. To install it with its timer:
    #
    #   sudo cp nightly/mentorbook-nightly.* /etc/systemd/system/
    #   sudo systemctl enable --now mentorbook-nightly.timer
    #
    # Passwords and keys that content/sync.yaml and content/publish.yaml name go into nightly/secrets.env, one a line as
    # NAME='value'; only its owner should be able to read it: chmod 600 nightly/secrets.env
    #
    # journalctl -u mentorbook-nightly  shows what runs said; the last report is in nightly/report.md.
    [Unit]
    Description=Nightly run of the mentor directory
    Documentation=man:mentorbook(1)
    Wants=network-online.target
    After=network-online.target

    [Service]
    Type=oneshot
    # Whoever owns the site's folder:
    # User=mentors
    WorkingDirectory=\(path(place.site))
    EnvironmentFile=-\(path(place.site))/nightly/secrets.env
    ExecStart=\(word(place.command)) nightly --quiet --report nightly/report.json --summary nightly/report.md
    SuccessExitStatus=10
    TimeoutStartSec=2h
    Nice=10
    NoNewPrivileges=yes
    PrivateTmp=yes
    ProtectSystem=full
    ProtectKernelTunables=yes
    ProtectControlGroups=yes

    """
  }

  static let timer = """
    # Starts mentorbook-nightly.service every night, on the machine's clock; one that was missed is made up for.
    [Unit]
    Description=Nightly run of the mentor directory

    [Timer]
    OnCalendar=*-*-* 04:17
    RandomizedDelaySec=10min
    Persistent=true

    [Install]
    WantedBy=timers.target

    """

  /// A path that takes the rest of a line: a percent sign would begin a specifier (systemd.unit(5)).
  private static func path(_ text: String) -> String { text.replacing("%", with: "%%") }

  /// A word of a command line (systemd.service(5)).
  private static func word(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
    return "\"" + escaped.replacing("$", with: "$$") + "\""
  }
}
