"""Where generated pages stand, and when what they are about last changed, for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.addresses import absolute

if TYPE_CHECKING:
    from brugwerk.publish.publication import Publication


def sitemap(site: Publication) -> dict[str, tuple[str, str]]:
    """Return the web address of every generated page by its document, and a day.

    The day is that of the record, and empty where it tells none: that of a build says nothing. A
    site that does not know its address has no sitemap (https://www.sitemaps.org/protocol.html).
    """
    root = site.templates.settings.address
    if not root:
        return {}
    return {
        document: (
            absolute(page.address, root),
            page.changed_on.isoformat() if page.changed_on else "",
        )
        for document, page in site.pages.items()
    }
