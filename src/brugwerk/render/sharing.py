"""What a school needs to show a page on its own site, or to lead to it from paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from brugwerk.addresses import absolute, relative

if TYPE_CHECKING:
    from brugwerk.render.templates import Templates

# The frame runs no script and cannot lead its page elsewhere: a link opens beside it. With an
# origin of its own some browsers would find that the style sheet is not from that origin.
_FRAME = Markup(
    '<iframe src="{}" title="{}" width="100%" height="700" loading="lazy" '
    'referrerpolicy="no-referrer" '
    'sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>'
)


@dataclass(frozen=True)
class Sharing:
    """How a page travels to another site.

    Attributes:
        embedded: The address of the page without the site around it.
        link: The link from the page to that address, as the snippet holds it where the site does
            not know its own address.
        snippet: What to paste into a page of another site.
        permanent: Where the page stands on the web; none where the site does not know that.
        code: The address of the QR code to that; none where it cannot be made.
        data: The address of the same as data; none where there is no such file.
    """

    embedded: str
    link: str
    snippet: str
    permanent: str | None
    code: str | None
    data: str | None


def sharing(templates: Templates, page: str, title: str, data: str | None = None) -> Sharing:
    """Return how the page at an address travels to another site.

    Args:
        templates: For addresses, and for where the site is published.
        page: The address of the page.
        title: Its title; a reader who does not see the frame hears it.
        data: The address of what it shows as data.
    """
    embedded = templates.addresses.embedded(page)
    root = templates.settings.address
    link = relative(embedded, page)
    return Sharing(
        embedded=embedded,
        link=link,
        snippet=str(_FRAME.format(absolute(embedded, root) if root else link, title)),
        permanent=absolute(page, root) if root else None,
        code=templates.addresses.code(page) if root else None,
        data=data,
    )
