"""What a site breaks that it once promised: addresses without an answer, redirects that fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.publish.publication import Publication
    from brugwerk.read.site import RawSite


def broken_promises(site: Publication, raw: RawSite) -> Iterator[Problem]:
    """Yield a problem for every redirect that fails, and for every address that is lost.

    Args:
        site: The site as it would be published.
        raw: The files, for the places of what is wrong.
    """
    if raw.redirects is not None:
        for flaw in site.moves.flaws:
            yield Problem(flaw.code, raw.redirects.place(flaw.path), {"address": flaw.address})
    for address in lost(site):
        yield Problem("BW952", raw.ledger.place(address), {"address": f"/{address}"})


def lost(site: Publication) -> list[str]:
    """Return the addresses of the ledger that nothing answers at; of a page, not what is below."""
    unknown = set(site.ledger.lines) - site.published - set(site.moves.answers)
    missing = sorted(address for address in unknown if not site.ground.exists(address))
    tops: list[str] = []
    for address in missing:
        # In this order a page comes right before all that stands below it.
        if not (tops and tops[-1].endswith("/") and address.startswith(tops[-1])):
            tops.append(address)
    return tops


def not_kept_yet(site: Publication) -> list[str]:
    """Return the addresses that are published and that the ledger does not know."""
    return sorted(site.published - set(site.ledger.lines))
