"""Photographs a built site: every kind of page at three widths, light and dark.

    python Tests/Browser/screenshots.py --site output --out .build/screenshots
"""

import argparse
import sys
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Page

from Browser.exploring import settled
from Browser.visitors import chromium
from built_site.site import BuiltSite
from built_site.slots import slots_of
from built_site.web_server import serving

SIZES = {360: 740, 768: 1024, 1440: 900}
SCHEMES = ("light", "dark")


def subjects(site: BuiltSite) -> dict[str, str]:
    """What to photograph: file name and path."""
    term = max(site.of_kind("term"), key=lambda page: ("/industry/" in page.path, len(page.with_class("card"))))
    guide = [page.path for page in site.of_kind("guide") if page.path != "guide/"]
    wanted = {
        "home": "",
        "explore": "explore/",
        "explore-found": "explore/?q=engineer&meeting-modes=video&within=14",
        "explore-nobody": "explore/?q=nurse&industry=technology",
        "explore-sheet": "explore/?mentoring=flash&class-year=2005-",
        "facet": site.of_kind("facet")[0].path,
        "term": term.path,
        "profile": max(site.profiles_with_slots, key=lambda page: len(page.source)).path,
        "profile-closed": site.closed_profiles[0].path,
        "shortlist": "shortlist/",
        "guide": "guide/",
        "guide-steps": _first(guide, "how-flash-mentoring-works"),
        "guide-letters": _first(guide, "compelling-ask"),
        "join": "join/",
        "not-found": "404.html",
    }
    return {name: path for name, path in wanted.items() if path.split("?")[0] in site.by_path}


def _first(paths: list[str], name: str) -> str:
    return next((path for path in paths if name in path), paths[0])


def photograph(site: BuiltSite, folder: Path) -> int:
    """Writes `NAME-WIDTH-SCHEME.png` for all; gives their number."""
    folder.mkdir(parents=True, exist_ok=True)
    starts = [slot.start for page in site.profiles_with_slots for slot in slots_of(page)]
    count = 0
    with serving(site.folder, site.base_path) as home, chromium() as browser:
        for width, height in SIZES.items():
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce",
                    locale="en-US", timezone_id="Europe/Paris",
                )
                context.clock.set_fixed_time(min(starts) - timedelta(days=1))
                page = context.new_page()
                for name, path in subjects(site).items():
                    page.goto(home + path)
                    _open_first_slot(page)
                    if name.startswith("explore"):
                        settled(page)
                        page.wait_for_timeout(100)
                    is_over_the_page = name == "explore-sheet" and page.locator(".opener").is_visible()
                    if is_over_the_page:
                        page.locator(".opener").click()
                    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=not is_over_the_page)
                    count += 1
                context.close()
    return count


def _open_first_slot(page: Page) -> None:
    page.evaluate("document.querySelector('.slot-list details')?.setAttribute('open', '')")


def main() -> None:
    parser = argparse.ArgumentParser(description="Photograph a built site.")
    parser.add_argument("--site", type=Path, default=Path("output"), help="the output folder")
    parser.add_argument("--out", type=Path, default=Path(".build/screenshots"), help="where the pictures go")
    options = parser.parse_args()
    count = photograph(BuiltSite(options.site), options.out)
    print(f"{count} screenshots in {options.out}")


if __name__ == "__main__":
    main()
