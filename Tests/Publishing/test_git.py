"""A git branch, as Pages services serve it: a bare repository and git as it is."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from published_site.places import step_killer
from published_site.reader import read
from published_site.workshop import KILLED, MOMENTS, Workshop, moment, pages


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    workshop = Workshop(tmp_path / "site")
    workshop.folder.mkdir()
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "web.git"], check=True)
    workshop.settings("targets: [{name: pages, git: ../web.git}]")
    return workshop


def git(workshop: Workshop, *arguments: str, text: str = "") -> str:
    run = subprocess.run(["git", "--git-dir", workshop.folder.parent / "web.git", *arguments], input=text,
                         capture_output=True, text=True, check=False)
    return run.stdout if run.returncode == 0 else ""


def shown(workshop: Workshop) -> set[str]:
    names = set(git(workshop, "ls-tree", "-r", "--name-only", "gh-pages").split("\n"))
    return read(lambda path: git(workshop, "show", f"gh-pages:{path}") if path in names else None)


def names(workshop: Workshop) -> set[str]:
    return set(git(workshop, "ls-tree", "-r", "--name-only", "gh-pages").split())


def commits(workshop: Workshop) -> int:
    return int(git(workshop, "rev-list", "--count", "gh-pages") or 0)


def add_file(workshop: Workshop, name: str, text: str) -> None:
    """What a person does on the branch."""
    clone = workshop.folder.parent / f"clone-{name}"
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.edu"]
    subprocess.run(["git", "clone", "-q", "-b", "gh-pages", workshop.folder.parent / "web.git", clone], check=True)
    (clone / name).write_text(text)
    subprocess.run(["git", "-C", clone, "add", name], check=True)
    subprocess.run(["git", "-C", clone, *who, "commit", "-qm", f"Add {name}"], check=True)
    subprocess.run(["git", "-C", clone, "push", "-q"], check=True)


def test_each_publication_is_one_commit_on_top(workshop: Workshop) -> None:
    workshop.build(pages("v1"))
    workshop.publish("--plan", code=2)
    assert commits(workshop) == 0
    workshop.publish()
    assert shown(workshop) == {"v1"} and commits(workshop) == 1
    assert names(workshop) == set(pages("v1")) | {".nojekyll", ".mentorbook-published"}
    assert "nothing to do" in workshop.publish().stdout and commits(workshop) == 1
    add_file(workshop, "CNAME", "mentors.example.edu\n")
    workshop.build(pages("v2", mentors=2))
    workshop.publish()
    assert shown(workshop) == {"v2"} and commits(workshop) == 3
    kept = {path for path in pages("v1") if "site-" in path}
    assert names(workshop) == set(pages("v2", mentors=2)) | kept | {".nojekyll", ".mentorbook-published", "CNAME"}
    assert git(workshop, "show", "gh-pages:CNAME") == "mentors.example.edu\n"


def test_rollback_is_a_commit_as_well(workshop: Workshop) -> None:
    for day in (1, 2, 3):
        workshop.build(pages(f"v{day}"), as_of=f"2027-03-0{day}T06:00:00Z")
        workshop.publish("--as-of", f"2027-03-0{day}T07:00:00Z")
    workshop.publish("--rollback", "--as-of", "2027-03-03T08:00:00Z")
    assert shown(workshop) == {"v2"} and commits(workshop) == 4
    workshop.publish("--rollback", "--as-of", "2027-03-03T09:00:00Z")
    assert shown(workshop) == {"v1"} and commits(workshop) == 5
    workshop.publish("--rollback", code=20)


def test_a_branch_without_history_is_kept_so_only_when_asked(workshop: Workshop) -> None:
    workshop.settings("targets: [{name: pages, git: ../web.git, force: true}]")
    for day in (1, 2):
        workshop.build(pages(f"v{day}"), as_of=f"2027-03-0{day}T06:00:00Z")
        workshop.publish()
        assert shown(workshop) == {f"v{day}"} and commits(workshop) == 1


def test_somebody_elses_push_in_between_is_not_overwritten(workshop: Workshop) -> None:
    workshop.build(pages("v1"))
    workshop.publish()
    hook = workshop.folder.parent / "shim"
    hook.mkdir()
    real = subprocess.run(["which", "git"], capture_output=True, text=True, check=True).stdout.strip()
    web = workshop.folder.parent / "web.git"
    (hook / "git").write_text(
        f"#!/bin/sh\ncase \"$*\" in *' push '*) if ! [ -e {hook}/done ]; then touch {hook}/done; "
        f"env -i PATH=/usr/bin:/bin sh -c 'c=$({real} --git-dir={web} -c user.name=A -c user.email=a@example.edu commit-tree gh-pages^{{tree}} -p gh-pages -m x) "
        f"&& {real} --git-dir={web} update-ref refs/heads/gh-pages $c'; fi;; esac\nexec {real} \"$@\"\n")
    (hook / "git").chmod(0o755)
    workshop.build(pages("v2"))
    assert "another run began" in workshop.publish(code=30, path=hook).stderr
    assert shown(workshop) == {"v1"} and commits(workshop) == 2
    workshop.publish()
    assert shown(workshop) == {"v2"} and commits(workshop) == 3


def test_refused_pushes_and_missing_repositories(workshop: Workshop) -> None:
    workshop.build(pages("v1"))
    workshop.publish()
    hook = workshop.folder.parent / "web.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'this branch is protected' >&2\nexit 1\n")
    hook.chmod(0o755)
    workshop.build(pages("v2"))
    assert "this branch is protected" in workshop.publish(code=23).stderr
    assert shown(workshop) == {"v1"}
    workshop.settings("targets: [{name: pages, git: ../nowhere.git}]")
    assert "nowhere.git" in workshop.publish(code=23).stderr
    workshop.settings("targets: [{name: pages, git: 'https://127.0.0.1:1/web.git', token: PAGES_TOKEN}]")
    assert "has no PAGES_TOKEN" in workshop.publish(code=64).stderr
    run = workshop.publish(code=23, PAGES_TOKEN="planted-token-3141")
    assert "planted-token" not in run.stdout + run.stderr
    workshop.settings("targets: [{name: pages, git: 'https://me:planted-word@127.0.0.1/web.git'}]")
    run = workshop.publish(code=64)
    assert "holds a password" in run.stderr


def test_another_side_that_stands_still_is_given_up(workshop: Workshop) -> None:
    workshop.settings("patience: 5\ntargets: [{name: pages, git: ../web.git}]")
    workshop.build(pages("v1"))
    hook = workshop.folder.parent / "web.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexec sleep 600\n")
    hook.chmod(0o755)
    assert "said nothing for 5 seconds" in workshop.publish(code=23).stderr
    hook.unlink()
    workshop.publish()
    assert shown(workshop) == {"v1"}


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_told_to_stop_ends_its_programs_and_the_next_does_not_wait(
    workshop: Workshop, kind: signal.Signals
) -> None:
    workshop.build(pages("v1"))
    hook = workshop.folder.parent / "web.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho $$ > begun\nexec sleep 600\n")
    hook.chmod(0o755)
    begun = hook.parent.parent / "begun"
    run = workshop.begin()
    deadline = time.monotonic() + 30
    while not (begun.exists() and begun.read_text().strip()):
        assert time.monotonic() < deadline and run.poll() is None, "the push did not begin"
        time.sleep(0.02)
    run.send_signal(kind)
    _, said = run.communicate(timeout=20)
    assert run.returncode == -kind and "told to stop" in said
    while Path(f"/proc/{begun.read_text().strip()}").exists():
        assert time.monotonic() < deadline + 30, "the other side goes on"
        time.sleep(0.02)
    hook.unlink()
    workshop.publish()
    assert shown(workshop) == {"v1"}


# Before a step is after the one before it.
@pytest.mark.parametrize("when", MOMENTS)
def test_killed_at_every_step_the_branch_is_the_old_one_or_the_new_one(workshop: Workshop, when: str) -> None:
    shim = step_killer(workshop.folder.parent / "shim", "git")
    workshop.build(pages("v1"))
    workshop.publish()
    for step in range(1, 40):
        (shim / "calls").unlink(missing_ok=True)
        workshop.build(pages(f"v{step + 1}"), as_of=moment(step))
        run = workshop.publish("--as-of", moment(step), code=None, path=shim, KILL_AT=str(step), KILL_WHEN=when)
        assert shown(workshop) in ({f"v{step}"}, {f"v{step + 1}"}), step
        workshop.publish("--as-of", moment(step))
        assert shown(workshop) == {f"v{step + 1}"} and commits(workshop) == step + 1
        if run.returncode not in KILLED:
            assert run.returncode == 0 and step > 8, (step, run.stderr)
            return
    raise AssertionError("no run came to its end")


@pytest.mark.skipif(os.getuid() != 0, reason="only root can mount")
def test_a_full_disk_over_there(workshop: Workshop) -> None:
    web = workshop.folder.parent / "web.git"
    subprocess.run(["rm", "-rf", web], check=True)
    web.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", web], check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        subprocess.run(["git", "init", "-q", "--bare", "--template=", web], check=True)
        workshop.build(pages("v1"))
        workshop.publish()
        noise = os.urandom(400_000).hex()
        workshop.build(pages("v2") | {"noise.txt": noise})
        workshop.publish(code=23)
        assert shown(workshop) == {"v1"}
        subprocess.run(["mount", "-o", "remount,size=8m", web], check=True)
        workshop.publish()
        assert shown(workshop) == {"v2"}
    finally:
        subprocess.run(["umount", "-l", web], check=True)
