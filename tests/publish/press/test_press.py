"""A page is made again exactly where something that it shows has changed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brugwerk.exports import FRAMES
from tests import builders
from tests.in_memory import catalogue, small_site
from tests.publish.press.conftest import press_of, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brugwerk.catalogue import Catalogue


def two_products(**changed: Any) -> Catalogue:
    return catalogue(
        products={
            "eerste": builders.product(title="Eerste", **changed),
            "tweede": builders.product(title="Tweede"),
        },
        networks={"het-proefnet": builders.network()},
        schools={"de-proefschool": builders.school()},
    )


def test_a_second_build_makes_no_page(pressed_to: Callable[..., set[str]], tmp_path: Path) -> None:
    first = pressed_to(small_site(), "een")
    assert "producten/proefles/" in first
    assert pressed_to(small_site(), "twee") == set()
    assert written(tmp_path / "twee") == written(tmp_path / "een")


def test_only_pages_that_show_a_changed_record_are_made(
    pressed_to: Callable[..., set[str]],
) -> None:
    pressed_to(two_products(), "een")
    made = pressed_to(two_products(summary="Een andere samenvatting."), "twee")
    assert {"producten/eerste/", "producten/"} <= made
    assert not any(address.startswith("producten/tweede/") for address in made)
    assert "scholen/de-proefschool/" not in made


def test_a_changed_look_makes_every_page(pressed_to: Callable[..., set[str]]) -> None:
    assert pressed_to(small_site(), "een") == pressed_to(small_site(), "twee", look="anders")


def test_changed_code_makes_every_page(pressed_to: Callable[..., set[str]]) -> None:
    assert pressed_to(small_site(), "een") == pressed_to(small_site(), "twee", made_by="anders")


@pytest.mark.parametrize("frame", FRAMES)
def test_a_page_is_made_from_the_frames_of_its_files_too(frame: str, tmp_path: Path) -> None:
    press = press_of(small_site(), tmp_path / "site", tmp_path / "kept")
    page = press.site.pages["scholen/de-proefschool/index.md"]
    frames = [part for part in press._made_from(page) if isinstance(part, list)]
    assert any(press.site.templates.made_of(frame) in part for part in frames)


def test_changed_settings_make_every_page(pressed_to: Callable[..., set[str]]) -> None:
    first = pressed_to(small_site(), "een")
    assert pressed_to(small_site(contact="iemand@voorbeeld.example"), "twee") == first


def test_what_is_left_of_a_page_is_the_same_whether_it_was_made_or_taken(tmp_path: Path) -> None:
    press = press_of(small_site(), tmp_path / "site", tmp_path / "kept")
    for page in press.site.pages.values():
        assert press.press(page) == press.press(page)


# Long pages that no edit below can change.
OF_NO_RECORD = {"problems", "fields", "form"}
EDITS = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Eerste", "Anders", "Iets & <meer>"]),
        "summary": st.sampled_from(["Kort.", "Langer dan eerst.", "Met *nadruk*."]),
        "school": st.sampled_from(["De Proefschool", "De Nieuwe School"]),
        "network": st.sampled_from(["Het Proefnet", "Netwerk van later"]),
        "second": st.booleans(),
    }
)


def edited(edit: dict[str, Any]) -> Catalogue:
    products = {"eerste": builders.product(title=edit["title"], summary=edit["summary"])}
    if edit["second"]:
        products["tweede"] = builders.product(title="Tweede")
    return catalogue(
        products=products,
        networks={"het-proefnet": builders.network(title=edit["network"])},
        schools={"de-proefschool": builders.school(name=edit["school"])},
    )


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=st.lists(EDITS, min_size=2, max_size=4))
def test_after_any_edits_the_site_equals_one_that_was_made_from_nothing(
    edits: list[dict[str, Any]], tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "kept", ignore_errors=True)
    for edit in edits:
        for name, kept in (("kept-site", "kept"), ("clean-site", "nothing")):
            shutil.rmtree(tmp_path / name, ignore_errors=True)
            shutil.rmtree(tmp_path / "nothing", ignore_errors=True)
            press = press_of(edited(edit), tmp_path / name, tmp_path / kept)
            for page in press.site.pages.values():
                if page.kind not in OF_NO_RECORD:
                    press.press(page)
        assert written(tmp_path / "kept-site") == written(tmp_path / "clean-site")
