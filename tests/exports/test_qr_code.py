"""QR codes, drawn by a browser and read by a program that others wrote."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from brugwerk.exports.qr_code import drawn
from tests.exports.made import made
from tests.in_memory import small_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = "https://example.org/werk/"


@pytest.mark.browser
@pytest.mark.parametrize(
    "address",
    [f"{HERE}scholen/de-proefschool/", f"{HERE}{'heel-lang/' * 40}", f"{HERE}%C3%A9cole/?a=b&c"],
)
def test_a_phone_reads_the_address_from_the_code(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"data:image/svg+xml;base64,{base64.b64encode(drawn(address)).decode()}")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("L")
    page.close()
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == address


def test_the_code_of_a_page_leads_to_its_permanent_address() -> None:
    found = made(small_site(address=HERE), "qr.svg")
    assert found == {
        f"{page}qr.svg": drawn(f"{HERE}{page}")
        for page in ("scholen/de-proefschool/", "scholen/de-proefschool/proefles/")
    }


def test_a_site_that_does_not_know_its_address_draws_no_code() -> None:
    assert made(small_site(), "qr.svg") == {}
