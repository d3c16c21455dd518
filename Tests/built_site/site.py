"""The output folder, page by page."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

from built_site import html_tree

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Page:
    """One HTML file. `path` is its address in the site, without a leading slash: `mentors/jane-doe/`."""

    file: Path
    path: str

    @cached_property
    def source(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def root(self) -> Element:
        return html_tree.read(self.source)

    @cached_property
    def kind(self) -> str:
        """home, explore, facet, term, profile, guide, page or not-found: the layout writes it on the body."""
        return self.root.find(".//body").get("class", "").removesuffix("-page")

    @property
    def language(self) -> str:
        return self.root.find("html").get("lang", "")

    @property
    def heading(self) -> str:
        return html_tree.text(self.root.find(".//h1"))

    @cached_property
    def ids(self) -> list[str]:
        return [element.get("id", "") for element in self.root.iter() if "id" in element.attrib]

    @cached_property
    def references(self) -> list[str]:
        """Every address the page points to, as written."""
        return [
            element.attrib[name] for element in self.root.iter() for name in ("href", "src") if name in element.attrib
        ]

    def with_class(self, name: str) -> list[Element]:
        return html_tree.with_class(self.root, name)

    def __str__(self) -> str:
        return self.path or "(home)"


class BuiltSite:
    """An output folder of `mentorbook build`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        assert (self.folder / "index.html").is_file(), f"no site in {self.folder}: run `mentorbook build` first"

    @staticmethod
    def folder_named(variable: str) -> Path | None:
        """The folder that an environment variable names, if any."""
        return Path(os.environ[variable]) if os.environ.get(variable) else None

    @cached_property
    def files(self) -> list[Path]:
        """Every published file. Names with a leading dot are the generator's own notes."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(path for path in found if not path.relative_to(self.folder).parts[0].startswith("."))

    @cached_property
    def pages(self) -> list[Page]:
        return [Page(file, self.path_of(file)) for file in self.files if file.suffix == ".html"]

    @cached_property
    def by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self.pages}

    @property
    def home(self) -> Page:
        return self.by_path[""]

    @cached_property
    def base_url(self) -> str:
        """The address the site was built for, from the home page's canonical link."""
        return self.home.root.find(".//link[@rel='canonical']").get("href", "")

    @property
    def base_path(self) -> str:
        """The path of that address: `/`, or `/alumni/`."""
        return urlsplit(self.base_url).path or "/"

    def of_kind(self, kind: str) -> list[Page]:
        return [page for page in self.pages if page.kind == kind]

    @cached_property
    def profiles(self) -> list[Page]:
        return self.of_kind("profile")

    @cached_property
    def closed_profiles(self) -> list[Page]:
        """Profiles of mentors who are paused or full."""
        return [page for page in self.profiles if page.with_class("state")]

    @cached_property
    def profiles_with_slots(self) -> list[Page]:
        return [page for page in self.profiles if page.with_class("slot-list")]

    def path_of(self, file: Path) -> str:
        path = file.relative_to(self.folder).as_posix()
        return path.removesuffix("index.html") if path.endswith(("/index.html",)) or path == "index.html" else path

    def file_at(self, path: str) -> Path:
        """The file behind an address in the site."""
        file = self.folder / unquote(path)
        return file / "index.html" if path.endswith("/") or path == "" else file

    def resolve(self, page: Page, reference: str) -> tuple[str, str] | None:
        """The path in the site and the fragment that a reference leads to; nothing if it leaves the site."""
        here = self.base_url if page.kind == "not-found" else self.base_url + page.path
        target = urlsplit(urljoin(here, reference))
        whole = f"{target.scheme}://{target.netloc}{target.path}"
        if not whole.startswith(self.base_url):
            return None
        return whole.removeprefix(self.base_url), unquote(target.fragment)
