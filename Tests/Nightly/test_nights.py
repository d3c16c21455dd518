"""Thirty nights of a site whose roster changes, fails and lies, and nights that must refuse."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from email import policy
from email.parser import BytesParser
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from Nightly.conftest import SECRET, NightlySite

FIRST = date(2027, 2, 9)
EDITORS_BREAK = "---\nname: Broken\ntimezone: America/NewYork\nconsent: true\n---\n"


@dataclass
class Event:
    """What happens before a night, and what that night then says."""

    happens: Callable[[NightlySite], None] = lambda site: None
    code: int = 0
    counts: dict[str, int] | None = None


def added(number: int) -> Callable[[NightlySite], None]:
    def happens(site: NightlySite) -> None:
        rows = site.rows()
        rows.append(rows[0] | {
            "Constituent ID": str(900_000 + number), "Preferred Name": f"Nova Newcomer{number}",
            "Email": f"nova{number}@alumni.wrenfield.example.edu", "Remove from directory": ""})
        site.write_rows(rows)
    return happens


def cell(id_: str, **cells: str) -> Callable[[NightlySite], None]:
    return lambda site: site.change(id_, **cells)


def gone(id_: str) -> Callable[[NightlySite], None]:
    return lambda site: site.write_rows([row for row in site.rows() if row["Constituent ID"] != id_])


def edited(slug: str, old: str, new: str) -> Callable[[NightlySite], None]:
    def happens(site: NightlySite) -> None:
        text = site.profile(slug).read_text(encoding="utf-8")
        assert old in text
        site.profile(slug).write_text(text.replace(old, new, 1), encoding="utf-8")
    return happens


def together(*parts: Callable[[NightlySite], None]) -> Callable[[NightlySite], None]:
    def happens(site: NightlySite) -> None:
        for part in parts:
            part(site)
    return happens


def halved(site: NightlySite) -> None:
    """The export was cut off."""
    (site.folder / "roster.good").write_bytes(site.roster.read_bytes())
    rows = site.rows()
    site.write_rows(rows[: len(rows) // 2])


def mended(site: NightlySite) -> None:
    site.roster.write_bytes((site.folder / "roster.good").read_bytes())


def lost(site: NightlySite) -> None:
    (site.folder / "roster.good").write_bytes(site.roster.read_bytes())
    site.roster.unlink()


def signed_out(site: NightlySite) -> None:
    """The export is a page to sign in at, with somebody's token in it."""
    (site.folder / "roster.good").write_bytes(site.roster.read_bytes())
    site.roster.write_text(f"<!doctype html><html><body>Sign in: {SECRET}</body></html>\n", encoding="utf-8")
    # What the roster itself says is not ours to search.


def broken(site: NightlySite) -> None:
    site.profile("broken-one").write_text(EDITORS_BREAK, encoding="utf-8")


def unbroken(site: NightlySite) -> None:
    site.profile("broken-one").unlink()


# What happens on which night; on all others nothing does.
EVENTS: dict[int, Event] = {
    2: Event(added(1), counts={"added": 1}),
    3: Event(cell("205247", Employer="Prairie Rose Bank"), counts={"updated": 1}),
    5: Event(cell("205469", Remove_from_directory="x"), counts={"unpublished": 1}),
    6: Event(edited("cagla-ozturk", "headline: Radio", "headline: Award-winning radio")),
    7: Event(gone("204174"), counts={"missing": 1}),
    8: Event(added(2), counts={"added": 1}),
    9: Event(together(cell("205543", Remove_from_directory="x"), halved), code=20),
    10: Event(mended),
    11: Event(lost, code=21),
    12: Event(mended),
    13: Event(signed_out, code=21),
    14: Event(mended),
    15: Event(broken, code=10),
    16: Event(unbroken),
    17: Event(together(
        cell("204914", Employer="Wójcik & Daughters"), edited("malgorzata-wojcik", "employer: ", "employer: New ")), code=10),
    18: Event(edited("malgorzata-wojcik", "employer: New ", "pin: [employer]\nemployer: New ")),
    20: Event(cell("204766", Grad_Yr="2014"), counts={"updated": 1}),
    24: Event(together(added(3), cell("205395", City="Queens")), counts={"added": 1}),
    28: Event(gone("900001"), counts={"missing": 1}),
}


def test_thirty_nights(nightly_site: NightlySite) -> None:
    site = nightly_site
    slugs = {id_: site.slug_of(id_) for id_ in ("205469", "205543", "204174")}
    address = {row["Constituent ID"]: row["Email"] for row in site.rows()}
    away: set[str] = set()
    paused: list[int] = []
    for number in range(1, 31):
        day = (FIRST + timedelta(days=number - 1)).isoformat()
        event = EVENTS.get(number, Event())
        event.happens(site)
        before = site.release

        night = site.night(day)
        assert night.code == event.code == night.report["exit"], f"night {number}: {night.said}"
        assert night.report["published"] and (site.release != before or number > 1), night.said
        if event.counts is not None:
            for what, count in event.counts.items():
                assert night.counts[what] == count, f"night {number}: {night.said}"
        elif event.code == 0:
            assert not any(night.counts[what] for what in ("added", "unpublished", "missing", "purged")), night.said
        assert (site.live / "index.html").exists() and (site.live / "_headers").exists()

        # Whoever opted out or left is gone from the very night on, whatever else goes wrong.
        away |= {id_ for when, id_ in ((5, "205469"), (7, "204174"), (9, "205543")) if number >= when}
        for id_ in away:
            assert site.tells_of(slugs[id_], address[id_]) == [], f"night {number}: {id_}"
        paused.append(sum(profile["paused"] for profile in night.report["confirm"]))

        # The same night again changes nothing at all.
        files, release = site.digest("content", "output", "www/current"), site.release
        again = site.night(day)
        assert again.code == event.code, f"night {number}: {again.said}"
        assert site.digest("content", "output", "www/current") == files and site.release == release, f"night {number}"
        if "build" in again.report:
            assert again.report["build"]["changed"] == again.report["build"]["removed"] == 0
        assert len(list((site.folder / "www/releases").iterdir())) <= 3
    assert paused == sorted(paused) and paused[-1] > paused[0], "with time, more profiles wait for a confirmation"


def test_an_opt_out_is_published_though_the_rest_of_the_roster_is_held(nightly_site: NightlySite) -> None:
    site = nightly_site
    assert site.night("2027-02-09").code == 0
    slug = site.slug_of("205543")
    address = next(row["Email"] for row in site.rows() if row["Constituent ID"] == "205543")
    assert site.tells_of(slug, address)
    rows = site.rows()
    site.write_rows([row for index, row in enumerate(rows) if index == 0 or index % 5 or row["Preferred Name"] == "Denise Okafor"])
    cell("205543", Remove_from_directory="x")(site)
    night = site.night("2027-02-10")
    assert night.code == 20 and night.outcomes == {
        "sync": "withheld", "build": "done", "check": "done", "publish": "done"}
    assert site.tells_of(slug, address) == []
    approvals = [item["remedy"] for item in night.report["attention"] if "--approve" in item.get("remedy", "")]
    assert len(approvals) == 1
    approved = site.night("2027-02-10", *approvals[0].split()[2:])
    assert approved.code == 0 and approved.counts["missing"] > 5, approved.said


def test_one_broken_profile_keeps_nobody_on_the_site_who_opted_out(nightly_site: NightlySite) -> None:
    site = nightly_site
    assert site.night("2027-02-09").code == 0
    slug = site.slug_of("205543")
    address = next(row["Email"] for row in site.rows() if row["Constituent ID"] == "205543")
    edited("cagla-ozturk", "timezone: ", "timezone: No")(site)
    cell("205543", Remove_from_directory="x")(site)
    cell("205247", Employer="Prairie Rose Bank")(site)
    night = site.night("2027-02-10")
    assert night.code == 10 and night.report["published"] and night.outcomes["check"] == "withheld", night.said
    assert site.tells_of(slug, address) == []
    assert "Prairie Rose Bank" in (site.live / f"mentors/{site.slug_of('205247')}/index.html").read_text(encoding="utf-8")
    # The profile with the error is left out, and both the report and the mail say so before all else.
    assert not (site.live / "mentors/cagla-ozturk").exists()
    [finding] = [item for item in night.report["attention"] if item["message"].startswith("error: ")]
    assert finding["place"].startswith("content/mentors/cagla-ozturk.md:")
    assert "content/mentors/cagla-ozturk.md" in _digest(site).get_body(("plain",)).get_content()
    edited("cagla-ozturk", "timezone: No", "timezone: ")(site)
    assert site.night("2027-02-11").code == 0 and (site.live / "mentors/cagla-ozturk/index.html").exists()


def test_a_page_of_the_guide_with_an_error_stays_as_it_was_published_last(nightly_site: NightlySite) -> None:
    site = nightly_site
    assert site.night("2027-02-09").code == 0
    page = "guide/best-practices-mentees/index.html"
    before = (site.live / page).read_text(encoding="utf-8")
    source = site.folder / "content/guide/best-practices-mentees.md"
    good = source.read_text(encoding="utf-8")
    source.write_text(good.replace("---\n", "---\norder: soon\n", 1), encoding="utf-8")
    for day in ("2027-02-10", "2027-02-20"):
        night = site.night(day)
        assert night.code == 10 and night.report["published"], night.said
        assert (site.live / page).read_text(encoding="utf-8") == before
    style = re.search(r"assets/site-[0-9a-f]{16}\.css", before)
    assert style and (site.live / style[0]).exists()
    source.write_text(good, encoding="utf-8")
    assert site.night("2027-02-21").code == 0 and (site.live / page).exists()
    # What everything depends on is another matter.
    settings = site.folder / "content/site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\ntimezone_: x\nlocale: 7\n", encoding="utf-8")
    assert site.night("2027-02-22").code == 22


def test_a_folder_of_profiles_that_cannot_be_read_is_not_an_empty_directory(nightly_site: NightlySite) -> None:
    site = nightly_site
    (site.folder / "content/sync.yaml").unlink()
    assert site.night("2027-02-09").code == 0
    release = site.release
    mentors = site.folder / "content/mentors"
    mentors.rename(site.folder / "content/elsewhere")
    mentors.write_text("not a folder", encoding="utf-8")
    assert site.night("2027-02-10").code in (20, 22) and site.release == release


def test_an_opt_out_is_published_though_a_mass_of_pages_is_held(nightly_site: NightlySite) -> None:
    site = nightly_site
    (site.folder / "content/sync.yaml").unlink()
    assert site.night("2027-02-09").code == 0
    before = {path: path.read_bytes() for path in site.live.glob("mentors/*/index.html")}
    address = next(row["Email"] for row in site.rows() if row["Constituent ID"] == "205543")
    slug = site.slug_of("205543")
    profiles = sorted((site.folder / "content/mentors").glob("*.md"))
    gone = [path for path in profiles if path.stem != slug][:25]
    for path in gone:
        path.unlink()
    assert site.night("2027-02-10").code == 20
    assert site.tells_of(slug, address), "nobody's wish to leave waits, so the site as a whole is held"
    edited(slug, "consent: true", "consent: false")(site)
    night = site.night("2027-02-11")
    assert night.code == 20 and night.outcomes["publish"] == "withheld", night.said
    assert night.report["publish"]["targets"][0]["outcome"] == "held" and "in part" in night.said
    assert site.tells_of(slug, address) == []
    stays = [path for path in gone if (site.live / f"mentors/{path.stem}/index.html").exists()]
    assert len(stays) > 10
    for path in stays:
        page = site.live / f"mentors/{path.stem}/index.html"
        assert page.read_bytes() == before[page]
        for photo in re.findall(r"assets/photos/[^\"]+\.jpg", page.read_text(encoding="utf-8")):
            assert (site.live / photo).exists(), photo
    assert slug not in night.said, night.said
    assert site.night("2027-02-12", "--allow-removals").report["published"]
    assert not any((site.live / f"mentors/{path.stem}").exists() for path in gone)


def test_who_is_not_published_is_found_wherever_a_static_file_tells_of_them(nightly_site: NightlySite) -> None:
    site = nightly_site
    assert site.night("2027-02-09").code == 0
    release, slug = site.release, site.slug_of("205469")
    address = next(row["Email"] for row in site.rows() if row["Constituent ID"] == "205469")
    cell("205469", Remove_from_directory="x")(site)
    for text in (f'<a href="/mentors/{slug}/">', f"write to {address.upper()}"):
        static = site.folder / "content/static/old/list.txt"
        static.parent.mkdir(parents=True, exist_ok=True)
        static.write_text(text, encoding="utf-8")
        night = site.night("2027-02-10")
        assert night.code == 22 and night.outcomes["build"] == "refused", night.said
        assert "privacy/absence" in night.said and slug not in night.said and site.release == release
    static.unlink()
    assert site.night("2027-02-10").code == 0 and site.release != release


@pytest.mark.parametrize("leaves", ["opts out", "is erased"])
def test_a_guide_that_leads_to_somebody_keeps_nobody_on_the_site(nightly_site: NightlySite, leaves: str) -> None:
    site = nightly_site
    assert site.night("2027-02-09").code == 0
    text = (site.folder / "content/guide/finding-a-mentor.md").read_text(encoding="utf-8")
    assert "(../mentors/denise-okafor.md" in text
    [row] = [row for row in site.rows() if row["Preferred Name"] == "Denise Okafor"]
    assert site.tells_of("denise-okafor", row["Email"])
    if leaves == "opts out":
        site.change(row["Constituent ID"], Remove_from_directory="x")
    else:
        assert site.command("sync", "erase", row["Constituent ID"], "--yes").returncode == 0
    night = site.night("2027-02-10")
    assert night.code == 0 and night.report["published"], night.said
    assert site.tells_of("denise-okafor", row["Email"]) == []
    assert "content/guide/finding-a-mentor.md" in {item["place"].split(":")[0] for item in night.report["attention"]}
    assert "denise" not in night.said.lower()


def test_a_site_without_roster_and_place_is_built_and_checked(nightly_site: NightlySite) -> None:
    site = nightly_site
    (site.folder / "content/sync.yaml").unlink()
    (site.folder / "content/publish.yaml").unlink()
    night = site.night("2027-02-09")
    assert night.code == 0 and night.outcomes == {
        "sync": "skipped", "build": "done", "check": "done", "publish": "skipped"}
    assert (site.folder / "output/index.html").exists()


def test_steps_refuse_with_their_own_codes_and_the_site_stays(nightly_site: NightlySite) -> None:
    site = nightly_site
    assert site.night("2027-02-09").code == 0
    release = site.release
    settings = site.folder / "content/sync.yaml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text(good + "\nnonsense: true\n", encoding="utf-8")
    assert site.night("2027-02-10").code == 22
    settings.write_text(good, encoding="utf-8")

    places = site.folder / "content/publish.yaml"
    where = places.read_text(encoding="utf-8")
    places.write_text("targets: []\n", encoding="utf-8")
    assert site.night("2027-02-10").code == 64
    places.write_text("targets:\n  - {name: web, folder: /proc/nowhere/www}\n", encoding="utf-8")
    night = site.night("2027-02-10")
    assert night.code == 23 and night.outcomes["publish"] == "refused", night.said
    places.write_text(where, encoding="utf-8")

    # An older moment than what is published.
    assert site.night("2027-02-08").code == 20
    assert site.release == release
    state = site.folder / "content/.sync/state.json"
    state.rename(state.with_suffix(".away"))
    night = site.night("2027-02-10")
    assert night.code == 20 and night.outcomes == {"sync": "refused"}, night.said
    state.with_suffix(".away").rename(state)
    assert site.night("2027-02-10").code == 0


def test_a_second_run_beside_the_first_is_refused(nightly_site: NightlySite) -> None:
    import fcntl

    site = nightly_site
    assert site.night("2027-02-09").code == 0
    folder = site.folder / ".mentorbook/nightly"
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert site.night("2027-02-09").code == 30
    finally:
        os.close(held)
    assert site.night("2027-02-09").code == 0


def test_secrets_of_a_failing_source_are_told_nowhere(nightly_site: NightlySite) -> None:
    """The fixture looks at all that was said, and at every file, in the end."""
    site = nightly_site
    settings = site.folder / "content/sync.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(
        "file: roster.csv", "command: [sh, -c, 'echo \"login: $CRM_TOKEN refused\" >&2; exit 3']"), encoding="utf-8")
    night = site.night("2027-02-09", GITHUB_STEP_SUMMARY=str(site.folder / "step.md"), GITHUB_ACTIONS="true")
    assert night.code == 21 and "exit code 3" in night.said and "[…] refused" in night.said, night.said
    assert "::group::sync" in night.said
    assert (site.folder / "step.md").read_text(encoding="utf-8").startswith("# Nightly run, 2027-02-09\n")


def test_reports_name_nobody_whom_the_site_does_not(nightly_site: NightlySite) -> None:
    """Ids stand for people: a log of CI may be public. The office's mail has the names."""
    site = nightly_site
    assert site.night("2027-02-09").code == 0
    slug = site.slug_of("205469")
    [row] = [row for row in site.rows() if row["Constituent ID"] == "205469"]
    cell("205469", Remove_from_directory="x")(site)
    night = site.night("2027-02-10")
    public = night.said + "".join(
        (site.folder / "nightly" / name).read_text(encoding="utf-8") for name in ("report.json", "report.md"))
    assert "205469" in public
    for private in (slug, row["Preferred Name"], row["Email"], row["Employer"]):
        assert private not in public, private
    assert slug in _digest(site).get_body(("plain",)).get_content()


def test_the_digest_is_a_mail_with_links_to_remind_mentors(nightly_site: NightlySite) -> None:
    site = nightly_site
    settings = site.folder / "content/site.yaml"
    text = settings.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    settings.write_text(text.replace(title, 'title: "Ehemalige: Müller & Çelik"'), encoding="utf-8")
    assert site.night("2027-06-01", "--allow-removals").code == 0
    raw = (site.folder / "nightly/digest.eml").read_bytes()
    assert raw.isascii() and all(len(line) <= 76 for line in raw.split(b"\r\n")) and b"\n" not in raw.replace(b"\r\n", b"")
    mail = _digest(site)
    assert not mail.defects and not [part.defects for part in mail.walk() if part.defects]
    assert mail["Date"].datetime.isoformat() == "2027-06-01T09:17:00+00:00"
    assert mail["Subject"].startswith("Ehemalige: Müller & Çelik, 2027-06-01: Published")
    assert mail["From"].addresses[0].display_name == "Ehemalige: Müller & Çelik"
    assert mail["To"].addresses[0].addr_spec == mail["From"].addresses[0].addr_spec
    assert mail["Message-ID"].startswith("<nightly.20270601T091700Z.")
    plain = mail.get_body(("plain",)).get_content()
    links = [line.strip() for line in plain.splitlines() if line.strip().startswith("mailto:")]
    assert len(links) > 5
    for link in links:
        parts = urlsplit(link)
        fields = parse_qs(parts.query)
        assert "@" in unquote(parts.path) and "still right?" in fields["subject"][0]
        assert "last confirmed on 2026-" in fields["body"][0]
    html = mail.get_body(("html",)).get_content()
    assert html.count('href="mailto:') == len(links) and "Müller &amp; Çelik" not in html.split("<h2>")[0]


def _digest(site: NightlySite):  # noqa: ANN202
    return BytesParser(policy=policy.default).parsebytes((site.folder / "nightly/digest.eml").read_bytes())
