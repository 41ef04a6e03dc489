"""The same redirects for hosts that answer with a status of their own, from one list.

Netlify reads ``_redirects``, Apache ``.htaccess``, and nginx and Caddy a map that our files in
``hosting/`` include.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.publish.permanence.moves import Answer

NETLIFY, APACHE = "_redirects", ".htaccess"
NGINX, CADDY = "redirects.nginx", "redirects.caddy"
# Signs with a meaning in Caddy's file that no sign before them takes away.
_NOT_FOR_CADDY = frozenset("{}\\")


def host_files(answers: Mapping[str, Answer], address: str | None) -> dict[str, str]:
    """Return the lists of redirects by file name.

    Only what moved to one place is in them; pages that let choose or say what is gone stand as
    they are.

    Args:
        answers: By former address, where it leads.
        address: The address of the site, for the folder in which it stands on its host.
    """
    base = urlsplit(address).path.rstrip("/") if address else ""
    pairs = [
        (f"{base}/{old}", f"{quote(f'{base}/{path}')}{mark}{quote(anchor)}")
        for old, answer in answers.items()
        if isinstance(answer, tuple) and len(answer) == 1
        for path, mark, anchor in [answer[0].partition("#")]
    ]
    return {
        # `!` because a page stands there as well, for the other hosts.
        NETLIFY: "".join(f"{quote(old)} {new} 301!\n" for old, new in pairs),
        APACHE: "".join(_apache(old, new) for old, new in pairs),
        NGINX: "".join(f"{_in_nginx(old)} {_in_nginx(new)};\n" for old, new in pairs),
        # What is left out leads on by the page that stands there.
        CADDY: "".join(
            f"{_in_caddy(old)} {_in_caddy(new)}\n"
            for old, new in pairs
            if not _NOT_FOR_CADDY & set(old)
        ),
    }


def _apache(old: str, new: str) -> str:
    # `Redirect` would take along all that begins with the same words. `%` names matches in the
    # target, and a backslash keeps it a sign.
    pattern = re.escape(old).replace('"', r"\"")
    target = new.replace("%", r"\%")
    return f'RedirectMatch 301 "^{pattern}(index\\.html)?$" "{target}"\n'


def _in_nginx(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _in_caddy(text: str) -> str:
    escaped = text.replace('"', '\\"')
    return f'"{escaped}"'
