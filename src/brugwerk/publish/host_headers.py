"""The headers of a site for hosts that read them from a file in it, as Netlify and others do.

Two rules for one address add up there and none takes away. So only what is never to stand in a
frame elsewhere says so, and nothing else has a rule for how long it may be kept: these hosts let
browsers ask again each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from brugwerk.publish.own_assets import OWN
from brugwerk.search.files import FOLDER as INDEX

if TYPE_CHECKING:
    from brugwerk.render.templates import Templates

HEADERS = "_headers"
YEAR = "Cache-Control: public, max-age=31536000, immutable"
# The theme names its files after their content; the few that it does not, no page loads.
THEME = ("assets/stylesheets/", "assets/javascripts/")
EVERYWHERE = (
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: same-origin",
    "Permissions-Policy: camera=(), geolocation=(), microphone=()",
)
NOT_IN_A_FRAME = ("Content-Security-Policy: frame-ancestors 'self'", "X-Frame-Options: SAMEORIGIN")


def host_headers(templates: Templates) -> dict[str, str]:
    """Return the file with headers, by its address.

    Args:
        templates: For the addresses, and the folder in which the site stands on its host.
    """
    settings, at = templates.settings, templates.addresses
    base = urlsplit(settings.address).path.rstrip("/") if settings.address else ""
    # The form and the editor are where someone could be made to press what they do not see.
    work = dict.fromkeys((at.controlled_lists.partition("/")[0], settings.path_words.contribute))
    rules = {
        "": EVERYWHERE,
        **{f"{word}/": NOT_IN_A_FRAME for word in work},
        **dict.fromkeys((OWN, *THEME, at.search + INDEX), (YEAR,)),
    }
    lines = (
        "".join((f"{base}/{path}*\n", *(f"  {header}\n" for header in headers)))
        for path, headers in rules.items()
    )
    return {HEADERS: "\n".join(lines)}
