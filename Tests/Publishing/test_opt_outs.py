"""Whoever says that they are not to be shown is off every kind of target tonight, whatever limit holds the rest."""

import io
import subprocess
import tarfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from published_site.places import host, step_killer, storage
from published_site.reader import folder_fetch, read, whole
from published_site.workshop import KILLED, STRIDE, Workshop, digest, moment, pages

KINDS = ["folder", "rsync", "git", "s3"]
PHOTO = f"assets/photos/mentor-12-{digest('photo')}.jpg"
# More pages than the limit leave; mentor-11 shows mentor-1 as similar, and mentor-12 has a photo.
EVERYBODY, REST = list(range(16)), [0, *range(2, 10)]
LIMIT = "\nremovals: {percent: 10, pages: 4}\n"
MORE = {
    "mentors/mentor-11/index.html": ["mentors/mentor-1/"], "mentors/mentor-12/index.html": [PHOTO],
    "explore/field/music/index.html": ["mentors/mentor-1/"], "guide/faq/index.html": [], "guide/old/index.html": [],
}


@dataclass
class Place:
    """A target, and all files that readers find there."""

    workshop: Workshop
    files: Callable[[], dict[str, str]]
    program: str

    def publish(self, *arguments: str, code: int, **options) -> subprocess.CompletedProcess[str]:
        return self.workshop.publish(*arguments, code=code, **options)

    def tells_of(self, slug: str) -> list[str]:
        return [path for path, text in self.files().items() if f"/{slug}/" in f"/{path}" or f"/{slug}/" in text]


def tree(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


def branch(repository: Path) -> dict[str, str]:
    archive = subprocess.run(["git", "--git-dir", repository, "archive", "gh-pages"], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        return {item.name: tar.extractfile(item).read().decode() for item in tar if item.isfile()}


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], object]]:
    """The servers that targets need, each begun when first asked for."""
    running: dict[str, object] = {}
    with ExitStack() as stack:
        def server(kind: str) -> object:
            if kind not in running:
                keys = tmp_path_factory.mktemp("sshd") / "keys"
                running[kind] = stack.enter_context(host(keys) if kind == "rsync" else storage())
            return running[kind]
        yield server


def place(kind: str, folder: Path, servers: Callable[[str], object]) -> Place:
    workshop = Workshop(folder / "site")
    www = folder / "www"
    if kind == "folder":
        workshop.settings("targets: [{name: campus, folder: ../www}]" + LIMIT)
        return Place(workshop, lambda: tree(www / "current"), "")
    if kind == "git":
        subprocess.run(["git", "init", "-q", "--bare", folder / "web.git"], check=True)
        workshop.settings("targets: [{name: pages, git: ../web.git}]" + LIMIT)
        return Place(workshop, lambda: branch(folder / "web.git"), "git")
    server = servers(kind)
    if kind == "rsync":
        workshop.settings(server.settings(www) + LIMIT)
        return Place(workshop, lambda: tree(www), "rsync")
    bucket, client = f"site-{folder.name}".replace("_", "-").lower()[:60], server.client
    client.create_bucket(Bucket=bucket)
    workshop.environment = server.environment
    workshop.settings(server.settings(bucket) + LIMIT)

    def objects() -> dict[str, str]:
        names = [item["Key"] for item in client.list_objects_v2(Bucket=bucket).get("Contents", [])]
        return {name: client.get_object(Bucket=bucket, Key=name)["Body"].read().decode() for name in names}
    return Place(workshop, objects, "rclone")


@pytest.fixture
def somewhere(request: pytest.FixtureRequest, tmp_path: Path, servers: Callable[[str], object]) -> Place:
    return place(request.param, tmp_path, servers)


def first_site(target: Place) -> None:
    target.workshop.build(pages("v1", EVERYBODY, more=MORE) | {PHOTO: "photo"})
    target.publish("--as-of", moment(0), code=0)


@pytest.mark.parametrize("somewhere", KINDS, indirect=True)
def test_whoever_opts_out_is_gone_though_a_limit_holds_the_rest(somewhere: Place) -> None:
    target = somewhere
    first_site(target)
    before = target.files()
    target.workshop.build(pages("v2", REST), as_of=moment(1), kept_back=["mentors/mentor-1/"])
    plan = target.publish("--plan", "--as-of", moment(1), code=20)
    assert "= mentors/mentor-10/index.html" in plan.stdout and "- mentors/mentor-1/index.html" in plan.stdout
    assert target.files() == before

    run = target.publish("--as-of", moment(1), code=20)
    assert "pages would be removed, and the limit is 4" in run.stderr and "mentor-1" not in run.stdout + run.stderr
    after = target.files()
    assert target.tells_of("mentor-1") == [], "neither a page, nor a list, nor the record"
    assert read(lambda path: after.get(path)) == {"v2"}, "who stays is shown as the new site has them"
    assert not [path for path in after if path.startswith("search/") and "v1" in after[path]]
    held = [f"mentors/mentor-{number}/index.html" for number in [10, *range(12, 16)]] + ["guide/faq/index.html"]
    for path in held:
        assert after[path] == before[path], path
    assert "mentors/mentor-11/index.html" not in after, "it shows whoever opted out"
    assert "mentors/mentor-11/mentor-11.vcf" not in after and "explore/field/music/index.html" not in after
    css = next(path for path in before if "site-" in path)
    assert after[css] == before[css] and after[PHOTO] == "photo", "held pages have their parts"

    # Nothing is given up with time, and a second run changes nothing.
    for when in (moment(1), moment(9)):
        again = target.publish("--as-of", when, code=20)
        assert "nothing was changed" in again.stderr and target.files() == after
    target.workshop.build(pages("v3", [*REST[1:]]), as_of=moment(9), kept_back=["mentors/mentor-0/", "mentors/mentor-1/"])
    target.publish("--as-of", moment(9), code=20)
    assert target.tells_of("mentor-0") == [] and target.files()[css] == before[css]

    # They come back, or go when a person says so.
    everybody = [number for number in EVERYBODY if number > 1]
    target.workshop.build(pages("v4", everybody), as_of=moment(10))
    target.publish("--as-of", moment(10), code=0)
    target.workshop.build(pages("v5", REST[1:]), as_of=moment(11))
    target.publish("--as-of", moment(11), code=20)
    target.publish("--as-of", moment(11), "--allow-removals", code=0)
    assert {path for path in target.files() if path.endswith(".html")} == {
        path for path in pages("v5", REST[1:]) if path.endswith(".html")}


@pytest.mark.parametrize("somewhere", ["folder"], indirect=True)
def test_opt_outs_and_the_lists_that_leave_with_them_pass_no_limit(somewhere: Place) -> None:
    terms = {f"explore/city/{number}/index.html": [f"mentors/mentor-{number}/"] for number in range(8)}
    somewhere.workshop.build(pages("v1", 16, more=terms))
    somewhere.publish(code=0)
    somewhere.workshop.build(
        pages("v2", list(range(8, 16))), kept_back=[f"mentors/mentor-{number}/" for number in range(8)])
    somewhere.publish(code=0)
    assert all(somewhere.tells_of(f"mentor-{number}") == [] for number in range(8))


@pytest.mark.parametrize("somewhere", ["folder"], indirect=True)
def test_what_another_build_noted_lets_nothing_pass(somewhere: Place) -> None:
    first_site(somewhere)
    before = somewhere.files()
    somewhere.workshop.build(pages("v2", REST), as_of=moment(1), kept_back=["mentors/mentor-1/"])
    note = next((somewhere.workshop.folder / ".mentorbook/unpublished").iterdir())
    text = note.read_text()
    for wrong in (text.replace("\nof ", "\nof 0"), text.removesuffix("end\n"), text.replace("unpublished 1", "unpublished 2")):
        note.write_text(wrong)
        somewhere.publish("--as-of", moment(1), code=20)
        assert somewhere.files() == before
    note.write_text(text)
    somewhere.publish("--as-of", moment(1), code=20)
    assert somewhere.tells_of("mentor-1") == []


@pytest.mark.parametrize("somewhere", ["folder"], indirect=True)
def test_a_profile_that_cannot_be_read_is_not_held(somewhere: Place) -> None:
    first_site(somewhere)
    somewhere.workshop.build(
        pages("v2", REST), as_of=moment(1), kept_back=["mentors/mentor-1/"], unread=["mentors/mentor-14/"])
    somewhere.publish("--as-of", moment(1), code=20)
    assert somewhere.tells_of("mentor-14") == [] and somewhere.tells_of("mentor-15")


@pytest.mark.parametrize("somewhere", ["folder", "git"], indirect=True)
def test_a_page_with_an_error_stays_as_it_was_unless_it_tells_of_who_opted_out(somewhere: Place) -> None:
    target = somewhere
    links = {"guide/faq/index.html": [], "guide/people/index.html": ["mentors/mentor-3/"]}
    target.workshop.build(pages("v1", more=links))
    target.publish(code=0)
    before = target.files()
    target.workshop.build(pages("v2"), as_of=moment(1), errors=2, faulty=["guide/faq/", "guide/people/"])
    assert "add --allow-errors" in target.publish(code=20).stderr
    target.publish("--allow-errors", "--as-of", moment(1), code=0)
    for path in links:
        assert target.files()[path] == before[path]
    target.workshop.build(pages("v3", 3), as_of=moment(2), errors=2, faulty=["guide/faq/", "guide/people/"],
                          kept_back=["mentors/mentor-3/"])
    target.publish("--allow-errors", "--as-of", moment(2), code=0)
    assert target.files()["guide/faq/index.html"] == before["guide/faq/index.html"]
    assert target.tells_of("mentor-3") == []


def test_killed_at_every_step_of_a_part_the_next_run_holds_the_rest_again(
        tmp_path: Path, servers: Callable[[str], object]) -> None:
    for step in range(1, 40) if STRIDE == 1 else (9,):
        target = place("rsync", tmp_path / str(step), servers)
        shim = step_killer(target.workshop.folder.parent / "shim", target.program)
        first_site(target)
        target.workshop.build(pages("v2", REST), as_of=moment(1), kept_back=["mentors/mentor-1/"])
        run = target.publish("--as-of", moment(1), code=None, path=shim, KILL_AT=str(step), KILL_WHEN="middle")
        # The other half of a program that was killed may be there for a moment.
        again = next(later for _ in range(20) if time.sleep(0.2) or (
            later := target.publish("--as-of", moment(1), code=None)).returncode != 30)
        assert again.returncode == 20, again.stderr
        after = target.files()
        assert target.tells_of("mentor-1") == [] and read(lambda path: after.get(path)) == {"v2"}
        assert whole("a page", after["mentors/mentor-10/index.html"]) == "v1"
        if run.returncode not in KILLED:
            assert run.returncode == 20 and step > 6, (step, run.stderr)
            return
    assert STRIDE != 1, "no run came to its end"
