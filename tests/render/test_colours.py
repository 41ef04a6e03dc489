"""Colours of text differ enough from what lies behind, in pictures too (WCAG 1.4.3, 1.4.11)."""

from __future__ import annotations

import re
from itertools import product

import pytest

from tests.builders import REPOSITORY

ASSETS = REPOSITORY / "src" / "brugwerk" / "theme" / "assets"
COLOURS = (ASSETS / "colours.css").read_text("utf-8")
LIGHT, _, DARK = COLOURS.partition('[data-md-color-scheme="slate"]')
SCHEMES = {
    name: dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part))
    for name, part in (("light", LIGHT), ("dark", DARK))
}
GROUNDS = ("paper", "paper-raised", "water-tint", "brick-tint", "sand")
TEXT, SHAPE = 4.5, 3


def brightness(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, as WCAG defines it."""
    bright, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("colour", "ground", "least"),
    [
        *((*pair, TEXT) for pair in product(("ink", "ink-soft", "md-typeset-a-color"), GROUNDS)),
        *((*pair, TEXT) for pair in product(("brick", "water"), ("paper", "paper-raised"))),
        ("on-water", "water", TEXT),
        *((*pair, SHAPE) for pair in product(("brick", "sand-strong", "ink-soft"), GROUNDS)),
    ],
)
def test_a_colour_can_be_told_from_its_ground(
    scheme: str, colour: str, ground: str, least: float
) -> None:
    found = SCHEMES[scheme]
    assert contrast(found[colour], found[ground]) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_ring_of_the_keyboard_shows_on_the_header_too(scheme: str) -> None:
    frame = (ASSETS / "frame.css").read_text("utf-8")
    ring = re.search(r"--ring-on-water: (#[0-9a-f]{6});", frame)
    assert ring
    found = SCHEMES[scheme]
    ground = found.get("md-primary-fg-color", found["water"])
    assert contrast(ring.group(1), ground) >= SHAPE


def test_the_measure_is_that_of_wcag() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
