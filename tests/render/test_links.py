"""Addresses follow from ids and path words; links between them are relative."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.addresses import Addresses, relative
from brugwerk.settings import PathWords

DUTCH = Addresses(PathWords())


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("products/les/index.md", "producten/les/"),
        ("products/les/files/blad.pdf", "producten/les/files/blad.pdf"),
        ("products/les/files/a/b.png", "producten/les/files/a/b.png"),
        ("networks/net/index.md", "netwerken/net/"),
        ("networks/net/reflections/2026-02-04.md", "netwerken/net/reflecties/2026-02-04/"),
        ("schools/school/index.md", "scholen/school/"),
        ("schools/school/les.md", "scholen/school/les/"),
        ("docs/index.md", None),
        ("products/les/files", None),
        ("products/index.md", None),
        ("vocabulary/roles.yml", None),
        ("", None),
    ],
)
def test_a_file_of_a_record_has_the_address_of_its_page(file: str, address: str | None) -> None:
    assert DUTCH.of_file(PurePosixPath(file)) == address


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("a/", "", "a/"),
        ("", "a/", "../"),
        ("", "a/b/", "../../"),
        ("a/b/", "a/", "b/"),
        ("a/", "a/b/", "../"),
        ("a/b/", "c/d/", "../../a/b/"),
        ("a/", "a/", "./"),
        ("a/#x", "a/", "#x"),
        ("a/b/#x", "a/", "b/#x"),
        ("a/files/x.pdf", "a/", "files/x.pdf"),
        ("a/files/x.pdf", "b/c/", "../../a/files/x.pdf"),
    ],
)
def test_a_link_is_relative_to_the_page_that_holds_it(target: str, page: str, link: str) -> None:
    assert relative(target, page) == link


ADDRESS = st.lists(st.sampled_from(["a", "b", "les-1"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(ADDRESS, ADDRESS)
def test_following_a_link_leads_to_its_target(target: str, page: str) -> None:
    link = relative(target, page)
    reached = posixpath.normpath(posixpath.join(f"/{page}", link))
    assert reached.strip("/") == target.strip("/")
    assert link.endswith("/")
