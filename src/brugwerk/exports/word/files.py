"""Which pages have a Word file, and what each follows from."""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
from functools import cache, partial
from importlib import resources
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

import pypandoc

from brugwerk.contribute.word.pandoc import PandocFailedError
from brugwerk.exports.export import Export, NotExportedError
from brugwerk.exports.word.conversion import Copy, to_word
from brugwerk.exports.word.pictures import MADE_BY, as_data
from brugwerk.exports.word.simple_html import Surroundings, simple_html
from brugwerk.exports.word.styles import names
from brugwerk.problems import Place, Problem
from brugwerk.render.page import Colophon
from brugwerk.render.take_along import OF_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brugwerk.exports.export import Ground
    from brugwerk.render.page import Page

_PICTURE = re.compile(r'<img\b[^>]*?\ssrc="([^"]*)"')
# These only say from which day a build looks; what leaves the site does not look from a day.
_OF_TODAY = re.compile(r'<(p|div) class="(?:as-of|passed)".*?</\1>', re.DOTALL)


def word_files(page: Page, ground: Ground) -> Iterator[Export]:
    """Yield the Word file of a page, where readers can take one along."""
    for taken in page.take_along:
        if taken.kind == OF_WORD:
            yield Export(taken.address, partial(_make, page, ground), _made_from(page, ground))


def _make(page: Page, ground: Ground) -> bytes:
    around = Surroundings(
        partial(_link, page=page, ground=ground),
        partial(_picture, page=page, ground=ground),
        names(ground.templates.settings.language),
    )
    copy = Copy(
        title=page.title,
        description=page.description,
        body=simple_html(ground.content(page), around),
        language=page.language,
        colophon=page.colophon or Colophon(ground.templates.settings.title),
        interface=ground.templates.settings.language,
    )
    try:
        return to_word(copy)
    except PandocFailedError as error:
        place = Place(page.source or PurePosixPath(page.document))
        raise NotExportedError(Problem("BW809", place, {"title": page.title})) from error


def _made_from(page: Page, ground: Ground) -> bytes:
    settings = ground.templates.settings
    content = _OF_TODAY.sub("", ground.content(page))
    texts = (page.title, page.description, page.language, settings.language, settings.title)
    found = hashlib.sha256(_recipe())
    found.update(repr((*texts, settings.address, page.address, page.colophon)).encode("utf-8"))
    found.update(content.encode("utf-8"))
    for source in _PICTURE.findall(content):
        if (file := _file(html.unescape(source), page, ground)) is not None:
            found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.digest()


@cache
def _recipe() -> bytes:
    """Return by what to know the way of making: our own code, pandoc, what draws pictures."""
    here = resources.files("brugwerk.exports.word")
    modules = sorted((f for f in here.iterdir() if f.name.endswith(".py")), key=lambda f: f.name)
    code = b"\0".join(module.read_bytes() for module in modules)
    return code + f"{pypandoc.get_pandoc_version()} {MADE_BY}".encode()


def _link(target: str, page: Page, ground: Ground) -> str | None:
    """Return where a link leads from outside the site; a relative one leads nowhere there."""
    if target.startswith("#") or not target:
        return target or None
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return target
    root = ground.templates.settings.address
    if root is None:
        return None
    address = quote(_address_of(parts.path, page.address))
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return f"{root.rstrip('/')}/{address}{anchor}"


def _picture(source: str, page: Page, ground: Ground) -> str | None:
    file = _file(source, page, ground)
    return None if file is None else as_data(ground.attachment(file), file.suffix.lower())


def _file(source: str, page: Page, ground: Ground) -> Path | None:
    """Return the attachment that a picture on a page is, where it is one of the page's product."""
    if page.product is None:
        return None
    wanted, at = _address_of(source, page.address), ground.templates.addresses.attachment
    files = ground.catalogue.attachments.get(page.product, {})
    return next((file for path, file in files.items() if at(page.product, path) == wanted), None)


def _address_of(link: str, page: str) -> str:
    path = posixpath.normpath(posixpath.join(f"/{page}", unquote(link)))
    return path.lstrip("/") + ("/" if link.endswith(("/", "/.", "/..")) and path != "/" else "")
