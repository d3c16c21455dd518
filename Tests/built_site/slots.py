"""The open times of a profile, as its page offers them."""

from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

from built_site.html_tree import text
from built_site.site import Page


@dataclass(frozen=True)
class Slot:
    """One open time: the instant its markup states, and the words and links a person sees."""

    start: datetime
    date_label: str
    time_label: str
    length_label: str
    calendars: dict[str, str]
    file: str | None

    @property
    def minutes(self) -> int:
        return int(self.length_label.split()[0])


def mentor_zone(page: Page) -> ZoneInfo:
    """The zone in which a profile states its open times."""
    return ZoneInfo(page.with_class("slot-list")[0].get("data-zone", ""))


def slots_of(page: Page) -> list[Slot]:
    return [_slot(item) for shelf in page.with_class("slot-list") for item in shelf.findall("li")]


def _slot(item: Element) -> Slot:
    date_label, time_label = (text(span) for span in item.findall(".//summary/time/span"))
    links = item.findall("./details/ul/li/a")
    return Slot(
        start=datetime.fromisoformat(item.get("data-slot", "")),
        date_label=date_label,
        time_label=time_label,
        length_label=text(item.find("./details/ul/li")),
        calendars={(link.text or ""): link.get("href", "") for link in links if "download" not in link.attrib},
        file=next((link.get("href") for link in links if "download" in link.attrib), None),
    )
