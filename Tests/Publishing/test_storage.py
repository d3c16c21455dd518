"""Storage that speaks S3: a server of that protocol, and rclone as it is."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from published_site.places import Storage, step_killer, storage
from published_site.reader import read
from published_site.workshop import KILLED, MOMENTS, STEPS, Workshop, moment, pages


@pytest.fixture(scope="module")
def server() -> Iterator[Storage]:
    with storage() as server:
        yield server


@pytest.fixture
def workshop(tmp_path: Path, server: Storage) -> Workshop:
    workshop = Workshop(tmp_path, environment=server.environment)
    workshop.settings(server.settings())
    for key in keys(server):
        server.client.delete_object(Bucket="site", Key=key)
    return workshop


def keys(server: Storage) -> set[str]:
    return {item["Key"] for item in server.client.list_objects_v2(Bucket="site").get("Contents", [])}


def shown(server: Storage) -> set[str]:
    def fetch(path: str) -> str | None:
        try:
            return server.client.get_object(Bucket="site", Key=path)["Body"].read().decode()
        except server.client.exceptions.NoSuchKey:
            return None
    return read(fetch)


def test_the_site_arrives_with_types_and_lifetimes_and_what_left_goes(workshop: Workshop, server: Storage) -> None:
    first = pages("v1")
    workshop.build(first)
    assert "+ index.html" in workshop.publish("--plan", code=2).stdout and keys(server) == set()
    workshop.publish()
    assert keys(server) == set(first) | {".mentorbook-published"} and shown(server) == {"v1"}
    head = lambda path: server.client.head_object(Bucket="site", Key=path)
    css = next(path for path in first if "site-" in path)
    shard = next(path for path in first if "search/" in path)
    expected = {
        "index.html": ("text/html; charset=utf-8", "no-cache"),
        css: ("text/css; charset=utf-8", "public, max-age=31536000, immutable"),
        shard: ("application/octet-stream", "public, max-age=31536000, immutable"),
        "mentors/mentor-1/mentor-1.vcf": ("text/vcard; charset=utf-8", "no-cache"),
        "feed.xml": ("application/atom+xml; charset=utf-8", "no-cache"),
        "assets/images/favicon.svg": ("image/svg+xml", "no-cache"),
    }
    assert {path: (head(path)["ContentType"], head(path)["CacheControl"]) for path in expected} == expected
    assert "nothing to do" in workshop.publish().stdout
    server.client.put_object(Bucket="site", Key="mentors/mentor-3/mine.txt", Body=b"mine")
    workshop.build(pages("v2", mentors=2))
    workshop.publish()
    assert keys(server) == set(pages("v2", mentors=2)) | {css, ".mentorbook-published", "mentors/mentor-3/mine.txt"}
    assert shown(server) == {"v2"}
    workshop.publish("--forget")
    assert css not in keys(server)


def test_no_key_is_ever_shown_or_written(workshop: Workshop, server: Storage) -> None:
    workshop.build(pages("v1"))
    runs = [workshop.publish("--json"), workshop.publish("--plan", "--json")]
    workshop.settings(server.settings().replace(server.url, "http://127.0.0.1:1"))
    runs.append(workshop.publish(code=23))
    assert "connection refused" in runs[-1].stderr
    workshop.settings(server.settings(bucket="nobodys"))
    runs.append(workshop.publish(code=23))
    assert "NoSuchBucket" in runs[-1].stderr
    written = [path.read_bytes() for path in workshop.folder.rglob("*") if path.is_file()]
    for run in runs:
        assert "planted" not in run.stdout + run.stderr
    assert not any(b"planted" in content for content in written)
    workshop.settings(server.settings() + "    access_key: BUCKET_KEY\n    secret_key: BUCKET_SECRET\n")
    assert "has no BUCKET_KEY" in workshop.publish(code=64).stderr
    workshop.publish(BUCKET_KEY="planted-other-key", BUCKET_SECRET="planted-other-secret")


def test_other_peoples_objects_are_not_touched(workshop: Workshop, server: Storage) -> None:
    server.client.put_object(Bucket="site", Key="thesis.pdf", Body=b"mine")
    workshop.build(pages("v1"))
    assert "thesis.pdf" in workshop.publish(code=20).stderr
    workshop.settings(server.settings(bucket="site/mentors"))
    workshop.publish()
    assert "mentors/index.html" in keys(server) and "thesis.pdf" in keys(server)


def test_a_storage_that_stands_still_is_given_up(workshop: Workshop, server: Storage) -> None:
    workshop.build(pages("v1"))
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(64)
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        workshop.settings("patience: 5\n" + server.settings().replace(server.url, url))
        assert "rclone" in workshop.publish(code=23).stderr
    workshop.settings(server.settings())
    workshop.publish()
    assert shown(server) == {"v1"}


# Before a step is after the one before it.
@pytest.mark.parametrize("when", MOMENTS)
def test_killed_at_every_step_readers_meet_whole_pages_and_the_next_run_ends_it(
        workshop: Workshop, server: Storage, when: str) -> None:
    shim = step_killer(workshop.folder / "shim", "rclone")
    workshop.build(pages("v1"))
    workshop.publish()
    before = "v1"
    for step in range(1, 60, STEPS):
        (shim / "calls").unlink(missing_ok=True)
        version = f"v{step + 1}"
        site = pages(version, mentors=4 - step % 2)
        # A page may for a moment link to somebody who has left: that profile goes first.
        workshop.build(site, as_of=moment(step))
        run = workshop.publish("--as-of", moment(step), code=None, path=shim, KILL_AT=str(step), KILL_WHEN=when)
        met = versions(server)
        assert met <= {before, version}, (step, met)
        workshop.publish("--as-of", moment(step))
        assert shown(server) == {version}
        before = version
        extra = {key for key in keys(server) - set(site) if "site-" not in key and "search/" not in key}
        assert extra == {".mentorbook-published"}, (step, extra)
        if run.returncode not in KILLED:
            assert run.returncode == 0 and step > 8, (step, run.stderr)
            return
    raise AssertionError("no run came to its end")


def versions(server: Storage) -> set[str]:
    """What a reader meets who follows no link to somebody who has left."""
    def fetch(path: str) -> str | None:
        try:
            return server.client.get_object(Bucket="site", Key=path)["Body"].read().decode()
        except server.client.exceptions.NoSuchKey:
            return f"<!-- begin gone -->{path}<!-- end gone -->" if path.startswith("mentors/mentor-3/") else None
    return read(fetch) - {"gone"}
