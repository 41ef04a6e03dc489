"""Source entries of products as files, for programs that keep sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.exports.export import Export
from brugwerk.render.kinds.product import ProductView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.exports.export import Ground
    from brugwerk.render.page import Page


def citations(page: Page, _: Ground) -> Iterator[Export]:
    """Yield the source entries that a product page shows, each as a file."""
    if isinstance(page.view, ProductView):
        for form in page.view.cited.forms:
            yield Export(form.address, form.text.encode)
