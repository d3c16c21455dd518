"""A roster of contact cards, as address books and CRMs export them, read by Python's vobject too: both find the same people."""

import os
import random
import subprocess
from pathlib import Path

import pytest
import vobject
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(os.environ.get("MENTORBOOK") or ROOT / ".build/release/mentorbook").resolve()
SETTINGS = """key: UID
sources:
  - {name: cards, file: cards.vcf, format: vcard}
fields:
  name: FN
  email: EMAIL.work
  employer: ORG
  title: TITLE
  headline: NOTE
  location: {city: ADR.city}
  expertise: CATEGORIES
consent: {column: X-LISTED}
"""
# What programs really write: groups, types in all their ways, pictures, folded lines, escaped signs, empty parts.
CARDS = [
    r"""BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14.4//EN
UID:1
N:López;Ana;María;Dr.;
FN:Ana María López
ORG:Société Générale;Research;
TITLE:Directrice adjointe
item1.EMAIL;type=INTERNET;type=HOME:ana.old@example.edu
item2.EMAIL;type=INTERNET;type=WORK;type=pref:ana@example.edu
item2.X-ABLabel:_$!<Work>!$_
item3.ADR;type=WORK;type=pref:;;Calle Larios 5\, 2º;Málaga;Andalucía;29005;Spain
CATEGORIES:Finance,Risk\, compliance,Teaching
NOTE:Ask me about banks\; boards\, budgets and
  how to leave well
X-LISTED:yes
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoH
 BwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkU
REV:2026-11-01T10:00:00Z
END:VCARD""",
    r"""BEGIN:VCARD
VERSION:3.0
UID:2
N:山田;花子;;;
FN:山田 花子
EMAIL;TYPE=INTERNET,WORK:hanako@example.edu
ORG:株式会社みらい
TITLE:研究員
ADR;TYPE=work:;;;京都;;;日本
X-LISTED:yes
END:VCARD""",
    r"""BEGIN:VCARD
VERSION:4.0
UID:3
FN:Zoë O'Brien-Smith
N:O'Brien-Smith;Zoë;;;
EMAIL;PREF=1;TYPE=work:zoe@example.edu
ORG:Quoted "&" Sons
TITLE:Editor: books
ADR;LABEL="12, Rue: du Port":;;12 Rue du Port;Québec;QC;G1K;Canada
CATEGORIES:Publishing
NOTE:Semicolons \; commas \, backslashes \\ done
X-LISTED:yes
END:VCARD""",
    r"""BEGIN:VCARD
VERSION:3.0
UID:4
N:Nobody;Wants;;;
FN:Wants Nobody
EMAIL:no@example.edu
X-LISTED:no
END:VCARD""",
]


def folded(text: str, width: int) -> str:
    """With lines broken at a width in octets, as RFC 6350 has it, never within a letter."""
    lines = []
    for line in text.splitlines():
        part = ""
        for letter in line:
            if len((part + letter).encode()) > width:
                lines.append(part)
                part = " "
            part += letter
        lines.append(part)
    return "\r\n".join(lines) + "\r\n"


def expected(text: str) -> dict[str, dict[str, object]]:
    """The front matter of those who agreed, by vobject's reading."""
    people = {}
    for card in vobject.readComponents(text):
        if card.contents["x-listed"][0].value != "yes":
            continue
        emails = card.contents["email"]
        (work,) = [mail.value for mail in emails if "work" in [word.lower() for word in mail.params["TYPE"]]]
        fields: dict[str, object] = {"name": card.fn.value, "email": work, "consent": True}
        if "org" in card.contents:
            fields["employer"] = card.org.value[0]
        for field, name in (("title", "title"), ("headline", "note")):
            if name in card.contents:
                fields[field] = card.contents[name][0].value
        if "adr" in card.contents:
            fields["location"] = {"city": card.adr.value.city}
        if "categories" in card.contents:
            fields["expertise"] = [value for line in card.contents["categories"] for value in line.value]
        people[str(fields["email"])] = fields
    return people


def found(folder: Path, text: str) -> dict[str, dict[str, object]]:
    """The front matter of the profiles that a first import makes."""
    content = folder / "content"
    (content / "mentors").mkdir(parents=True)
    (content / "site.yaml").write_text("title: Mentors\n")
    (content / "sync.yaml").write_text(SETTINGS)
    (content / "cards.vcf").write_bytes(text.encode())
    run = subprocess.run(
        [COMMAND, "sync", "--bootstrap", "--values", "--content", str(content), "--as-of", "2027-03-01T06:00:00Z"],
        capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stdout + run.stderr
    matters = [yaml.safe_load(path.read_text().split("---\n")[1]) for path in (content / "mentors").iterdir()]
    return {matter["email"]: matter for matter in matters}


@pytest.mark.parametrize("width", [75, 40])
def test_cards_as_programs_write_them_say_the_same_to_vobject(tmp_path: Path, width: int) -> None:
    text = "".join(folded(card, width) for card in CARDS)
    people = expected(text)
    assert len(people) == 3
    assert found(tmp_path, text) == people


def test_cards_that_vobject_writes_are_read_as_they_were_meant(tmp_path: Path) -> None:
    """Two hundred people, whose words have every sign in them that has to be escaped."""
    chosen = random.Random(6)
    signs = ["Ana", "Zoë", "山田", "حداد", "a;b", "c,d", "e\\f", "x:y", "\"q\"", "o'p", "#1", "- dash", "50%", "<b>", "M&Q", "👩‍🔬"]

    def words(count: int) -> str:
        return " ".join(chosen.choice(signs) for _ in range(count))

    cards = []
    for number in range(200):
        card = vobject.vCard()
        card.add("uid").value = str(number)
        card.add("fn").value = f"Person {words(2)}"
        card.add("n").value = vobject.vcard.Name(family=words(1), given="Person")
        card.add("email").value = f"p{number}@example.edu"
        card.email.type_param = "WORK"
        card.add("adr").value = vobject.vcard.Address(street=words(2), city=f"City {words(1)}")
        card.add("categories").value = sorted({words(1) for _ in range(3)})
        card.add("org").value = [f"Org {words(3)}", words(1)]
        card.add("title").value = f"Title {words(12)}"
        card.add("note").value = f"Note {words(20)}"
        card.add("x-listed").value = "yes"
        cards.append(card.serialize())
    text = "".join(cards)
    people = expected(text)
    assert len(people) == 200
    assert found(tmp_path, text) == people
