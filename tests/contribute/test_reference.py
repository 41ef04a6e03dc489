"""The reference: every key once, in the reader's words, on the page and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brugwerk.contribute.reference import FieldEntry, as_data, reference
from brugwerk.language import translator
from brugwerk.records.description import describe
from brugwerk.records.kinds import RECORD_KINDS
from tests.html import parse
from tests.in_memory import publish, small_site, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(entries: tuple[FieldEntry, ...]) -> Iterator[FieldEntry]:
    for entry in entries:
        yield entry
        yield from walk(entry.fields)


def entries(kind: str, language: str = "nl") -> dict[str, FieldEntry]:
    found = reference(RECORD_KINDS[kind], vocabulary(), translator(language))
    return {".".join(entry.path): entry for entry in walk(found.fields)}


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_it_names_every_key_of_every_part(kind: str) -> None:
    described = {
        ".".join(path) for field in describe(RECORD_KINDS[kind].shape) for path, _ in field.walk()
    }
    assert set(entries(kind)) == described


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_key_says_what_it_holds(kind: str, language: str) -> None:
    for entry in entries(kind, language).values():
        assert entry.label
        assert entry.holds


def test_an_entry_says_what_when_and_with_which_words() -> None:
    status = entries("product")["status"]
    assert (status.asked, status.holds) == ("altijd", "een woord uit een keuzelijst")
    assert status.list_label == "Status van een product"
    assert [choice.label for choice in status.choices][:2] == ["concept", "prototype"]


@pytest.mark.parametrize(
    ("kind", "key", "holds"),
    [
        ("product", "sessions", "een heel getal van 1 tot en met 200"),
        ("product", "networks", "een lijst; elke keer de naam van een map (netwerk)"),
        ("product", "review_by", "een datum: jaar-maand-dag"),
        ("product", "core", "een lijst; elke keer de sleutels eronder"),
        ("school", "pseudonym", "true (ja) of false (nee)"),
        ("network", "meetings.start", "een tijd"),
    ],
)
def test_what_a_key_holds_is_said_in_words(kind: str, key: str, holds: str) -> None:
    assert entries(kind)[key].holds == holds


@pytest.mark.parametrize(
    ("kind", "key", "example"),
    [
        ("product", "version", "'1.0'"),
        ("product", "review_by", "2027-09-01"),
        ("product", "made_by", "[teacher, student]"),
        ("school", "pseudonym", "true"),
        ("network", "meetings.blocks.activity", "'Rondje: wat probeerde je uit?'"),
    ],
)
def test_an_example_stands_as_the_file_would_say_it(kind: str, key: str, example: str) -> None:
    assert entries(kind)[key].example == example


def test_as_data_it_holds_what_there_is_and_nothing_empty() -> None:
    found = as_data(entries("product")["core"])
    assert found["key"] == "core"
    assert [child["key"] for child in found["fields"]][:2] == ["core.id", "core.what"]
    assert "example" not in found


@pytest.mark.parametrize(
    ("language", "title"), [("nl", "Wat je waar invult"), ("en", "What every key")]
)
def test_the_page_has_an_anchor_for_every_key(language: str, title: str) -> None:
    site = publish(small_site(language=language))
    html = site.render(site.pages["bijdragen/velden/index.md"])
    assert title in html
    anchors = list(parse(html).ids())
    assert len(anchors) == len(set(anchors))
    assert {"product", "product-core-why", "adoption-next-step-date"} <= set(anchors)
    for kind in RECORD_KINDS:
        assert {entry.anchor for entry in entries(kind).values()} <= set(anchors)


def test_the_words_of_the_address_are_a_setting() -> None:
    site = publish(small_site(path_words={"fields": "sleutels"}))
    assert "bijdragen/sleutels/index.md" in site.pages
