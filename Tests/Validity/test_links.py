"""Links lead where they say."""

from urllib.parse import urlsplit

from built_site.site import BuiltSite

SCHEMES = {"", "https", "mailto", "tel", "sms", "webcal"}


def test_every_internal_link_leads_to_a_file_and_every_fragment_to_an_element(site: BuiltSite) -> None:
    broken = []
    for page in site.pages:
        for reference in page.references:
            target = site.resolve(page, reference)
            if target is None:
                continue
            path, fragment = target
            if not site.file_at(path).is_file():
                broken.append(f"{page} → {reference}: no such file")
            elif fragment and fragment not in site.by_path[path].ids:
                broken.append(f"{page} → {reference}: no such place on the page")
    assert not broken, "\n".join(broken)


def test_links_within_the_site_are_relative_so_that_it_can_live_in_any_folder(site: BuiltSite) -> None:
    for page in site.pages:
        links = [e.get("href", "") for e in page.root.iter("a")]
        rooted = [link for link in links if link.startswith("/") or link.startswith(site.base_url)]
        if page.kind == "not-found":
            # It is served at any depth, so nothing relative would hold.
            assert len(rooted) == len([link for link in links if not urlsplit(link).scheme and link[0] != "#"])
        else:
            assert not rooted, f"{page}: {rooted}"


def test_links_use_safe_schemes_only(site: BuiltSite) -> None:
    schemes = {urlsplit(reference).scheme for page in site.pages for reference in page.references}
    assert schemes <= SCHEMES


def test_every_page_can_be_reached_from_the_home_page(site: BuiltSite) -> None:
    reached, waiting = {""}, [site.home]
    while waiting:
        page = waiting.pop()
        for link in page.root.iter("a"):
            target = site.resolve(page, link.get("href", ""))
            if target and target[0] in site.by_path and target[0] not in reached:
                reached.add(target[0])
                waiting.append(site.by_path[target[0]])
    assert set(site.by_path) - reached == {"404.html"}


def test_every_canonical_link_is_the_address_of_its_own_page(site: BuiltSite) -> None:
    for page in site.pages:
        canonical = page.root.find(".//link[@rel='canonical']")
        if page.kind == "not-found":
            assert canonical is None
        else:
            assert canonical is not None and canonical.get("href") == site.base_url + page.path, str(page)


def test_from_every_term_any_term_of_another_facet_is_at_most_two_clicks_away(site: BuiltSite) -> None:
    links = {page.path: {t[0] for a in page.root.iter("a") if (t := site.resolve(page, a.get("href", "")))}
             for page in site.pages}
    terms = {page.path for page in site.of_kind("term") if "/page/" not in page.path}
    assert terms
    for term in terms:
        near = set(links[term])
        for step in links[term]:
            near |= links.get(step, set())
        facet = term.split("/")[1]
        far = {other for other in terms - near if other.split("/")[1] != facet}
        assert not far, f"{term} is far from {sorted(far)[:5]}"


def test_every_count_beside_a_term_is_the_number_of_mentors_on_its_pages(site: BuiltSite) -> None:
    shown: dict[str, int] = {}
    for page in site.of_kind("term"):
        shown[page.path.split("page/")[0]] = shown.get(page.path.split("page/")[0], 0) + len(page.with_class("card"))
    for page in [*site.of_kind("explore"), *site.of_kind("term")]:
        for rail in page.with_class("facet-list"):
            for link in rail.iter("a"):
                count, target = link.find("span"), site.resolve(page, link.get("href", ""))
                if count is not None and target and "?" not in link.get("href", ""):
                    assert int("".join(count.itertext())) == shown[target[0]], f"{page}: {target[0]}"


def test_every_open_mentor_is_listed_once_in_the_directory(site: BuiltSite) -> None:
    listed = [
        target[0]
        for page in site.of_kind("explore")
        for card in page.with_class("card")
        if (target := site.resolve(page, card.find(".//h3/a").get("href", "")))
    ]
    assert sorted(listed) == sorted(page.path for page in site.profiles)
