"""Takes the pictures: a browser on the built site, the same window, clock and words every time."""

from __future__ import annotations

import datetime
import functools
import http.server
import io
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

from guide import lesson
from guide.pictures import FORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, FloatRect, Locator, Page, Route

    from guide.pictures import Picture

# Half of a desktop's column, so that the words in a picture are as large as those around it.
WIDTH, HEIGHT, SHARPNESS = 720, 900, 2
MARGIN = 12
NOW = datetime.datetime(2027, 3, 12, 15, 40, tzinfo=datetime.UTC)
LAUNCH = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
MOST_BYTES = 60_000
_TEXT_BETWEEN = """([first, last]) => {
    const between = document.createRange();
    between.setStartBefore(first);
    between.setEndAfter(last);
    return between.toString();
}"""


class TooLargeError(Exception):
    """A picture stays too large, however it is stored."""


@dataclass(frozen=True)
class Taken:
    """A picture that was taken.

    Attributes:
        words: The text in it, by which a later look tells whether it still is what one sees.
        pixels: The picture as a PNG.
    """

    words: str
    pixels: bytes


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site on a free port of this machine and give its address."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


@contextmanager
def started(chromium: str) -> Iterator[Browser]:
    """Start the Chromium at a path."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=LAUNCH)
        yield browser
        browser.close()


def take(picture: Picture, browser: Browser, site: str) -> Taken:
    """Follow the steps of a picture and take it.

    Args:
        picture: What to take.
        browser: The browser to take it in.
        site: The address of the site.

    Raises:
        Error: A step, or a part that the picture shows, is no longer on the page.
    """
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=SHARPNESS,
        color_scheme="light",
        reduced_motion="reduce",
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
    )
    context.route(lambda url: not url.startswith(site), lambda route: route.abort())
    # The form is filled in before the lesson is on the site.
    context.route(f"{site}{FORM}records.json", _without_the_lesson)
    try:
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        # Everything is there before a step, and no answer is cut off when the page closes.
        page.goto(f"{site}{picture.address}", wait_until="networkidle")
        parts = picture.steps(page)
        return Taken(_words(page, parts), _pixels(page, parts))
    finally:
        context.close()


def _without_the_lesson(route: Route) -> None:
    records = route.fetch().json()
    records["product"] = [one for one in records["product"] if one["id"] != lesson.ID]
    route.fulfill(json=records)


def _words(page: Page, parts: Sequence[Locator]) -> str:
    first, last = parts[0].element_handle(), parts[-1].element_handle()
    return " ".join(page.evaluate(_TEXT_BETWEEN, [first, last]).split())


def _pixels(page: Page, parts: Sequence[Locator]) -> bytes:
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    first, last = parts[0].bounding_box(), parts[-1].bounding_box()
    if first is None or last is None:
        raise LookupError("a part of the picture is not shown")
    # Boxes are as one sees them now, a picture of the whole page begins at its top.
    scrolled = page.evaluate("scrollY")
    left = min(first["x"], last["x"]) - MARGIN
    top = first["y"] + scrolled - MARGIN
    right = max(first["x"] + first["width"], last["x"] + last["width"]) + MARGIN
    bottom = last["y"] + last["height"] + scrolled + MARGIN
    # Whole dots, so that the size in a page is exactly that of the picture.
    width, height = int(right - left), int(bottom - top)
    clip: FloatRect = {"x": int(left), "y": int(top), "width": width, "height": height}
    return page.screenshot(clip=clip, full_page=True, animations="disabled", caret="hide")


def stored(pixels: bytes) -> bytes:
    """Return a picture as WebP, small enough for a page.

    Raises:
        TooLargeError: It is too large in the lowest quality that still reads well.
    """
    picture = Image.open(io.BytesIO(pixels)).convert("RGB")
    # Flat colours and letters are smallest without loss; a photo among them is not.
    for way in ({"lossless": True, "quality": 100}, {"quality": 85}, {"quality": 70}):
        target = io.BytesIO()
        picture.save(target, "WEBP", method=6, **way)
        if target.tell() < MOST_BYTES:
            return target.getvalue()
    raise TooLargeError(f"{target.tell()} bytes, and {MOST_BYTES} is the most")
