"""Sites as a build leaves them, and the command that publishes them."""

import hashlib
import os
import signal
import subprocess
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# At every how many-th call a fault comes, and at every how many-th program, and when, its caller is killed: `make faults`
# takes all.
STRIDE = int(os.environ.get("FAULT_STRIDE", "5"))
STEPS = 1 if STRIDE == 1 else 3
MOMENTS = ["middle", "after"] if STRIDE == 1 else ["middle"]


def command() -> Path:
    """The command under test."""
    return Path(os.environ.get("MENTORBOOK", ROOT / ".build/release/mentorbook")).resolve()


def digest(text: str) -> str:
    """Sixteen hexadecimal digits, as the names of assets have them."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def pages(version: str, mentors: int | list[int] = 4, padding: int = 0,
          more: dict[str, list[str]] | None = None) -> dict[str, str]:
    """A site: each page says which version it is of at both ends, and names a style sheet and a shard of that version.

    `more` are further pages, or further links of pages that there are, from the root."""
    css = f"assets/site-{digest('css' + version)}.css"
    shard = f"search/cards-{digest('cards' + version)}/0.bin"
    files = {css: f"/* {version} */", shard: f"cards {version}", "assets/images/favicon.svg": "<svg/>"}
    people = [f"mentor-{number}" for number in (range(mentors) if isinstance(mentors, int) else mentors)]
    more = more or {}

    def page(path: str, links: list[str]) -> None:
        up = "../" * path.count("/")
        anchors = "".join(f'<a href="{up}{link}">x</a>' for link in links + more.get(path, []))
        files[path] = (
            f"<!-- begin {version} --><link href=\"{up}{css}\"><i data-index=\"{up}{shard}\"></i>{anchors}"
            + "." * padding + f"<!-- end {version} -->")

    page("index.html", ["explore/"])
    page("explore/index.html", [f"mentors/{person}/" for person in people])
    page("404.html", [])
    for person in people:
        files[f"mentors/{person}/{person}.vcf"] = f"vcard {version} {person}"
        page(f"mentors/{person}/index.html", [f"mentors/{person}/{person}.vcf"])
    for path in more.keys() - files.keys():
        page(path, [])
    files["feed.xml"] = f"<feed>{version}</feed>"
    files["sitemap.xml"] = f"<urlset>{version}</urlset>"
    return files


def moment(number: int) -> str:
    """Moments four days apart, so that of what left the site only the last lives on."""
    return f"{datetime(2027, 3, 2) + number * timedelta(days=4):%Y-%m-%dT06:00:00Z}"


@dataclass
class Workshop:
    """A folder with settings and a built site in it."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def settings(self, text: str) -> None:
        """Writes `publish.yaml`."""
        (self.folder / "content").mkdir(parents=True, exist_ok=True)
        (self.folder / "content/publish.yaml").write_text(text)

    def build(self, files: dict[str, str], as_of: str = "2027-03-01T06:00:00Z", errors: int = 0,
              **unpublished: list[str]) -> None:
        """Leaves a site in `output/` as a build does; `unpublished` are `kept_back`, `unread` and `faulty` addresses."""
        output = self.folder / "output"
        for old in sorted(output.rglob("*"), reverse=True) if output.exists() else []:
            old.rmdir() if old.is_dir() else old.unlink()
        lines = ["mentorbook output 1", f"# as-of {as_of} errors {errors}"]
        for path, text in sorted(files.items()):
            file = output / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
            status = file.stat()
            lines.append(f"{digest(text)} {status.st_size} {status.st_mtime_ns} {path}")
        manifest = "\n".join(lines) + "\n"
        (output / ".mentorbook").write_text(manifest)
        note = self.folder / ".mentorbook/unpublished/0123456789abcdef"
        note.parent.mkdir(parents=True, exist_ok=True)
        said = [f"{word.replace('_', '-')} {path}" for word, paths in unpublished.items() for path in paths]
        note.write_text("\n".join([
            "mentorbook unpublished 1", f"of {hashlib.sha256(manifest.encode()).hexdigest()}", *said, "end"]) + "\n")

    def publish(self, *arguments: str, under: tuple[str, ...] = (), code: int | None = 0,
                path: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs `mentorbook publish`; `under` is a program that it runs under, `path` comes before PATH."""
        variables = os.environ | self.environment | environment
        if path:
            variables["PATH"] = f"{path}:{variables['PATH']}"
        run = subprocess.run([*under, str(command()), "publish", *arguments], cwd=self.folder, env=variables,
                             capture_output=True, text=True, timeout=120, check=False)
        if code is not None:
            assert run.returncode == code, f"{run.returncode}\n{run.stdout}\n{run.stderr}"
        return run


    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        """Begins `mentorbook publish`, and does not wait for it."""
        return subprocess.Popen([str(command()), "publish", *arguments], cwd=self.folder, text=True,
                                env=os.environ | self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


KILLED = (-signal.SIGKILL, 128 + signal.SIGKILL)
