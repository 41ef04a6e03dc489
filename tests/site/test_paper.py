"""What a facilitator prints, as Chromium makes it: sheets of A4, counted by another program."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("site")]
NETWORK = "netwerken/de-zandbak/"
A4 = (595, 842)


def printed(browser: Browser, address: str) -> list[str]:
    """Print a page and return the text of each sheet."""
    page = browser.new_page()
    page.goto(address)
    found = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    for sheet in found.pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
    return [sheet.extract_text() for sheet in found.pages]


def test_a_booklet_has_a_cover_a_contents_list_and_each_meeting_on_a_sheet_of_its_own(
    browser: Browser, served: str
) -> None:
    address = f"{served}{NETWORK}draaiboek/boekje/"
    page = browser.new_page()
    page.goto(address)
    meetings = [" ".join(t.split()) for t in page.locator("section.meeting > h3").all_inner_texts()]
    page.close()
    sheets = [" ".join(text.split()) for text in printed(browser, address)]
    assert "Draaiboek" in sheets[0]
    assert "Inhoud" not in sheets[0]
    assert "Inhoud" in sheets[1]
    assert all(title in sheets[1] for title in meetings)
    # Behind the contents list, in the order in which they come; none shares a sheet.
    begins = [
        next(n for n, text in enumerate(sheets) if n > 1 and f"{title} " in text and "Doel" in text)
        for title in meetings
    ]
    assert len(meetings) >= 3
    assert begins == sorted(set(begins))
    assert not any("Terug naar het draaiboek" in text for text in sheets)
    # Numbered, the cover aside.
    assert "1" not in sheets[0].split()
    assert all(str(n) in text.split() for n, text in enumerate(sheets, 1) if n > 1)


def test_a_conversation_sheet_is_two_sheets_printed_on_both_sides(
    browser: Browser, served: str
) -> None:
    sheets = printed(browser, f"{served}{NETWORK}draaiboek/gespreksblad/")
    assert len(sheets) == 4
    assert "Zo gaat het" in sheets[0]
    for aspect in ("Verbondenheid", "Gelijkwaardigheid", "Toegepaste waarde"):
        assert any(aspect in text for text in sheets[1:3])
    assert "Wat we anders gaan doen" in sheets[3]
    assert not any("Printen" in text for text in sheets)
