"""The links at the foot of a page, as a real browser reads their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.builders import complete_product, network, school
from tests.in_memory import catalogue, publish

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

TITLE = "Vragen & “antwoorden”: 100% + meer? #1 <b> 🎈"
READ = """links => links.map(link => {
  const address = new URL(link.href);
  return [address.origin + address.pathname, Object.fromEntries(address.searchParams)];
})"""


def addresses(browser: Browser, **settings: Any) -> list[tuple[str, dict[str, str]]]:
    site = publish(
        catalogue(
            products={"proefles": complete_product(title=TITLE, files=[], relations=[])},
            networks={"het-proefnet": network(schools=[])},
            schools={"de-proefschool": school()},
            settings=settings,
        )
    )
    page = browser.new_page()
    page.set_content(site.render(site.pages["producten/proefles/index.md"]))
    found: list[tuple[str, dict[str, str]]] = page.eval_on_selector_all(".tell a", READ)
    page.close()
    return found


def test_a_browser_takes_the_right_parameters_from_the_links(browser: Browser) -> None:
    found = addresses(browser, repository="https://github.com/voorbeeld/kennisbank")
    form = "https://github.com/voorbeeld/kennisbank/issues/new"
    assert [address for address, _ in found] == [form, form]
    assert [asked for _, asked in found] == [
        {
            "template": "adoption.yml",
            "title": f"Wij gebruiken dit product: {TITLE}",
            "product": "proefles",
            "version": "1.1",
        },
        {
            "template": "feedback.yml",
            "title": f"Feedback: {TITLE}",
            "product": "proefles",
            "version": "1.1",
        },
    ]


def test_a_browser_takes_the_right_parameters_from_mail_links(browser: Browser) -> None:
    (_, asked), _ = addresses(browser, contact="redactie@example.org")
    assert asked["subject"] == f"Wij gebruiken dit product: {TITLE}"
    assert asked["body"].startswith("Product: proefles\r\nVersie van het product: 1.1\r\n")
