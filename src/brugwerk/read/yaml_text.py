"""YAML as records write it: plain data with positions, without the language's surprises.

What the words of an author become stands in ``yaml_data.py``; anchors and aliases are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml
from yaml.nodes import MappingNode, SequenceNode

from brugwerk.read.yaml_data import Flaw, Reader, composed, flaws_of_libyaml, start_of

if TYPE_CHECKING:
    from yaml.nodes import Node

MOST_REPETITIONS = 20
LONGEST_PASSAGE = 100
KeyPath: TypeAlias = tuple[str | int, ...]

# libyaml ends lines at these; editors do not, and authors paste them from word processors.
_LINE_BREAKS = "\x85\u2028\u2029"
_NO_LINE_BREAKS = {ord(sign): " " for sign in _LINE_BREAKS}
_MAY_REPEAT = re.compile(r"(?:^|[\s\[{,:-])&[^\s&]", re.MULTILINE)


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
        return composed(self.text)

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
    reader = Reader(text)
    with flaws_of_libyaml(text):
        data = reader.document()
    if reader.aliases or ("&" in text and _MAY_REPEAT.search(text)):
        # Composing meets what is wrong with anchors; nodes no longer show the sound ones.
        composed(text)
        reader.flaws += _repetitions(text)
    return YamlText(data, text, tuple(reader.flaws), "\n".join(reader.texts))


def _repetitions(text: str) -> list[Flaw]:
    """Find aliases, or else the anchors that nothing repeats yet; nodes no longer show them."""
    aliases, anchors = [], []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            aliases.append(Flaw("alias", *start_of(event)))
        elif getattr(event, "anchor", None):
            anchors.append(Flaw("alias", *start_of(event)))
    return (aliases or anchors)[:MOST_REPETITIONS]
