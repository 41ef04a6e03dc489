"""The published site keeps nothing of its readers and asks nothing of others, on every page kind.

Which kinds there are is read off the publication, so that a new kind is covered by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.publish.publication import publication
from tests.site.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Request

    from tests.site.conftest import Built

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]

# Tags that fetch something on their own, without a click.
_FETCHES = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|object|link)\b[^>]*?"
    r"\b(?:src|srcset|href|data|poster)\s*=\s*[\"']?(?:https?:)?//[^>]*>",
    re.IGNORECASE,
)
# Where this page stands or what its licence says: a browser fetches neither.
_ADDRESS_OF_THIS_PAGE = re.compile(r"\brel=[\"']?(?:canonical|alternate|license)\b", re.IGNORECASE)


def one_of_each_kind(built: Built) -> dict[str, str]:
    """Return the address of one page of every kind, and of every page written by hand."""
    pages = publication(check_site(ROOT), "nl").pages.values()
    generated = {page.kind: page.address for page in reversed(list(pages))}
    made = {page.address for page in pages}
    by_hand = {f"by hand: {a}": a for a in built.addresses() if a not in made}
    return generated | by_hand


@pytest.mark.browser
def test_no_kind_of_page_sets_a_cookie_or_asks_anything_of_another_origin(
    browser: Browser, served: str, dutch: Built
) -> None:
    kinds = one_of_each_kind(dutch)
    assert {"product", "network", "guide", "reflection", "school", "transfer", "search"} <= set(
        kinds
    )
    context = browser.new_context()
    elsewhere: list[str] = []
    kept: dict[str, object] = {}

    def note(request: Request) -> None:
        if not request.url.startswith((served, "data:", "blob:")):
            elsewhere.append(request.url)

    context.on("request", note)
    page = context.new_page()
    page.on("websocket", lambda socket: elsewhere.append(socket.url))
    for kind, address in kinds.items():
        response = page.goto(served + address, wait_until="load")
        assert response is not None
        assert response.status in {200, 304}, (kind, response.status, address in dutch.addresses())
        assert "set-cookie" not in response.headers, kind
        # What a page does when someone has arrived and moves about.
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(100)
        if cookies := context.cookies():
            kept[kind] = cookies
        assert page.evaluate("document.cookie") == "", kind
    context.close()
    assert kept == {}
    assert elsewhere == []


@pytest.mark.parametrize("language", ["dutch", "english"])
def test_no_page_names_a_file_of_another_origin_to_fetch(
    language: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(language)
    found = {
        address: tags
        for address in built.addresses()
        if (
            tags := [
                tag
                for tag in _FETCHES.findall(built.html(address))
                if not _ADDRESS_OF_THIS_PAGE.search(tag)
            ]
        )
    }
    assert found == {}
