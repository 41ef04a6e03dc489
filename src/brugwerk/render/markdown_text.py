"""Contributed Markdown becomes HTML that is safe to show.

The text is converted with what Material offers authors, and then cleaned with an allow-list: what
is not on the list does not reach the page, whatever the Markdown made of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension, slugify
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from brugwerk.records.formula import ATTRIBUTES as FORMULA_ATTRIBUTES
from brugwerk.records.formula import ELEMENTS
from brugwerk.records.prose import nested_too_deeply
from brugwerk.records.prose_limits import excess_of
from brugwerk.render.heading_levels import HeadingLevels
from brugwerk.render.tables import PLACE, TABLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

# What authors of records may use; mkdocs.yml gives pages written by hand the same.
DIALECT = (
    "tables",
    "def_list",
    "abbr",
    "admonition",
    "sane_lists",
    "pymdownx.details",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "brugwerk.render.alignment",
    "brugwerk.render.figures",
    "brugwerk.render.formulas",
    "brugwerk.render.tables",
)
DIALECT_SETTINGS = {
    "pymdownx.highlight": {"use_pygments": False},
    "pymdownx.tabbed": {"alternate_style": True},
}
_TAB = "__tabbed_"
# Headings of a text get ids that never meet those of the page around it.
HEADING_PREFIX = "tekst-"
_PLAIN = re.compile(r"^[^\n*_`\[\]<>&#!|~\\:^$=+{}\"'-]*$")
_TAGS = frozenset(
    {
        *("p", "br", "hr", "em", "strong", "del", "sub", "sup", "code", "pre", "blockquote"),
        *("h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "a", "abbr"),
        *("table", "thead", "tbody", "tr", "th", "td", "img", "figure", "figcaption"),
        *("div", "span", "details", "summary", "input", "label", "section"),
        *ELEMENTS,
    }
)
_ATTRIBUTES = {
    "a": {"href", "title", "id", "class"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "td": {"class"},
    "th": {"class"},
    "ol": {"start"},
    "input": {"type", "checked", "disabled", "name", "id"},
    "label": {"for", "class"},
    "div": {"class", "data-tabs", "role", "tabindex", "aria-label"},
    "table": {"class"},
    "span": {"class"},
    "p": {"class"},
    "pre": {"class"},
    "code": {"class"},
    "ul": {"class"},
    "li": {"class", "id"},
    "sup": {"id"},
    "details": {"class", "open"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    **{element: set(FORMULA_ATTRIBUTES) for element in ELEMENTS},
}
_CLASSES = re.compile(
    r"^(?:admonition(?:-title)?|note|abstract|tip|success|warning|question|example|quote|info|"
    r"task-list(?:-item|-control|-indicator)?|footnote(?:-ref|-backref)?|"
    r"tabbed-(?:set|labels|content|block|alternate)|highlight|language-[a-z0-9+#-]{1,20}|align-(?:left|center|right)|"
    rf"{PLACE}|{TABLE})$"
)
# What a browser takes for the beginning of another site's address.
_UNCLEAR = re.compile(r"^[\x00-\x20]*[/\\]{2}|\\|[\x00-\x1f]")
_OWN_IDS = re.compile(rf"^(?:{HEADING_PREFIX}|fn(?:ref)?:|__tabbed_)")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep an attribute's value, a part of it, or nothing."""
    if name == "id" and not _OWN_IDS.match(value):
        return None
    if name == "class":
        kept = [word for word in value.split() if _CLASSES.match(word)]
        return " ".join(kept) or None
    if name == "type" and tag == "input":
        return value if value in {"checkbox", "radio"} else None
    if name in {"href", "src"}:
        return value if _leads_somewhere_safe(name, value) else None
    return value


def _leads_somewhere_safe(name: str, target: str) -> bool:
    """Return whether a link may lead there; a picture comes from the site itself."""
    if _UNCLEAR.search(target):
        return False
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if name == "src":
        return not parts.scheme and not parts.netloc
    return parts.scheme in {"", "http", "https", "mailto"}


class _Links(Treeprocessor):
    """Points links and pictures to where the page stands, and opens no back door on the way."""

    def __init__(self, md: markdown.Markdown, owner: MarkdownText) -> None:
        super().__init__(md)
        self.owner = owner

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                target = element.get(name)
                if target:
                    element.set(name, self.owner.resolve(target))


class _Tabs(Treeprocessor):
    """Gives the tabs of each text on a page names of their own; the theme knows their beginning."""

    def __init__(self, md: markdown.Markdown, owner: MarkdownText) -> None:
        super().__init__(md)
        self.owner = owner

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("id", "name", "for"):
                if element.get(name, "").startswith(_TAB):
                    number = element.get(name, "").removeprefix(_TAB)
                    element.set(name, f"{_TAB}{self.owner.number_of_text}-{number}")


class _OwnExtension(Extension):
    def __init__(self, owner: MarkdownText) -> None:
        super().__init__()
        self.owner = owner

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        # HTML in a text is shown as text; the check refuses it, and this makes it harmless.
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md, self.owner), "brugwerk_links", 0)
        md.treeprocessors.register(_Tabs(md, self.owner), "brugwerk_tabs", 0)
        # After the library has set the level below that of the page.
        md.treeprocessors.register(HeadingLevels(md), "brugwerk_levels", 3)


def cleaned(html: str) -> str:
    """Return HTML in which only what is on the allow-list is left."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    # Made once: to hand the lists over takes longer than to clean a short text.
    return nh3.Cleaner(
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )


@dataclass
class MarkdownText:
    """Converts the texts of records.

    Attributes:
        resolve: Turns the target of a link in a text into a link on the page.
        number_of_text: How many texts of the page came before this one; it keeps ids apart.
    """

    resolve: Callable[[str], str] = field(default=lambda target: target)
    number_of_text: int = 0
    _taken: set[str] = field(default_factory=set)
    _repeated: dict[str, int] = field(default_factory=dict)

    def start_page(self) -> None:
        """Begin a new page, on which no anchor is taken yet."""
        self._taken.clear()
        self._repeated.clear()
        self.number_of_text = 0

    def _anchor(self, text: str, separator: str) -> str:
        # The library's own way counts from one again for each heading.
        wanted = HEADING_PREFIX + slugify(text, separator)
        number = self._repeated.get(wanted, 0)
        anchor = f"{wanted}_{number}" if number else wanted
        while anchor in self._taken:
            number += 1
            anchor = f"{wanted}_{number}"
        self._repeated[wanted] = number
        self._taken.add(anchor)
        return anchor

    @cached_property
    def _footnotes(self) -> FootnoteExtension:
        return FootnoteExtension(UNIQUE_IDS=True)

    @cached_property
    def _blocks(self) -> markdown.Markdown:
        return markdown.Markdown(
            extensions=[
                *DIALECT,
                self._footnotes,
                TocExtension(baselevel=2, slugify=self._anchor),
                _OwnExtension(self),
            ],
            extension_configs=DIALECT_SETTINGS,
            output_format="html",
        )

    def block(self, text: str) -> Markup:
        """Convert a text of one or more paragraphs."""
        if _PLAIN.match(text):
            return Markup("<p>{}</p>").format(text)
        if nested_too_deeply(text) is not None or excess_of(text) is not None:
            # The check refuses it; shown as it is, it cannot exhaust the converter either.
            return Markup("<pre>{}</pre>").format(text)
        try:
            html = self.uncleaned(text)
        except RecursionError:
            # The converter recurses over very long lists; such a text is shown as it was typed.
            return Markup("<pre>{}</pre>").format(text)
        return Markup(cleaned(html))  # noqa: S704 - by the allow-list

    def uncleaned(self, text: str) -> str:
        """Convert a text and leave the HTML as the converter made it; never to be shown.

        Raises:
            RecursionError: The text holds more levels than the converter can follow.
        """
        converter = self._blocks.reset()
        # Footnotes are numbered per text: the number makes their anchors differ on one page.
        self.number_of_text += 1
        self._footnotes.unique_prefix = self.number_of_text
        return converter.convert(text)

    def line(self, text: str) -> Markup:
        """Convert a text that stands inside a sentence or a list item: no paragraph around it."""
        if _PLAIN.match(text):
            return escape(text)
        html = self.block(text).strip()
        inner = html.removeprefix("<p>").removesuffix("</p>")
        whole = html.startswith("<p>") and html.endswith("</p>") and "<p>" not in inner
        return Markup(inner if whole else html)  # noqa: S704 - cleaned by block()
