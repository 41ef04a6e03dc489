"""Contributed Markdown becomes HTML that is safe to show.

The text is converted with what Material offers authors, and then cleaned with an allow-list: what
is not on the list does not reach the page, whatever the Markdown made of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension, slugify, unique
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from brugwerk.records.prose import nested_too_deeply
from brugwerk.render.alignment import AlignmentExtension

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

# Headings of a text get ids that never meet those of the page around it.
HEADING_PREFIX = "tekst-"
_PLAIN = re.compile(r"^[^\n*_`\[\]<>&#!|~\\:^$=+{}\"'-]*$")
_TAGS = frozenset(
    {
        *("p", "br", "hr", "em", "strong", "del", "sub", "sup", "code", "pre", "blockquote"),
        *("h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "a", "abbr"),
        *("table", "thead", "tbody", "tr", "th", "td", "img", "figure", "figcaption"),
        *("div", "span", "details", "summary", "input", "label", "section"),
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
    "div": {"class"},
    "span": {"class"},
    "p": {"class"},
    "ul": {"class"},
    "li": {"class", "id"},
    "sup": {"id"},
    "details": {"class", "open"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_CLASSES = re.compile(
    r"^(?:admonition(?:-title)?|note|tip|warning|question|example|quote|info|task-list(?:-item|"
    r"-control|-indicator)?|footnote(?:-ref|-backref)?|tabbed-(?:set|labels|content|block|"
    r"alternate)|highlight|align-(?:left|center|right))$"
)
_OWN_IDS = re.compile(rf"^(?:{HEADING_PREFIX}|fn(?:ref)?:)")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep an attribute's value, a part of it, or nothing."""
    if name == "id" and not _OWN_IDS.match(value):
        return None
    if name == "class":
        kept = [word for word in value.split() if _CLASSES.match(word)]
        return " ".join(kept) or None
    if name == "type" and tag == "input":
        return value if value in {"checkbox", "radio"} else None
    if name in {"href", "src"} and urlsplit(value).scheme not in {"", "http", "https", "mailto"}:
        return None
    return value


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


class _LinkExtension(Extension):
    def __init__(self, owner: MarkdownText) -> None:
        super().__init__()
        self.owner = owner

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        # HTML in a text is shown as text; the check refuses it, and this makes it harmless.
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md, self.owner), "brugwerk_links", 0)


@dataclass
class MarkdownText:
    """Converts the texts of records.

    Attributes:
        resolve: Turns the target of a link in a text into a link on the page.
    """

    resolve: Callable[[str], str] = field(default=lambda target: target)
    _taken: set[str] = field(default_factory=set)
    _texts: int = 0

    def start_page(self) -> None:
        """Begin a new page, on which no anchor is taken yet."""
        self._taken.clear()
        self._texts = 0

    def _anchor(self, text: str, separator: str) -> str:
        return unique(HEADING_PREFIX + slugify(text, separator), self._taken)

    @cached_property
    def _footnotes(self) -> FootnoteExtension:
        return FootnoteExtension(UNIQUE_IDS=True)

    @cached_property
    def _blocks(self) -> markdown.Markdown:
        return markdown.Markdown(
            extensions=[
                "tables",
                self._footnotes,
                "def_list",
                "abbr",
                "admonition",
                "sane_lists",
                "pymdownx.tasklist",
                "pymdownx.tilde",
                "pymdownx.highlight",
                "pymdownx.superfences",
                TocExtension(baselevel=2, slugify=self._anchor),
                AlignmentExtension(),
                _LinkExtension(self),
            ],
            extension_configs={"pymdownx.highlight": {"use_pygments": False}},
            output_format="html",
        )

    def block(self, text: str) -> Markup:
        """Convert a text of one or more paragraphs."""
        if _PLAIN.match(text):
            return Markup("<p>{}</p>").format(text)
        if nested_too_deeply(text) is not None:
            # The check refuses it; shown as it is, it cannot exhaust the converter either.
            return Markup("<pre>{}</pre>").format(text)
        converter = self._blocks.reset()
        # Footnotes are numbered per text: the number makes their anchors differ on one page.
        self._footnotes.unique_prefix = self._texts
        self._texts += 1
        try:
            html = converter.convert(text)
        except RecursionError:
            # The converter recurses over very long lists; such a text is shown as it was typed.
            return Markup("<pre>{}</pre>").format(text)
        return Markup(  # noqa: S704 - cleaned by the allow-list above
            nh3.clean(
                html,
                tags=set(_TAGS),
                attributes=_ATTRIBUTES,
                attribute_filter=_attribute,
                url_schemes={"http", "https", "mailto"},
                link_rel="noopener noreferrer",
            )
        )

    def line(self, text: str) -> Markup:
        """Convert a text that stands inside a sentence or a list item: no paragraph around it."""
        if _PLAIN.match(text):
            return escape(text)
        html = self.block(text).strip()
        inner = html.removeprefix("<p>").removesuffix("</p>")
        whole = html.startswith("<p>") and html.endswith("</p>") and "<p>" not in inner
        return Markup(inner if whole else html)  # noqa: S704 - cleaned by block()
