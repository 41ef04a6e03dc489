"""A product as one Markdown text: every field that its shape describes, and its own text.

A field that is added to the shape appears here by itself.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from brugwerk.records.description import FieldDescription, FieldKind, describe
from brugwerk.records.fields import minutes_of
from brugwerk.records.product import Product
from brugwerk.records.prose import link_targets, without_code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from brugwerk.check import Entry
    from brugwerk.exports.export import Ground

# The title stands above; the others are for those who keep the record.
_LEFT_OUT = frozenset({"title", "invented_names"})
_PARTS_LEFT_OUT = frozenset({"consent"})
# Every dialect knows these behind a backslash; the others it knows as entities.
_ESCAPED = {sign: f"\\{sign}" for sign in "\\`*_{}[]#!"}
_NAMED = {sign: f"&#{ord(sign)};" for sign in "|~^$"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGNS = str.maketrans(_ESCAPED | _NAMED)
# At the beginning of a line these begin a list.
_BEGINS_LIST = re.compile(r"^(?:([-+])|(\d+)([.)]))(?=\s|$)")
_HEADING = re.compile(r"^(#{1,5})(?=[ \t])", re.MULTILINE)
_INDENT = "    "


def product_text(entry: Entry[Product], ground: Ground) -> str:
    """Return a product as Markdown.

    Args:
        entry: The product.
        ground: For the words and addresses of the site.
    """
    writer = _Writer(ground, entry)
    parts = [f"# {_escaped(entry.record.title)}", *writer.sections()]
    return "\n\n".join(part for part in parts if part) + "\n"


def _escaped(text: str) -> str:
    line = " ".join(text.split()).translate(_SIGNS)
    return _BEGINS_LIST.sub(lambda f: f"\\{f[1]}" if f[1] else f"{f[2]}\\{f[3]}", line)


class _Writer:
    def __init__(self, ground: Ground, entry: Entry[Product]) -> None:
        self.ground = ground
        self.templates = ground.templates
        self.entry = entry

    def sections(self) -> Iterator[str]:
        """Yield the facts in one list, then a section for all that takes more room."""
        fields = [f for f in describe(Product) if f.key not in _LEFT_OUT]
        record = self.entry.record
        yield self._with_links(record.summary)
        rest = [f for f in fields if f.key != "summary" and not _is_empty(record, f)]
        facts = [field for field in rest if _is_fact(field)]
        yield "\n".join(self._named(field, getattr(record, field.key)) for field in facts)
        for field in rest:
            if not _is_fact(field) and field.kind is not FieldKind.ID:
                label = self.templates.in_words(field.label)
                yield f"## {label}\n\n{self._section(field, getattr(record, field.key))}"
        if self.entry.source.body.strip():
            say = self.templates.translator.text
            yield f"## {say('How you do it')}\n\n{self._body()}"

    def _section(self, field: FieldDescription, value: Any) -> str:
        if field.many:
            return "\n".join(self._item(field, part) for part in value)
        if field.kind is FieldKind.GROUP:
            return "\n".join(self._parts(field, value))
        return self._value(field, value)

    def _item(self, field: FieldDescription, value: Any) -> str:
        if field.kind is not FieldKind.GROUP:
            return f"- {_indented(self._value(field, value))}"
        first, *others = self._parts(field, value)
        return "\n".join([first, *(f"{_INDENT}{_indented(other)}" for other in others)])

    def _parts(self, field: FieldDescription, group: Any) -> list[str]:
        return [
            self._named(part, getattr(group, part.key))
            for part in field.fields
            if part.key not in _PARTS_LEFT_OUT and part.kind is not FieldKind.ID
            if not _is_empty(group, part)
        ] or ["-"]

    def _named(self, field: FieldDescription, value: Any) -> str:
        label = self.templates.in_words(field.label)
        values = value if field.many else [value]
        return f"- **{label}:** {_indented('; '.join(self._value(field, v) for v in values))}"

    def _value(self, field: FieldDescription, value: Any) -> str:
        match field.kind:
            case FieldKind.TEXT:
                return self._with_links(value.strip())
            case FieldKind.TERM:
                return _escaped(self.templates.term(field.scheme, value))
            case FieldKind.REFERENCE:
                return self._reference(field.reference, value)
            case FieldKind.DATE:
                day: date = value
                return self.templates.translator.day(day)
            case FieldKind.DURATION:
                return self.templates.translator.minutes(minutes_of(value))
            case FieldKind.WEB_ADDRESS:
                return f"<{value}>"
            case FieldKind.PATH:
                return f"[{_escaped(value)}](<{value}>)"
            case _:
                return _escaped(str(value))

    def _reference(self, kind: str, record_id: str) -> str:
        catalogue, at = self.ground.catalogue, self.templates.addresses
        if kind == "network":
            title, address = catalogue.networks[record_id].record.title, at.network(record_id)
        else:
            title, address = catalogue.products[record_id].record.title, at.product(record_id)
        link = self._absolute(address)
        return f"[{_escaped(title)}]({link})" if link else _escaped(title)

    def _absolute(self, address: str) -> str | None:
        root = self.templates.settings.address
        return f"{root.rstrip('/')}/{address}" if root else None

    def _body(self) -> str:
        body = self._with_links(self.entry.source.body.strip())
        starts = {found.start() for found in _HEADING.finditer(without_code(body))}
        return _HEADING.sub(lambda h: f"{h[1]}#" if h.start() in starts else h[1], body)

    def _with_links(self, text: str) -> str:
        """Let links to other records lead to the site; attachments stand beside the text."""
        if "](" not in text and "]:" not in text:
            return text
        for start, target in sorted(link_targets(without_code(text)), reverse=True):
            path, mark, anchor = target.partition("#")
            if not path or ":" in path or path.startswith(("/", "files/")):
                continue
            reached = posixpath.normpath(posixpath.join(*self.entry.source.file.parent.parts, path))
            address = self.templates.addresses.of_file(PurePosixPath(reached))
            link = self._absolute(address) if address else None
            if link:
                text = f"{text[:start]}{link}{mark}{anchor}{text[start + len(target) :]}"
        return text


def _is_fact(field: FieldDescription) -> bool:
    return not field.many and field.kind not in {FieldKind.TEXT, FieldKind.GROUP}


def _is_empty(group: Any, field: FieldDescription) -> bool:
    return getattr(group, field.key) in (None, (), "")


def _indented(text: str) -> str:
    """Keep the further lines of a text inside its list item."""
    return text.replace("\n", f"\n{_INDENT}")
