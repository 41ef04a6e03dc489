"""Whether everyone can use the site: axe-core on a page of every kind, in every window.

The site is built from a temporary copy and served on a port of this machine. In Chromium, every
page of docs/ and the longest of every other kind are looked at with all rules of axe-core for WCAG
2.2 A and AA, in Dutch: 320, 768 and 1280 pixels wide, in light and in dark, with text as it is and
twice as large. Rules that do not depend on colours or the size of text run once at every width.
Nothing else is asked of the network.

What axe cannot see (the keyboard, the order of focus, motion, link texts) is tested in
tests/site/test_accessibility.py and tests/site/test_html.py.

  scripts/bench open
  scripts/bench open --write     also write what was found, for the page on accessibility
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from bench import sites
from bench.open.axe import BY_LOOKS, Axe, Seen
from bench.open.pages import UnsoundError, pages
from bench.search import drive
from bench.search.serve import Server
from brugwerk.read.measured import FILE, Broken, Measured, Undecided

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence

    from playwright.sync_api import Browser

    from bench.open.axe import Finding

NAME = "open"
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
TEXT = (100, 200)
# The theme sets its text in proportion to 125% of what the browser is set to.
_ROOT = 1.25
_CRITERION = re.compile(r"wcag(\d)(\d)(\d+)$")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``scripts/bench open``."""
    parser.add_argument("--write", action="store_true", help=f"write what was found to {FILE}")


def run(wanted: argparse.Namespace) -> int:
    """Look at every page and report; exit code 1 when a rule is broken."""
    with tempfile.TemporaryDirectory(prefix="brugwerk-bench-") as name:
        try:
            found = _measure(Path(name))
        except (sites.BuildError, UnsoundError) as failed:
            sys.stderr.write(f"\nThe site could not be built:\n{failed}\n")
            return 1
    print(f"{len(found.pages)} pages, {len(WIDTHS) * len(SCHEMES) * len(TEXT)} windows each")
    for item in found.broken:
        print(f"/{item.page} ({item.where}): {item.rule} {', '.join(item.criteria)}")
    for left in found.undecided:
        print(f"undecided: {left.rule} on {len(left.pages)} pages, such as /{left.pages[0]}")
    if wanted.write:
        (sites.ROOT / FILE).write_text(found.model_dump_json(indent=1) + "\n", "utf-8")
    return 1 if found.broken else 0


def _measure(folder: Path) -> Measured:
    tree = sites.copy_tree(folder / "tree")
    built = sites.build(tree, folder / "site")
    looked_at = pages(built, tree)
    axe = Axe()
    with (
        drive.browser(os.environ.get("BRUGWERK_CHROMIUM") or "chromium") as browser,
        Server(built) as server,
    ):
        seen = dict(_look(browser, server.address, looked_at, axe))
        chromium = browser.version
    return Measured(
        day=datetime.now(UTC).date(),
        axe=axe.version,
        chromium=chromium,
        widths=WIDTHS,
        schemes=SCHEMES,
        text=TEXT,
        pages=looked_at,
        broken=broken(seen),
        undecided=undecided(seen),
    )


def _look(
    browser: Browser, root: str, looked_at: Mapping[str, str], axe: Axe
) -> Iterator[tuple[tuple[str, str], Seen]]:
    """Yield what axe sees, by the address of the page and the window.

    At each width a page is looked at with all rules; in the other colours and with larger text only
    with those that depend on how it looks.
    """
    context = browser.new_context(reduced_motion="reduce", locale="nl-NL")
    page = context.new_page()
    for name, address in looked_at.items():
        sys.stderr.write(f"{name} …\n")
        page.goto(root + address, wait_until="networkidle")
        for width, (text, scheme) in product(WIDTHS, product(TEXT, SCHEMES)):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.evaluate(f"document.documentElement.style.fontSize = '{text * _ROOT}%'")
            first = (text, scheme) == (TEXT[0], SCHEMES[0])
            seen = axe.look(page, None if first else BY_LOOKS)
            yield (address, f"{width} {scheme} {text}%"), seen
    context.close()


def broken(seen: Mapping[tuple[str, str], Seen]) -> tuple[Broken, ...]:
    """Return every rule that a page breaks in a window, with the places counted."""
    return tuple(
        Broken(
            page=address,
            rule=rule,
            criteria=criteria(places[0].tags),
            where=window,
            places=len(places),
        )
        for (address, window), looked in seen.items()
        for rule, places in _by_rule(looked.violations).items()
    )


def undecided(seen: Mapping[tuple[str, str], Seen]) -> tuple[Undecided, ...]:
    """Return every rule that a person has to look at, with the pages on which."""
    tags: dict[str, tuple[str, ...]] = {}
    addresses: dict[str, list[str]] = defaultdict(list)
    for (address, _), looked in seen.items():
        for rule, places in _by_rule(looked.incomplete).items():
            tags[rule] = places[0].tags
            if address not in addresses[rule]:
                addresses[rule].append(address)
    return tuple(
        Undecided(rule=rule, criteria=criteria(tags[rule]), pages=tuple(addresses[rule]))
        for rule in sorted(addresses)
    )


def criteria(tags: Sequence[str]) -> tuple[str, ...]:
    """Return the criteria of WCAG among axe's tags: ``wcag143`` is 1.4.3."""
    return tuple(".".join(found.groups()) for tag in tags if (found := _CRITERION.match(tag)))


def _by_rule(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.rule].append(finding)
    return found
