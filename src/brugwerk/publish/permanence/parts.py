"""Former anchors on pages that stand: beside the part that took their place, or in a list below."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from brugwerk.publish.permanence.standing import called, link
from brugwerk.records.moves import Gone

if TYPE_CHECKING:
    from brugwerk.publish.publication import Publication


def with_former_parts(content: str, address: str, site: Publication) -> str:
    """Return a page on which the anchors of its former parts still lead somewhere.

    Args:
        content: The HTML of the page's content.
        address: The address of the page.
        site: The site.
    """
    elsewhere = []
    for anchor, answer in site.former_parts.get(address, {}).items():
        targets = () if isinstance(answer, Gone) else answer
        here = [target for target in targets if target.startswith(f"{address}#")]
        if len(targets) == len(here) == 1:
            content = _beside(content, anchor, here[0].partition("#")[2])
            continue
        links = [(link(target, address), called(target, site.titles)) for target in targets]
        elsewhere.append((anchor, answer if isinstance(answer, Gone) else None, links))
    if elsewhere:
        content += str(site.templates.render_part("former-parts", address, parts=elsewhere))
    return content


def _beside(content: str, old: str, new: str) -> str:
    mark = f'<span id="{html.escape(old)}"></span>'
    start = re.compile(rf'<[a-z0-9]+\b[^>]*\bid="{re.escape(html.escape(new))}"[^>]*>')
    return start.sub(lambda tag: tag.group() + mark, content, count=1)
