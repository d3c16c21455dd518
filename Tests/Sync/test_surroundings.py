"""What a machine may have against a run: no room, no rights, another zone, another language, a clock that is wrong."""

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from Sync.faults import Night, tree

ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(os.environ.get("MENTORBOOK") or ROOT / ".build/release/mentorbook").resolve()
DONE, REFUSED = 0, 22
NIGHT = ["--as-of", "2027-02-10T12:00:00Z", "--jobs", "1"]


@pytest.fixture(scope="module")
def night() -> Iterator[Night]:
    # pytest's own folders are closed to other users.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield Night(str(COMMAND), folder)


@pytest.fixture(autouse=True)
def evening(night: Night) -> None:
    """Each test begins at the same evening."""
    night.reset()


def profiles(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: text for name, text in files.items() if name.startswith("mentors/")}


# MARK: No room

def test_a_full_disk_leaves_the_old_bytes_and_with_room_the_next_run_makes_the_new_ones(night: Night, tmp_path: Path) -> None:
    codes = []
    # From no page at all to room for everything.
    for pages in itertools.count():
        into = tmp_path / str(pages)
        into.mkdir()
        script = Path(__file__).with_name("full_disk.sh")
        subprocess.run(
            ["unshare", "-rm", str(script), str(night.start), str(pages), str(into), night.command, "sync", "--apply", *NIGHT],
            check=True, timeout=120)
        code, following = map(int, (into / "codes").read_text().split())
        codes.append(code)
        full = tree(into / "full")
        if code == DONE:
            assert full == night.after
            break
        assert code == REFUSED, (into / "said").read_text()
        # Each file is the old or the new one; the state is the old one, for not all is done.
        assert full[".sync/state.json"] == night.before[".sync/state.json"]
        for name in profiles(night.before | night.after | full):
            assert full.get(name) in (night.before.get(name), night.after.get(name)), name
        assert (following, tree(into / "room")) == (DONE, night.after), f"{pages} pages"
    assert codes.count(REFUSED) >= 5


# MARK: No rights

@pytest.fixture
def visitor(night: Night) -> Iterator[list[str]]:
    """What to put before a command so that the content's rights count: root may do everything."""
    if os.geteuid() != 0:
        yield []
        return
    # The command may be where only root may look.
    copy = night.start.parent / "mentorbook"
    if not copy.exists():
        shutil.copy(night.command, copy)
    for path in [night.work, *night.work.rglob("*")]:
        os.chown(path, 65534, 65534)
    yield ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def sync(night: Night, visitor: list[str], *options: str) -> subprocess.CompletedProcess[str]:
    copy = night.start.parent / "mentorbook"
    words = [*visitor, str(copy if copy.exists() else night.command), "sync", *(options or ["--apply"])]
    return subprocess.run([*words, "--content", str(night.work), *NIGHT], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(("path", "mode"), [
    (".", 0o555), (".sync", 0o555), ("mentors", 0o555), (".sync/state.json", 0o000), ("mentors/person-c.md", 0o000),
    ("mentors", 0o000), ("sync.yaml", 0o000), (".sync/key", 0o000),
], ids=str)
def test_content_that_may_not_be_written_or_read_is_left_as_it_is(night: Night, visitor: list[str], path: str, mode: int) -> None:
    place = night.work / path
    usual = place.stat().st_mode
    place.chmod(mode)
    try:
        result = sync(night, visitor)
    finally:
        place.chmod(usual)
    after = tree(night.work)
    if path == ".":
        # No name at its top has to change.
        assert (result.returncode, after) == (DONE, night.after)
        return
    assert result.returncode == REFUSED, result
    assert "Permission denied" in result.stderr
    assert profiles(after) == profiles(night.before)
    assert after[".sync/state.json"] == night.before[".sync/state.json"]
    assert (sync(night, visitor).returncode, tree(night.work)) == (DONE, night.after)


def test_somebody_without_rights_gets_21_for_the_roster_and_changes_nothing(night: Night, visitor: list[str]) -> None:
    (night.work / "roster.csv").chmod(0o000)
    result = sync(night, visitor)
    assert result.returncode == 21 and "Permission denied" in result.stderr
    assert tree(night.work) == night.before


def test_a_content_folder_that_is_mounted_to_be_read_only_is_left_as_it_is(night: Night) -> None:
    script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'
    result = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", str(night.work), night.command, "sync", "--apply", "--content",
         str(night.work), *NIGHT], capture_output=True, text=True, timeout=60)
    assert result.returncode == REFUSED and "Read-only file system" in result.stderr, result
    assert tree(night.work) == night.before


# MARK: Another zone, another language, another time

def surrounded(night: Night, *before: str, day: str | None = "2027-02-10", **environment: str) -> subprocess.CompletedProcess[str]:
    options = ["--as-of", f"{day}T12:00:00Z"] if day else []
    return subprocess.run(
        [*before, night.command, "sync", "--apply", "--content", str(night.work), *options], env=os.environ | environment,
        capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Nowhere/At_All", ""])
@pytest.mark.parametrize("language", ["C", "tr_TR.UTF-8", "ar_EG.UTF-8"])
def test_zone_and_language_of_the_machine_have_no_say(night: Night, zone: str, language: str) -> None:
    assert surrounded(night, TZ=zone, LC_ALL=language, LANG=language).returncode == DONE
    assert tree(night.work) == night.after


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_day_is_that_of_the_sites_clock_whatever_the_machines_says(night: Night, zone: str) -> None:
    assert surrounded(night, "faketime", "@1802260800", day=None, TZ=zone).returncode == DONE
    assert tree(night.work) == night.after


@pytest.mark.parametrize("moment", ["2026-06-01", "1970-01-02"])
def test_a_clock_that_was_set_back_purges_nobody_then_or_later(night: Night, moment: str) -> None:
    result = surrounded(night, "faketime", f"{moment} 12:00:00", day=None, TZ="UTC")
    assert result.returncode == DONE, result
    # The person missing since January stays; who is missing since tonight is hidden.
    assert (night.work / "mentors/person-cj.md").exists()
    assert "status: hidden" in (night.work / "mentors/person-i.md").read_text()
    # The clock is right again: what was due is done, and nobody is missing since 1970.
    assert night.run(night.work, "--apply", day="2027-01-20").returncode == DONE
    assert (night.work / "mentors/person-cj.md").exists()
    assert (night.work / "mentors/person-i.md").exists()
    assert night.run(night.work, "--apply").returncode == DONE
    assert not (night.work / "mentors/person-cj.md").exists()
