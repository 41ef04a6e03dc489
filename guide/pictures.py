"""Every picture of the guide: the page it is taken of, what is done there, and what it shows.

A picture's steps leave the page as someone would see it, and say which part of it to take. The
steps fail when something that they use is no longer on the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guide import lesson

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Locator, Page

FORM = "bijdragen/formulier/"


@dataclass(frozen=True)
class Picture:
    """One picture.

    Attributes:
        name: The name of its file, without an ending.
        address: The page of the site that it is taken of.
        steps: What is done there; returns the parts of the page to take, first to last.
    """

    name: str
    address: str
    steps: Callable[[Page], Sequence[Locator]]


def _begin(page: Page) -> Sequence[Locator]:
    return [page.locator(".form-start h2").first, page.locator(".form-kinds")]


def _filled_in(page: Page) -> Sequence[Locator]:
    _fill_in(page)
    page.get_by_label("Titel", exact=True).scroll_into_view_if_needed()
    section = page.locator(".form-section", has=page.get_by_label("Titel", exact=True))
    kind = page.get_by_role("group", name="Type", exact=True)
    return [section.get_by_role("heading").first, kind]


def _kept(page: Page) -> Sequence[Locator]:
    _fill_in(page)
    page.get_by_text("Concept bewaard om").wait_for()
    page.get_by_role("button", name="Terug naar het begin").click()
    page.get_by_role("link", name=lesson.TITLE).wait_for()
    return [page.get_by_role("heading", name="Je concepten"), page.locator(".form-drafts")]


def _message(page: Page) -> Sequence[Locator]:
    _fill_in(page)
    word = page.get_by_label("Naam in het adres")
    word.fill("Sterren tellen")
    page.keyboard.press("Tab")
    part = page.locator(".form-wrong", has=word)
    part.locator(".form-message").wait_for()
    return [part]


def _to_mend(page: Page) -> Sequence[Locator]:
    _fill_in(page)
    page.get_by_label("Samenvatting").fill("")
    page.get_by_label("Naam in het adres").fill("breuken-met-bewijs")
    _look_over(page)
    page.get_by_text("Nog te herstellen: 2").wait_for()
    return [page.locator(".form-summary")]


def _file(page: Page) -> Sequence[Locator]:
    _fill_in(page)
    page.locator(".form-preview > summary").click()
    shown = page.locator(".form-preview")
    shown.locator("code", has_text=f"products/{lesson.ID}/index.md").wait_for()
    return [page.get_by_role("heading", name="Nakijken en voorstellen"), shown]


def _hand_over(page: Page) -> Sequence[Locator]:
    _fill_in(page)
    _look_over(page)
    page.get_by_text("Hier is niets gevonden").wait_for()
    page.get_by_role("link", name="Open github.com met deze tekst").wait_for()
    return [page.locator(".form-summary"), page.locator(".form-ways")]


def _explained(page: Page) -> Sequence[Locator]:
    return [page.locator("#bw801"), page.locator("#bw801 ~ p").nth(3)]


def _top(page: Page) -> Sequence[Locator]:
    return [page.locator("h1"), page.get_by_role("button", name="Bewaar in mijn selectie")]


def _text(page: Page) -> Sequence[Locator]:
    return [
        page.get_by_role("heading", name=lesson.HEADING, exact=True),
        page.locator("article table").last,
    ]


def _fill_in(page: Page) -> None:
    page.get_by_label("Titel", exact=True).fill(lesson.TITLE)
    page.get_by_label("Samenvatting").fill(lesson.SUMMARY)
    page.get_by_role("radio", name="les", exact=True).check()
    page.get_by_label("Hoe doe je het").fill(lesson.TEXT)
    page.get_by_label("Naam in het adres").fill(lesson.ID)


def _look_over(page: Page) -> None:
    page.get_by_text("Concept bewaard om").wait_for()
    page.get_by_role("button", name="Kijk het na").click()


NEW = f"{FORM}?soort=product"
PRODUCT = f"producten/{lesson.ID}/"
PICTURES = (
    Picture("formulier-begin", FORM, _begin),
    Picture("formulier-invullen", NEW, _filled_in),
    Picture("formulier-concept", NEW, _kept),
    Picture("formulier-melding", NEW, _message),
    Picture("formulier-herstellen", NEW, _to_mend),
    Picture("formulier-bestand", NEW, _file),
    Picture("formulier-indienen", NEW, _hand_over),
    Picture("melding-uitleg", "meldingen/", _explained),
    Picture("pagina", PRODUCT, _top),
    Picture("pagina-tekst", PRODUCT, _text),
)
