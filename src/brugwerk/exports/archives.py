"""What belongs to a product in one archive, and what pupils get of it in another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from brugwerk.exports.export import Export
from brugwerk.exports.licence_text import LICENCE, licence_text
from brugwerk.exports.packing import packed
from brugwerk.exports.record_text import product_text
from brugwerk.exports.ro_crate import NAME, Held, metadata
from brugwerk.render.kinds.product import ProductView
from brugwerk.render.take_along import FOR_PUPILS, OF_ARCHIVE, OF_PUPILS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.exports.export import Ground
    from brugwerk.render.page import Page


def archives(page: Page, ground: Ground) -> Iterator[Export]:
    """Yield the archives of a product, where its page offers them."""
    make = {OF_ARCHIVE: _all, OF_PUPILS: _for_pupils}
    if isinstance(page.view, ProductView):
        for taken in page.take_along:
            if taken.kind in make:
                yield Export(taken.address, partial(make[taken.kind], page.view, ground))


def _all(view: ProductView, ground: Ground) -> bytes:
    """Pack the text, every attachment as readers get it, the licence, and what it is."""
    entry = ground.catalogue.products[view.id]
    say = ground.templates.translator.text
    titles = {file.path: file.title for file in view.product.files}
    parts: list[tuple[str, bytes, str]] = [
        (f"{view.id}.md", product_text(entry, ground).encode("utf-8"), view.product.title),
        (LICENCE, licence_text(view.cited, ground).encode("utf-8"), say("Licence")),
    ]
    parts += [
        (path, ground.attachment(file), titles.get(path, path))
        for path, file in sorted(ground.catalogue.attachments.get(view.id, {}).items())
    ]
    held = [Held(path, len(content), title) for path, content, title in parts]
    about = metadata(entry, view.cited.citation, held, ground)
    files = [(NAME, about), *((path, content) for path, content, _ in parts)]
    return packed(files, view.cited.citation.issued)


def _for_pupils(view: ProductView, ground: Ground) -> bytes:
    """Pack the attachments that are meant for pupils, and what one may do with them."""
    there = ground.catalogue.attachments[view.id]
    files = [
        (f"{view.id}/{file.path.removeprefix('files/')}", ground.attachment(there[file.path]))
        for file in view.product.files
        if file.audience == FOR_PUPILS
    ]
    licence = (LICENCE, licence_text(view.cited, ground).encode("utf-8"))
    return packed([*files, licence], view.cited.citation.issued)
