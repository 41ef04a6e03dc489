"""All generated pages as plain Markdown files, for any generator that reads Markdown.

Headings become Markdown, so that a generator can make its table of contents; what stands between
them stays HTML, in blocks without empty lines, which every Markdown dialect passes through.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

from brugwerk.publish.exported import addresses, exported, ground_over
from brugwerk.publish.links import PAGE, PublishedSite, held
from brugwerk.publish.permanence.standing import standing_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from brugwerk.publish.attachments import Store
    from brugwerk.publish.publication import Publication
    from brugwerk.render.page import Page
    from brugwerk.shelf import Shelf

_HEADING = re.compile(r'^<h([12])(?: id="([^"]+)")?>(.*)</h\1>$', re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n\s*\n")
_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+.!|<>&~^$:-]")
_TAG = re.compile(r"<[^>]+>")
_CODE = re.compile(r"<pre.*?</pre>", re.DOTALL)
_NOT_IN_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def as_markdown(page: Page, content: str) -> str:
    """Turn a rendered page into a Markdown file.

    Args:
        page: The page, for its title and description.
        content: Its HTML.
    """
    # JSON is YAML, and quotes whatever a title may hold.
    front = {"title": page.title, "description": page.description}
    lines = [f"{key}: {_quoted(value)}" for key, value in front.items()]
    body = []
    end = 0
    for found in _HEADING.finditer(content):
        body.append(_block(content[end : found.start()]))
        anchor = f" {{ #{found.group(2)} }}" if found.group(2) else ""
        body.append(f"{'#' * int(found.group(1))} {_escaped(found.group(3))}{anchor}")
        end = found.end()
    body.append(_block(content[end:]))
    text = "\n\n".join(part for part in body if part)
    return "---\n" + "\n".join(lines) + "\n---\n\n" + text + "\n"


def _quoted(text: str) -> str:
    """Quote as JSON, which YAML reads; the signs that YAML alone refuses are escaped as well."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


def _block(content: str) -> str:
    """Keep HTML in one piece: an empty line would end an HTML block in most dialects."""
    kept = _CODE.sub(lambda code: code.group().replace("\n\n", "\n&#10;"), content.strip())
    squeezed = _EMPTY_LINES.sub("\n", kept)
    return f"<div>\n{squeezed}\n</div>" if squeezed else ""


def _escaped(inline: str) -> str:
    """Write a heading's text so that no dialect sees markup in it."""
    text = html.unescape(_TAG.sub("", inline))
    return _SPECIAL.sub(lambda found: f"&#{ord(found.group())};", text)


def contents(publication: Publication) -> dict[str, str]:
    """Return the HTML of every generated page by its document."""
    return {document: publication.render(page) for document, page in publication.pages.items()}


def composed_site(publication: Publication, made: Mapping[str, str]) -> PublishedSite:
    """Return the composed pages as a site, to check their links.

    Pages written by hand come from elsewhere and are not known here, so a link to one of those is
    left to whichever generator puts them together.

    Args:
        publication: What is composed.
        made: What :func:`contents` returned.
    """
    pages = {publication.pages[document].address: held(html) for document, html in made.items()}
    files = {address for address, _ in publication.attachments()}
    # A page with a frame of its own is a file to us.
    files |= {address.removesuffix(PAGE) for address in addresses(publication, made)}
    words = publication.catalogue.settings.path_words
    tops = {address.partition("/")[0] for address in (*pages, *files)}
    # Beside ours stands what the other generator brings.
    tops -= {"", words.contribute, "assets"}
    return PublishedSite(
        pages,
        files | {address for address, _ in publication.form_files()},
        publication.catalogue.settings.address or "",
        own={f"{top}/" for top in tops},
    )


def compose(
    publication: Publication, out: Path, made: Mapping[str, str], store: Store, shelf: Shelf
) -> tuple[int, int]:
    """Write every page, redirect and other file below ``out``; unchanged files are left alone.

    Args:
        publication: What to write.
        out: The folder; it is made where it does not exist. Other files in it are left alone.
        made: What :func:`contents` returned.
        store: Gives attachments as readers get them.
        shelf: Keeps exports that are dear to make.

    Returns:
        How many files there are, and how many of them were written.

    Raises:
        NotExportedError: A file beside the pages cannot be made.
    """
    count = written = 0
    for address, content in _files(publication, made, store, shelf):
        count += 1
        written += _write(out / address, content)
    return count, written


def _files(
    publication: Publication, made: Mapping[str, str], store: Store, shelf: Shelf
) -> Iterator[tuple[str, bytes]]:
    for document, page in publication.pages.items():
        yield document, as_markdown(page, made[document]).encode("utf-8")
    for address, file in publication.attachments():
        yield address, store.cleaned(file)
    ground = ground_over(publication, made, store.cleaned)
    yield from exported(publication.pages.values(), ground, shelf)
    for address, text in standing_files(publication).items():
        yield address, text.encode("utf-8")


def _write(path: Path, content: bytes) -> bool:
    """Write a file unless it is as it should be; return whether it was written."""
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
