"""A frame is cut where its marks stand, and nothing of a page is taken for a mark."""

from __future__ import annotations

from brugwerk.publish.press.frame import Frame, mark


def test_every_place_gets_its_own_part() -> None:
    frame = Frame.of(f"<title>{mark('title')}</title>{mark('content')}<b>{mark('title')}</b>")
    assert frame.around({"title": "Les", "content": "<p>"}) == "<title>Les</title><p><b>Les</b>"


def test_a_frame_without_places_is_itself() -> None:
    assert Frame.of("<p>").around({}) == "<p>"


def test_a_part_that_looks_like_a_mark_stays_as_it_is() -> None:
    frame = Frame.of(f"{mark('title')}|{mark('content')}")
    assert frame.around({"title": mark("content"), "content": "x"}) == f"{mark('content')}|x"
