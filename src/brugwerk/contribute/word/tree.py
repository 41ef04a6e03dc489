"""Pandoc's document tree: making its parts, and reading the words in them.

A part is ``{"t": its kind, "c": its content}``; see https://hackage.haskell.org/package/pandoc-types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Part: TypeAlias = dict[str, Any]
Parts: TypeAlias = list[Part]

NO_ATTRIBUTES: tuple[str, list[str], list[Any]] = ("", [], [])
_SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})


def part(kind: str, *content: Any) -> Part:
    """Return a part of one kind."""
    if not content:
        return {"t": kind}
    return {"t": kind, "c": content[0] if len(content) == 1 else list(content)}


def words_as_inlines(text: str) -> Parts:
    """Return a text as inlines."""
    inlines: Parts = []
    for word in text.split():
        inlines += [part("Space"), part("Str", word)]
    return inlines[1:]


def plain(node: Any) -> str:
    """Return the words in a part or parts, with one space between paragraphs and cells."""
    return " ".join("".join(_words(node)).split())


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _words(child)
    elif isinstance(node, dict):
        kind, content = node.get("t"), node.get("c", [])
        if kind == "Str":
            yield str(content)
        elif kind in _SPACES:
            yield " "
        elif kind in {"Code", "CodeBlock", "Math"}:
            yield str(content[1])
        elif kind in {"Link", "Image"}:
            yield from _words(content[1])
        elif kind in {"RawInline", "RawBlock"}:
            return
        elif kind is not None:
            yield from _words(content)
            yield "" if kind in INLINE else " "
        else:
            yield from _words(list(node.values()))


INLINE = frozenset(
    {
        *("Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps"),
        *("Quoted", "Cite", "Span", "Note"),
    }
)


def changed(node: Any, change: Callable[[Part], Parts | None]) -> Any:
    """Return a copy in which ``change`` replaced parts, from the innermost outwards.

    Args:
        node: A part, or a list of parts and of lists.
        change: Takes a part and returns what stands in its place; none leaves it as it is.
    """
    if isinstance(node, list):
        result: list[Any] = []
        for child in node:
            made = changed(child, change)
            if isinstance(made, dict) and "t" in made:
                replaced = change(made)
                result += [made] if replaced is None else replaced
            else:
                result.append(made)
        return result
    if isinstance(node, dict):
        return {key: changed(value, change) for key, value in node.items()}
    return node
