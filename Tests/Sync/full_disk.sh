#!/bin/sh
# A night on a disk that has room for PAGES more pages, and the next one with room enough. Runs as `unshare -rm` lets it.
#
#   full_disk.sh START PAGES INTO COMMAND…    COMMAND is run in the folder that holds content/
#
# Writes INTO/full and INTO/room, the content after each, and INTO/codes, how each ended.
set -eu
start=$1 pages=$2 into=$3
shift 3
disk=$into/disk
mkdir -p "$disk"
mount -t tmpfs -o size=1m none "$disk"
cp -R "$start" "$disk/content"
dd if=/dev/zero of="$disk/filler" bs=4096 2>/dev/null || true
truncate -s "-$((pages * 4096))" "$disk/filler"
cd "$disk"
code=0
"$@" >"$into/said" 2>&1 || code=$?
cp -R "$disk/content" "$into/full"
rm "$disk/filler"
next=0
"$@" >>"$into/said" 2>&1 || next=$?
cp -R "$disk/content" "$into/room"
echo "$code $next" >"$into/codes"
