/// A pipeline of GitLab CI.
enum GitLabRecipe {
  /// GitLab shows code 10 (published, but something waits for a person) as a warning. The token for pushing goes to git
  /// by a helper that reads the environment: it is in no address and in no list of processes.
  static let pipeline = #"""
    # Every night: the roster comes in, the site is built, checked and published, and one report tells how it went.
    #
    # Before the first night, under Settings → CI/CD → Variables, each masked:
    # - MENTORBOOK_DEB and MENTORBOOK_SHA256: where Mentorbook's Debian package can be fetched, and its SHA-256;
    # - MENTORBOOK_SYNC_KEY: what content/.sync/key holds, if there is a sync;
    # - PUSH_TOKEN: a project access token with the scope write_repository, to push what the sync wrote;
    # - each variable that content/sync.yaml and content/publish.yaml name.
    nightly:
      image: debian:bookworm
      rules:
        - if: $CI_PIPELINE_SOURCE == "schedule"
        - if: $CI_PIPELINE_SOURCE == "web"
      # One run at a time.
      resource_group: nightly
      timeout: 1 hour
      before_script:
        - apt-get update -q
        - apt-get install -y -q --no-install-recommends ca-certificates curl git openssh-client rsync
        - curl -fsSL --proto =https --retry 3 --output /tmp/mentorbook.deb "$MENTORBOOK_DEB"
        - echo "$MENTORBOOK_SHA256  /tmp/mentorbook.deb" | sha256sum --check --quiet
        - apt-get install -y -q --no-install-recommends /tmp/mentorbook.deb
      script:
        - |
          code=0
          mentorbook nightly --report nightly/report.json --summary nightly/report.md || code=$?
          # Whatever became of the site: what the sync knows has to be there tomorrow.
          git add --all content
          if ! git diff --cached --quiet; then
            git -c user.name="Nightly run" -c user.email=nightly@localhost commit -q -m "Take in the roster"
            git -c credential.helper= -c credential.helper='!f() { echo username=oauth2; echo "password=$PUSH_TOKEN"; }; f' \
              push -q "$CI_SERVER_URL/$CI_PROJECT_PATH.git" "HEAD:$CI_COMMIT_BRANCH"
          fi
          exit "$code"
      allow_failure:
        exit_codes: 10
      artifacts:
        when: always
        expire_in: 30 days
        paths:
          - nightly/report.json
          - nightly/report.md

    """#
}
