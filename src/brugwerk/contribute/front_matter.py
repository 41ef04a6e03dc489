"""Writing front matter that every reader of YAML takes for the words that were meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDTH = 100
_FOLD_FROM = 72
# A text of which folding changes nothing: words with one space between them.
_FOLDS = re.compile(r"[^\s#][^\s]*(?: [^\s]+)+")
# Lines that a literal block keeps: the first is not indented, and none ends in a space.
_BLOCK = re.compile(r"[^\s][^\r\n]*(?:\n+[^\r\n]*[^\s])+\n?")
# libyaml takes these for line breaks and editors do not.
_BREAKS = re.compile("[\x85\u2028\u2029]")


class _FrontMatterDumper(yaml.SafeDumper):
    """Writes lists below their key with an indent, and a part that stands twice out twice."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if _BREAKS.search(text):
        style = '"'
    elif _BLOCK.fullmatch(text):
        style = "|"
    elif len(text) > _FOLD_FROM and _FOLDS.fullmatch(text):
        style = ">"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_FrontMatterDumper.add_representer(str, _text)


def front_matter(values: Mapping[str, Any]) -> str:
    """Write values as the front matter of a file, with the ``---`` lines around it.

    What :func:`brugwerk.read.front_matter.read_front_matter` reads back is equal to ``values``.
    Words that YAML 1.1 takes for something else (``no``, ``14:30``, ``1.10``) get quotation marks,
    so that editors and other tools read them the same way.

    Args:
        values: Keys and what they hold, in the order in which they are written: texts, whole
            numbers of at most 18 digits, dates, ``True``, ``False``, ``None``, and lists and
            mappings of these.

    Returns:
        The front matter, which ends in a line feed.
    """
    text = yaml.dump(
        dict(values),
        Dumper=_FrontMatterDumper,
        sort_keys=False,
        allow_unicode=True,
        width=_WIDTH,
        default_flow_style=False,
    )
    return f"---\n{text}---\n"
