"""A folder of releases: what readers of a web server see, whatever happens to the run that publishes."""

import os
import re
import subprocess
import threading
import urllib.request
from itertools import count
from pathlib import Path

import pytest
from built_site.nginx import serving
from published_site.reader import Broken, folder_fetch, read
from published_site.workshop import KILLED, STRIDE, Workshop, command, moment, pages

SETTINGS = "targets:\n  - name: campus\n    folder: www\n    keep: 3\n"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    workshop = Workshop(tmp_path)
    workshop.settings(SETTINGS)
    return workshop


def shown(workshop: Workshop) -> set[str]:
    return read(folder_fetch(str(workshop.folder / "www/current")))


def releases(workshop: Workshop) -> list[str]:
    return sorted(os.listdir(workshop.folder / "www/releases"))


def test_a_plan_says_what_would_be_done_and_does_nothing(workshop: Workshop) -> None:
    workshop.build(pages("v1"))
    run = workshop.publish("--plan", code=2)
    assert "+ index.html" in run.stdout and not (workshop.folder / "www").exists()
    workshop.publish()
    assert shown(workshop) == {"v1"}
    assert "nothing to do" in workshop.publish("--plan").stdout
    assert "nothing to do" in workshop.publish().stdout and len(releases(workshop)) == 1


def test_fifty_switches_under_load_show_no_error_and_no_mixed_page(workshop: Workshop) -> None:
    workshop.build(pages("v0", mentors=8))
    workshop.publish()
    with serving_link(workshop) as home:
        load = subprocess.Popen(["wrk", "-t1", "-c8", "-d120s", home + "index.html"], stdout=subprocess.PIPE, text=True)
        stop, met, broken = threading.Event(), set[str](), list[BaseException]()
        readers = [threading.Thread(target=keep_reading, args=(home, stop, met, broken)) for _ in range(3)]
        for reader in readers:
            reader.start()
        for number in range(1, 51):
            workshop.build(pages(f"v{number}", mentors=8), as_of=f"2027-03-01T07:{number:02}:00Z")
            workshop.publish()
        stop.set()
        for reader in readers:
            reader.join()
        load.send_signal(2)
        report = load.communicate()[0]
    assert not broken, broken[:3]
    assert len(met) >= 25, f"the readers met only {len(met)} versions"
    requests = int(re.search(r"(\d+) requests in", report)[1])
    assert requests > 5000 and "Non-2xx" not in report and "Socket errors" not in report, report
    assert len(releases(workshop)) == 3


def serving_link(workshop: Workshop):
    """nginx with the link as its root, as docs/publishing.md has it."""
    link = workshop.folder / "www/current"

    class Unresolved:
        # The server's own helper would resolve the link once and for all.
        def resolve(self) -> str:
            return str(link)

    return home_of(serving(Unresolved(), "/usr/sbin/nginx"))


class home_of:
    def __init__(self, server) -> None:
        self.server = server

    def __enter__(self) -> str:
        return self.server.__enter__().home

    def __exit__(self, *error: object) -> None:
        self.server.__exit__(*error)


def keep_reading(home: str, stop: threading.Event, met: set[str], broken: list[BaseException]) -> None:
    """Reads a page, then what it names: that has to be there though the site was switched in between."""
    def fetch(path: str) -> str | None:
        with urllib.request.urlopen(home + path, timeout=10) as answer:
            return answer.read().decode()

    while not stop.is_set():
        try:
            met |= read(fetch)
        except BaseException as error:  # noqa: BLE001 -- whatever it is, it is to be shown
            broken.append(error)


def test_rollback_shows_the_release_before_and_the_one_before_that(workshop: Workshop) -> None:
    for number in (1, 2, 3):
        workshop.build(pages(f"v{number}"), as_of=f"2027-03-0{number}T06:00:00Z")
        workshop.publish("--as-of", f"2027-03-0{number}T07:00:00Z")
    workshop.publish("--rollback", "--as-of", "2027-03-03T08:00:00Z")
    assert shown(workshop) == {"v2"}
    # Who has a page of v3 still finds what it names.
    assert (workshop.folder / "www/current" / next(p for p in pages("v3") if "site-" in p)).exists()
    workshop.publish("--rollback", "--as-of", "2027-03-03T09:00:00Z")
    assert shown(workshop) == {"v1"}
    workshop.publish("--rollback", code=20)
    workshop.publish()
    assert shown(workshop) == {"v3"}


def test_rollback_brings_nobody_back_who_was_taken_off(workshop: Workshop) -> None:
    workshop.build(pages("v1", mentors=4))
    workshop.publish("--as-of", "2027-03-01T07:00:00Z")
    workshop.build(pages("v2", mentors=3))
    workshop.publish("--as-of", "2027-03-02T07:00:00Z")
    assert "1 profile that was taken off" in workshop.publish("--rollback", code=20).stderr
    assert shown(workshop) == {"v2"}
    workshop.publish("--rollback", "--bring-back")
    assert shown(workshop) == {"v1"}


def test_what_older_pages_name_lives_on_for_a_week(workshop: Workshop) -> None:
    old = next(path for path in pages("v1") if "site-" in path)
    for day in range(1, 11):
        workshop.build(pages(f"v{day}"), as_of=f"2027-03-{day:02}T06:00:00Z")
        workshop.publish("--as-of", f"2027-03-{day:02}T07:00:00Z")
        # It left the site on the second day.
        assert (workshop.folder / "www/current" / old).exists() == (day < 9), day


def test_what_tells_of_somebody_who_left_does_not_live_on(workshop: Workshop) -> None:
    first = pages("v1", mentors=4)
    workshop.build(first)
    workshop.publish()
    workshop.build(pages("v2", mentors=3))
    workshop.publish()
    for path in first:
        gone = path.startswith("search/") or "mentor-3" in path
        assert (workshop.folder / "www/current" / path).exists() != gone, path
    workshop.publish("--forget")
    assert len(releases(workshop)) == 1
    assert not (workshop.folder / "www/current" / next(path for path in first if "site-" in path)).exists()


@pytest.mark.parametrize("why, change, code, words", [
    ("a build with errors", lambda w: w.build(pages("v2"), errors=1), 20, "had 1 error"),
    ("an older build", lambda w: w.build(pages("v2"), as_of="2027-02-01T06:00:00Z"), 20, "as of 2027-02-01"),
    ("a file that was changed", lambda w: (w.folder / "output/index.html").write_text("mine"), 20, "not as the build left it"),
    ("a file that is gone", lambda w: (w.folder / "output/index.html").unlink(), 20, "not as the build left it"),
    ("a build cut off", lambda w: (w.folder / "output/.mentorbook").write_text("mentorbook output 1\n"), 20, "did not come to its end"),
    ("no output", lambda w: (w.folder / "output").rename(w.folder / "elsewhere"), 20, "no folder"),
    ("an empty site", lambda w: w.build({}), 20, "no index.html"),
    ("no settings", lambda w: (w.folder / "content/publish.yaml").unlink(), 64, "no settings"),
    ("wrong settings", lambda w: w.settings("targets: [{name: campus}]"), 64, "has no place"),
])
def test_refused_and_the_old_site_stays(workshop: Workshop, why: str, change, code: int, words: str) -> None:
    workshop.build(pages("v1"))
    workshop.publish()
    change(workshop)
    assert words in workshop.publish(code=code).stderr, why
    assert shown(workshop) == {"v1"}


def test_a_real_build_tells_of_its_errors_and_of_who_is_not_on_the_site(workshop: Workshop) -> None:
    content = {
        "site.yaml": "title: Mentors\nbase_url: https://mentors.example.edu/\ncontact: {email: office@example.edu}\n",
        "mentors/ana.md": "---\nname: Ana\n---\n", "mentors/bad.md": "---\nname: Bad\ntimezone: America/NewYork\n---\n",
        "guide/index.md": "---\ntitle: Guide\n---\n\nHello.\n", "guide/faq.md": "---\ntitle: FAQ\norder: x\n---\n",
        "mentors/out.md": "---\nname: Out\nconsent: false\ntimezone: Nowhere\n---\n",
        "mentors/away.md": "---\nname: Away\nstatus: hidden\n---\n", "mentors/torn.md": "---\nname: 'Torn\n---\n",
        "mentors/draft.md": "---\nname: Draft\ndraft: true\n---\n",
    }
    for path, text in content.items():
        (workshop.folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (workshop.folder / "content" / path).write_text(text)
    build = [command(), "build", "--quiet"]
    assert subprocess.run(build, cwd=workshop.folder, capture_output=True, check=False).returncode == 1
    assert "had 4 errors" in workshop.publish(code=20).stderr
    [note] = (workshop.folder / ".mentorbook/unpublished").iterdir()
    assert note.read_text().splitlines()[2:] == [
        "kept-back mentors/away/", "kept-back mentors/out/", "unread mentors/torn/", "faulty guide/faq/", "end"]
    for path in ("mentors/bad.md", "mentors/out.md", "mentors/away.md", "mentors/torn.md", "guide/faq.md"):
        (workshop.folder / "content" / path).unlink()
    subprocess.run(build, cwd=workshop.folder, check=True)
    assert not note.exists()
    workshop.publish()
    assert (workshop.folder / "www/current/mentors/ana/index.html").exists()
    assert not (workshop.folder / "www/current/.mentorbook").exists()


def test_more_pages_than_the_limit_go_only_when_told(workshop: Workshop) -> None:
    workshop.build(pages("v1", mentors=200))
    workshop.publish()
    workshop.build(pages("v2", mentors=180))
    workshop.publish()
    workshop.build(pages("v3", mentors=159))
    assert "21 of 183 pages would be removed, and the limit is 20" in workshop.publish(code=20).stderr
    workshop.publish("--plan", code=20)
    assert shown(workshop) == {"v2"}
    workshop.publish("--allow-removals")
    assert shown(workshop) == {"v3"}


def test_other_peoples_files_are_not_touched(workshop: Workshop) -> None:
    mine = workshop.folder / "www/index.html"
    mine.parent.mkdir()
    mine.write_text("mine")
    workshop.build(pages("v1"))
    assert "did not publish, such as 'index.html'" in workshop.publish(code=20).stderr
    workshop.publish("--take-over")
    assert mine.read_text() == "mine" and shown(workshop) == {"v1"}


def test_two_runs_at_once(workshop: Workshop) -> None:
    workshop.build(pages("v1"))
    for folder in ("output", ".mentorbook/publish/campus", ".mentorbook/publish/campus/programs", "www"):
        (workshop.folder / folder).mkdir(parents=True, exist_ok=True)
        holder = subprocess.Popen(["flock", "--no-fork", str(workshop.folder / folder), "sh", "-c", "echo; exec sleep 60"], stdout=subprocess.PIPE)
        holder.stdout.readline()
        assert "another run" in workshop.publish(code=30).stderr
        holder.kill()
        holder.wait()
    workshop.publish()


CALLS = ["mkdir", "openat", "write", "link", "symlink", "rename", "syncfs", "unlink", "rmdir"]


@pytest.mark.parametrize("call", CALLS)
def test_killed_at_every_call_readers_see_the_old_or_the_new_site(workshop: Workshop, call: str) -> None:
    before, killed = "v0", 0
    # As many releases as are kept, so that each run removes one.
    for number in (-2, -1, 0):
        workshop.build(pages(f"v{number}", mentors=1), as_of=moment(number))
        workshop.publish("--as-of", moment(number))
    for number in count(1, STRIDE * (3 if call == "openat" else 1)):
        workshop.build(pages(f"v{number}", mentors=1), as_of=moment(number))
        run = workshop.publish("--jobs", "1", "--as-of", moment(number), code=None, under=(
            "strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={number}"))
        assert shown(workshop) in ({before}, {f"v{number}"}), number
        if run.returncode not in KILLED:
            assert run.returncode == 0, run.stderr
            break
        killed += 1
        workshop.publish("--as-of", moment(number))
        before = f"v{number}"
        assert shown(workshop) == {before}
        no_litter(workshop)
    assert killed > 0, f"{call} never came"


@pytest.mark.parametrize("call, error", [("write", "ENOSPC"), ("write", "EIO"), ("link", "EDQUOT"), ("mkdir", "ENOSPC"),
                                         ("symlink", "ENOSPC"), ("rename", "EROFS"), ("syncfs", "EIO"), ("openat", "EMFILE")])
def test_an_error_at_every_call_leaves_the_old_site_or_tells(workshop: Workshop, call: str, error: str) -> None:
    workshop.build(pages("v0", mentors=1))
    workshop.publish()
    failures, before = 0, "v0"
    # The first that are opened are the system's libraries.
    for number in range(14, 29) if call == "openat" else range(1, 16):
        workshop.build(pages(f"v{number}", mentors=1), as_of=moment(number))
        run = workshop.publish("--jobs", "1", "--as-of", moment(number), code=None, under=(
            "strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={number}"))
        seen = shown(workshop)
        if run.returncode == 23:
            assert seen == {before}
        elif run.returncode == 24:
            assert seen == {f"v{number}"}
        failures += run.returncode in (23, 24)
        workshop.publish("--as-of", moment(number))
        before = f"v{number}"
        assert shown(workshop) == {before}
        no_litter(workshop)
    assert failures > 0


def no_litter(workshop: Workshop) -> None:
    left = [path for path in (workshop.folder / "www").rglob("*mentorbook-partial*")]
    assert not left and len(releases(workshop)) <= 3, left


@pytest.mark.skipif(os.getuid() != 0, reason="only root can mount")
@pytest.mark.parametrize("limit", ["size=64k", "nr_inodes=20"])
def test_a_full_disk_leaves_the_old_site(workshop: Workshop, limit: str) -> None:
    www = workshop.folder / "www"
    www.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", limit, "tmpfs", www], check=False)
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        workshop.build(pages("v1", mentors=1) if "size" in limit else {"index.html": pages("v1")["404.html"], **parts("v1")})
        workshop.publish()
        old = shown(workshop)
        workshop.build(pages("v2", mentors=12, padding=4000))
        assert "No space left" in workshop.publish(code=23).stderr
        assert shown(workshop) == old
        no_litter(workshop)
    finally:
        subprocess.run(["umount", "-l", www], check=True)


def parts(version: str) -> dict[str, str]:
    return {path: text for path, text in pages(version).items() if "site-" in path or "search/" in path}


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_a_folder_that_may_not_be_written_to(workshop: Workshop) -> None:
    workshop.build(pages("v1"))
    workshop.publish()
    workshop.build(pages("v2"))
    for place in [workshop.folder, *workshop.folder.rglob("*")]:
        if "www" not in place.parts and not place.is_symlink():
            os.chown(place, 65534, 65534)
    for parent in workshop.folder.parents:
        if not parent.stat().st_mode & 0o005:
            parent.chmod(parent.stat().st_mode | 0o055)
    run = workshop.publish(code=23, under=("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"))
    assert "Permission denied" in run.stderr and shown(workshop) == {"v1"}


def test_the_reader_of_these_tests_sees_what_is_wrong() -> None:
    site = pages("v1")
    for path, text in list(site.items()):
        if "site-" in path or path == "explore/index.html":
            with pytest.raises(Broken):
                read(lambda p, path=path: None if p == path else site.get(p))
            with pytest.raises(Broken):
                read(lambda p, path=path: site.get(p, "")[:20] if p == path else site.get(p)) if path.endswith("html") else read(
                    lambda p, path=path: "v2" if p == path else site.get(p))
