"""One page of each kind, for tests that look at every kind of page."""

from built_site.site import BuiltSite, Page


def page_of_each_kind(site: BuiltSite) -> dict[str, str]:
    """Names and paths: each template, in each of the states that change its layout."""
    paths = {
        "home": "",
        "directory": "explore/",
        "last page of the directory": _last_page(site),
        "index of a facet": _with_most(site.of_kind("facet"), "term-index").path,
        "term": _fullest(site, last=False).path,
        "term of few": _fullest(site, last=True).path,
        "profile with open times": _longest(site.profiles_with_slots).path,
        "profile without open times": next(
            page.path for page in site.profiles if page not in site.profiles_with_slots + site.closed_profiles
        ),
        "closed profile": site.closed_profiles[0].path,
        "shortlist": "shortlist/",
        "respond": "respond/",
        "connections": "connections/",
        "guide": "guide/",
        "guide page": _longest([page for page in site.of_kind("guide") if page.path != "guide/"]).path,
        "join": "join/",
        "about": "about/",
        "privacy": "privacy/",
        "not found": "404.html",
    }
    return {name: path for name, path in paths.items() if path in site.by_path}


def _last_page(site: BuiltSite) -> str:
    numbered = [page.path for page in site.of_kind("explore") if "/page/" in page.path]
    return max(numbered, key=lambda path: int(path.split("/")[-2]), default="explore/")


def _longest(pages: list[Page]) -> Page:
    return max(pages, key=lambda page: len(page.source))


def _with_most(pages: list[Page], shelf: str) -> Page:
    return max(pages, key=lambda page: sum(len(found) for found in page.with_class(shelf)))


def _fullest(site: BuiltSite, *, last: bool) -> Page:
    terms = sorted(site.of_kind("term"), key=lambda page: (-len(page.with_class("card")), page.path))
    return terms[-1 if last else 0]
