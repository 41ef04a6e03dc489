"""Scripts and styles stand in a folder named after what is in them."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import mkdocs.contrib.search

from brugwerk.publish.own_assets import folder_of, own_assets
from tests.builders import REPOSITORY

WRITTEN = REPOSITORY / "src" / "brugwerk" / "theme" / "assets"
THEME = resources.files("material") / "templates" / "partials" / "javascripts"


def assets(language: str = "nl") -> dict[str, bytes]:
    return own_assets(
        WRITTEN,
        lambda name: (THEME / f"{name}.html").read_text("utf-8"),
        Path(mkdocs.contrib.search.__file__).parent,
        language,
    )


def test_the_same_files_stand_at_the_same_place() -> None:
    assert folder_of(assets()) == folder_of(dict(reversed(assets().items())))
    assert re.fullmatch(r"assets/own/[0-9a-f]{10}/", folder_of(assets()))


def test_any_change_stands_at_another_place() -> None:
    files = {"a.css": b"1", "b.css": b"2"}
    others: list[dict[str, bytes]] = [
        {"a.css": b"1", "b.css": b"3"},
        {"a.css": b"1", "c.css": b"2"},
        {"a.css": b"12", "b.css": b""},
        {"a.css": b"1"},
    ]
    assert len({folder_of(found) for found in [files, *others]}) == 5


def test_each_language_has_its_own_place() -> None:
    assert folder_of(assets("nl")) != folder_of(assets("en"))


def test_search_is_joined_and_the_rest_is_as_written() -> None:
    found = assets()
    assert found["page.css"] == (WRITTEN / "page.css").read_bytes()
    assert b"\nimport " not in found["search/main.js"]
    assert {"frame/start.js", "frame/end.js", "form/main.js", "favicon.svg"} <= set(found)
