"""Every sentence of the interface is in the Dutch catalogue, and says the same things."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

DUTCH = REPOSITORY / "src/brugwerk/language/locale/nl.po"
KEYWORDS = ("text", "say", "number:1,2", "ngettext:1,2")
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")


@cache
def extracted() -> Catalog:
    """The messages that pybabel finds in code and templates."""
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    extract = [sys.executable, "-m", "babel.messages.frontend", "extract", "-F", "babel.cfg"]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "messages.pot"
        subprocess.run(
            [*extract, *keywords, "-o", out, "src/brugwerk"],
            cwd=REPOSITORY,
            capture_output=True,
            check=True,
        )
        return read_po(io.BytesIO(out.read_bytes()))


@cache
def dutch() -> Catalog:
    return read_po(io.BytesIO(DUTCH.read_bytes()), locale="nl")


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(text: str) -> set[str]:
    return {a or b for a, b in _PLACEHOLDER.findall(text)}


def messages(found: Catalog) -> list[Message]:
    return [message for message in found if message.id]


def test_there_are_messages_in_code_and_in_templates() -> None:
    ids = {forms(message.id)[0] for message in messages(extracted())}
    assert "Products" in ids
    assert "{n} minute" in ids
    assert len(ids) > 100


def test_every_message_of_the_interface_is_translated() -> None:
    missing = [
        message.id
        for message in messages(extracted())
        if (found := dutch().get(message.id)) is None or not all(forms(found.string))
    ]
    assert missing == []


def test_a_message_with_a_number_has_a_dutch_form_for_one_and_for_more() -> None:
    for message in messages(extracted()):
        if message.pluralizable:
            found = dutch().get(message.id)
            assert found is not None
            assert len(forms(found.string)) == 2, message.id


def test_no_translation_is_only_a_guess() -> None:
    assert [message.id for message in messages(dutch()) if message.fuzzy] == []


def test_a_translation_fills_in_the_same_things() -> None:
    different = [
        message.id
        for message in messages(dutch())
        if {frozenset(placeholders(form)) for form in forms(message.string)}
        != {frozenset(placeholders(form)) for form in forms(message.id)}
    ]
    assert different == []


def test_no_placeholder_is_written_half() -> None:
    for message in messages(dutch()):
        for text in (*forms(message.id), *forms(message.string)):
            rest = _PLACEHOLDER.sub("", text)
            assert not re.search(r"%\(|[{}]", rest), text


def test_no_message_carries_html() -> None:
    for message in messages(dutch()):
        for text in (*forms(message.id), *forms(message.string)):
            assert not re.search(r"<[a-z/]", text), text
