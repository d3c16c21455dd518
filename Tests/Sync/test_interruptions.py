"""What comes in between of a run: another run, an editor, a signal. Real processes, held where the test wants them.

The night is that of faults.py: new, changed, opted out, missing and purged people. Whatever comes in between, the bytes
are in the end those of the night that nothing came in between of.
"""

import json
import os
import pty
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from Sync.faults import Night, tree
from Sync.held_runs import held, wait_for

ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(os.environ.get("MENTORBOOK") or ROOT / ".build/release/mentorbook").resolve()
DONE, WITHHELD, LOCKED = 0, 10, 30
SIGNALS = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]
# Where a run is held: a system call, the file that it is about, and which call of that kind it is.
READING = ("openat", "roster.csv", 1)
PLANNING = ("openat", "mentors/person-c.md", 1)
STAGING = ("openat", ".sync/stage/0", 1)
COMMITTING = ("rename", ".sync/stage/next", 1)
LOOKING_AGAIN = ("openat", "mentors/person-c.md", 2)
EXCHANGING = ("renameat2", ".sync/stage/0", 1)
REPLACING = ("renameat2", ".sync/stage/2", 1)
REMOVING = ("rename", "mentors/person-cj.md", 1)
ENDING = ("rename", ".sync/stage/state", 1)
EVERYWHERE = [READING, PLANNING, STAGING, COMMITTING, LOOKING_AGAIN, REPLACING, REMOVING, ENDING]
# Until then nothing has changed, and a signal leaves it at that.
EARLY = [READING, PLANNING, STAGING]

Moment = tuple[str, str, int]


def name(moment: object) -> str | None:
    return {id(READING): "reading", id(PLANNING): "planning", id(STAGING): "staging", id(COMMITTING): "committing",
            id(LOOKING_AGAIN): "looking again", id(EXCHANGING): "exchanging", id(REPLACING): "replacing",
            id(REMOVING): "removing", id(ENDING): "ending"}.get(id(moment))


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Night:
    return Night(str(COMMAND), tmp_path_factory.mktemp("night"))


@pytest.fixture(autouse=True)
def evening(night: Night) -> None:
    """Each test begins at the same evening."""
    night.reset()


def command(night: Night, *options: str) -> list[str]:
    return [night.command, "sync", *options, "--content", str(night.work), "--as-of", "2027-02-10T12:00:00Z", "--jobs", "1"]


def held_at(night: Night, moment: Moment, *options: str):
    call, path, when = moment
    return held(command(night, *(options or ("--apply",))), call, night.work / path, night.work.parent / "strace.log", when)


# MARK: Two runs

@pytest.mark.parametrize("moment", [READING, STAGING, LOOKING_AGAIN, ENDING], ids=name)
def test_a_second_run_at_the_same_time_ends_with_30_and_changes_nothing(night: Night, moment: Moment) -> None:
    with held_at(night, moment) as first:
        before = tree(night.work)
        for options in (["--apply"], ["--bootstrap"], ["--approve", "0" * 64], ["erase", "U1", "--yes"]):
            second = subprocess.run(command(night, *options), capture_output=True, text=True, timeout=60)
            assert second.returncode == LOCKED, second
            assert "another run is at work" in second.stderr
        assert tree(night.work) == before
        assert first.go_on().returncode == DONE
    assert tree(night.work) == night.after


# MARK: An editor saves

def save(path: Path, text: str) -> None:
    """As editors' programs do it: the new text beside the old one, then a rename."""
    beside = path.with_suffix(".md~")
    beside.write_text(text)
    beside.rename(path)


@pytest.mark.parametrize("moment", [STAGING, COMMITTING, LOOKING_AGAIN, EXCHANGING], ids=name)
def test_what_an_editor_saves_during_a_run_is_there_afterwards_and_merged_by_the_next(night: Night, moment: Moment) -> None:
    profile = night.work / "mentors/person-c.md"
    with held_at(night, moment) as run:
        edited = profile.read_text() + "\nI like bridges.\n"
        save(profile, edited)
        result = run.go_on()
    assert result.returncode == WITHHELD
    assert "a profile was saved during the run" in result.stdout
    assert profile.read_text() == edited
    others = {path: text for path, text in tree(night.work).items() if path.startswith("mentors/") and "person-c.md" not in path}
    assert others == {path: text for path, text in night.after.items() if path.startswith("mentors/") and "person-c.md" not in path}
    assert night.run(night.work, "--apply").returncode == DONE
    assert profile.read_text() == edited.replace("employer: Employer 2\n", "employer: Elsewhere\n")


def test_a_profile_that_is_saved_in_the_moment_of_its_removal_stays(night: Night) -> None:
    profile = night.work / "mentors/person-cj.md"
    with held_at(night, REMOVING) as run:
        edited = profile.read_text() + "\nI am back.\n"
        save(profile, edited)
        assert run.go_on().returncode == WITHHELD
    assert profile.read_text() == edited


def test_where_files_cannot_change_places_they_are_replaced(night: Night) -> None:
    result = night.run(night.work, "--apply", inject="renameat2:error=EINVAL")
    assert (result.returncode, tree(night.work)) == (DONE, night.after)


def test_a_field_that_editor_and_roster_change_in_the_same_run_is_a_conflict_in_the_next(night: Night) -> None:
    profile = night.work / "mentors/person-c.md"
    with held_at(night, COMMITTING) as run:
        edited = profile.read_text().replace("employer: Employer 2\n", "employer: My own firm\n")
        save(profile, edited)
        assert run.go_on().returncode == WITHHELD
    for _ in range(2):
        result = night.run(night.work, "--apply", "--json")
        report = json.loads(result.stdout)
        assert (result.returncode, profile.read_text()) == (WITHHELD, edited)
        assert [(person["id"], finding["field"]) for person in report["people"] for finding in person["findings"]] == [("U2", "employer")]


@pytest.mark.parametrize("moment", [COMMITTING, REPLACING], ids=name)
def test_a_profile_that_an_editor_makes_under_the_name_of_a_new_one_is_not_replaced(night: Night, moment: Moment) -> None:
    profile = night.work / "mentors/person-eb.md"
    text = "---\nname: Somebody else\nconsent: true\n---\n"
    with held_at(night, moment) as run:
        profile.write_text(text)
        assert run.go_on().returncode == WITHHELD
    assert profile.read_text() == text
    assert night.run(night.work, "--apply").returncode == DONE
    assert profile.read_text() == text
    assert "name: Person eb" in (night.work / "mentors/person-eb-2.md").read_text()


def test_a_profile_that_an_editor_removes_during_a_run_stays_removed_and_is_asked_about(night: Night) -> None:
    profile = night.work / "mentors/person-c.md"
    with held_at(night, COMMITTING) as run:
        profile.unlink()
        assert run.go_on().returncode == WITHHELD
    assert not profile.exists()
    assert night.run(night.work, "--apply").returncode == WITHHELD
    assert not profile.exists()


# MARK: Signals

@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("moment", EVERYWHERE, ids=name)
def test_a_run_that_is_told_to_stop_has_changed_nothing_or_all(night: Night, moment: Moment, number: signal.Signals) -> None:
    with held_at(night, moment) as run:
        run.signal(number)
        result = run.go_on()
    if moment in EARLY:
        assert result.returncode == -number, result
        assert "stopped before anything was changed" in result.stderr
        assert tree(night.work) == night.before
    else:
        assert result.returncode == DONE, result
        assert tree(night.work) == night.after
    assert night.run(night.work, "--apply").returncode == DONE
    assert tree(night.work) == night.after


def test_a_first_import_that_is_told_to_stop_is_made_by_the_next_one(night: Night, tmp_path: Path) -> None:
    content = night.work
    shutil.rmtree(content / ".sync")
    shutil.rmtree(content / "mentors")
    with held_at(night, STAGING, "--bootstrap") as run:
        run.signal(signal.SIGTERM)
        assert run.go_on().returncode == -signal.SIGTERM
    assert list((content / "mentors").iterdir()) == []
    assert not (content / ".sync/state.json").exists()
    assert night.run(content, "--bootstrap").returncode == DONE
    assert len(list((content / "mentors").iterdir())) == 29


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_a_shell_and_the_report_say_128_and_the_signal(night: Night, tmp_path: Path, number: signal.Signals) -> None:
    with held_at(night, READING, "--apply", "--report", str(tmp_path)) as run:
        run.signal(number)
        run.go_on()
    report = json.loads((tmp_path / "report.json").read_text())
    assert (report["exit"], report["applied"]) == (128 + number, False)
    # A shell that starts the command, and that the whole group's signal reaches as well, as Ctrl-C does.
    hanging(night, tmp_path)
    script = 'trap : INT TERM; "$@"; echo "ended with $?"'
    shell = subprocess.Popen(["bash", "-c", script, "bash", *command(night, "--apply")], stdout=subprocess.PIPE, text=True,
                             stderr=subprocess.DEVNULL, start_new_session=True)
    wait_for((tmp_path / "started").exists, "the command that gives the roster")
    os.killpg(shell.pid, number)
    assert f"ended with {128 + number}" in shell.communicate(timeout=30)[0]


def hanging(night: Night, folder: Path) -> None:
    """The roster comes from a command that never ends, and writes its number down."""
    settings = night.work / "sync.yaml"
    script = f"echo $$ > {folder}/number; mv {folder}/number {folder}/started; exec sleep 600"
    settings.write_text(settings.read_text().replace("file: roster.csv", f"format: csv, command: [sh, -c, '{script}']"))


@pytest.mark.parametrize("option", ["--plan", "--apply"])
def test_a_run_that_waits_for_a_command_stops_at_once_and_ends_the_command(night: Night, tmp_path: Path, option: str) -> None:
    hanging(night, tmp_path)
    run = subprocess.Popen(command(night, option), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for((tmp_path / "started").exists, "the command that gives the roster")
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=10)
    assert run.returncode == -signal.SIGINT
    assert "stopped before anything was changed" in errors
    assert not Path("/proc", (tmp_path / "started").read_text().strip()).exists()


def test_a_run_that_waits_for_a_calendar_stops_at_once_and_keeps_what_was_known(night: Night, tmp_path: Path) -> None:
    profile = night.work / "mentors/person-g.md"
    profile.write_text(profile.read_text().replace(
        "consent:", "timezone: Europe/Berlin\navailability:\n  calendar: https://8.8.8.8/a.ics\nconsent:"))
    # What asks servers never gets an answer.
    curl = tmp_path / "bin/curl"
    curl.parent.mkdir()
    curl.write_text(f"#!/bin/sh\ntouch {tmp_path}/asked\nexec sleep 600\n")
    curl.chmod(0o755)
    environment = os.environ | {"PATH": f"{curl.parent}:{os.environ['PATH']}"}
    run = subprocess.Popen(command(night, "--apply"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    wait_for((tmp_path / "asked").exists, "a question to the calendar's server")
    run.send_signal(signal.SIGTERM)
    _, errors = run.communicate(timeout=10)
    assert run.returncode == -signal.SIGTERM
    assert "stopped before the calendars were read; all else is done" in errors
    assert "employer: Elsewhere" in (night.work / "mentors/person-c.md").read_text()
    assert not (night.work / ".sync/busy.json").exists()


def test_ctrl_c_at_the_question_ends_the_run_and_changes_nothing(night: Night) -> None:
    child, terminal = pty.fork()
    if child == 0:
        os.execv(night.command, command(night))
    said = b""
    while b"Apply this? [y/N]" not in said:
        said += os.read(terminal, 4096)
    os.write(terminal, b"\x03")
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGINT
    assert tree(night.work) == night.before


@pytest.mark.parametrize("part", ["build", "publish", "nightly"])
def test_the_other_commands_end_by_the_signal_too_and_the_next_run_makes_the_same(night: Night, tmp_path: Path, part: str) -> None:
    site = tmp_path / "site"
    shutil.copytree(ROOT / "content", site / "content")
    (site / "content/publish.yaml").write_text("targets:\n  - {name: here, folder: public}\n")
    options = ["--as-of", "2027-03-01T06:00:00Z", "--jobs", "1"]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "MENTORBOOK_SHARE": str(ROOT)}

    def run(*words: str) -> None:
        done = subprocess.run([night.command, *words, *options], cwd=site, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode in (DONE, WITHHELD), done

    def public() -> dict[str, bytes]:
        return {str(path.relative_to(site)): path.read_bytes() for folder in ("output", "public/current")
                for path in sorted((site / folder).rglob("*")) if path.is_file() and ".mentorbook" not in str(path)}

    run("sync", "--bootstrap")
    if part != "build":
        run("build")
    # As the command itself names it.
    path = Path({"build": "content/mentors", "publish": "output/index.html", "nightly": "content/roster.csv"}[part])
    with held([night.command, part, *options], "openat", path, tmp_path / "log", cwd=site, env=environment) as held_run:
        held_run.process.send_signal(signal.SIGTERM)
        result = held_run.go_on()
    assert result.returncode == -signal.SIGTERM, result
    run("build")
    run("publish")
    made = public()
    assert made
    shutil.rmtree(site / "output")
    shutil.rmtree(site / "public")
    run("build")
    run("publish")
    assert public() == made
