"""The templates, and the few words and functions they may use."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from threading import RLock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import jinja2
from jinja2 import meta
from markupsafe import Markup

from brugwerk.addresses import Addresses, relative
from brugwerk.language import Translator, translator
from brugwerk.records.fields import minutes_of
from brugwerk.render import pictures, travels_picture
from brugwerk.render.markdown_text import MarkdownText

if TYPE_CHECKING:
    from brugwerk.records.vocabulary import Label, Prose, Vocabulary
    from brugwerk.render.page import Page
    from brugwerk.settings import Settings


@dataclass
class _Standpoint:
    """The page that is being rendered: links are made relative to it.

    Imported macros keep the functions they saw first, so the functions stay and the page changes.
    """

    addresses: Addresses
    address: str = ""
    source: PurePosixPath | None = None

    def to(self, target: str) -> str:
        """Return the link from here to an address."""
        return relative(target, self.address)

    def resolve(self, target: str) -> str:
        """Return the link for a target in a record's text, which is relative to the record."""
        try:
            parts = urlsplit(target)
        except ValueError:
            return target
        if parts.scheme or parts.netloc or not parts.path or self.source is None:
            return target
        reached = self.addresses.of_file(_joined(self.source.parent, parts.path))
        if reached is None:
            return target
        return self.to(f"{reached}#{parts.fragment}" if parts.fragment else reached)


@dataclass(frozen=True)
class Templates:
    """Renders pages in the language of a site; one at a time, whoever asks.

    Attributes:
        vocabulary: The controlled lists, for the labels of terms.
        settings: The site's settings.
        assets: The address of the folder with scripts and styles.
    """

    vocabulary: Vocabulary
    settings: Settings
    assets: str = "assets/"

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of the site."""
        return Addresses(self.settings.path_words)

    @cached_property
    def translator(self) -> Translator:
        """The texts of the interface."""
        return translator(self.settings.language)

    @cached_property
    def _markdown(self) -> MarkdownText:
        return MarkdownText(self._standpoint.resolve)

    def render(self, page: Page) -> str:
        """Return the HTML of a page's content, without the frame of the site around it."""
        with self._one_at_a_time:
            self._stand_on(page.address, page.source)
            template = self._environment.get_template(f"{page.kind}.html")
            return template.render(
                page=page, view=page.view, content_language=self._other(page.language)
            )

    def made_of(self, name: str) -> str:
        """Name the text of a template together with all that it takes in.

        Args:
            name: The template, such as ``product.html``.
        """
        if name not in self._named:
            names, waiting = {name}, [name]
            while waiting:
                source = self._source(waiting.pop())
                taken_in = meta.find_referenced_templates(self._environment.parse(source))
                for other in taken_in:
                    if other is None:
                        raise ValueError(f"{name} takes in a template that only a value names")
                    if other not in names:
                        names.add(other)
                        waiting.append(other)
            text = "\0".join(self._source(each) for each in sorted(names))
            self._named[name] = sha256(text.encode()).hexdigest()
        return self._named[name]

    def _source(self, name: str) -> str:
        environment = self._environment
        if environment.loader is None:
            raise RuntimeError("no templates")
        return environment.loader.get_source(environment, name)[0]

    @cached_property
    def _named(self) -> dict[str, str]:
        return {}

    def render_part(self, name: str, address: str, **values: Any) -> Markup:
        """Return the HTML of a part (a card, a table) for a page at ``address``."""
        with self._one_at_a_time:
            self._stand_on(address, None)
            template = self._environment.get_template(f"parts/{name}.html")
            html = template.render(content_language=None, **values)
        return Markup(html)  # noqa: S704 - a template with autoescape made it

    def in_words(self, wording: Label | Prose) -> str:
        """Return a wording of the vocabulary in the language of the site."""
        return wording.en if self.settings.language == "en" else wording.nl

    def term(self, scheme: str, term_id: str) -> str:
        """Return the label of a term in the language of the site."""
        return self.vocabulary.label(scheme, term_id, self.settings.language)

    def in_plain_words(self, text: str) -> str:
        """Return a record's text without its Markdown, in one line."""
        with self._one_at_a_time:
            return self._markdown.line(text).striptags()

    def plain(self, text: str) -> str:
        """Return a record's text without its Markdown, in one line of at most 300 characters."""
        return textwrap.shorten(self.in_plain_words(text), width=300, placeholder=" …")

    def _other(self, language: str) -> str | None:
        return language if language != self.settings.language else None

    @cached_property
    def _one_at_a_time(self) -> RLock:
        # Templates stand on one page at a time, and files of pages may be made side by side.
        return RLock()

    @cached_property
    def _standpoint(self) -> _Standpoint:
        return _Standpoint(self.addresses)

    def _stand_on(self, address: str, source: PurePosixPath | None) -> None:
        self._standpoint.address = address
        self._standpoint.source = source
        self._markdown.start_page()

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.PackageLoader("brugwerk.render"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        )
        says = self.translator
        environment.install_gettext_translations(says.catalogue, newstyle=True)  # type: ignore[attr-defined]
        environment.filters.update(
            block=self._markdown.block,
            line=self._markdown.line,
            day=says.day,
            weekday=says.weekday,
            minutes=says.minutes,
            duration=lambda iso: says.minutes(minutes_of(iso)),
            clock=lambda minutes: f"{minutes // 60 % 24:02}.{minutes % 60:02}",
            listed=says.listed,
            in_words=self.in_words,
        )
        environment.globals.update(
            address=self.addresses,
            to=self._standpoint.to,
            assets=self.assets,
            term=self.term,
            terms=self.vocabulary,
            settings=self.settings,
            pictures=pictures,
            travels_picture=travels_picture,
        )
        return environment


def _joined(folder: PurePosixPath, path: str) -> PurePosixPath:
    parts: list[str] = list(folder.parts)
    for part in PurePosixPath(path).parts:
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return PurePosixPath(*parts)
