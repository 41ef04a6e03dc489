"""Links within the site: every page, file and anchor that a page leads to must be there.

It looks at the pages as they are published, so that it sees what a record, a template, the theme
and a page written by hand have made together.
"""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path, PurePosixPath

    from brugwerk.problems.problem import Wording

PAGE = "index.html"
# Comments and scripts hold no links. A tag may hold `>` between quotes, and text holds no `<`.
_TAG = re.compile(
    r"<!--.*?-->|<(script|style)\b[^>]*?(?<!/)>.*?</\1\s*>|<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\s(href|src|poster|id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_OPENING = re.compile(r"<(?:script|style)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
# The top of a page, under the names that a browser and the theme give it.
_TOP = frozenset({"", "top", "__top"})
# What stands behind this sign is for the browser: words to look for on the page.
_TEXT_FRAGMENT = ":~:"


@dataclass(frozen=True)
class Held:
    """What a page holds: where it leads to, and the anchors that others may lead to."""

    links: tuple[str, ...]
    anchors: frozenset[str]


@dataclass(frozen=True)
class Origin:
    """The file that somebody changes to mend a page, and what it says."""

    file: PurePosixPath
    text: str = ""


def held(page: str) -> Held:
    """Read the links and anchors of a page's HTML."""
    links, anchors = [], set()
    for tag in _TAG.finditer(page):
        text = tag.group()
        if text.startswith("<!--"):
            continue
        if tag.group(1) and (opening := _OPENING.match(text)):
            text = opening.group()
        if "=" not in text:
            continue
        for name, *values in _ATTRIBUTE.findall(text):
            value = html.unescape("".join(values)).strip()
            match name.lower():
                case "id":
                    anchors.add(value)
                case "name":
                    if text[:3].lower() == "<a ":
                        anchors.add(value)
                case _:
                    links.append(value)
    return Held(tuple(dict.fromkeys(links)), frozenset(anchors))


@dataclass(frozen=True)
class PublishedSite:
    """A site as it stands on the web.

    Attributes:
        pages: What every page holds by its address, such as ``producten/<id>/`` or ``404.html``.
        files: The address of everything else, such as ``producten/<id>/files/blad.pdf``.
        address: The web address of the site, where that is known; a link may use it in full.
        own: The beginnings of addresses that belong to these pages, where others stand beside
            them that are not known here; without any, everything is known.
    """

    pages: Mapping[str, Held]
    files: Collection[str]
    address: str = ""
    own: Collection[str] = ()

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset((*self.pages, *self.files))

    @cached_property
    def _root(self) -> str:
        """The path at which the site stands on its host, such as ``/brugwerk/``."""
        return urlsplit(self.address).path.rstrip("/") + "/"

    def problems(self, origin: Callable[[str], Origin]) -> tuple[Problem, ...]:
        """Return a problem for every link to something that is not there.

        Args:
            origin: The file behind the page at an address.

        Returns:
            ``BW981`` for a page or file, ``BW982`` for an anchor on a page that is there.
        """
        found = [
            problem
            for address, held_by_page in self.pages.items()
            for link in held_by_page.links
            if (problem := self._problem(address, link, origin)) is not None
        ]
        return tuple(sorted(found, key=Problem.sort_key))

    def _problem(self, page: str, link: str, origin: Callable[[str], Origin]) -> Problem | None:
        try:
            target = self._target(page, link)
        except ValueError:
            # Not an address at all, such as `http://[`.
            target = _Target(None)
        if target is None or self._is_of_others(target.path):
            return None
        name = self._name(target.path)
        there = None if name is None else self.pages.get(name)
        sound = there is None or target.anchor in _TOP or target.anchor in there.anchors
        if name is not None and sound:
            return None
        facts: dict[str, str | Wording] = {"link": _shown(link), "page": f"/{page}"}
        if there is None:
            close = nearest(target.path or link, self._names)
            return _located(
                "BW981", link, facts | {"suggestion": did_you_mean(close)}, origin(page)
            )
        close = nearest(target.anchor, there.anchors)
        facts |= {"anchor": _shown(target.anchor), "suggestion": did_you_mean(close)}
        return _located("BW982", link, facts, origin(page))

    def _is_of_others(self, path: str | None) -> bool:
        return bool(self.own) and path is not None and not path.startswith(tuple(self.own))

    def _target(self, page: str, link: str) -> _Target | None:
        """Return what a link leads to; nothing where it leaves the site."""
        parts = urlsplit(link)
        in_full = bool(self.address) and link.startswith(self.address.rstrip("/") + "/")
        if (parts.scheme or parts.netloc) and not in_full:
            return None
        anchor = unquote(parts.fragment).partition(_TEXT_FRAGMENT)[0]
        written = unquote(parts.path)
        path = posixpath.join(self._root + page, written) if written else self._root + page
        plain = posixpath.normpath(path)
        if path.endswith(("/", "/.", "/..")) and plain != "/":
            plain += "/"
        inside = plain.startswith(self._root)
        return _Target(plain[len(self._root) :] if inside else None, anchor)

    def _name(self, path: str | None) -> str | None:
        """Return the address under which the site knows a path, or none."""
        if path is None:
            return None
        names = (path, path.removesuffix(PAGE), f"{path}/")
        return next((name for name in names if name in self._names), None)


@dataclass(frozen=True)
class _Target:
    """Where a link leads.

    Attributes:
        path: The address below the site's root; none where it stands outside the site's place.
        anchor: The anchor on that page.
    """

    path: str | None
    anchor: str = ""


def _located(code: str, link: str, facts: Mapping[str, str | Wording], origin: Origin) -> Problem:
    """Point at the line of the file that holds the link, as far as it was written there."""
    path, _, anchor = link.partition("#")
    for written in (link, f"#{anchor}" if anchor else "", path.rstrip("/").rpartition("/")[2]):
        offset = origin.text.find(written) if len(written) > 1 else -1
        if offset >= 0:
            line = origin.text.count("\n", 0, offset) + 1
            column = offset - origin.text.rfind("\n", 0, offset)
            return Problem(code, Place(origin.file, line, column), facts)
    return Problem(code, Place(origin.file), facts)


def _shown(text: str, most: int = 120) -> str:
    return "".join(sign if sign.isprintable() and sign != "`" else "·" for sign in text[:most])


def built_site(
    folder: Path, address: str = "", known: Mapping[str, Held] | None = None
) -> PublishedSite:
    """Read a built site from its folder.

    Args:
        folder: Where the site stands.
        address: The web address of the site, where that is known.
        known: What some pages hold, by address; those are not read again.
    """
    pages, files = dict(known or {}), set()
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if name.endswith(".html"):
            key = name.removesuffix(PAGE) if name == PAGE or name.endswith(f"/{PAGE}") else name
            if key not in pages:
                pages[key] = held(path.read_text("utf-8", "replace"))
        elif path.is_file():
            files.add(name)
    return PublishedSite(pages, files, address)
