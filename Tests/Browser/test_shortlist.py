"""The shortlist and the mentors viewed last: what a student saves, notes, prints and works through."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from Browser.test_accessibility import RULES
from Browser.test_layout import OVERFLOW
from Browser.visitors import Visitors, follow
from built_site.html_tree import text
from built_site.site import BuiltSite
from built_site.web_server import serving

MISSING = "the server responded with a status of 404"


def stored(page: Page, name: str) -> list[dict[str, str]]:
    """What the browser keeps under a name."""
    kept = page.evaluate("key => localStorage.getItem(key)", key(page, name))
    return json.loads(kept)["mentors"] if kept else []


def store(page: Page, name: str, value: str) -> None:
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key(page, name), value])


def key(page: Page, name: str) -> str:
    root = page.locator(".wordmark").evaluate("link => new URL(link.href).pathname")
    return f"mentorbook:{name}:{root}"


def kept(*mentors: dict[str, str]) -> str:
    return json.dumps({"version": 1, "mentors": mentors})


def save_cards(page: Page, count: int) -> list[str]:
    """Saves the first cards of a page of the directory; gives their names."""
    names = []
    for card in page.locator(".card").all()[:count]:
        names.append(card.locator("h3").inner_text())
        card.get_by_role("button", name=f"Save to shortlist: {names[-1]}").click()
    return names


def slug_of(path: str) -> str:
    return path.split("/")[1]


def entry(site: BuiltSite, path: str, **facts: str) -> dict[str, str]:
    return {"slug": slug_of(path), "name": site.by_path[path].heading} | facts


def to_shortlist(page: Page) -> None:
    follow(page.locator(".header").get_by_role("link", name="Shortlist"))
    page.locator("[data-shortlist]").wait_for()


def count_of(page: Page) -> str:
    return page.locator("[data-saved-count]").inner_text().strip()


@pytest.fixture
def open_profiles(site: BuiltSite) -> list[str]:
    closed = {page.path for page in site.closed_profiles}
    return [page.path for page in site.profiles if page.path not in closed]


@pytest.fixture
def visitors(visitors: Visitors) -> Iterator[Visitors]:
    """Visitors whose browsers may say that the profile of somebody who left is missing."""
    yield visitors
    visitors.complaints[:] = [found for found in visitors.complaints if MISSING not in found]


# MARK: Saving


def test_a_mentor_is_saved_on_a_card_and_is_there_after_a_reload(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    [name] = save_cards(page, 1)
    button = page.get_by_role("button", name=f"Save to shortlist: {name}")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert count_of(page) == "1"
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert count_of(page) == "1"
    to_shortlist(page)
    expect(page.locator(".kept h3")).to_have_text([name])
    assert [facts.keys() for facts in stored(page, "shortlist")] == [{"slug", "name", "headline", "position", "location", "note", "sent"}]


def test_pressing_the_ribbon_of_a_card_does_not_open_the_profile(visitors: Visitors) -> None:
    page = visitors.arrive("explore/", width=360)
    save_cards(page, 2)
    expect(page.locator("body")).to_have_class("explore-page")
    page.locator(".card .save").first.click()
    expect(page.locator(".card .save[aria-pressed=true]")).to_have_count(1)
    assert count_of(page) == "1"


def test_a_profile_and_a_card_tell_the_same(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive(open_profile)
    button = page.locator(".person").get_by_role("button", name=re.compile("^Save to shortlist: "))
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    from_profile = stored(page, "shortlist")
    page.goto(visitors.home + "explore/")
    while not page.locator(f"[data-mentor='{slug_of(open_profile)}']").count():
        follow(page.locator(".pagination a[rel=next]"))
    on_card = page.locator(f"[data-mentor='{slug_of(open_profile)}'] .save")
    expect(on_card).to_have_attribute("aria-pressed", "true")
    on_card.click()
    on_card.click()
    assert stored(page, "shortlist") == from_profile


def test_the_keyboard_saves_and_keeps_its_place(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    page.locator(".card h3 a").first.focus()
    page.keyboard.press("Tab")
    button = page.locator(".card .save").first
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_focused()


def test_a_card_that_comes_later_can_be_saved_and_shows_that_it_is(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    save_cards(page, 1)
    page.evaluate("""() => {
      const [saved, other] = [...document.querySelectorAll(".card")].map((card) => card.cloneNode(true));
      for (const card of [saved, other]) card.querySelector(".save").setAttribute("aria-pressed", "false");
      document.querySelector(".cards").replaceChildren(saved, other);
    }""")
    buttons = page.locator(".card .save")
    expect(buttons.nth(0)).to_have_attribute("aria-pressed", "true")
    buttons.nth(1).click()
    expect(buttons.nth(1)).to_have_attribute("aria-pressed", "true")
    assert count_of(page) == "2"


def test_a_mentor_that_the_search_found_is_saved_like_any_other(visitors: Visitors, site: BuiltSite) -> None:
    page = visitors.arrive("explore/")
    last = site.by_path[max(profile.path for profile in site.profiles)]
    page.goto(visitors.home + "explore/?q=" + quote(last.heading))
    expect(page.locator(".card h3")).to_have_text([last.heading])
    page.get_by_role("button", name=f"Save to shortlist: {last.heading}").click()
    assert [saved["slug"] for saved in stored(page, "shortlist")] == [slug_of(last.path)]
    page.reload()
    expect(page.locator(f"[data-mentor='{slug_of(last.path)}'] .save")).to_have_attribute("aria-pressed", "true")


def test_who_presses_twice_gets_the_note_back(visitors: Visitors, site: BuiltSite, open_profile: str) -> None:
    page = visitors.arrive(open_profile)
    store(page, "shortlist", kept(entry(site, open_profile, note="Met in May", sent="2026-11-20")))
    page.reload()
    button = page.locator(".person .save")
    button.click()
    assert stored(page, "shortlist") == []
    button.click()
    assert [(saved["note"], saved["sent"]) for saved in stored(page, "shortlist")] == [("Met in May", "2026-11-20")]


# MARK: Tabs and storage


def second_tab(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def test_two_tabs_agree(visitors: Visitors) -> None:
    one = visitors.arrive("explore/")
    other = second_tab(one.context, one.url)
    [name, _] = save_cards(one, 2)
    expect(other.locator(".card .save[aria-pressed=true]")).to_have_count(2)
    expect(other.locator("[data-saved-count]")).to_have_text(" 2")
    list_tab = second_tab(one.context, visitors.home + "shortlist/")
    list_tab.get_by_role("button", name=f"Remove {name}").click()
    expect(one.locator(".card .save[aria-pressed=true]")).to_have_count(1)
    one.evaluate("localStorage.clear()")
    expect(other.locator(".card .save[aria-pressed=true]")).to_have_count(0)


def test_what_another_tab_changes_does_not_disturb_a_note_that_is_being_written(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    [first, _] = save_cards(page, 2)
    to_shortlist(page)
    other = second_tab(page.context, visitors.home + "explore/")
    page.get_by_label(f"Your note {first}").press_sequentially("Half a th")
    other.locator(".card .save").nth(2).click()
    expect(page.locator(".kept")).to_have_count(3)
    page.keyboard.type("ought")
    expect(page.get_by_label(f"Your note {first}")).to_have_value("Half a thought")
    assert [saved["note"] for saved in stored(page, "shortlist")] == ["Half a thought", "", ""]


@pytest.mark.parametrize("text_kept", ["{", "[]", '"x"', "null", '{"version":1,"mentors":[null,{"slug":"../x"}]}'])
def test_broken_storage_is_an_empty_list_that_works(visitors: Visitors, text_kept: str) -> None:
    page = visitors.arrive("explore/")
    for name in ("shortlist", "viewed"):
        store(page, name, text_kept)
    page.reload()
    assert count_of(page) == ""
    [name] = save_cards(page, 1)
    to_shortlist(page)
    expect(page.locator(".kept h3")).to_have_text([name])


def test_what_a_newer_version_keeps_is_left_alone(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    newer = '{"version":2,"people":["ana"]}'
    store(page, "shortlist", newer)
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".card .save").first).to_be_hidden()
    page.goto(visitors.home + "shortlist/")
    expect(page.locator("[data-shortlist-blocked]")).to_be_visible()
    assert page.evaluate("key => localStorage.getItem(key)", key(page, "shortlist")) == newer


def test_where_nothing_may_be_kept_no_button_is_offered_and_the_page_says_why(visitors: Visitors) -> None:
    page = visitors.arrive()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page.goto(visitors.home + "explore/")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".card .save").first).to_be_hidden()
    page.goto(visitors.home + "shortlist/")
    expect(page.locator("[data-shortlist-blocked]")).to_be_visible()
    expect(page.locator("[data-shortlist]")).to_be_hidden()


def test_a_full_browser_is_said_to_be_full(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    page.evaluate("""() => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    }""")
    page.locator(".card .save").first.click()
    expect(page.get_by_role("alert")).to_contain_text("was not kept")
    expect(page.locator(".card .save").first).to_have_attribute("aria-pressed", "false")


# MARK: The page


def test_what_cards_need_of_it_weighs_at_most_four_kilobytes(site: BuiltSite) -> None:
    needed = {"main", "facts", "kept_list", "place", "save_buttons", "saved", "viewed", "viewed_row"}
    files = [file for file in site.files if file.parent.name in ("shortlist", "page") and file.stem in needed]
    assert len(files) == len(needed)
    assert sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files) <= 4096


def test_an_empty_shortlist_says_how_to_fill_it(visitors: Visitors) -> None:
    page = visitors.arrive("shortlist/")
    expect(page.get_by_text("Nobody is saved yet")).to_be_visible()
    expect(page.get_by_role("heading", name="Saved mentors")).to_be_hidden()
    follow(page.locator("main .empty a.button"))
    expect(page.locator("body")).to_have_class("explore-page")


def test_a_note_is_kept_as_it_is_written(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    [name, _] = save_cards(page, 2)
    to_shortlist(page)
    page.get_by_label(f"Your note {name}").press_sequentially("Ask about <b>Oslo</b>\nand the lab")
    page.reload()
    expect(page.get_by_label(f"Your note {name}")).to_have_value("Ask about <b>Oslo</b>\nand the lab")


def test_a_removal_is_undone_in_its_place_with_note_and_tick(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    names = save_cards(page, 3)
    to_shortlist(page)
    page.get_by_label(f"Your note {names[1]}").fill("Keep me")
    page.get_by_label(f"Sent {names[1]}").check()
    before = stored(page, "shortlist")
    page.get_by_role("button", name=f"Remove {names[1]}").click()
    expect(page.locator(".kept h3")).to_have_text([names[0], names[2]])
    assert count_of(page) == "2"
    undo = page.get_by_role("button", name=f"Undo {names[1]}")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".kept h3")).to_have_text(names)
    expect(page.get_by_role("button", name=f"Remove {names[1]}")).to_be_focused()
    assert stored(page, "shortlist") == before


def test_all_are_removed_and_brought_back_at_once(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    names = save_cards(page, 3)
    to_shortlist(page)
    before = stored(page, "shortlist")
    page.get_by_role("button", name="Remove all").click()
    expect(page.locator(".kept")).to_have_count(0)
    assert page.evaluate("key => localStorage.getItem(key)", key(page, "shortlist")) is None
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".kept h3")).to_have_text(names)
    assert stored(page, "shortlist") == before


def test_a_card_shows_what_the_profile_says_today(
    visitors: Visitors, site: BuiltSite, open_profile: str
) -> None:
    page = visitors.arrive("shortlist/")
    store(page, "shortlist", kept(entry(site, open_profile) | {"name": "A former name"}))
    page.reload()
    profile = site.by_path[open_profile]
    card = page.locator(".kept")
    expect(card.locator("h3")).to_have_text(profile.heading)
    expect(card.locator(".position")).to_have_text(text(profile.with_class("position")[0]))
    expect(card.locator(".avatar")).to_be_visible()
    expect(card.locator(".marks")).to_be_visible()
    assert [saved["name"] for saved in stored(page, "shortlist")] == [profile.heading]


def test_in_a_subfolder_of_a_host_all_pages_share_a_list_of_the_sites_own(
    browser: Browser, site: BuiltSite, now: datetime, open_profile: str
) -> None:
    with serving(site.folder, "/alumni/mentors/") as home:
        visitors = Visitors(browser, home, now)
        page = visitors.arrive("explore/")
        assert key(page, "shortlist") == "mentorbook:shortlist:/alumni/mentors/"
        [name] = save_cards(page, 1)
        page.goto(home + open_profile)
        page.locator(".person .save").click()
        assert [saved["name"] for saved in stored(page, "shortlist")] == [name, site.by_path[open_profile].heading]
        to_shortlist(page)
        expect(page.locator(".kept .marks")).to_have_count(2)
        page.goto(home + "explore/")
        follow(page.locator(".viewed li a"))
        expect(page.get_by_role("heading", level=1)).to_have_text(site.by_path[open_profile].heading)
        visitors.leave()
        assert not visitors.complaints


# MARK: Messages, one by one


def test_each_mentor_has_their_own_message_links_and_a_tick_that_stays(
    visitors: Visitors, site: BuiltSite, open_profiles: list[str]
) -> None:
    page = visitors.arrive("shortlist/")
    chosen = open_profiles[:4]
    store(page, "shortlist", kept(*(entry(site, path) for path in chosen)))
    page.reload()
    rows = page.locator(".letters li[data-row]")
    expect(rows).to_have_count(4)
    for number, path in enumerate(chosen):
        offered = [a for part in site.by_path[path].with_class("request") for a in part.iter("a") if "data-way" in a.attrib]
        expect(rows.nth(number).locator("ul a")).to_have_count(len(offered))
        hrefs = [link.get_attribute("href") for link in rows.nth(number).locator("ul a").all()]
        assert hrefs == [link.get("href") for link in offered]
    expect(page.locator(".progress")).to_have_text("Sent: 0 / 4")
    page.get_by_label(f"Sent {site.by_path[chosen[1]].heading}").check()
    expect(page.locator(".progress")).to_have_text("Sent: 1 / 4")
    page.reload()
    expect(page.get_by_label(f"Sent {site.by_path[chosen[1]].heading}")).to_be_checked()
    expect(page.locator(".progress")).to_have_text("Sent: 1 / 4")
    assert [saved["sent"] != "" for saved in stored(page, "shortlist")] == [False, True, False, False]


def test_who_takes_no_requests_is_said_to_and_has_no_link(visitors: Visitors, site: BuiltSite) -> None:
    page = visitors.arrive("shortlist/")
    closed = site.closed_profiles[0]
    store(page, "shortlist", kept(entry(site, closed.path)))
    page.reload()
    row = page.locator(".letters li[data-row]")
    expect(row.locator(".away:visible")).to_have_text(text(closed.with_class("state")[0]))
    expect(row.locator("ul a")).to_have_count(0)
    expect(row.get_by_role("checkbox")).to_have_count(0)
    expect(page.locator(".progress")).to_have_text("Sent: 0 / 0")


def test_who_is_gone_is_said_to_be_no_longer_listed_and_can_be_removed(visitors: Visitors) -> None:
    page = visitors.arrive("shortlist/")
    store(page, "shortlist", kept({"slug": "nobody-here", "name": "Nobody Here", "note": "From last year"}))
    page.reload()
    card = page.locator(".kept")
    expect(card.get_by_text("No longer listed")).to_be_visible()
    expect(card.get_by_role("link")).to_have_count(0)
    expect(card.get_by_label("Your note")).to_have_value("From last year")
    expect(page.locator(".letters li[data-row]").get_by_text("No longer listed")).to_be_visible()
    card.get_by_role("button", name="Remove Nobody Here").click()
    assert stored(page, "shortlist") == []


def test_a_profile_that_cannot_be_read_leaves_the_card_as_it_was_kept(
    visitors: Visitors, site: BuiltSite, open_profile: str
) -> None:
    page = visitors.arrive("shortlist/")
    store(page, "shortlist", kept(entry(site, open_profile, headline="As I remember")))
    page.route("**/mentors/**", lambda route: route.fulfill(status=200, content_type="text/html", body="<h1>Sign in</h1>"))
    page.reload()
    card = page.locator(".kept")
    expect(card.get_by_text("could not be read")).to_be_visible()
    expect(card.locator(".headline")).to_have_text("As I remember")
    follow(card.get_by_role("link", name=site.by_path[open_profile].heading))


def test_a_profile_of_another_site_is_never_asked_for(visitors: Visitors) -> None:
    page = visitors.arrive("shortlist/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    store(page, "shortlist", kept({"slug": "//evil.example", "name": "x"}, {"slug": "../../evil", "name": "x"}))
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text("Nobody is saved yet")).to_be_visible()
    assert not [address for address in asked if "evil" in address]


# MARK: On paper


def test_the_print_has_names_headlines_contacts_and_notes_and_nothing_else(
    visitors: Visitors, site: BuiltSite, open_profile: str
) -> None:
    page = visitors.arrive("shortlist/")
    closed = site.closed_profiles[0]
    store(page, "shortlist", kept(
        entry(site, open_profile, note="Ask about Oslo\nand the lab"), entry(site, closed.path)))
    page.reload()
    expect(page.locator(".kept .marks")).to_have_count(2)
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    profile = site.by_path[open_profile]
    address = re.sub(r"^mailto:([^?]*).*", r"\1", next(
        a.get("href", "") for a in profile.root.iter("a") if a.get("href", "").startswith("mailto:") and "data-way" in a.attrib))
    for expected in (
        profile.heading, text(profile.with_class("headline")[0]), address, open_profile, "Ask about Oslo\nand the lab",
        closed.heading, text(closed.with_class("state")[0]),
    ):
        assert expected in printed, expected
    for left_out in ("Explore", "Remove", "Undo", "Print", "Your note", "Send a message", "Privacy", "Recently viewed"):
        assert left_out not in printed, left_out
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_the_print_button_prints(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    save_cards(page, 1)
    page.add_init_script("window.print = () => { globalThis.printed = true; };")
    to_shortlist(page)
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("globalThis.printed")


# MARK: Recently viewed


def test_the_last_eight_profiles_are_shown_until_they_are_to_be_forgotten(
    visitors: Visitors, site: BuiltSite, open_profiles: list[str]
) -> None:
    page = visitors.arrive("explore/")
    expect(page.locator(".viewed")).to_be_hidden()
    for path in [*open_profiles[:9], open_profiles[3]]:
        page.goto(visitors.home + path)
        page.locator(".can-save").wait_for()
    seen = [site.by_path[path].heading for path in [open_profiles[3], *reversed(open_profiles[4:9]), *reversed(open_profiles[1:3])]]
    assert [list(entry) for entry in stored(page, "viewed")] == [["slug", "name", "headline"]] * 8
    for where in ("explore/", "shortlist/"):
        page.goto(visitors.home + where)
        expect(page.locator(".viewed li a")).to_have_text(seen)
    page.get_by_role("button", name="Forget these").click()
    expect(page.locator(".viewed")).to_contain_text("Forgotten")
    expect(page.locator(".viewed p")).to_be_focused()
    assert stored(page, "viewed") == []
    page.goto(visitors.home + "explore/")
    page.locator(".can-save").wait_for()
    expect(page.locator(".viewed")).to_be_hidden()


def test_a_viewed_mentor_is_one_click_away(visitors: Visitors, site: BuiltSite, open_profile: str) -> None:
    page = visitors.arrive(open_profile)
    page.locator(".can-save").wait_for()
    page.goto(visitors.home + "explore/")
    follow(page.locator(".viewed li a"))
    expect(page.get_by_role("heading", level=1)).to_have_text(site.by_path[open_profile].heading)


# MARK: Everybody


def test_without_script_nothing_is_offered_and_the_page_explains_itself(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive("explore/", java_script_enabled=False)
    expect(page.locator(".card .save").first).to_be_hidden()
    expect(page.locator(".to-shortlist")).to_be_hidden()
    page.goto(visitors.home + open_profile)
    expect(page.locator(".keep")).to_be_hidden()
    page.goto(visitors.home + "shortlist/")
    expect(page.locator("noscript p")).to_contain_text("This page needs JavaScript")
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_text("stay in this browser")).to_be_visible()
    expect(page.locator("[data-shortlist]")).to_be_hidden()


def test_nothing_leaves_the_browser(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    asked: list[tuple[str, str, str | None]] = []
    page.on("request", lambda request: asked.append((request.method, request.url, request.post_data)))
    [name, _] = save_cards(page, 2)
    to_shortlist(page)
    page.get_by_label(f"Your note {name}").fill("Something private")
    page.get_by_label(f"Sent {name}").check()
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.context.cookies() == []
    for method, address, body in asked:
        assert method == "GET" and body is None and "?" not in address and "private" not in address


def filled(visitors: Visitors, site: BuiltSite, open_profiles: list[str], **options: object) -> Page:
    """The shortlist in all its states: saved, noted, ticked, closed, gone, just removed; and some were viewed."""
    page = visitors.arrive(open_profiles[0], **options)
    page.locator(".can-save").wait_for()
    page.goto(visitors.home + "shortlist/")
    mentors = [entry(site, path) for path in [*open_profiles[:3], site.closed_profiles[0].path]]
    mentors[0]["note"] = "Ask about Oslo"
    mentors[1]["sent"] = "2026-11-20"
    store(page, "shortlist", kept(*mentors, {"slug": "nobody-here", "name": "Nobody Here"}))
    page.reload()
    expect(page.locator(".kept .marks")).to_have_count(4)
    page.locator("[data-remove]").nth(2).click()
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_no_violation_on_a_full_shortlist(
    visitors: Visitors, site: BuiltSite, open_profiles: list[str], scheme: str, width: int
) -> None:
    page = filled(visitors, site, open_profiles, width=width, color_scheme=scheme)
    for where in (None, "explore/", open_profiles[0]):
        if where:
            page.goto(visitors.home + where)
            page.locator(".can-save").wait_for()
        report = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
        found = [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in report.response["violations"]]
        assert not found, f"{where or 'shortlist'}: {found}"


@pytest.mark.parametrize(("width", "height"), [(320, 256), (360, 740), (768, 1024), (1440, 900)])
def test_a_full_shortlist_fits_every_width_and_its_targets_are_large_enough(
    visitors: Visitors, site: BuiltSite, open_profiles: list[str], width: int, height: int
) -> None:
    page = filled(visitors, site, open_profiles, width=width, height=height)
    assert not page.evaluate(OVERFLOW)
    small = page.evaluate("""() => [...document.querySelectorAll("main :is(button, input, textarea)")]
      .filter((element) => element.checkVisibility())
      .map((element) => [element.outerHTML.slice(0, 80), Math.min(element.offsetHeight, element.offsetWidth)])
      .filter(([, size]) => size < 20)""")
    assert not small


def test_nothing_moves_when_scripts_arrive(visitors: Visitors, site: BuiltSite, open_profiles: list[str]) -> None:
    page = filled(visitors, site, open_profiles)
    page.add_init_script("""
      globalThis.moved = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; })
        .observe({ type: "layout-shift", buffered: true });""")
    for where in ("", "explore/", "shortlist/", open_profiles[0]):
        page.goto(visitors.home + where)
        page.wait_for_load_state("networkidle")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("globalThis.moved") < 0.01, where


def test_the_keyboard_goes_through_the_whole_page(visitors: Visitors, site: BuiltSite, open_profiles: list[str]) -> None:
    page = filled(visitors, site, open_profiles)
    wanted = page.evaluate("""() => document.querySelectorAll("main :is(a[href], button, input, textarea)").length
      - [...document.querySelectorAll("main :is(a[href], button, input, textarea)")].filter((e) => !e.checkVisibility()).length""")
    page.locator("main").focus()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.querySelector('main').contains(document.activeElement)")
