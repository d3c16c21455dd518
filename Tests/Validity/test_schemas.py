"""The JSON Schemas that `mentorbook schema` prints: they take our own files and examples, and refuse mistakes."""

import copy
import json
import re
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ROOT / ".build" / "release" / "mentorbook"


class Loader(yaml.SafeLoader):
    """YAML as editors read it: dates stay texts."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str) -> dict:
    return yaml.load(text, Loader)


def front_matter(path: Path) -> dict:
    return load(path.read_text().split("---\n")[1])


@pytest.fixture(scope="module", params=["site", "sync", "profile"])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


def validator(kind: str) -> jsonschema.Draft202012Validator:
    text = subprocess.run([COMMAND, "schema", kind], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return jsonschema.Draft202012Validator(json.loads(text))


def samples(kind: str) -> list[tuple[str, dict]]:
    if kind == "profile":
        return [(path.name, front_matter(path)) for path in sorted((ROOT / "content/mentors").glob("*.md"))]
    return [(f"{kind}.yaml", load((ROOT / f"content/{kind}.yaml").read_text()))]


def examples(kind: str) -> list[tuple[str, dict]]:
    """The whole examples of the documentation: blocks that have what has to be there."""
    page, needed = {"site": ("settings", "title"), "sync": ("sync", "key"), "profile": ("content", "name")}[kind]
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / f"docs/{page}.md").read_text(), re.DOTALL)
    return [(f"docs/{page}.md", load(block)) for block in blocks if block.startswith(f"{needed}:")]


def test_it_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(validator(kind).schema)


def test_it_takes_our_own_files_and_examples(kind: str) -> None:
    check = validator(kind)
    documents = samples(kind) + examples(kind)
    assert len(documents) >= 2
    for name, document in documents:
        errors = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in check.iter_errors(document)]
        assert errors == [], name


def test_it_refuses_a_misspelled_name_at_every_depth(kind: str) -> None:
    check = validator(kind)
    for name, document in samples(kind)[:3]:
        for path in groups(document):
            if any(part in FREE for part in path):
                continue
            wrong = copy.deepcopy(document)
            place = wrong
            for part in path:
                place = place[part]
            place["mispelled"] = "x"
            assert not check.is_valid(wrong), f"{name}: {path}"


# Below these the names are free.
FREE = {"synonyms", "terms", "links", "headers"}


def groups(node: object, path: tuple = ()) -> list[tuple]:
    """The paths of all groups of named fields, but for those whose names are free."""
    if isinstance(node, dict):
        own = [] if path == ("fields",) and "kind" in str(node) else [path]
        return own + [found for key, value in node.items() for found in groups(value, (*path, key))]
    if isinstance(node, list):
        return [found for index, value in enumerate(node) for found in groups(value, (*path, index))]
    return []


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        ("site", {}),
        ("site", {"title": "M", "directory": {"order": "fairest"}}),
        ("site", {"title": "M", "directory": {"page_size": 0}}),
        ("site", {"title": "M", "brand": {"color": "green"}}),
        ("site", {"title": "M", "privacy": {"consent": "maybe"}}),
        ("profile", {"headline": "No name"}),
        ("profile", {"name": "Ana", "class_year": "soon"}),
        ("profile", {"name": "Ana", "status": "gone"}),
        ("profile", {"name": "Ana", "joined": "16/03/2027"}),
        ("profile", {"name": "Ana", "links": {"website": "ana"}}),
        ("profile", {"name": "Ana", "industry": ["Law"]}),
        ("sync", {"key": "Id", "sources": [{"file": "r.csv"}]}),
        ("sync", {"key": "Id", "sources": [{"file": "r.csv"}], "fields": {"employer": "E"}}),
        ("sync", {"key": "Id", "sources": [{"url": "http://e.example/"}], "fields": {"name": "N"}}),
        ("sync", {"key": "Id", "sources": [{"command": "psql --csv"}], "fields": {"name": "N"}}),
        ("sync", {"key": "Id", "sources": [{"file": "r.csv"}], "fields": {"name": "N", "bio": "B"}}),
        ("sync", {"key": "Id", "sources": [{"file": "r.csv"}], "fields": {"name": "N"}, "opt_outs": "O"}),
        (
            "sync",
            {"key": "Id", "sources": [{"file": "r.csv"}], "fields": {"name": "N", "title": {"column": "T", "split": ","}}},
        ),
        ("sync", {"key": "Id", "sources": [{"file": "r.csv"}], "fields": {"name": "N"}, "guards": {"missing": "lots"}}),
    ],
)
def test_it_refuses_what_the_readers_refuse(kind: str, document: dict) -> None:
    assert not validator(kind).is_valid(document)
