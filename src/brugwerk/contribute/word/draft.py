"""The front matter of a draft that was made of a Word file."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.word.inlines import as_safe_text
from brugwerk.contribute.word.notices import Notice, Noticed, shortened
from brugwerk.contribute.word.recognised import is_label, recognised
from brugwerk.contribute.word.tree import Parts, plain
from brugwerk.records.description import describe
from brugwerk.records.product import Product
from brugwerk.records.vocabulary import StatusTerm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brugwerk.contribute.word.blocks import Document
    from brugwerk.contribute.word.package import WordFile
    from brugwerk.language.translator import Translator
    from brugwerk.records.vocabulary import Vocabulary

_LONGEST_TITLE = 200
_LONGEST_LINE = 80
_LONGEST_SUMMARY = 400
_SHORTEST_SUMMARY = 25
_TITLE_PROPERTY = re.compile(rb"<dc:title\b[^>]*>([^<]*)</dc:title>")
# What word processors fill in themselves.
_NO_TITLE = re.compile(
    r"microsoft word\b.*|document ?\d*|word-?document|untitled.*|naamloos.*|.*\.(?:docx?|odt)",
    re.IGNORECASE,
)
_SENTENCES = re.compile(rf"^.{{1,{_LONGEST_SUMMARY}}}[.!?…](?=\s|$)", re.DOTALL)


@dataclass(frozen=True)
class Wanted:
    """What the author asks for.

    Attributes:
        type: The kind of product.
        title: Its title; empty to take that of the file.
        networks: The networks that made it.
    """

    type: str
    title: str = ""
    networks: tuple[str, ...] = ()


def title_of(document: Document, word: WordFile) -> str:
    """Return the title: of the text, of the file's properties, its first line, or its name."""
    properties = word.parts.get("docProps/core.xml") or word.parts.get("meta.xml") or b""
    found = _TITLE_PROPERTY.search(properties)
    own = html.unescape(found[1].decode("utf-8", "replace")) if found else ""
    headings = (plain(block["c"][2]) for block in document.blocks if block["t"] == "Header")
    candidates = [
        document.title,
        "" if _NO_TITLE.fullmatch(own.strip()) else own,
        _first_line(document.blocks),
        next((text for text in headings if not is_label(text)), ""),
        PurePath(word.name).stem.replace("_", " "),
    ]
    titles = (shortened(as_safe_text(text), _LONGEST_TITLE) for text in candidates)
    return next((title for title in titles if any(map(str.isalnum, title))), "")


def _first_line(blocks: Parts) -> str:
    """Return a short line on top that is no sentence: a title without the style of one."""
    text = plain(blocks[0]) if len(blocks) > 1 and blocks[0]["t"] == "Para" else ""
    is_title = len(text) <= _LONGEST_LINE and ":" not in text and not text.endswith((".", "!"))
    return text if is_title else ""


def values_of(
    document: Document, wanted: Wanted, vocabulary: Vocabulary, say: Translator
) -> tuple[dict[str, Any], list[Notice]]:
    """Return the front matter of the draft, and what was filled in without being asked."""
    notices = [] if wanted.title else [Notice(Noticed.TITLE, value=document.title)]
    summary = _summary(document.blocks)
    if summary:
        notices.append(Notice(Noticed.SUMMARY, value=shortened(summary, 80)))
    else:
        summary = say.text("Still to fill in: for whom is this, and what does it bring?")
        notices.append(Notice(Noticed.NO_SUMMARY, value=summary))
    given: dict[str, Any] = {
        "title": wanted.title or document.title,
        "summary": summary,
        "type": wanted.type,
        "status": "draft",
    }
    if wanted.networks:
        given["networks"] = list(wanted.networks)
    labels = labels_of(say.language)
    for found in recognised(document.blocks, vocabulary):
        given[found.key] = _safe(found.value)
        notices.append(Notice(Noticed.FIELD, labels[found.key], shortened(found.words, 100)))
    # In the order in which the reference names the keys.
    return {key: given[key] for key in labels if key in given}, notices


def _safe(value: Any) -> Any:
    if isinstance(value, list):
        return [as_safe_text(line) for line in value]
    return value


def _summary(blocks: Parts) -> str:
    for block in blocks:
        text = plain(block) if block["t"] in {"Para", "Plain"} else ""
        if len(text) >= _SHORTEST_SUMMARY and not is_label(text.partition(":")[0]):
            if len(text) <= _LONGEST_SUMMARY:
                return as_safe_text(text)
            whole = _SENTENCES.match(text)
            return as_safe_text(whole.group() if whole else shortened(text, _LONGEST_SUMMARY))
    return ""


def labels_of(language: str) -> dict[str, str]:
    """Return what people call the keys of a product, in their order."""
    return {
        field.key: field.label.en if language == "en" else field.label.nl
        for field in describe(Product)
    }


def still_asked(
    values: Mapping[str, Any], vocabulary: Vocabulary
) -> Iterator[tuple[StatusTerm, list[str]]]:
    """Yield each next status with the keys that it asks for and no status before it did."""
    seen = set(values)
    present = vocabulary.status(str(values["status"]))
    statuses = [term for term in vocabulary.lists["statuses"].terms if isinstance(term, StatusTerm)]
    for status in sorted(statuses, key=lambda term: term.order):
        asked = (*status.requires.get("all", ()), *status.requires.get(str(values["type"]), ()))
        # Retiring is not a step on the way.
        if status.order <= present.order or "retirement" in asked:
            continue
        missing = [key for key in Product.model_fields if key in asked and key not in seen]
        seen.update(missing)
        yield status, missing
