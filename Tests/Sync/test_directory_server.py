"""A roster that comes out of a directory: Debian's OpenLDAP, asked by ldapsearch as sync.yaml says."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(os.environ.get("MENTORBOOK") or ROOT / ".build/release/mentorbook").resolve()
BASE = "dc=wrenfield,dc=example,dc=edu"
PASSWORD = "correct-horse-battery-9431"
# A server of the test's own: no service of the machine's is asked or changed.
SERVER = """include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile {folder}/pid
sizelimit 500
database mdb
maxsize 10485760
suffix "{base}"
rootdn "cn=admin,{base}"
rootpw {password}
directory {folder}/data
"""
SETTINGS = """key: employeeNumber
sources:
  - name: directory
    format: ldif
    command: [ldapsearch, -LLL, -x, -H, "{url}", -b, "ou=people,{base}", {options}
              "(employeeType=alumni)", employeeNumber, cn, mail, o, title, l, businessCategory, description, departmentNumber]
fields:
  name: cn
  email: mail
  employer: o
  title: title
  headline: description
  location: {{city: l}}
  expertise: businessCategory
consent: {{column: departmentNumber}}
"""
SITE = "title: Mentors\n"


@dataclass(frozen=True)
class Alumna:
    number: str
    name: str
    mail: str
    employer: str = ""
    title: str = ""
    city: str = ""
    expertise: tuple[str, ...] = ()
    headline: str = ""
    listed: str = "yes"
    kind: str = "alumni"

    def entry(self) -> str:
        lines = [f"dn: employeeNumber={self.number},ou=people,{BASE}", "objectClass: inetOrgPerson"]
        values = [("cn", self.name), ("sn", self.name.split()[-1]), ("employeeNumber", self.number), ("mail", self.mail),
                  ("o", self.employer), ("title", self.title), ("l", self.city), ("description", self.headline),
                  ("departmentNumber", self.listed), ("employeeType", self.kind)]
        values += [("businessCategory", area) for area in self.expertise]
        return "\n".join(lines + [f"{name}: {value}" for name, value in values if value]) + "\n"

    def fields(self) -> dict[str, object]:
        """What the front matter of a new profile says."""
        values = {"name": " ".join(self.name.split()), "email": self.mail, "employer": self.employer, "title": self.title,
                  "headline": self.headline, "location": {"city": self.city} if self.city else {}, "expertise": list(self.expertise)}
        return {field: value for field, value in values.items() if value} | {"consent": True}


PEOPLE = [
    Alumna("300101", "Ana López", "ana.lopez@example.edu", "Société Générale", "Directrice adjointe", "Málaga", ("Finance",)),
    Alumna("300102", "山田 花子", "hanako@example.edu", "株式会社みらい", "研究員", "京都", ("Research", "Health care")),
    Alumna("300103", "Łukasz Żółć", "lukasz@example.edu", "Acme, Inc.", "Head of R&D: materials", "Łódź", ("Engineering", "Research")),
    Alumna("300104", "Chidi Eze", "chidi@example.edu", "Example <Labs>", "Founder", "Lagos", (
        "Agriculture", "Education", "Engineering", "Finance", "Health care")),
    # Longer than ldapsearch's lines, which it goes on with on the next.
    Alumna("300105", "Rosalind Achterberg", "rosalind.achterberg.of.the.class.of.nineteen.ninety.eight@alumni.wrenfield.example.edu",
           "The Prairie Rose Credit Union of the Counties of Upper and Lower Wrenfield and the Islands", "Chair",
           headline="Thirty years of lending to farms, and glad to talk about balance sheets, boards, weather and how to leave a job well"),
    Alumna("300106", "عمر حداد", "omar@example.edu", "", "مهندس", "عمّان", ("Engineering",)),
    Alumna("300107", "Zoë O'Brien-Smith", "zoe@example.edu", "\"Quoted\" & Sons", "Éditrice", "Québec"),
    Alumna("300108", "Bo Li", "bo@example.edu", "dn: not an entry", "# no comment", "Boston"),
    Alumna("300109", "Ines Ferreira", "ines@example.edu", "Porto Wine Co.", "Analyst 👩‍🔬", "Porto", ("Research",)),
    Alumna("300110", "Henrik Lindqvist", "henrik@example.edu", listed="no"),
    Alumna("300111", "Mary Ann  Two Spaces", "mary@example.edu", "Wrenfield College"),
    # Nobody's business: another filter.
    Alumna("300112", "Sam Staff", "sam@example.edu", kind="staff"),
]
LISTED = [person for person in PEOPLE if person.kind == "alumni" and person.listed == "yes"]


class Directory:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "data").mkdir()
        (folder / "slapd.conf").write_text(SERVER.format(folder=folder, base=BASE, password=PASSWORD))
        socket = str(folder / "ldapi").replace("/", "%2F")
        self.url = f"ldapi://{socket}"
        self.process = subprocess.Popen(
            ["/usr/sbin/slapd", "-d", "0", "-f", str(folder / "slapd.conf"), "-h", self.url],
            stdout=subprocess.DEVNULL, stderr=(folder / "log").open("w"))
        end = time.monotonic() + 30
        while subprocess.run(["ldapsearch", "-x", "-H", self.url, "-s", "base", "-b", ""], capture_output=True).returncode != 0:
            assert self.process.poll() is None and time.monotonic() < end, (folder / "log").read_text()
            time.sleep(0.05)
        parts = [f"dn: {BASE}\nobjectClass: dcObject\nobjectClass: organization\no: Wrenfield\ndc: wrenfield\n",
                 f"dn: ou=people,{BASE}\nobjectClass: organizationalUnit\nou: people\n"]
        self.change("ldapadd", "\n".join(parts + [person.entry() for person in PEOPLE]))

    def change(self, program: str, ldif: str) -> None:
        done = subprocess.run(
            [program, "-x", "-H", self.url, "-D", f"cn=admin,{BASE}", "-w", PASSWORD], input=ldif, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    directory = Directory(tmp_path_factory.mktemp("ldap"))
    yield directory
    directory.stop()


@pytest.fixture
def content(directory: Directory, tmp_path: Path) -> Path:
    content = tmp_path / "content"
    (content / "mentors").mkdir(parents=True)
    (content / "site.yaml").write_text(SITE)
    (content / "sync.yaml").write_text(SETTINGS.format(url=directory.url, base=BASE, options=""))
    return content


def sync(content: Path, *options: str) -> tuple[int, dict]:
    run = subprocess.run(
        [COMMAND, "sync", *options, "--json", "--values", "--content", str(content), "--as-of", "2027-03-01T06:00:00Z"],
        capture_output=True, text=True, timeout=60)
    return run.returncode, json.loads(run.stdout) if run.stdout else {"stopped": run.stderr}


def test_the_server_says_what_the_roster_is_to_be_read_from(directory: Directory) -> None:
    """Without these the other tests would say nothing."""
    said = subprocess.run(
        ["ldapsearch", "-LLL", "-x", "-H", directory.url, "-b", f"ou=people,{BASE}"], capture_output=True, text=True).stdout
    assert "cn:: " in said and "\n " in said
    assert "businessCategory: Agriculture\nbusinessCategory: Education\n" in said


def profiles(content: Path) -> dict[str, dict[str, object]]:
    """The front matter of all profiles by mail address."""
    matters = [yaml.safe_load(path.read_text().split("---\n")[1]) for path in (content / "mentors").iterdir()]
    return {matter["email"]: matter for matter in matters}


def test_everybody_in_the_directory_comes_in_as_they_are_there(content: Path) -> None:
    code, report = sync(content, "--plan")
    assert code == 2, report
    assert {person["id"]: person["action"] for person in report["people"]} == {person.number: "added" for person in LISTED}
    assert (report["counts"]["people"], report["counts"]["not_listed"], report["quarantined"]) == (11, 1, [])
    assert sync(content, "--bootstrap")[0] == 0
    assert profiles(content) == {person.mail: person.fields() for person in LISTED}
    assert sync(content, "--plan")[0] == 0


def test_a_night_takes_over_what_changed_in_the_directory(directory: Directory, content: Path) -> None:
    assert sync(content, "--bootstrap")[0] == 0
    before = profiles(content)
    dn = f"dn: employeeNumber=300102,ou=people,{BASE}\nchangetype: modify\n"
    directory.change("ldapmodify", dn + "replace: title\ntitle: 主任研究員\n-\ndelete: businessCategory\nbusinessCategory: Research\n")
    try:
        code, report = sync(content, "--apply")
    finally:
        directory.change("ldapmodify", dn + "replace: title\ntitle: 研究員\n-\nadd: businessCategory\nbusinessCategory: Research\n")
    assert code == 0
    assert {person["id"]: person["action"] for person in report["people"]} == {"300102": "updated"}
    assert profiles(content) == before | {
        "hanako@example.edu": before["hanako@example.edu"] | {"title": "主任研究員", "expertise": ["Health care"]}}


def test_a_directory_that_gives_only_a_part_or_nothing_at_all_changes_nobody(directory: Directory, content: Path) -> None:
    assert sync(content, "--bootstrap")[0] == 0
    before = {path.name: path.read_text() for path in (content / "mentors").iterdir()}
    wrong = [
        # More people than one answer may have; ldapsearch prints those that it got, and ends with 4.
        (directory.url, "-z, '5',", 21),
        (directory.url, "-D, 'cn=nobody', -w, wrong,", 21),
        (directory.url + "-gone", "", 21),
        # The answer is whole, and nobody is in it.
        (directory.url, "-s, base,", 21),
    ]
    for url, options, expected in wrong:
        (content / "sync.yaml").write_text(SETTINGS.format(url=url, base=BASE, options=options))
        code, report = sync(content, "--apply")
        assert code == expected, (options, report)
        assert {path.name: path.read_text() for path in (content / "mentors").iterdir()} == before
