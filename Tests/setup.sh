#!/usr/bin/env bash
# Prepares the site tests on a bare Debian 12: a browser, Java for the Nu checker, fonts, what sites are published with
# and to (and what breaks that on purpose), a directory to read rosters from, a clock that is wrong, and .venv-tests/ with
# requirements.txt. Installs only what is missing, so that the second run takes no time. CHROMIUM names a browser of your
# own.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
venv="$root/.venv-tests"
requirements="$root/Tests/requirements.txt"

packages=(caddy faketime fonts-noto-core git ldap-utils nginx-light openssh-client openssh-server rclone rsync slapd strace systemd
  wrk)
[ -n "${CHROMIUM:-}" ] || command -v chromium-headless-shell >/dev/null || packages+=(chromium-headless-shell)
command -v java >/dev/null || packages+=(default-jre-headless)
if ! command -v python3 >/dev/null; then
  packages+=(python3 python3-venv)
elif ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
  packages+=(python3-venv)
fi
"$root/.ci/install-packages.sh" "${packages[@]}"

# The stamp says which list, and which Python, the folder was made for.
stamp=$({ cat "$requirements"; python3 --version; echo "$venv"; } | sha256sum | cut -d ' ' -f 1)
if [ "$(cat "$venv/stamp" 2>/dev/null)" = "$stamp" ] && "$venv/bin/python" -c '' 2>/dev/null; then
  exit 0
fi

echo "==> Preparing Python for the site tests in .venv-tests/ (about half a minute)"
python3 -m venv --clear "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$requirements"
echo "$stamp" >"$venv/stamp"
echo "==> The site tests are ready"
