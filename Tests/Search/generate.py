#!/usr/bin/env python3
"""Writes the content folder of a site with any number of invented mentors; always the same ones.

    Tests/Search/generate.py --n 1000 --out FOLDER

The first thousand of ten thousand mentors are the thousand that come alone.
"""

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

import invented

TODAY = date(2027, 3, 2)

SETTINGS = """\
title: Invented Mentors
timezone: America/New_York
contact: {email: mentors@example.edu}
directory: {page_size: 24, order: fair}
fields:
  first_generation: {kind: flag, label: First-generation graduate, facet: true}
  community: {kind: terms, label: Communities, facet: true}
  ask_me_about: {kind: text, label: Ask me about}
facets:
  - field: industry
    synonyms: {Tech: Technology, Healthcare: Health care, Banking: Finance, Games: Gaming}
  - field: expertise
    synonyms: {ML: Machine learning, Entrepreneurship: Starting a business, Golang: Go, Programming: Software engineering}
  - field: help_with
    synonyms: {CV review: Résumé review, Networking: General networking}
  - field: languages
    synonyms: {Mandarin: Mandarin Chinese}
  - field: school
  - field: city
  - field: class_year
  - field: meeting_modes
    terms: {video: {label: Video call, slug: video}, phone: {label: Phone call, slug: phone}}
  - field: mentoring
scheduling: {slots: 4, notice: 24h, horizon: 28d, holidays: [2027-03-05], files: false}
privacy: {verified_within: 400d}
"""


class Dice(random.Random):
    """Chance, the same on every machine: one mentor's dice don't know of the others'."""

    def some(self, items: list[str], most: int) -> list[str]:
        """One item or more, no more than `most`; the first of the list more often."""
        chosen: list[str] = []
        for _ in range(self.randint(1, most)):
            item = items[int(len(items) * self.random() ** 1.6)]
            if item not in chosen:
                chosen.append(item)
        return chosen

    def happens(self, share: float) -> bool:
        return self.random() < share


def name_of(dice: Dice) -> dict[str, str]:
    """A name, and how it is sorted and called where it says so."""
    kind = dice.random()
    if kind < 0.03:
        return {"name": dice.choice(invented.LONG_NAMES)}
    if kind < 0.70:
        given, family = dice.choice(invented.PLAIN_GIVEN), dice.choice(invented.PLAIN_FAMILY)
        middle = f" {dice.choice('ABCDEFGHJKLMNPRSTW')}." if dice.happens(0.3) else ""
        called = {"called": given if dice.happens(0.5) else given[:3]} if dice.happens(0.05) else {}
        return {"name": f"{given}{middle} {family}", **called}
    if kind < 0.86:
        return {"name": f"{dice.choice(invented.MARKED_GIVEN)} {dice.choice(invented.MARKED_FAMILY)}"}
    script = dice.choices(invented.SCRIPTS, weights=[script[0] for script in invented.SCRIPTS])[0]
    _, givens, families, is_family_first, between = script
    given, family = dice.choice(givens), dice.choice(families)
    written = between.join((family[0], given[0]) if is_family_first else (given[0], family[0]))
    plain = f"{family[1]} {given[1]}" if is_family_first else f"{given[1]} {family[1]}"
    if dice.happens(0.5):
        return {"name": f"{written} ({plain})", "sort_name": plain, "called": given[1]}
    return {"name": written}


def employer_of(dice: Dice) -> str:
    """A few employers have many mentors, many have a few."""
    if dice.happens(0.4):
        return dice.choice(invented.EMPLOYERS)
    first, second, third, kind = invented.SYLLABLES
    return f"{dice.choice(first)}{dice.choice(second)}{dice.choice(third)}".capitalize() + f" {dice.choice(kind)}"


def availability_of(dice: Dice) -> list[str]:
    rules = []
    for _ in range(dice.randint(0, 3)):
        hour, half = dice.randint(7, 20), dice.choice(("00", "30"))
        rules.append(f"{dice.choice(('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'))} {hour:02}:{half}-{hour + 1:02}:{half}")
    return rules


def standing_of(dice: Dice) -> dict[str, str]:
    """Whether somebody takes requests, when they joined, when they were last asked."""
    fields: dict[str, str] = {}
    if dice.happens(0.95):
        joined = TODAY - timedelta(days=int(3000 * dice.random()))
        fields["joined"] = joined.isoformat()
        if dice.happens(0.7):
            fields["verified"] = (TODAY - timedelta(days=int(min(430, (TODAY - joined).days) * dice.random()))).isoformat()
    state = dice.random()
    if state < 0.02:
        fields["status"] = "hidden"
    elif state < 0.03:
        fields["consent"] = "false"
    elif state < 0.04:
        fields["draft"] = "true"
    elif state < 0.07:
        fields["status"] = "paused"
        if dice.happens(0.5):
            fields["paused_until"] = (TODAY + timedelta(days=dice.randint(1, 60))).isoformat()
    elif state < 0.12:
        fields["capacity"] = "0"
    return fields


def biography(dice: Dice, fields: dict[str, str | list[str]], city: str) -> str:
    words = {
        "x": fields["expertise"][0].lower(), "y": fields["expertise"][-1].lower(), "city": city,
        "major": fields["majors"][0], "employer": fields["employer"]}
    first, second, third, _ = invented.SYLLABLES
    sentences = dice.sample(invented.SENTENCES, dice.randint(0, 9))
    return "\n\n".join(
        sentence.format(
            **words, n=dice.randint(2, 15), m=dice.randint(16, 90),
            project=f"{dice.choice(first)}{dice.choice(second)}{dice.choice(third)}".capitalize())
        for sentence in sentences)


def profile(number: int) -> str:
    """The file of one mentor."""
    dice = Dice(f"mentor {number}")
    city, region, country, zone = dice.choice(invented.PLACES)
    fields: dict[str, str | list[str]] = dict(name_of(dice))
    fields["expertise"] = dice.some(invented.EXPERTISE, 4)
    if dice.happens(0.1):
        fields["expertise"].append(dice.choice(["ML", "Golang", "software Engineering", "data analysis"]))
    fields["industry"] = dice.some(invented.INDUSTRIES + ["Tech", "Healthcare", "technology"], 1)[0]
    fields["employer"] = employer_of(dice)
    fields["title"] = dice.choice(invented.TITLES)
    fields["headline"] = dice.choice([
        f"{fields['title']} who came to {fields['expertise'][0]} late",
        f"From {dice.choice(invented.MAJORS).lower()} to {fields['expertise'][0]}: ask me how",
        f"{fields['expertise'][-1]}, mostly the boring kind",
        "Glad to be asked; I once had nobody to ask"])
    fields["school"] = dice.some(invented.SCHOOLS, 1)[0]
    fields["degree"] = dice.choice(invented.DEGREES)
    fields["majors"] = dice.some(invented.MAJORS, 2)
    fields["help_with"] = dice.some(invented.HELP + ["CV review", "Networking"], 3)
    fields["languages"] = ["English", *dice.some(invented.LANGUAGES, 2)] if dice.happens(0.4) else ["English"]
    fields["mentoring"] = dice.choice([["flash"], ["ongoing"], ["flash", "ongoing"]])
    fields["meeting_modes"] = dice.sample(["video", "phone", "in-person", "email"], dice.randint(1, 3))
    fields["timezone"] = zone
    if dice.happens(0.97):
        fields["class_year"] = str(2025 - int(60 * dice.random() ** 2))
    if dice.happens(0.8):
        fields["availability"] = availability_of(dice)
    if dice.happens(0.2):
        fields["first_generation"] = "true"
    if dice.happens(0.3):
        fields["community"] = dice.some(invented.COMMUNITIES, 2)
    if dice.happens(0.3):
        fields["ask_me_about"] = f"The {dice.choice(['fire drill', 'flood', 'move', 'strike'])} of {dice.randint(1990, 2025)}"
    fields |= standing_of(dice)
    written = [f"{key}: {yaml(value)}" for key, value in fields.items()]
    place = f"location: {{city: {quoted(city)}, region: {quoted(region)}, country: {quoted(country)}}}"
    return "\n".join(["---", *written, place, "---", "", biography(dice, fields, city), ""])


def yaml(value: str | list[str]) -> str:
    return quoted(value) if isinstance(value, str) else f"[{', '.join(map(quoted, value))}]"


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(count: int, folder: Path) -> None:
    """Writes a content folder."""
    mentors = folder / "mentors"
    mentors.mkdir(parents=True, exist_ok=True)
    (folder / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    for number in range(count):
        (mentors / f"mentor-{number:05}.md").write_text(profile(number), encoding="utf-8")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--n", type=int, required=True)
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    write(given.n, given.out)
