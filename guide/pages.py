"""Puts into the pages what comes of the real thing: the size of each picture, and each report.

A picture stands in a page as ``![…](beelden/name.webp …){ width="…" height="…" }``, a report
between ``<!-- report: name -->`` and ``<!-- end of report -->``.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from bench.sites import ROOT
from PIL import Image

from guide.taking import SHARPNESS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GUIDE = ROOT / "docs" / "bijdragen"
FOLDER = GUIDE / "beelden"
PAGES = tuple(sorted(GUIDE.glob("*.md")))
_PICTURE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\(beelden/(?P<name>[\w-]+)\.webp(?P<caption> \"[^\"]*\")?\)"
    r"(?P<size>\{[^}]*\})?"
)
_REPORT = re.compile(
    r"(?P<begin><!-- report: (?P<name>\w+) -->\n).*?(?P<end><!-- end of report -->)", re.DOTALL
)


def used() -> dict[str, set[Path]]:
    """Return the names of the pictures that pages show, each with those pages."""
    found: dict[str, set[Path]] = {}
    for page in PAGES:
        for picture in _PICTURE.finditer(page.read_text("utf-8")):
            found.setdefault(picture["name"], set()).add(page)
    return found


def descriptions(page: Path) -> list[str]:
    """Return what each picture of a page shows, for who does not see it."""
    return [picture["alt"] for picture in _PICTURE.finditer(page.read_text("utf-8"))]


def up_to_date(text: str, reports: Mapping[str, str]) -> str:
    """Return the text of a page with the sizes and reports as they are now.

    Args:
        text: The Markdown of the page.
        reports: What the commands said, by name.

    Raises:
        FileNotFoundError: A picture is not there.
        KeyError: There is no such report.
    """
    text = _PICTURE.sub(_with_size, text)
    return _REPORT.sub(
        lambda found: f"{found['begin']}{_block(reports[found['name']])}\n{found['end']}", text
    )


def _with_size(found: re.Match[str]) -> str:
    with Image.open(FOLDER / f"{found['name']}.webp") as picture:
        width, height = (side // SHARPNESS for side in picture.size)
    written = f"![{found['alt']}](beelden/{found['name']}.webp{found['caption'] or ''})"
    return f'{written}{{ width="{width}" height="{height}" loading="lazy" }}'


def _block(report: str) -> str:
    # A page is a template too: what a command says is never read as one.
    shown = html.escape(report, quote=False).replace("{", "&#123;")
    return f'<pre class="wrapped"><code>{shown}</code></pre>'
