"""The navigation is short, leads only to pages that are there, and speaks the site's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brugwerk.publish.navigation import NavItem, navigation
from tests.builders import REPOSITORY
from tests.in_memory import publish, small_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.publish.publication import Publication


def documents(items: list[NavItem]) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            for value in item.values():
                yield from documents(value if isinstance(value, list) else [value])


def titles(items: list[NavItem]) -> Iterator[str]:
    for item in items:
        if isinstance(item, dict):
            for title, value in item.items():
                yield title
                yield from titles(value if isinstance(value, list) else [])


def in_language(language: str) -> Publication:
    return publish(small_site(language=language))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_entry_leads_to_a_generated_or_a_hand_written_page(language: str) -> None:
    site = in_language(language)
    for document in documents(navigation(site.templates)):
        assert document in site.pages or (REPOSITORY / "docs" / document).is_file(), document


def test_the_navigation_stays_small_however_many_records_there_are() -> None:
    entries = list(documents(navigation(in_language("nl").templates)))
    assert len(entries) == len(set(entries))
    assert len(entries) <= 30
    assert not any("proefles" in document for document in entries)


def test_the_same_pages_stand_under_titles_in_each_language() -> None:
    dutch, english = (navigation(in_language(language).templates) for language in ("nl", "en"))
    assert list(documents(dutch)) == list(documents(english))
    assert "Scholen" in titles(dutch)
    assert "Schools" in titles(english)


def test_the_navigation_follows_the_path_words_of_the_site() -> None:
    site = publish(small_site(path_words={"products": "materialen"}))
    assert "materialen/index.md" in documents(navigation(site.templates))


def test_the_home_page_comes_first() -> None:
    assert next(documents(navigation(in_language("nl").templates))) == "index.md"
