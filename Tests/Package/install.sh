#!/bin/sh
# Installs the packages on a Debian that has no Swift and nothing of ours, and builds a site there as its owner would.
#
#   Tests/Package/install.sh PACKAGES CHROOT
#
# PACKAGES is the folder of the .deb and the .tar.gz; CHROOT becomes the Debian, and is kept for the next time.
# As root, for chroot needs it; `make test-package` asks sudo where that is needed.
set -eu

packages=$1 chroot=$2
deb=$(ls "$packages"/mentorbook_*.deb)
tarball=$(ls "$packages"/mentorbook-*.tar.gz)
. /etc/os-release
mirror=$(apt-get indextargets --format '$(SITE) $(CODENAME)' 'Identifier: Packages' \
  | awk -v suite="$VERSION_CODENAME" '$2 == suite { print $1; exit }')

if [ ! -e "$chroot/complete" ]; then
  echo "==> Installing Debian $VERSION_CODENAME into $chroot (about a minute)"
  rm -rf "$chroot"
  debootstrap --variant=minbase "$VERSION_CODENAME" "$chroot" "${mirror:-http://deb.debian.org/debian}" >"$chroot.log" 2>&1 \
    || { tail -20 "$chroot.log" >&2; exit 1; }
  touch "$chroot/complete"
fi

# Runs a command in that Debian, with processes of its own (Swift's programs read their arguments in /proc).
inside() { unshare --mount --pid --fork --mount-proc="$chroot/proc" chroot "$chroot" /usr/bin/env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"; }

# What a person does after installing; $1 tells how it came.
use() {
  inside sh -ec '
    if command -v swift >/dev/null || find / -xdev -name "libswiftCore*" | grep -q .; then echo "Swift is here" >&2; exit 1; fi
    mentorbook --version
    rm -rf /home/site && cd /home && mentorbook init site && cd site
    mentorbook check --as-of 2026-11-24T12:00:00Z
    mentorbook build --as-of 2026-11-24T12:00:00Z'
  pages=$(find "$chroot/home/site/output" -name index.html | wc -l)
  [ "$pages" -gt 20 ] || { echo "the site has $pages pages only" >&2; exit 1; }
  echo "    $1: a site of $pages pages"
}

echo "==> Installing $(basename "$deb")"
cp "$deb" "$chroot/tmp/mentorbook.deb"
inside sh -ec 'export DEBIAN_FRONTEND=noninteractive
  apt-get purge -y -q -o Dpkg::Use-Pty=0 mentorbook >/dev/null 2>&1 || true
  apt-get install -y -q -o Dpkg::Use-Pty=0 --no-install-recommends /tmp/mentorbook.deb >/tmp/install.log 2>&1 || { cat /tmp/install.log >&2; exit 1; }
  test -s /usr/share/man/man1/mentorbook.1.gz -o -e /etc/dpkg/dpkg.cfg.d/docker
  bash -n /usr/share/bash-completion/completions/mentorbook'
use "the .deb"
"$(dirname "$0")/recipes.sh" "$packages" "$chroot"
inside apt-get purge -y -q -o Dpkg::Use-Pty=0 mentorbook >/dev/null
[ ! -e "$chroot/usr/bin/mentorbook" ] && [ ! -e "$chroot/usr/share/mentorbook" ] \
  || { echo "purging left something behind" >&2; exit 1; }

echo "==> Unpacking $(basename "$tarball")"
# Its libraries stay installed from before, as the README asks for them.
inside tar -xz -C /usr/local --strip-components=1 <"$tarball"
use "the tarball"
inside sh -c 'rm -rf /usr/local/bin/mentorbook /usr/local/share/mentorbook /home/site'
