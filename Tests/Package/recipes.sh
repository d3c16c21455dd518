#!/bin/sh
# Runs the nightly recipes for GitHub and GitLab line by line on a Debian where the package is installed, as the services do:
# the package comes by https from an address, its digest is compared, and what the sync wrote is pushed.
#
#   Tests/Package/recipes.sh PACKAGES CHROOT
#
# In the place of the service there are a bare repository, a server for the package, and variables in the environment.
set -eu

packages=$(cd "$1" && pwd) chroot=$(cd "$2" && pwd)
deb=$(basename "$(ls "$packages"/mentorbook_*.deb)")
sum=$(sha256sum "$packages/$deb" | cut -d' ' -f1)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

# A server that only a caller who has its certificate trusts.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1 \
  -addext subjectAltName=IP:127.0.0.1 -keyout "$work/key" -out "$work/certificate" 2>/dev/null
python3 - "$packages" "$work" <<'PYTHON' &
import functools, http.server, pathlib, ssl, sys
packages, work = sys.argv[1:]
class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=packages))
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(f"{work}/certificate", f"{work}/key")
server.socket = context.wrap_socket(server.socket, server_side=True)
pathlib.Path(f"{work}/port.new").write_text(str(server.server_address[1]))
pathlib.Path(f"{work}/port.new").rename(f"{work}/port")
server.serve_forever()
PYTHON
server=$!
until [ -e "$work/port" ]; do sleep 0.1; done
rm -rf "$chroot/home/recipes" && mkdir -p "$chroot/home/recipes"
cp "$work/certificate" "$chroot/home/recipes/certificate"

inside() {
  unshare --mount --pid --fork --mount-proc="$chroot/proc" chroot "$chroot" /usr/bin/env -i HOME=/home/recipes LANG=C.UTF-8 \
    PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive \
    CURL_CA_BUNDLE=/home/recipes/certificate MENTORBOOK_DEB="https://127.0.0.1:$(cat "$work/port")/$deb" \
    MENTORBOOK_SHA256="${SUM:-$sum}" ROSTER_TOKEN=planted-token-2718 GITHUB_ACTIONS=true \
    GITHUB_STEP_SUMMARY=/home/recipes/summary CI_SERVER_URL=file:///home/recipes CI_PROJECT_PATH=remote \
    CI_COMMIT_BRANCH=main PUSH_TOKEN=planted-token-1618 "$@"
}

# A step of the workflow, or a part of the pipeline, as a script.
github() {
  awk -v name="$1" '
    /^ *- name: / { on = ($0 ~ "- name: " name "$"); run = 0 }
    on && run && /^          / { print substr($0, 11); next }
    on && run && NF { run = 0 }
    on && /^        run: \|$/ { run = 1 }' .github/workflows/nightly.yml
}
gitlab() {
  awk '
    /^  before_script:$/ { lines = 1; next }
    /^  script:$/ { lines = 0; block = 1; next }
    /^  [a-z]/ { lines = block = 0 }
    lines { sub(/^    - /, ""); print }
    block && /^      / { print substr($0, 7) }' .gitlab-ci.yml
}

# What the last run is to end with, and what the last commit at the remote is to be.
expect() {
  [ "$1" = "$2" ] || { cat "$work/log" >&2; echo "$3 ended with $1, not $2" >&2; exit 1; }
  ! grep -q planted-token "$work/log" || { echo "$3 told a secret" >&2; exit 1; }
}
pushed() { inside git --git-dir=/home/recipes/remote.git log -1 --format=%s main; }

run() {
  code=0
  inside sh -c "cd /home/recipes/site && $1" >"$work/log" 2>&1 || code=$?
}

use_github() {
  cd "$chroot/home/recipes/site"
  for step in "$@"; do
    github "$step" >"$chroot/home/recipes/step.sh"
    [ -s "$chroot/home/recipes/step.sh" ] || { echo "no step '$step'" >&2; exit 1; }
    run "sh -e ../step.sh"
    expect "$code" 0 "GitHub's step '$step'"
    [ "$step" != Run ] || cp "$work/log" "$work/night"
  done
  cd - >/dev/null
}

use_gitlab() {
  cd "$chroot/home/recipes/site"
  gitlab >"$chroot/home/recipes/step.sh"
  run "bash -eo pipefail ../step.sh"
  expect "$code" "$1" "GitLab's job"
  cd - >/dev/null
}

# A site with a roster, as its office keeps it. The package leaves, for the recipes bring it.
inside sh -ec '
  apt-get install -y -q -o Dpkg::Use-Pty=0 --no-install-recommends ca-certificates curl git openssh-client rsync >/dev/null 2>&1
  cd /home/recipes && mentorbook init site >/dev/null && cd site
  printf "sources:\n  - {name: crm, command: [sh, -c, \"test \$ROSTER_TOKEN = planted-token-2718 && cat roster.csv\"]}\nkey: ID\nfields: {name: Name, email: Email}\nconsent: {column: OK, given: [\"Yes\"], withdrawn: [\"No\"]}\n" >content/sync.yaml
  printf "ID,Name,Email,OK\n1,Nova Newcomer,nova@example.edu,Yes\n2,Omar Other,omar@example.edu,Yes\n" >content/roster.csv
  printf "targets: [{name: web, folder: www}]\n" >content/publish.yaml
  mentorbook sync --bootstrap >/dev/null
  for name in github gitlab; do mentorbook init --ci $name >/dev/null; done
  printf "output/\nwww/\n.mentorbook/\n" >.gitignore
  git init -q --bare -b main ../remote.git && git init -q -b main .
  git add --all && git -c user.name=Office -c user.email=office@localhost commit -q -m "The site"
  git remote add origin /home/recipes/remote.git && git push -q -u origin main
  apt-get purge -y -q -o Dpkg::Use-Pty=0 mentorbook >/dev/null'

echo "3,Pia Person,pia@example.edu,Yes" >>"$chroot/home/recipes/site/content/roster.csv"
use_github "Install the basics" "Install Mentorbook" "Run" "Keep what the sync wrote"
[ "$(pushed)" = "Take in the roster" ] || { echo "GitHub's workflow pushed nothing" >&2; exit 1; }
[ -e "$chroot/home/recipes/site/www/current/index.html" ] && grep -q "^# Nightly run" "$chroot/home/recipes/summary"
grep -l "Pia Person" "$chroot"/home/recipes/site/www/current/mentors/*/index.html >/dev/null

# Something waits for a person: a warning for both, and the rest is published.
printf -- '---\nname: Broken\ntimezone: Nowhere\nconsent: true\n---\n' >"$chroot/home/recipes/site/content/mentors/broken.md"
use_github "Run" "Keep what the sync wrote"
grep -q "^::warning::" "$work/night" || { cat "$work/night" >&2; echo "GitHub's workflow did not warn" >&2; exit 1; }
echo "4,Rae Roe,rae@example.edu,Yes" >>"$chroot/home/recipes/site/content/roster.csv"
use_gitlab 10
grep -q "exit_codes: 10" "$chroot/home/recipes/site/.gitlab-ci.yml"
inside git --git-dir=/home/recipes/remote.git show main:content/mentors/rae-roe.md >/dev/null
# Another package than the one that was looked at is not installed.
SUM=$(printf '%064d' 0)
use_gitlab 1
echo "    GitHub's steps and GitLab's job: run, pushed, and warned"
