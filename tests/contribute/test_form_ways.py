"""Each way to hand a file over leads to the right place, and only where it fits."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.contribute.node import ask

TEXT = '---\ntitle: "Een & twee: é?"\n---\n\nTekst + meer #1\n'
PATH = "products/een-les/index.md"
GITHUB = "https://github.com/netwerk/site"


def ways(text: str = TEXT, *, revision: bool = False, **changes: Any) -> list[dict[str, Any]]:
    settings = {"repository": None, "branch": "main", "contact": None} | changes
    file = {
        "path": PATH,
        "text": text,
        "revision": revision,
        "subject": "Product: Een & twee",
        "greeting": "Beste redactie",
    }
    found: list[dict[str, Any]] = ask([{"do": "ways", "settings": settings, "file": file}])[0]
    return found


def kinds(found: list[dict[str, Any]]) -> list[str]:
    return [way["kind"] for way in found]


@pytest.mark.parametrize(
    ("repository", "at", "name", "value"),
    [
        (GITHUB, "/netwerk/site/new/main", "filename", "value"),
        (f"{GITHUB}.git/", "/netwerk/site/new/main", "filename", "value"),
        ("https://gitlab.com/a/b/site", "/a/b/site/-/new/main", "file_name", "content"),
        ("https://gitlab.school.nl/a/site", "/a/site/-/new/main", "file_name", "content"),
        ("https://codeberg.org/a/site", "/a/site/_new/main/", "filename", "value"),
    ],
)
def test_a_new_file_opens_filled_in(repository: str, at: str, name: str, value: str) -> None:
    found = ways(repository=repository)
    assert kinds(found) == ["create", "download"]
    link = urlsplit(found[0]["link"])
    assert link.path == at
    assert parse_qs(link.query) == {name: [PATH], value: [TEXT]}


def test_a_branch_with_a_slash_stays_one_path() -> None:
    assert "/new/site/nl?" in ways(repository=GITHUB, branch="site/nl")[0]["link"]


def test_a_text_too_long_for_a_link_is_uploaded() -> None:
    found = ways("é" * 3_000, repository=GITHUB)
    assert kinds(found) == ["upload", "download"]
    assert found[0]["link"] == f"{GITHUB}/upload/main/products/een-les"


@pytest.mark.parametrize(
    ("repository", "link"),
    [
        (GITHUB, f"{GITHUB}/edit/main/{PATH}"),
        ("https://gitlab.com/a/site", f"https://gitlab.com/a/site/-/edit/main/{PATH}"),
        ("https://codeberg.org/a/site", f"https://codeberg.org/a/site/_edit/main/{PATH}"),
    ],
)
def test_a_revision_opens_the_file_that_is_there(repository: str, link: str) -> None:
    found = ways(repository=repository, revision=True)
    assert kinds(found) == ["edit", "download"]
    assert found[0]["link"] == link


@pytest.mark.parametrize(
    "repository", ["https://git.example.org/a/site", "https://github.com.example.org/a", None]
)
def test_a_host_that_is_not_known_gets_no_guessed_link(repository: str | None) -> None:
    assert kinds(ways(repository=repository)) == ["download"]


def test_a_short_text_fits_in_a_mail() -> None:
    found = ways(contact="redactie@example.org")
    assert kinds(found) == ["mail", "download"]
    link = urlsplit(found[0]["link"])
    assert (link.scheme, link.path) == ("mailto", "redactie@example.org")
    said = parse_qs(link.query)
    assert said["subject"] == ["Product: Een & twee"]
    assert unquote(said["body"][0]).replace("\r\n", "\n").endswith(f"{PATH}\n\n{TEXT}")


def test_a_long_text_goes_with_a_mail_as_attachment() -> None:
    found = ways("woord " * 400, contact="redactie@example.org", repository=GITHUB)
    assert kinds(found) == ["create", "attach", "download"]
    assert "woord" not in found[1]["link"]


def test_nobody_can_put_more_receivers_in_the_address() -> None:
    link = ways(contact="a@b.nl?bcc=c")[0]["link"]
    assert link.startswith("mailto:a@b.nl%3Fbcc%3Dc?subject=")
