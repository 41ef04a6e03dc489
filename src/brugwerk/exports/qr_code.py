"""QR codes that lead from paper to the permanent address of a page."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

import segno

from brugwerk.exports.embedded import sharing_of
from brugwerk.exports.export import Export

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.exports.export import Ground
    from brugwerk.render.page import Page


def qr_code(page: Page, _ground: Ground) -> Iterator[Export]:
    """Yield the code of a page that travels, where the site knows its own address."""
    if (share := sharing_of(page)) and share.code and share.permanent:
        made_from = f"qr {segno.__version__} {share.permanent}".encode()
        yield Export(share.code, partial(drawn, share.permanent), made_from)


def drawn(address: str) -> bytes:
    """Return the QR code of an address as SVG: black on white, whatever stands around it."""
    picture = io.BytesIO()
    # Level M is still read where a corner of the paper is creased.
    code = segno.make_qr(address, error="m")
    code.save(picture, kind="svg", xmldecl=False, scale=8, light="#fff", svgclass=None)
    return picture.getvalue()
