"""YAML as records write it: plain data with positions, without the language's surprises.

YAML 1.1 reads ``no`` as false, ``14:30`` as 870 and ``1.10`` as 1.1. Authors of records mean the
words they typed, so only ``true``/``false``, whole numbers, ``null`` and dates are converted; all
other plain values stay text. Anchors, aliases and custom tags are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

KeyPath: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 20
# Fewer than this cannot exhaust the C stack, however they are nested.
MANY_BRACKETS = 2_000
MOST_REPETITIONS = 20
# Digits of a number that may stand for a person.
LONG_NUMBER = 8
LONGEST_PASSAGE = 100
_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = {_TAG + kind for kind in ("str", "int", "bool", "null", "timestamp", "map", "seq")}
_STR, _MAP, _SEQ = (_TAG + kind for kind in ("str", "map", "seq"))

_FORMS = {
    "bool": re.compile(r"^(?:true|false)\Z"),
    "int": re.compile(r"^(?:0|-?[1-9][0-9]{0,17})\Z"),
    "timestamp": re.compile(r"^\d{4}-\d\d-\d\d\Z", re.ASCII),
    "null": re.compile(r"^(?:~|null|)\Z"),
}
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

# libyaml ends lines at these; editors do not, and authors paste them from word processors.
_LINE_BREAKS = "\x85\u2028\u2029"
_NO_LINE_BREAKS = {ord(sign): " " for sign in _LINE_BREAKS}
_MAY_REPEAT = re.compile(r"(?:^|[\s\[{,:-])&[^\s&]", re.MULTILINE)
_NESTS_DEEPLY = re.compile(r"(?:[-?:][ \t]+){40}")


class _ComposingLoader(CParser):
    """libyaml's parser, which composes nodes and constructs nothing.

    It recognises only what authors mean when they type it without quotation marks.
    """

    def resolve(self, kind: type[Node], value: str, implicit: tuple[bool, bool]) -> str:
        if kind is not ScalarNode:
            return _SEQ if kind is SequenceNode else _MAP
        if implicit[0] and value[:1] in _FORMS_BY_FIRST_SIGN:
            for tag, form in _FORMS_BY_FIRST_SIGN[value[:1]]:
                if form.match(value):
                    return tag
        return _STR

    def descend_resolver(self, parent: Node | None, index: Any) -> None:
        """Nothing depends on where a value stands; libyaml's binding asks all the same."""

    def ascend_resolver(self) -> None:
        """As above."""


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


@dataclass(frozen=True)
class YamlText:
    """What was read.

    Attributes:
        data: Maps as ``dict``, lists as ``list``, dates as :class:`datetime.date`.
        text: The YAML itself.
        flaws: The flaws met on the way.
        texts: Every text and long number among the values, each on lines of its own. What is not
            in here is in none of them, which spares a search through the whole record.
    """

    data: Any
    text: str = ""
    flaws: tuple[Flaw, ...] = ()
    texts: str = ""

    @cached_property
    def root(self) -> Node | None:
        """The node tree; made only when someone asks for a place, because it is large."""
        return _compose(self.text)

    @cached_property
    def _pairs(self) -> dict[int, dict[str, tuple[Node, Node]]]:
        return {}

    def _pairs_of(self, node: MappingNode) -> dict[str, tuple[Node, Node]]:
        """Return the keys of a map, each where it stands first; looked up once for each map."""
        found = self._pairs.get(id(node))
        if found is None:
            pairs = ((k.value, (k, v)) for k, v in reversed(node.value))
            found = self._pairs[id(node)] = {k: pair for k, pair in pairs if isinstance(k, str)}
        return found

    def position(self, path: KeyPath, *, of_key: bool = False) -> tuple[int, int]:
        """Return line and column, from 0, of the value at ``path``, or of its key.

        A path that leads to something absent gives the nearest ancestor that is there.
        """
        node, mark = self.root, self.root.start_mark if self.root else None
        for depth, step in enumerate(path):
            is_last = depth == len(path) - 1
            if isinstance(node, MappingNode):
                pair = self._pairs_of(node).get(str(step))
                if pair is None:
                    break
                node = pair[1]
                mark = pair[0].start_mark if is_last and of_key else node.start_mark
                if not is_last:
                    mark = pair[0].start_mark
            elif isinstance(node, SequenceNode) and isinstance(step, int):
                if step >= len(node.value):
                    break
                node = node.value[step]
                mark = node.start_mark
            else:
                break
        return (mark.line, mark.column) if mark else (0, 0)

    def position_of(self, path: KeyPath, passage: str) -> tuple[int, int]:
        """Return line and column, from 0, at which a passage of the value at ``path`` begins.

        A passage that is written otherwise in the file, with escapes, gives the value's beginning.
        """
        line, column = self.position(path)
        lines = self.text.split("\n")
        start = sum(len(before) + 1 for before in lines[:line]) + column
        words = passage.partition("\n")[0][:LONGEST_PASSAGE].split()
        found = re.compile(r"\s+".join(map(re.escape, words))).search(self.text, start)
        if found is None:
            return line, column
        before = self.text[: found.start()]
        return before.count("\n"), found.start() - (before.rfind("\n") + 1)


def read_yaml(text: str) -> YamlText:
    """Read one YAML document.

    Args:
        text: The document, without ``---`` lines.

    Returns:
        Its data (maps as ``dict``, lists as ``list``, dates as :class:`datetime.date`) and its
        flaws: duplicate keys, aliases, tags and too deep nesting are reported, not raised.

    Raises:
        FlawedYamlError: The text is not one YAML document.
    """
    if any(sign in text for sign in _LINE_BREAKS):
        text = text.translate(_NO_LINE_BREAKS)
    if _may_nest_deeply(text):
        _refuse_runaway_nesting(text)
    root = _compose(text)
    repeats = "&" in text and _MAY_REPEAT.search(text) is not None
    builder = _Builder(repeats)
    builder.flaws += _repetitions(text) if repeats else []
    data = builder.build(root, 0) if root is not None else None
    return YamlText(data, text, tuple(builder.flaws), "\n".join(builder.texts))


def _may_nest_deeply(text: str) -> bool:
    if text.count("[") + text.count("{") > MANY_BRACKETS or " " * 100 in text:
        return True
    # Parts nest within one line only from its beginning.
    return any(
        len(line) >= 80 and line.lstrip(" \t")[:1] in "-?:" and _NESTS_DEEPLY.search(line)
        for line in text.split("\n")
    )


def _compose(text: str) -> Node | None:
    loader = _ComposingLoader(text)
    try:
        root: Node | None = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise FlawedYamlError(_flaw_of(error)) from error
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode(errors="replace")
        line = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        raise FlawedYamlError(Flaw("character", line, column)) from error
    except yaml.YAMLError as error:
        raise FlawedYamlError(Flaw("syntax", 0, 0, str(error).splitlines()[0])) from error
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


def _refuse_runaway_nesting(text: str) -> None:
    """Stop before libyaml recurses: it builds nested nodes on the C stack, without a limit."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > 5 * MAX_DEPTH:
                    raise FlawedYamlError(Flaw("depth", *_start(event)))
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        # Composing the same text meets the same error, and reports it.
        return


def _repetitions(text: str) -> list[Flaw]:
    """Find aliases, or else the anchors that nothing repeats yet; nodes no longer show them."""
    aliases, anchors = [], []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            aliases.append(Flaw("alias", *_start(event)))
        elif getattr(event, "anchor", None):
            anchors.append(Flaw("alias", *_start(event)))
    return (aliases or anchors)[:MOST_REPETITIONS]


def _start(marked: Node | yaml.Event) -> tuple[int, int]:
    mark = marked.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


class _Builder:
    """Builds plain data from nodes, and remembers the texts and the flaws that it meets."""

    def __init__(self, repeats: bool) -> None:
        self.flaws: list[Flaw] = []
        self.texts: list[str] = []
        self._repeats = repeats
        self._seen: set[int] = set()

    def _flaw(self, kind: str, node: Node, detail: str = "") -> None:
        self.flaws.append(Flaw(kind, *_start(node), detail))

    def build(self, node: Node, depth: int) -> Any:
        if self._repeats:
            # An alias hands out the same node twice; building it again is what makes "bombs".
            if id(node) in self._seen:
                return None
            self._seen.add(id(node))
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        if node.tag not in _PLAIN_TAGS:
            self._flaw("tag", node, node.tag)
            return None
        if depth > MAX_DEPTH:
            self._flaw("depth", node)
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, depth)
        return [self.build(item, depth + 1) for item in node.value]

    def _mapping(self, node: MappingNode, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self._flaw("key", key)
                continue
            name = key.value
            if key.tag not in _PLAIN_TAGS:
                self._flaw("tag", key, key.tag)
            if name in result:
                self._flaw("duplicate", key, name)
                continue
            result[name] = self.build(value, depth + 1)
        return result

    def _scalar(self, node: ScalarNode) -> Any:
        tag = node.tag
        text: str = node.value
        if tag == _STR:
            self.texts.append(text)
            return text
        kind = tag.removeprefix(_TAG)
        if tag not in _PLAIN_TAGS or (kind in _FORMS and not _FORMS[kind].match(text)):
            # Only an explicit tag can claim a kind that the value does not have.
            self._flaw("tag", node, tag)
            self.texts.append(text)
            return text
        if kind == "null":
            return None
        if kind == "int":
            if len(text) >= LONG_NUMBER:
                self.texts.append(text)
            return int(text)
        if kind == "bool":
            return text == "true"
        if kind == "timestamp" and (day := _day(text)) is not None:
            return day
        self.texts.append(text)
        return text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
