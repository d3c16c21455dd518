/// A workflow of GitHub Actions.
enum GitHubRecipe {
  /// The steps run in Debian's own image, for which the package is made. Secrets reach the run through `env` alone, and
  /// code 10 (published, but something waits for a person) is an annotation rather than a failure.
  static let workflow = #"""
    # Every night: the roster comes in, the site is built, checked and published, and one summary tells how it went.
    #
    # Before the first night, under Settings → Secrets and variables → Actions:
    # - variables MENTORBOOK_DEB and MENTORBOOK_SHA256: where Mentorbook's Debian package can be fetched, and its SHA-256;
    # - secret MENTORBOOK_SYNC_KEY: what content/.sync/key holds, if there is a sync;
    # - a secret for each variable that content/sync.yaml and content/publish.yaml name, and a line for it below.
    name: Nightly

    on:
      schedule:
        # UTC. An odd minute, for at the full hour everybody comes.
        - cron: "17 4 * * *"
      workflow_dispatch:

    # To push what the sync wrote.
    permissions:
      contents: write

    # A run is never cut off by the next.
    concurrency:
      group: nightly
      cancel-in-progress: false

    jobs:
      nightly:
        runs-on: ubuntu-latest
        container: debian:bookworm
        timeout-minutes: 60
        steps:
          # Before the checkout, which needs git for a proper clone.
          - name: Install the basics
            run: |
              apt-get update -q
              apt-get install -y -q --no-install-recommends ca-certificates curl git openssh-client rsync

          - uses: actions/checkout@v4

          - name: Install Mentorbook
            env:
              MENTORBOOK_DEB: ${{ vars.MENTORBOOK_DEB }}
              MENTORBOOK_SHA256: ${{ vars.MENTORBOOK_SHA256 }}
            run: |
              curl -fsSL --proto =https --retry 3 --output /tmp/mentorbook.deb "$MENTORBOOK_DEB"
              echo "$MENTORBOOK_SHA256  /tmp/mentorbook.deb" | sha256sum --check --quiet
              apt-get install -y -q --no-install-recommends /tmp/mentorbook.deb

          - name: Run
            env:
              MENTORBOOK_SYNC_KEY: ${{ secrets.MENTORBOOK_SYNC_KEY }}
              # ROSTER_TOKEN: ${{ secrets.ROSTER_TOKEN }}
            run: |
              code=0
              mentorbook nightly --report nightly/report.json || code=$?
              if [ "$code" -eq 10 ]; then
                echo "::warning::The site is published; something waits for a decision. See the summary."
                exit 0
              fi
              exit "$code"

          # Whatever became of the site: what the sync knows has to be there tomorrow.
          - name: Keep what the sync wrote
            if: ${{ !cancelled() }}
            run: |
              git config --global --add safe.directory "$PWD"
              git add --all content
              if ! git diff --cached --quiet; then
                git -c user.name="Nightly run" -c user.email=nightly@localhost commit -q -m "Take in the roster"
                git pull -q --rebase
                git push -q
              fi

          - uses: actions/upload-artifact@v4
            if: ${{ !cancelled() }}
            with:
              name: nightly-report
              path: nightly/report.json
              if-no-files-found: ignore

    """#
}
