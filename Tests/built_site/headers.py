"""What the site's own `_headers` file asks a host to send."""

from pathlib import Path

NAME = "_headers"


def headers_for(path: str, folder: Path) -> dict[str, str]:
    """The headers of one file; `path` begins with a slash. Of two rules with one header no host could make sense."""
    headers: dict[str, str] = {}
    for pattern, rule in rules(folder):
        if path == pattern or pattern.endswith("*") and path.startswith(pattern.removesuffix("*")):
            assert not headers.keys() & rule.keys(), f"two rules for {path}"
            headers |= rule
    return headers


def rules(folder: Path) -> list[tuple[str, dict[str, str]]]:
    """Paths, and the headers of each: a path stands at the beginning of a line, its headers are set in below."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in (folder / NAME).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("/"):
            found.append((line.strip(), {}))
        else:
            name, value = line.strip().split(": ", 1)
            found[-1][1][name] = value
    return found
