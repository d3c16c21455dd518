"""Two machines, each with a folder of its own, publish to one host or one bucket: no lock of theirs can be shared."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from published_site.places import Host, Storage, host, storage
from published_site.reader import folder_fetch, read
from published_site.workshop import STRIDE, Workshop, command, moment, pages

# The slow machine is held up where it calls its program for the how many-th time; all places are tried by `make faults`.
STOPS = list(range(2, 14)) if STRIDE == 1 else [6]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with host(tmp_path_factory.mktemp("sshd") / "keys") as server:
        yield server


@pytest.fixture(scope="module")
def bucket() -> Iterator[Storage]:
    with storage() as server:
        yield server


def machines(folder: Path, settings: str, **environment: str) -> tuple[Workshop, Workshop]:
    made = []
    for name in ("first", "second"):
        machine = Workshop(folder / name, environment=environment)
        machine.settings(settings)
        made.append(machine)
    return made[0], made[1]


def test_by_turns_each_goes_on_from_what_the_other_published(tmp_path: Path, server: Host) -> None:
    www = tmp_path / "www"
    first, second = machines(tmp_path, server.settings(www))
    for number, machine in enumerate([first, second, first], 1):
        site = pages(f"v{number}", mentors=3 + number % 2)
        machine.build(site, as_of=moment(number))
        machine.publish("--as-of", moment(number))
        assert read(folder_fetch(str(www))) == {f"v{number}"}
        # Of the site before, nothing stays but what its pages name.
        found = {str(path.relative_to(www)) for path in www.rglob("*") if path.is_file()}
        assert {path for path in found - set(site) if "site-" not in path and "search/" not in path} == {".mentorbook-published"}
    # Who has an older site does not put it in the place of a newer one.
    first.build(pages("v0"), as_of=moment(2))
    assert "what is published is of" in first.publish(code=20).stderr


@pytest.mark.parametrize("kind", ["rsync", "s3"])
@pytest.mark.parametrize("stop", STOPS)
def test_of_two_at_once_one_gives_way_and_no_page_is_lost(
        tmp_path: Path, server: Host, bucket: Storage, kind: str, stop: int) -> None:
    www = tmp_path / "www"
    if kind == "rsync":
        first, second = machines(tmp_path, server.settings(www))
        fetch, program = folder_fetch(str(www)), "rsync"
    else:
        name = f"race-{stop}"
        bucket.client.create_bucket(Bucket=name)
        first, second = machines(tmp_path, bucket.settings(name), **bucket.environment)
        program = "rclone"

        def fetch(path: str) -> str | None:
            try:
                return bucket.client.get_object(Bucket=name, Key=path)["Body"].read().decode()
            except bucket.client.exceptions.NoSuchKey:
                return None
    first.build(pages("v1"), as_of=moment(1))
    first.publish("--as-of", moment(1))

    # Both build; the first is held up in its middle until the second is done.
    first.build(pages("v2"), as_of=moment(2))
    second.build(pages("v3"), as_of=moment(3))
    shim, gate = held_up_at(tmp_path / "shim", program, stop)
    slow = subprocess.Popen(
        [command(), "publish", "--as-of", moment(2)], cwd=first.folder, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=os.environ | first.environment | {"PATH": f"{shim}:{os.environ['PATH']}"})
    until(lambda: (shim / "waits").exists() or slow.poll() is not None)
    fast = second.publish("--as-of", moment(3), code=None)
    gate.touch()
    said = slow.communicate(timeout=120)
    codes = (slow.returncode, fast.returncode)
    assert fast.returncode == 0 and slow.returncode in (0, 24, 30), (codes, said, fast.stderr)
    if slow.returncode == 30:
        assert "another run began to publish to the same place" in said[1]
        assert read(fetch) == {"v3"}, codes
    else:
        assert read(fetch) <= {"v1", "v2", "v3"}, codes
    # Whoever comes next ends it: not a page and not a part is left of the one that gave way.
    if slow.returncode != 0:
        second.publish("--as-of", moment(3))
        assert read(fetch) == {"v3"} and [path for path, text in pages("v3").items() if fetch(path) != text] == []
    second.build(pages("v4"), as_of=moment(4))
    second.publish("--as-of", moment(4))
    assert read(fetch) == {"v4"}


def held_up_at(folder: Path, name: str, stop: int) -> tuple[Path, Path]:
    """A folder for PATH with a program that waits at one of its calls until a file is there."""
    real = subprocess.run(["which", name], capture_output=True, text=True, check=True).stdout.strip()
    folder.mkdir()
    script = folder / name
    script.write_text(f"""#!/bin/sh
calls=$(($(cat '{folder}/calls' 2>/dev/null || echo 0) + 1))
echo $calls > '{folder}/calls'
if [ "$calls" = {stop} ]; then touch '{folder}/waits'; until [ -e '{folder}/gate' ]; do sleep 0.05; done; fi
exec {real} "$@"
""")
    script.chmod(0o755)
    return folder, folder / "gate"


def until(happens) -> None:
    end = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < end
        time.sleep(0.02)
