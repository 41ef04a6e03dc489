"""What stands in a paragraph of Word: links, formulas, pictures, signs that Markdown reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from brugwerk.contribute.word.notices import Notice, Noticed, shortened
from brugwerk.contribute.word.tree import (
    NO_ATTRIBUTES,
    Part,
    Parts,
    part,
    plain,
    words_as_inlines,
)
from brugwerk.records.unseen import unseen_signs

if TYPE_CHECKING:
    from brugwerk.contribute.word.pictures import Pictures

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
# Signs in a word that Markdown, or the check, would read as more than signs.
_SIGNS = re.compile(r"\]\(|&(?=#?\w+;)|\$")
_GUARDED = {"](": r"\]&#40;", "&": "&amp;", "$": r"\$"}
# What begins a block of Markdown if it begins a line, and what makes it a word.
_BEGINNINGS = (
    (re.compile(r"^!!!"), r"\!!!"),
    (re.compile(r"^:(?!\S)"), "&#58;"),
    (re.compile(r"^---"), r"\---"),
)
_BEGINS_A_BLOCK = re.compile(r"[-=#>+*:~!|\d`&<_(\[]")
_FRACTION = re.compile(r"\\d?frac\{([^{}]*)\}\{([^{}]*)\}")
# An address that hides where it leads; the check refuses it too.
_UNCLEAR = re.compile(r"\\|^https?:(?!//[^/@]+(?:/|[?#]|$))", re.IGNORECASE)
_SCHEMES = frozenset({"http", "https", "mailto"})
# What Word itself adds to a description that it made up.
_MADE_BY_WORD = re.compile(
    r"\s*(?:Automatisch gegenereerde beschrijving|Description automatically generated|"
    r"Door AI gegenereerde inhoud is mogelijk onjuist\.?|"
    r"AI-generated content may be incorrect\.?)\s*",
    re.IGNORECASE,
)
_UNWRAPPED = frozenset({"Span", "SmallCaps", "Cite"})


@dataclass
class Inlines:
    """Changes the inlines of one file.

    Attributes:
        pictures: The file's pictures.
        notices: Takes what the author should know.
        near: The words before the block that is being changed.
    """

    pictures: Pictures
    notices: list[Notice]
    near: str = ""

    def change(self, inline: Part) -> Parts | None:
        """Return what stands in the place of an inline; none where it can stay."""
        kind = inline["t"]
        if kind in _UNWRAPPED:
            return list(inline["c"][1] if kind != "SmallCaps" else inline["c"])
        if kind == "SoftBreak":
            return [part("Space")]
        if kind == "Superscript":
            # Digits have signs of their own; "2e" reads well without.
            return None if re.fullmatch(r"[\d+=()-]+", plain(inline)) else list(inline["c"])
        if kind == "Link":
            return self._link(inline)
        if kind == "Image":
            return self._picture(inline)
        if kind == "Math":
            return self._formula(inline)
        if kind in {"RawInline", "RawBlock"}:
            return []
        return None

    def _link(self, link: Part) -> Parts | None:
        _, words, (target, _) = link["c"]
        if target.startswith("#"):
            # A place in this very document, which the page calls something else.
            return list(words)
        try:
            parts = urlsplit(target)
            usable = parts.scheme.lower() in _SCHEMES and bool(parts.netloc or parts.path)
            usable = usable and not _UNCLEAR.search(target)
        except ValueError:
            usable = False
        text = plain(words)
        if not usable or len(target) > 2_000 or not text:
            if text or not usable:
                shown = shortened(target.replace("`", ""), 40)
                self.notices.append(Notice(Noticed.LINK, shortened(text) or "…", shown))
            return list(words)
        safe = quote(target, safe="/:?#[]@!$&'*+,;=%~-._")
        # In a span they are not written as <address>, which looks like HTML.
        apart = part("Span", NO_ATTRIBUTES, words)
        return [part("Link", NO_ATTRIBUTES, [apart], [safe, ""])]

    def _picture(self, image: Part) -> Parts:
        _, words, (target, _) = image["c"]
        alt = _MADE_BY_WORD.sub("", plain(words))
        if re.match(r"https?://", target):
            self.notices.append(Notice(Noticed.PICTURE_ELSEWHERE, shortened(self.near) or "…"))
            safe = quote(target, safe="/:?#[]@!$&'*+,;=%~-._")
            return [part("Link", NO_ATTRIBUTES, words_as_inlines(alt or target), [safe, ""])]
        path = self.pictures.path_of(target, self.near or "…")
        if path is None:
            return []
        if not alt:
            self.notices.append(Notice(Noticed.PICTURE_WITHOUT_WORDS, value=path))
            alt = self.pictures.undescribed
        return [part("Image", NO_ATTRIBUTES, words_as_inlines(alt), [path, ""])]

    def _formula(self, formula: Part) -> Parts:
        kind, tex = formula["c"]
        simple = _FRACTION.sub(_fraction, tex)
        self.notices.append(Notice(Noticed.EQUATION, value=shortened(simple)))
        if re.search(r"\\[a-zA-Z]", simple.replace(r"\cdot", "")):
            return [part("Code", NO_ATTRIBUTES, simple)]
        return [part("Math", kind, simple)]


def _fraction(found: re.Match[str]) -> str:
    above, below = (
        text if re.fullmatch(r"\w+", text) else f"({text})" for text in (found[1], found[2])
    )
    return f"{above}/{below}"


def seen(text: str) -> str:
    """Return a text without the signs in it that nobody sees."""
    while places := {place for place, _ in unseen_signs(text)}:
        text = "".join(sign for place, sign in enumerate(text) if place not in places)
    return text


def as_safe_text(text: str) -> str:
    """Return a text for a field of its own, in which no sign is read as more than a sign."""
    plain_signs = seen(text).replace("<", "‹").replace("](", "] (").replace("]:", "] :")
    return plain_signs.replace("$", "＄").replace("`", "'")


def with_safe_words(node: Any) -> Any:
    """Return a copy of a tree without signs in its words that Markdown or the check reads."""
    if isinstance(node, list):
        safe: list[Any] = []
        for child in _joined(node):
            is_word = isinstance(child, dict) and child.get("t") == "Str"
            safe += _word(child["c"]) if is_word else [with_safe_words(child)]
        return safe
    if isinstance(node, dict):
        return {key: with_safe_words(value) for key, value in node.items()}
    return node


def _joined(nodes: list[Any]) -> list[Any]:
    joined: list[Any] = []
    for node in nodes:
        if isinstance(node, dict) and node.get("t") == "Str":
            text = seen(_CONTROL.sub("", node["c"]))
            if joined and isinstance(joined[-1], dict) and joined[-1].get("t") == "Str":
                text = joined.pop()["c"] + text
            if text:
                joined.append(part("Str", text))
        else:
            joined.append(node)
    return joined


def _word(text: str) -> Parts:
    made: Parts = []
    at = 0
    for sign in _SIGNS.finditer(text):
        made += [
            part("Str", text[at : sign.start()]),
            part("RawInline", "markdown", _GUARDED[sign.group()]),
        ]
        at = sign.end()
    return [*made, part("Str", text[at:])]


def as_lines(inlines: Parts) -> list[Parts]:
    """Return the paragraphs that a paragraph of Word becomes.

    A line after a line break that would begin a heading, a list or a table becomes a paragraph of
    its own, where the converter escapes it; what it does not escape is escaped here.
    """
    paragraphs: list[Parts] = [[]]
    for inline in _joined(inlines):
        line = paragraphs[-1]
        if line and line[-1]["t"] == "LineBreak":
            if inline["t"] in {"LineBreak", "Space"}:
                continue
            if _BEGINS_A_BLOCK.match(plain(inline)):
                line.pop()
                paragraphs.append([])
                line = paragraphs[-1]
        line.append(inline)
    return [_begun(kept) for line in paragraphs if (kept := _trimmed(line))]


def _trimmed(line: Parts) -> Parts:
    blank = {"LineBreak", "Space"}
    start, end = 0, len(line)
    while start < end and line[start]["t"] in blank:
        start += 1
    while end > start and line[end - 1]["t"] in blank:
        end -= 1
    return line[start:end]


def _begun(line: Parts) -> Parts:
    first, *rest = line
    if first["t"] == "Str":
        for beginning, instead in _BEGINNINGS:
            if found := beginning.match(first["c"]):
                word = part("Str", first["c"][found.end() :])
                return [part("RawInline", "markdown", instead), word, *rest]
    return line
