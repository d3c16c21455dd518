"""What `mentorbook init --ci NAME` writes does what it says: each line is run as the service or the system would run it."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from Nightly.conftest import COMMAND, SECRET, NightlySite
from built_site.site import ROOT

# In the place of programs that install packages or need a network: they note what they were asked for.
STAND_INS = {
    "apt-get": '#!/bin/sh\necho "apt-get $*" >>"$NOTES"\n',
    "curl": """#!/bin/sh
echo "curl $*" >>"$NOTES"
while [ "$1" != --output ]; do shift; done
cp "$FAKE_DEB" "$2"
""",
}


@dataclass
class Machine:
    """A clone of the site's repository with the programs of a runner."""

    site: NightlySite
    origin: Path
    notes: Path
    variables: dict[str, str]

    def shell(self, script: str, *shell: str, **environment: str) -> subprocess.CompletedProcess[str]:
        run = subprocess.run(
            [*(shell or ("bash", "-eo", "pipefail")), "-c", script], cwd=self.site.folder, capture_output=True, text=True,
            timeout=120, check=False, env=self.variables | environment)
        self.site.said.append(run.stdout + run.stderr)
        return run

    def pushed(self) -> list[str]:
        log = subprocess.run(
            ["git", "log", "--format=%an: %s", "main"], cwd=self.origin, capture_output=True, text=True, check=True)
        return log.stdout.splitlines()


@pytest.fixture
def machine(nightly_site: NightlySite, tmp_path: Path) -> Machine:
    site = nightly_site
    programs, notes = tmp_path / "programs", tmp_path / "notes"
    programs.mkdir()
    for name, text in STAND_INS.items():
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)
    # As a package installs it: the command somewhere along PATH, its files named by the environment.
    (programs / "mentorbook").symlink_to(COMMAND)
    deb = tmp_path / "mentorbook.deb"
    deb.write_bytes(b"a package")
    digest = subprocess.run(["sha256sum", deb], capture_output=True, text=True, check=True).stdout.split()[0]
    variables = {
        "PATH": f"{programs}:/usr/bin:/bin", "HOME": str(tmp_path), "MENTORBOOK_SHARE": str(ROOT), "NOTES": str(notes),
        "FAKE_DEB": str(deb), "MENTORBOOK_DEB": "https://packages.example.edu/mentorbook.deb", "MENTORBOOK_SHA256": digest,
        "CRM_TOKEN": SECRET, "SOURCE_DATE_EPOCH": "1802164620", "GIT_CONFIG_NOSYSTEM": "1"}
    origin = tmp_path / "remote/office/mentors.git"
    machine = Machine(site, origin, notes, variables)
    site.command("sync", "--apply", "--as-of", "2027-02-08")
    (site.folder / ".gitignore").write_text("output/\nwww/\n.mentorbook/\n", encoding="utf-8")
    machine.shell(f"""
        git init -q --bare -b main "{origin}"
        git init -q -b main .
        git add --all && git -c user.name=Office -c user.email=office@localhost commit -q -m "The site"
        git remote add origin "{origin}"
        git push -q -u origin main""").check_returncode()
    return machine


def read(path: Path) -> Any:
    """YAML as CI reads it: `on` is a word, not a truth."""
    text = path.read_text(encoding="utf-8")
    return yaml.safe_load(re.sub(r"^on:", '"on":', text, flags=re.MULTILINE))


def newcomer(site: NightlySite) -> None:
    rows = site.rows()
    site.write_rows([*rows, rows[0] | {
        "Constituent ID": "900009", "Preferred Name": "Nova Newcomer", "Email": "nova@alumni.wrenfield.example.edu"}])


def test_each_line_of_the_github_workflow_runs(machine: Machine) -> None:
    site = machine.site
    assert site.command("init", "--ci", "github").returncode == 0
    workflow = read(site.folder / ".github/workflows/nightly.yml")
    assert set(workflow) == {"name", "on", "permissions", "concurrency", "jobs"}
    assert re.fullmatch(r"\d+ \d+ \* \* \*", workflow["on"]["schedule"][0]["cron"])
    assert workflow["permissions"] == {"contents": "write"} and workflow["concurrency"]["cancel-in-progress"] is False
    job = workflow["jobs"]["nightly"]
    newcomer(site)
    summary = site.folder.parent / "summary.md"
    for step in job["steps"]:
        assert set(step) <= {"name", "uses", "with", "run", "env", "if"} and ("run" in step) != ("uses" in step)
        # Secrets and variables come from the environment alone, each under the name that it is asked for by.
        for name, value in step.get("env", {}).items():
            assert value in (f"${{{{ secrets.{name} }}}}", f"${{{{ vars.{name} }}}}")
        if "run" in step:
            assert "${{" not in step["run"]
            run = machine.shell(
                step["run"], "sh", "-e", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary), MENTORBOOK_SYNC_KEY="")
            assert run.returncode == 0, f"{step['name']}: {run.stdout}{run.stderr}"
    assert "apt-get install -y -q --no-install-recommends /tmp/mentorbook.deb" in machine.notes.read_text(encoding="utf-8")
    assert machine.pushed()[0] == "Nightly run: Take in the roster"
    assert summary.read_text(encoding="utf-8").startswith("# Nightly run, 2027-02-09")
    assert (site.live / "mentors/nova-newcomer/index.html").exists()


def test_the_github_workflow_fails_when_a_night_does_and_keeps_what_the_sync_wrote(machine: Machine) -> None:
    site = machine.site
    site.command("init", "--ci", "github")
    steps = read(site.folder / ".github/workflows/nightly.yml")["jobs"]["nightly"]["steps"]
    by_name = {step["name"]: step for step in steps if "name" in step}
    newcomer(site)
    settings = site.folder / "content/site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "theme: nowhere\n", encoding="utf-8")
    assert machine.shell(by_name["Run"]["run"], "sh", "-e").returncode == 22
    assert by_name["Keep what the sync wrote"]["if"] == "${{ !cancelled() }}"
    assert machine.shell(by_name["Keep what the sync wrote"]["run"], "sh", "-e").returncode == 0
    assert machine.pushed()[0] == "Nightly run: Take in the roster"
    # A package other than the one that was looked at isn't installed.
    assert machine.shell(by_name["Install Mentorbook"]["run"], "sh", "-e", MENTORBOOK_SHA256="0" * 64).returncode != 0
    assert "mentorbook.deb" not in [line for line in machine.notes.read_text().splitlines() if "apt-get" in line][-1:]


def test_each_line_of_the_gitlab_pipeline_runs(machine: Machine) -> None:
    site = machine.site
    assert site.command("init", "--ci", "gitlab").returncode == 0
    pipeline = read(site.folder / ".gitlab-ci.yml")
    assert list(pipeline) == ["nightly"]
    job = pipeline["nightly"]
    assert job["allow_failure"] == {"exit_codes": 10} and job["resource_group"] == "nightly"
    lines = [*job["before_script"], *job["script"]]
    assert all(isinstance(line, str) for line in lines)
    newcomer(site)
    run = machine.shell(
        "\n".join(lines), CI_SERVER_URL=f"file://{machine.origin.parent.parent}", CI_PROJECT_PATH="office/mentors",
        CI_COMMIT_BRANCH="main", PUSH_TOKEN=SECRET)
    assert run.returncode == 0, run.stdout + run.stderr
    assert machine.pushed()[0] == "Nightly run: Take in the roster"
    assert {path for path in job["artifacts"]["paths"]} == {"nightly/report.json", "nightly/report.md"}
    assert all((site.folder / path).exists() for path in job["artifacts"]["paths"])
    # Whatever a night ends with is what the job ends with.
    site.roster.unlink()
    again = machine.shell("\n".join(job["script"]), CI_SERVER_URL="file:///nowhere", CI_PROJECT_PATH="x", CI_COMMIT_BRANCH="main")
    assert again.returncode in (21, 128)


def test_the_line_for_cron_runs_in_a_folder_of_any_name(machine: Machine) -> None:
    site = machine.site
    odd = site.folder.parent / "Alumni's 100% $HOME \"site\""
    site.folder.rename(odd)
    site.folder = odd
    assert site.command("init", "--ci", "cron").returncode == 0
    (odd / "nightly/secrets.env").write_text("CRM_TOKEN='from the file'\n", encoding="utf-8")
    table = (odd / "nightly/mentorbook.cron").read_text(encoding="utf-8")
    [line] = [line for line in table.splitlines() if line and not line.startswith("#")]
    fields = line.split(" ", 5)
    assert all(re.fullmatch(r"\*|\d+", field) for field in fields[:5])
    # crontab(5): an unescaped % ends the command, an escaped one is a %.
    assert not re.search(r"(?<!\\)%", fields[5])
    command = fields[5].replace("\\%", "%")
    # Where all is well, cron has nothing to mail.
    run = subprocess.run(
        ["/bin/sh", "-c", command], cwd="/", capture_output=True, text=True, timeout=120, check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": machine.variables["HOME"], "SHELL": "/bin/sh", "LOGNAME": "mentors",
             "MENTORBOOK_SHARE": str(ROOT), "SOURCE_DATE_EPOCH": "1802164620"})
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert (odd / "nightly/report.json").exists() and (site.live / "index.html").exists()
    # It is a table that cron itself takes.
    if shutil.which("crontab"):
        assert subprocess.run(["crontab", "-T", odd / "nightly/mentorbook.cron"], check=False).returncode == 0


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed: Tests/setup.sh")
@pytest.mark.parametrize("name", ["site", "Alumni 100% site"])
def test_systemd_accepts_service_and_timer(machine: Machine, name: str) -> None:
    site = machine.site
    folder = site.folder.parent / name
    site.folder.rename(folder)
    site.folder = folder
    assert site.command("init", "--ci", "systemd").returncode == 0
    units = [folder / "nightly" / f"mentorbook-nightly.{kind}" for kind in ("service", "timer")]
    verdict = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"]})
    complaints = [line for line in verdict.stderr.splitlines() if "mentorbook" in line]
    assert verdict.returncode == 0 and not complaints, verdict.stderr
    service = units[0].read_text(encoding="utf-8")
    assert f"\nWorkingDirectory={str(folder).replace('%', '%%')}\n" in service
    [start] = re.findall(r'^ExecStart="(.*?)" (.*)$', service, re.MULTILINE)
    assert Path(start[0]).samefile(COMMAND)
    run = subprocess.run(
        [start[0], *start[1].split()], cwd=folder, capture_output=True, text=True, timeout=120, check=False,
        env={"PATH": "/usr/bin:/bin", "MENTORBOOK_SHARE": str(ROOT), "SOURCE_DATE_EPOCH": "1802164620"})
    assert (run.returncode, run.stdout) == (0, ""), run.stdout + run.stderr
    calendar = re.search(r"^OnCalendar=(.*)$", units[1].read_text(encoding="utf-8"), re.MULTILINE)
    assert calendar and subprocess.run(
        ["systemd-analyze", "calendar", calendar[1]], capture_output=True, check=False).returncode == 0
