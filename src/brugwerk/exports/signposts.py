"""Links in the head of a product page that tell a machine what belongs to it (signposting.org)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from brugwerk.exports.metadata import metadata_of, web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.exports.export import Ground
    from brugwerk.render.page import Page


def signposts_in_head(page: Page, ground: Ground) -> Iterator[Markup]:
    """Yield the lasting address of a product, its licence, and where its record stands."""
    if (metadata := metadata_of(page, ground)) is None:
        return
    if licence := metadata.licence:
        target = licence.external.get("uri", licence.url)
        yield Markup('<link rel="license" href="{}">').format(target)
    if ground.templates.settings.address:
        yield Markup('<link rel="cite-as" href="{}">').format(metadata.identifier)
        address = ground.templates.addresses.nl_lom(metadata.entry.id)
        record = web_address(ground.templates, address, page.address)
        yield Markup('<link rel="describedby" type="application/xml" href="{}">').format(record)
