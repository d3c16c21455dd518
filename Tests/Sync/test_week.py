"""A week in the life of a synced site: seven nights of a roster that changes, and editors' work in between."""

import csv
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(os.environ.get("MENTORBOOK", ROOT / ".build/release/mentorbook")).resolve()
DONE, WITHHELD, HELD, UNREACHABLE = 0, 10, 20, 21


def call(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    # Another machine's zone, locale and settings of git have no say in this.
    environment = os.environ | {"TZ": "Pacific/Auckland", "LC_ALL": "C", "GIT_CONFIG_GLOBAL": "/dev/null"}
    environment.pop("MENTORBOOK_SYNC_KEY", None)
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


class Office:
    """The sample site in a folder of its own under git, with what the alumni office and the editors do to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.roster = folder / "content/roster.csv"
        for name in ("content", "themes"):
            shutil.copytree(ROOT / name, folder / name)
        with self.roster.open(newline="") as file:
            self.columns, *rows = list(csv.reader(file))
        self.people = [dict(zip(self.columns, row, strict=True)) for row in rows]
        (folder / ".gitignore").write_text("output/\nreports/\n.mentorbook/\n")
        self.git("init", "--quiet")
        self.commit("The site before it was synced")

    def git(self, *arguments: str) -> str:
        identity = ("-c", "user.name=Editor", "-c", "user.email=editor@example.edu")
        result = call("git", *identity, *arguments, folder=self.folder)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)

    def mentorbook(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return call(str(COMMAND), *arguments, folder=self.folder)

    # What the alumni office does.

    def person(self, number: str) -> dict[str, str]:
        return next(person for person in self.people if person["Constituent ID"] == number)

    def export(self, columns: list[str] | None = None, people: list[dict[str, str]] | None = None) -> None:
        with self.roster.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns or self.columns)
            writer.writerows([row[column] for column in self.columns] for row in (self.people if people is None else people))

    # What editors do.

    def profile(self, slug: str) -> Path:
        return next((self.folder / "content/mentors").rglob(f"{slug}.md"))

    def edit(self, slug: str, old: str, new: str) -> None:
        text = self.profile(slug).read_text()
        assert text.count(old) == 1, f"{slug} says {old!r} {text.count(old)} times"
        self.profile(slug).write_text(text.replace(old, new))

    # The nights.

    def night(self, day: int, *options: str) -> dict:
        """Syncs, and gives the report; nothing of it is in git yet."""
        result = self.mentorbook("sync", *(options or ("--apply",)), "--report", "reports", "--as-of", f"2027-03-{day:02}T06:00:00Z")
        report = json.loads((self.folder / "reports/report.json").read_text())
        assert report["exit"] == result.returncode, result.stderr
        return report

    def changed(self) -> dict[str, list[str]]:
        """The lines that differ from the last commit, by profile: `-employer: …`, `+employer: …`."""
        self.git("add", "--all", "--intent-to-add")
        files: dict[str, list[str]] = {}
        for line in self.git("diff", "--unified=0", "--no-color", "--", "content/mentors").splitlines():
            if line.startswith("diff "):
                lines = files.setdefault(Path(line.split(" b/")[-1]).stem, [])
            elif line.startswith(("+", "-")) and not line.startswith(("+++", "---")):
                lines.append(line)
        return files


def actions(report: dict) -> dict[str, str]:
    return {person["id"]: person["action"] for person in report["people"] if person["action"] != "unchanged"}


def questions(report: dict) -> set[tuple[str, str]]:
    return {(person["id"], finding["field"]) for person in report["people"] for finding in person["findings"]}


# What the sample's roster leaves open from the first night on.
OPEN = {("204729", "title"), ("204877", "employer"), ("205321", "location.city")}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("week"))


def test_a_newcomer_sees_what_the_first_import_would_do(office: Office) -> None:
    result = office.mentorbook("sync", "--plan")
    assert result.returncode == 2
    assert "1 added" in result.stdout and "mentorbook sync --bootstrap" in result.stdout
    assert office.git("status", "--porcelain") == ""
    # A log may be public: it has ids, and nobody's name or address.
    for person in office.people:
        assert person["Email"] not in result.stdout and person["Preferred Name"] not in result.stdout


def test_seven_nights_keep_what_editors_wrote_and_publish_nobody_who_should_not_be(office: Office) -> None:
    # Night 1: the first import. One is new, one has taken consent back, and nobody's file but theirs changes.
    report = office.night(1, "--bootstrap")
    assert (report["exit"], report["counts"]["linked"], report["counts"]["people"]) == (WITHHELD, 38, 41)
    assert {key: value for key, value in actions(report).items() if value != "linked"} == {
        "204618": "unpublished", "206801": "added"}
    assert questions(report) == OPEN
    changed = office.changed()
    assert changed.pop("henrik-lindqvist") == ["-consent: true", "+consent: false"]
    assert "+consent: true" in changed.pop("nadia-benali")
    assert changed == {}
    # The state goes into git, the key doesn't.
    office.commit("Night 1")
    assert office.git("ls-files", "content/.sync").split() == [
        "content/.sync/.gitignore", "content/.sync/busy.json", "content/.sync/state.json"]
    assert (office.folder / "content/.sync/key").stat().st_mode & 0o777 == 0o600

    # An editor answers two of the questions, and writes a headline.
    office.edit("isobel-mackenzie", "title: Director\n", "title: Director of Collections\n")
    office.edit("liam-oconnell", "employer: Lanternworks\n", "employer: Lanternworks\npin: [employer]\n")
    office.edit("rosalind-achterberg", "\nheadline: ", "\nheadline: In short, ")
    office.commit("Editors, day 1")

    # Night 2: someone has a new job, and someone is new.
    office.person("205247")["Job Title"] = "Chair"
    office.people.append(office.person("206801") | {
        "Constituent ID": "206900", "Preferred Name": "Ines Ferreira", "Email": "ines.ferreira@alumni.wrenfield.example.edu"})
    office.export()
    report = office.night(2)
    assert report["exit"] == WITHHELD
    assert actions(report) == {"205247": "updated", "206900": "added"}
    assert questions(report) == OPEN - {("204729", "title"), ("204877", "employer")}
    changed = office.changed()
    assert changed["rosalind-achterberg"] == ["-title: President", "+title: Chair"]
    assert set(changed) == {"rosalind-achterberg", "ines-ferreira"}
    office.commit("Night 2")

    # Night 3: a column has another name. Nothing is touched, and the report says which.
    office.person("205543")["Job Title"] = "Founder"
    office.export(["Organisation" if column == "Employer" else column for column in office.columns])
    report = office.night(3)
    assert report["exit"] == HELD
    assert [guard["code"] for guard in report["guards"]] == ["columns"]
    assert "'Employer'" in report["guards"][0]["message"] and not report["guards"][0]["approvable"]
    assert office.git("status", "--porcelain", "--", "content/mentors", "content/.sync") == ""
    # The office manager adds the name. An editor changes a field that the roster has changed too.
    settings = office.folder / "content/sync.yaml"
    settings.write_text(settings.read_text().replace("also: [Company, Organization]", "also: [Company, Organisation]"))
    office.edit("yusuf-abdirahman", "title: Executive Director\n", "title: Coach\n")
    office.commit("Editors, day 3")

    # Night 4: what was held comes in; the editor's word stays.
    report = office.night(4)
    assert report["exit"] == WITHHELD
    assert questions(report) == {("205321", "location.city"), ("205543", "title")}
    assert office.changed() == {}
    office.edit("yusuf-abdirahman", "title: Coach\n", "title: Founder\n")
    office.commit("Night 4, and an editor decides")

    # Night 5: an export of nobody, and an empty file.
    before = office.git("status", "--porcelain")
    office.export(people=[])
    report = office.night(5)
    assert (report["exit"], [guard["code"] for guard in report["guards"]]) == (HELD, ["no-rows"])
    office.roster.write_bytes(b"")
    report = office.night(5)
    assert report["exit"] == UNREACHABLE and "empty" in report["stopped"]
    assert "**Stopped**" in (office.folder / "reports/report.md").read_text()
    office.export()
    assert office.git("status", "--porcelain", "--", "content/mentors", "content/.sync") == before
    office.commit("Day 5")

    # Night 6: someone opts out. The same night a third of the roster is missing, which holds all but that.
    office.person("204137")["Remove from directory"] = "x"
    office.export(people=[person for index, person in enumerate(office.people) if index % 3 or person["Constituent ID"] == "204137"])
    report = office.night(6)
    assert report["exit"] == HELD and "missing" in [guard["code"] for guard in report["guards"]]
    assert office.changed() == {"ananya-deshpande": ["-consent: true", "+consent: false"]}
    assert office.mentorbook("build", "--quiet", "--clean").returncode == 0
    assert not (office.folder / "output/mentors/ananya-deshpande").exists()
    assert (office.folder / "output/mentors/chidi-eze").exists()
    # The plan that the report names can be looked at again, and could be approved.
    again = office.night(6, "--plan")
    assert again["plan"] == report["plan"]
    office.commit("Night 6")

    # Night 7: the roster is whole again. A second run of it changes not one byte.
    office.export()
    report = office.night(7)
    assert (report["exit"], actions(report)) == (WITHHELD, {})
    assert office.changed() == {}
    state = (office.folder / "content/.sync/state.json").read_bytes()
    assert office.night(7)["exit"] == WITHHELD
    assert (office.folder / "content/.sync/state.json").read_bytes() == state
    office.commit("Night 7")

    # Whoever answers the last questions gets a night on which nothing is left.
    office.person("205321")["City"] = "Eldoret"
    office.person("205395")["Office hours (Tue 4-5:30pm; Thu 9-10am)"] = ""
    office.people.remove(office.person("206838"))
    office.export()
    report = office.night(8)
    assert (report["exit"], report["quarantined"], questions(report)) == (DONE, [], set())
    office.commit("Night 8")


def test_an_erased_person_is_nowhere_and_stays_out(office: Office) -> None:
    number, slug = "204322", "chidi-eze"
    person = office.person(number)
    office.edit(slug, "\nname: ", "\nphoto: chidi.jpg\nname: ")
    photo = office.folder / "content/photos/chidi.jpg"
    photo.parent.mkdir(exist_ok=True)
    photo.write_bytes(b"a photo of Chidi Eze")
    assert office.mentorbook("build", "--quiet").returncode == 0
    assert office.mentorbook("sync", "erase", number).returncode == 64, "nobody is erased without a yes"
    receipt = office.mentorbook("sync", "erase", number, "--yes")
    assert receipt.returncode == 0
    for line in ["content/mentors/chidi-eze.md", "content/photos/chidi.jpg", "kept: a keyed hash", "content/roster.csv", "git filter-repo"]:
        assert line in receipt.stdout
    assert office.mentorbook("build", "--quiet").returncode == 0
    # The roster still has them: they stay out.
    report = office.night(9)
    assert (report["exit"], report["counts"]["suppressed"], actions(report)) == (DONE, 1, {})
    # The office takes them off its list as well; then nothing says anything of them.
    office.people.remove(person)
    office.export()
    assert office.night(10)["exit"] == DONE
    needles = [text.encode() for text in (number, slug, person["Preferred Name"], person["Email"], "chidi.jpg")]
    places = [path for path in office.folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(office.folder).parts]
    assert len(places) > 400
    found = [path for path in places if any(needle in path.read_bytes() for needle in needles)]
    assert found == []
    assert [path for path in places if slug in str(path)] == []
