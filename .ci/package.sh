#!/bin/sh
# Makes a package for machines without Swift: a .deb for the Debian that this runs on, or a .tar.gz.
#
#   .ci/package.sh deb|tarball COMMAND MANUAL FOLDER
#
# COMMAND is the program, linked with Swift's libraries inside; MANUAL its manual page; FOLDER gets the package.
set -eu

kind=$1 command=$2 manual=$3 folder=$4
version=$("$command" --version)
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# mktemp's folder is its maker's alone; what is packed is everybody's.
chmod 755 "$work"
umask 022
# The same sources make the same package: what is in it is as old as the last change.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

# Lays out what is installed below a folder.
lay_out() {
  share=$1/share
  install -d "$1/bin" "$share/man/man1" "$share/mentorbook" "$share/bash-completion/completions" \
    "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d"
  install -m 755 "$command" "$1/bin/mentorbook"
  strip --strip-unneeded --remove-section=.comment --remove-section=.note "$1/bin/mentorbook"
  gzip -9n <"$manual" >"$share/man/man1/mentorbook.1.gz"
  cp -R themes content "$share/mentorbook/"
  rm -rf "$share/mentorbook/content/.sync"
  "$command" --generate-completion-script bash >"$share/bash-completion/completions/mentorbook"
  "$command" --generate-completion-script zsh >"$share/zsh/vendor-completions/_mentorbook"
  "$command" --generate-completion-script fish >"$share/fish/vendor_completions.d/mentorbook.fish"
  document "$share/doc/mentorbook"
  find "$1" -type d -exec chmod 755 {} +
  find "$1" -type f ! -path '*/bin/*' -exec chmod 644 {} +
}

document() {
  install -d "$1"
  cp LICENSE "$1/copyright"
  cp README.md CHANGELOG.md "$1/"
  gzip -9n "$1/CHANGELOG.md"
  mv "$1/CHANGELOG.md.gz" "$1/changelog.gz"
}

# The libraries that the program is linked to, as Debian's packages with their versions.
depends() {
  mkdir -p "$work/debian"
  printf 'Source: mentorbook\n\nPackage: mentorbook\nArchitecture: any\n' >"$work/debian/control"
  (cd "$work" && dpkg-shlibdeps -O "$1" 2>/dev/null) | sed -n 's/^shlibs:Depends=//p'
}

control() {
  size=$(du -k -s "$work/root" | cut -f1)
  cat <<END
Package: mentorbook
Version: $version
Architecture: $architecture
Maintainer: Mentorbook maintainers <maintainers@mentorbook.example.org>
Installed-Size: $size
Depends: $(depends "$work/root/usr/bin/mentorbook"), tzdata
Recommends: ca-certificates, curl, libvips-tools
Suggests: git, openssh-client, postgresql-client, rclone, rsync
Section: web
Priority: optional
Description: static site generator for university mentor directories
 Mentorbook makes a site of mentor profiles and a mentorship guide, both
 written in Markdown: a directory to explore, profiles, and requests that
 students send by their own mail and calendar. It needs no server and no
 database, keeps profiles in step with the university's roster, and publishes
 to a folder, over rsync, to a git branch or to storage that speaks S3.
END
}

mkdir -p "$folder"
case $kind in
deb)
  lay_out "$work/root/usr"
  mkdir -p "$work/root/DEBIAN"
  control >"$work/root/DEBIAN/control"
  (cd "$work/root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
  package=$folder/mentorbook_${version}_$architecture.deb
  dpkg-deb --root-owner-group -Zxz --build "$work/root" "$package" >/dev/null
  ;;
tarball)
  name=mentorbook-$version-linux-$(uname -m)
  lay_out "$work/$name"
  package=$folder/$name.tar.gz
  tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C "$work" -c "$name" \
    | gzip -9n >"$package"
  ;;
*)
  echo "package.sh: '$kind' is neither deb nor tarball" >&2
  exit 64
  ;;
esac
echo "$package ($(du -h "$package" | cut -f1))"
