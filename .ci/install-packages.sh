#!/bin/sh
# Installs the named Debian packages that are missing; asks for no password where none is needed.
set -eu

missing=""
for package in "$@"; do
  if ! dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then
    missing="$missing $package"
  fi
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "These packages are missing, and there is no apt-get to install them:$missing" >&2
  exit 1
fi

run=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "These packages are missing; install them as root and try again:$missing" >&2
    exit 1
  fi
  # sudo drops what it does not know from the environment.
  run="sudo env DEBIAN_FRONTEND=noninteractive"
fi

echo "==> Installing$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 -- the list is meant to be split
if ! $run apt-get install -y -q --no-install-recommends $missing; then
  # The package lists may be missing or old.
  $run apt-get update -q
  $run apt-get install -y -q --no-install-recommends $missing
fi
