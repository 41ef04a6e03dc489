"""Plain data from YAML, one event at a time, and what makes a text none of our YAML.

YAML 1.1 reads ``no`` as false, ``14:30`` as 870 and ``1.10`` as 1.1. Authors of records mean the
words they typed, so only ``true``/``false``, whole numbers, ``null`` and dates are converted; all
other plain values stay text. Custom tags are refused.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from yaml.nodes import Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_DEPTH = 20
# Beyond this it is no mistake any more, and libyaml composes nested nodes on the C stack.
DEEPEST = 5 * MAX_DEPTH
# Digits of a number that may stand for a person.
LONG_NUMBER = 8
_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = {_TAG + kind for kind in ("str", "int", "bool", "null", "timestamp", "map", "seq")}
_STR, _MAP, _SEQ = (_TAG + kind for kind in ("str", "map", "seq"))
_NULL, _INT, _BOOL, _DATE = (_TAG + kind for kind in ("null", "int", "bool", "timestamp"))
_NO_TAG = (None, "!")

_FORMS = {
    "bool": re.compile(r"^(?:true|false)\Z"),
    "int": re.compile(r"^(?:0|-?[1-9][0-9]{0,17})\Z"),
    "timestamp": re.compile(r"^\d{4}-\d\d-\d\d\Z", re.ASCII),
    "null": re.compile(r"^(?:~|null|)\Z"),
}
_ANY = re.compile("")
_FIRST = {
    "bool": ("t", "f"),
    "int": tuple("-0123456789"),
    "timestamp": tuple("0123456789"),
    "null": ("~", "n", ""),
}
_FORMS_BY_FIRST_SIGN = {
    sign: tuple((_TAG + kind, form) for kind, form in _FORMS.items() if sign in _FIRST[kind])
    for signs in _FIRST.values()
    for sign in signs
}


@dataclass(frozen=True)
class Flaw:
    """Something wrong with the YAML itself, at a line and column counted from 0."""

    kind: str
    line: int
    column: int
    detail: str = ""


class FlawedYamlError(Exception):
    """The text could not be read as YAML at all."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.kind)
        self.flaw = flaw


class _ComposingLoader(CParser):
    """libyaml's parser, which composes nodes and constructs nothing.

    It recognises only what authors mean when they type it without quotation marks.
    """

    def resolve(self, kind: type[Node], value: str, implicit: tuple[bool, bool]) -> str:
        if kind is not ScalarNode:
            return _SEQ if kind is SequenceNode else _MAP
        return _tag_of(value) if implicit[0] else _STR

    def descend_resolver(self, parent: Node | None, index: Any) -> None:
        """Nothing depends on where a value stands; libyaml's binding asks all the same."""

    def ascend_resolver(self) -> None:
        """As above."""


@contextmanager
def flaws_of_libyaml(text: str) -> Iterator[None]:
    """Turn what libyaml raises over a text into a located flaw.

    Raises:
        FlawedYamlError: The text is no YAML.
    """
    try:
        yield
    except yaml.MarkedYAMLError as error:
        raise FlawedYamlError(_flaw_of(error)) from error
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode(errors="replace")
        line = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        raise FlawedYamlError(Flaw("character", line, column)) from error
    except yaml.YAMLError as error:
        raise FlawedYamlError(Flaw("syntax", 0, 0, str(error).splitlines()[0])) from error


def composed(text: str) -> Node | None:
    """Return the node tree of a text, which holds no deeper nesting than a reader let pass.

    Raises:
        FlawedYamlError: The text is not one YAML document, or its anchors are not sound.
    """
    loader = _ComposingLoader(text)
    try:
        with flaws_of_libyaml(text):
            root: Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return root


def _flaw_of(error: yaml.MarkedYAMLError) -> Flaw:
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if "quoted scalar" in (error.context or "") and error.context_mark:
        # The scanner complains at the end of the text; the author forgot it where it began.
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Flaw("alias" if "alias" in problem else "syntax", line, column, problem)


def start_of(marked: Node | yaml.Event) -> tuple[int, int]:
    """Return the line and column, from 0, at which a node or event begins."""
    mark = marked.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


class Reader:
    """Builds plain data from libyaml's events.

    Events come one at a time, so that nesting without end is met before anything recurses.

    Attributes:
        flaws: The flaws met on the way.
        texts: Every text and long number among the values.
        aliases: Whether a value stands for another one.
    """

    def __init__(self, text: str) -> None:
        self.flaws: list[Flaw] = []
        self.texts: list[str] = []
        self.aliases = False
        self._text = text
        self._parser = CParser(text)
        self._next: Callable[[], Any] = self._parser.get_event

    def document(self) -> Any:
        """Return the data of the one document; none where there is nothing but remarks."""
        try:
            self._next()
            if isinstance(self._next(), StreamEndEvent):
                return None
            data = self._value(self._next(), 0)
            self._next()
            if not isinstance(self._next(), StreamEndEvent):
                # There is more than one; composing says so.
                composed(self._text)
        finally:
            self._parser.dispose()
        return data

    def _flaw(self, kind: str, event: yaml.Event, detail: str = "") -> None:
        self.flaws.append(Flaw(kind, *start_of(event), detail))

    def _value(self, event: Any, depth: int) -> Any:
        kind = event.__class__
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            # Building it again is what makes "bombs".
            self.aliases = True
            return None
        if event.tag not in _NO_TAG and event.tag not in _PLAIN_TAGS:
            self._flaw("tag", event, event.tag)
        elif depth > MAX_DEPTH:
            self._flaw("depth", event)
        elif kind is MappingStartEvent:
            return self._mapping(depth)
        else:
            return self._sequence(depth)
        self._pass_by(event, depth)
        return None

    def _pass_by(self, event: Any, depth: int) -> None:
        """Read on to the end of a value that does not count."""
        inside = 0
        while True:
            if isinstance(event, CollectionStartEvent):
                inside += 1
                if depth + inside > DEEPEST:
                    raise FlawedYamlError(Flaw("depth", *start_of(event)))
            elif isinstance(event, CollectionEndEvent):
                inside -= 1
            elif isinstance(event, AliasEvent):
                self.aliases = True
            if not inside:
                return
            event = self._next()

    def _sequence(self, depth: int) -> list[Any]:
        result = []
        while (event := self._next()).__class__ is not SequenceEndEvent:
            result.append(self._value(event, depth + 1))
        return result

    def _mapping(self, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while (key := self._next()).__class__ is not MappingEndEvent:
            if key.__class__ is not ScalarEvent:
                if key.__class__ is not AliasEvent:
                    self._flaw("key", key)
                self._pass_by(key, depth)
                self._pass_by(self._next(), depth)
                continue
            name = key.value
            if key.tag not in _NO_TAG and key.tag not in _PLAIN_TAGS:
                self._flaw("tag", key, key.tag)
            if name in result:
                self._flaw("duplicate", key, name)
                self._pass_by(self._next(), depth)
                continue
            result[name] = self._value(self._next(), depth + 1)
        return result

    def _scalar(self, event: ScalarEvent) -> Any:
        text: str = event.value
        tag = event.tag
        if tag in _NO_TAG:
            if not event.implicit[0] or text[:1] not in _FORMS_BY_FIRST_SIGN:
                self.texts.append(text)
                return text
            tag = _tag_of(text)
        elif tag not in _PLAIN_TAGS or not _FORMS.get(tag.removeprefix(_TAG), _ANY).match(text):
            # Only an explicit tag can claim a kind that the value does not have.
            self._flaw("tag", event, tag)
            tag = _STR
        if tag == _NULL:
            return None
        if tag == _INT:
            if len(text) >= LONG_NUMBER:
                self.texts.append(text)
            return int(text)
        if tag == _BOOL:
            return text == "true"
        if tag == _DATE and (day := _day(text)) is not None:
            return day
        self.texts.append(text)
        return text


def _tag_of(text: str) -> str:
    """Return the tag of what an author typed without quotation marks."""
    for tag, form in _FORMS_BY_FIRST_SIGN.get(text[:1], ()):
        if form.match(text):
            return tag
    return _STR


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
