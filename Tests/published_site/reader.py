"""A reader who looks at all of a site, wherever it is shown."""

import posixpath
import re
from collections.abc import Callable

Fetch = Callable[[str], str | None]


class Broken(AssertionError):
    """What no reader may meet."""


def read(fetch: Fetch, start: str = "index.html") -> set[str]:
    """Follows all links from the home page; returns the versions of the pages that were met."""
    versions: set[str] = set()
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        text = fetch(path)
        if text is None:
            raise Broken(f"{path} is not there")
        if not path.endswith(".html"):
            continue
        version = whole(path, text)
        versions.add(version)
        for name in re.findall(r'href="([^"]+)"|data-index="([^"]+)"', text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), name[0] or name[1]))
            if (name[0] or name[1]).endswith("/"):
                target += "/index.html"
            waiting.append(target)
            if "site-" in target or "search/" in target:
                part = fetch(target)
                if part is None or version not in part:
                    raise Broken(f"{path} of {version} names {target}, which holds {part!r}")
    return versions


def whole(path: str, text: str) -> str:
    """The version of a page, which begins and ends with it."""
    match = re.fullmatch(r"<!-- begin (\S+) -->.*<!-- end (\S+) -->", text, re.DOTALL)
    if not match or match[1] != match[2]:
        raise Broken(f"{path} is not a whole page: {text[:80]!r} … {text[-40:]!r}")
    return match[1]


def folder_fetch(folder: str) -> Fetch:
    """Reads from a folder."""
    def fetch(path: str) -> str | None:
        try:
            with open(posixpath.join(folder, path), encoding="utf-8") as file:
                return file.read()
        except (FileNotFoundError, NotADirectoryError):
            return None
    return fetch
