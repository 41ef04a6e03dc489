"""The HTML of a page in the form that pandoc reads best: what a class means becomes a style.

What is there for the site alone, such as buttons and drawings, is left out. Everything that pandoc
gets is written here anew: known elements with known attributes, and text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from brugwerk.exports.word.columns import Columns
from brugwerk.exports.word.styles import FACTS_ID, Own
from brugwerk.records.formula import ATTRIBUTES as FORMULA_ATTRIBUTES
from brugwerk.records.formula import ELEMENTS as FORMULA_ELEMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Attributes = dict[str, str]

_VOID = frozenset({"br", "hr", "img", "input", "col", "wbr"})
_LEFT_OUT = frozenset({"button", "svg", "script", "style", "nav", "h1"})
# Parts of a page that only mean something on the site.
_ONLY_ON_SITE = frozenset(
    {"actions", "tell", "improve", "about-bars", "bar-legend", "tabbed-labels"}
)
# Their items bring a number or a name of their own.
_NUMBERED_BY_ITSELF = frozenset({"year-line", "cycles"})
_HEADING_ONLY_ON_SITE = "meenemen"
_KEPT = frozenset(
    {
        *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code"),
        *("em", "strong", "b", "i", "del", "sub", "sup", "abbr", "figure", "figcaption"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td", "colgroup", "dl", "dt", "dd"),
        *FORMULA_ELEMENTS,
    }
)
_ATTRIBUTES = frozenset({"id", "lang", "start", "colspan", "rowspan"})
_PARAGRAPHS = {
    "kicker": Own.KICKER,
    "lead": Own.LEAD,
    "fixed": Own.FIXED,
    "free": Own.FREE,
    "part-fixed": Own.FIXED,
    "part-room": Own.FREE,
    "notice": Own.NOTICE,
    "admonition": Own.NOTICE,
    "deviation": Own.DEVIATION,
    "small": Own.SMALL,
    "half-lead": Own.SMALL,
    "meeting-when": Own.TIME,
}
_STRONG = frozenset({"claim", "cycle-name", "script-name", "guideline-title"})
_SMALL = frozenset({"small", "when"})
_STRUCTURE_ONLY = frozenset({"fixed", "free"})
# Names stand in a quarter of the width.
_FACTS = (
    f'<table data-custom-style="{FACTS_ID}">'
    '<colgroup><col style="width:26%"><col style="width:74%"></colgroup>'
)


@dataclass
class _Open:
    """An element that has begun: its name, what ends it, and what it means for those inside."""

    tag: str
    end: str
    classes: frozenset[str] = frozenset()
    silent: bool = False
    tabs: list[str] = field(default_factory=list)
    children: int = 0


@dataclass(frozen=True)
class Surroundings:
    """What a page does not say itself.

    Attributes:
        link: Where a link leads from outside the site; none where it leads nowhere.
        picture: The picture at an address as a ``data:`` address; none where it is not there.
        names: What Word calls our own styles.
    """

    link: Callable[[str], str | None]
    picture: Callable[[str], str | None]
    names: Mapping[Own, str]


def simple_html(page: str, around: Surroundings) -> str:
    """Return the content of a page for pandoc.

    Args:
        page: The HTML of its content.
        around: What the page does not say itself.
    """
    writer = _Writer(around)
    writer.feed(page)
    writer.close()
    return writer.written()


class _Writer(HTMLParser):
    def __init__(self, around: Surroundings) -> None:
        super().__init__(convert_charrefs=True)
        self._around = around
        self._open: list[_Open] = []
        self._out: list[str] = []
        self._columns: list[Columns] = []

    def written(self) -> str:
        """Return all that was written, with what is still open closed."""
        while self._open:
            self._close()
        return "".join(self._out)

    def handle_data(self, data: str) -> None:
        for element in reversed(self._open):
            if "tabbed-labels" in element.classes and self._open[-1].tag == "label":
                self._set_of_tabs().tabs.append(data)
                return
        if not self._is_silent():
            self._out.append(escape(data, quote=False))
            if self._columns:
                self._columns[-1].hold(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        classes = frozenset(attributes.get("class", "").split())
        if self._open:
            self._open[-1].children += 1
        if tag in _VOID:
            if not self._is_silent():
                self._out.append(self._void(tag, attributes))
            return
        silent = self._is_silent() or _is_left_out(tag, classes, attributes)
        start, end = ("", "") if silent else self._ends(tag, classes, attributes)
        if not silent:
            self._count_columns(tag, attributes)
        self._out.append(start)
        self._open.append(_Open(tag, end, classes, silent))

    def _count_columns(self, tag: str, attributes: Attributes) -> None:
        match tag:
            case "table":
                self._columns.append(Columns(-1))
            case "thead" | "tbody" if self._columns and self._columns[-1].place < 0:
                self._columns[-1].place = len(self._out)
                self._out.append("")
            case "tr" if self._columns:
                self._columns[-1].row()
            case "td" | "th" if self._columns:
                self._columns[-1].cell(spans="colspan" in attributes)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._close() != tag:
                pass

    def _close(self) -> str:
        element = self._open.pop()
        self._out.append(element.end)
        if element.tag == "table" and not element.silent:
            columns = self._columns.pop()
            if columns.place >= 0:
                self._out[columns.place] = columns.written()
        return element.tag

    def _is_silent(self) -> bool:
        return bool(self._open) and self._open[-1].silent

    def _inside(self, name: str) -> bool:
        return any(name in element.classes for element in self._open)

    def _set_of_tabs(self) -> _Open:
        sets = (element for element in reversed(self._open) if "tabbed-set" in element.classes)
        return next(sets, _Open("", ""))

    def _void(self, tag: str, attributes: Attributes) -> str:
        if tag == "img":
            shown = self._around.picture(attributes.get("src", ""))
            words = escape(attributes.get("alt", ""))
            return f'<img src="{escape(shown)}" alt="{words}">' if shown else f"<em>{words}</em>"
        if tag == "input":
            ticked = "☒" if "checked" in attributes else "☐"
            return ticked if attributes.get("type") == "checkbox" else ""
        return f"<{tag}>"

    def _ends(self, tag: str, classes: frozenset[str], attributes: Attributes) -> tuple[str, str]:
        """Return what to write where an element begins and where it ends."""
        around = self._open[-1] if self._open else _Open("", "")
        if (as_table := self._in_table(tag, classes, around)) is not None:
            return as_table
        match tag:
            case "a":
                link = self._around.link(attributes.get("href", ""))
                return (f'<a href="{escape(link)}">', "</a>") if link else ("", "")
            case "span":
                return self._span(classes, attributes, around)
            case "summary":
                return "<p><strong>", "</strong></p>"
            case "ul" | "ol" | "li" if self._is_structure(tag, around):
                return (f"<div{_written(attributes)}>", "</div>") if tag == "li" else ("", "")
            case "ol" if classes & _NUMBERED_BY_ITSELF:
                return "<ul>", "</ul>"
            case "div" | "section" | "details" | "aside" | "article":
                return self._block(classes, attributes)
            case "p":
                return self._paragraph(classes, attributes)
            case "td" | "th":
                side = next((c for c in classes if c.startswith("align-")), "")
                align = f' style="text-align:{side.removeprefix("align-")}"' if side else ""
                return f"<{tag}{_written(attributes)}{align}>", f"</{tag}>"
        if tag not in _KEPT:
            return "", ""
        if tag in FORMULA_ELEMENTS:
            kept = {name: v for name, v in attributes.items() if name in FORMULA_ATTRIBUTES}
            return f"<{tag}{_plain(kept)}>", f"</{tag}>"
        return f"<{tag}{_written(attributes)}>", f"</{tag}>"

    def _in_table(self, tag: str, classes: frozenset[str], around: _Open) -> tuple[str, str] | None:
        """Return the ends of lists that a page sets in two columns, and of what is in them."""
        match tag:
            case "dl" if not self._inside("contributed"):
                return f"{_FACTS}<tbody>", "</tbody></table>"
            case "dt" if not self._inside("contributed"):
                return "<tr><td><strong>", "</strong></td>"
            case "dd" if not self._inside("contributed"):
                return "<td>", "</td></tr>"
            case "div" if "fact" in classes and around.tag == "dl":
                return "", ""
            case "ol" if classes & {"script", "steps"}:
                return f"{_FACTS}<tbody>", "</tbody></table>"
            case "li" if around.tag == "ol" and around.classes & {"script", "steps"}:
                return "<tr>", "</tr>"
            case "span" | "div" if self._is_cell(around):
                first = around.children == 1
                return ("<td><strong>", "</strong></td>") if first else ("<td>", "</td>")
        return None

    def _is_cell(self, around: _Open) -> bool:
        lists = self._open[-2].classes if len(self._open) > 1 else frozenset()
        return around.tag == "li" and bool(lists & {"script", "steps"})

    def _is_structure(self, tag: str, around: _Open) -> bool:
        """Return whether a list only keeps the parts of a half apart, and is none to a reader."""
        outer = self._open[-2] if len(self._open) > 1 else _Open("", "")
        return bool((around if tag != "li" else outer).classes & _STRUCTURE_ONLY)

    def _span(
        self, classes: frozenset[str], attributes: Attributes, around: _Open
    ) -> tuple[str, str]:
        if "line" in classes:
            return self._styled(Own.LINE, "<p>\u00a0"), "</p></div>"
        if "tick" in classes:
            return "☐", ""
        if "label" in classes or "part-name" in classes:
            return "<strong>", ":</strong>"
        if "kicker" in around.classes and around.children > 1:
            return " · ", ""
        if classes & _SMALL:
            style = escape(self._around.names[Own.SMALL_WORDS])
            return f'<span data-custom-style="{style}">', "</span>"
        lang = attributes.get("lang")
        return (f'<span lang="{escape(lang)}">', "</span>") if lang else ("", "")

    def _block(self, classes: frozenset[str], attributes: Attributes) -> tuple[str, str]:
        if "tabbed-block" in classes and (tabs := self._set_of_tabs().tabs):
            return f"<div><p><strong>{escape(tabs.pop(0))}</strong></p>", "</div>"
        style = _style_of(classes)
        return self._styled(style) if style else f"<div{_written(attributes)}>", "</div>"

    def _paragraph(self, classes: frozenset[str], attributes: Attributes) -> tuple[str, str]:
        if "write" in classes:
            return "<div>", "</div>"
        style = _style_of(classes)
        if "element" in classes:
            style = Own.FIXED_NAME if self._inside("fixed") else Own.FREE_NAME
        start, end = f"<p{_written(attributes)}>", "</p>"
        if classes & _STRONG or "admonition-title" in classes:
            start, end = f"{start}<strong>", f"</strong>{end}"
        elif "label" in classes:
            start, end = f"{start}<strong>", f":</strong>{end}"
        return (self._styled(style, start), f"{end}</div>") if style else (start, end)

    def _styled(self, style: Own, inner: str = "") -> str:
        return f'<div data-custom-style="{escape(self._around.names[style])}">{inner}'


def _style_of(classes: frozenset[str]) -> Own | None:
    return next((_PARAGRAPHS[name] for name in sorted(classes) if name in _PARAGRAPHS), None)


def _is_left_out(tag: str, classes: frozenset[str], attributes: Attributes) -> bool:
    return (
        tag in _LEFT_OUT
        or bool(classes & _ONLY_ON_SITE)
        or "data-search-exclude" in attributes
        or "footnote-backref" in classes
        or attributes.get("id") == _HEADING_ONLY_ON_SITE
    )


def _written(attributes: Attributes) -> str:
    return _plain({name: value for name, value in attributes.items() if name in _ATTRIBUTES})


def _plain(attributes: Attributes) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
