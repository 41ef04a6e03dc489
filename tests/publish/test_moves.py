"""Every former address leads to where it ends, and what cannot be followed is named."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.publish.permanence.moves import Ground, Moves, moves
from brugwerk.records.moves import Gone, Redirects

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = frozenset({"", "a/", "b/", "b/bijlage.pdf", "b/#deel", "c/"})
REASON = "Niemand gebruikte het meer."


def moved(**new: list[str] | str) -> list[dict[str, object]]:
    """Moves of pages by one word each: ``oud="a"`` says that /oud/ is at /a/ now."""
    return [
        {"old": f"/{old}/", "new": [f"/{n}/" for n in ([to] if isinstance(to, str) else to)]}
        for old, to in new.items()
    ]


def read(
    *,
    moved: list[dict[str, object]] | None = None,
    gone: list[str] | None = None,
    aliased: Mapping[str, str] | None = None,
    once: tuple[str, ...] = (),
) -> Moves:
    left = [{"old": old, "date": date(2026, 11, 2), "reason": REASON} for old in gone or ()]
    redirects = Redirects.model_validate({"moved": moved or [], "gone": left})
    ground = Ground(HERE, once, lambda page, anchor: (page, anchor) == ("a/", "kop"))
    return moves(aliased or {}, redirects, ground)


def codes(found: Moves) -> list[str]:
    return [flaw.code for flaw in found.flaws]


def test_a_page_leads_to_its_new_address() -> None:
    found = read(moved=moved(oud="a"))
    assert found == Moves({"oud/": ("a/",)})


def test_a_chain_leads_to_its_end_at_once() -> None:
    found = read(moved=moved(eerst="toen", toen="later", later="a"))
    assert set(found.answers.values()) == {("a/",)}


def test_a_chain_runs_through_an_alias_too() -> None:
    found = read(moved=moved(eerst="toen"), aliased={"toen/": "a/"})
    assert found.answers == {"eerst/": ("a/",), "toen/": ("a/",)}


def test_a_page_that_was_divided_leads_to_each_part_once() -> None:
    found = read(moved=moved(oud=["a", "toen", "b"], toen="b"))
    assert found.answers["oud/"] == ("a/", "b/")


def test_what_led_to_something_gone_is_gone_as_well() -> None:
    found = read(moved=moved(oud="weg"), gone=["/weg/"])
    assert isinstance(found.answers["oud/"], Gone)
    assert found.flaws == ()


@pytest.mark.parametrize(
    "loop", [{"a1": "a1"}, {"a1": "a2", "a2": "a1"}, {"a1": "a2", "a2": "a3", "a3": "a2"}]
)
def test_a_loop_is_refused_and_leads_nowhere(loop: dict[str, str]) -> None:
    found = read(moved=moved(**loop))
    assert set(codes(found)) == {"BW954"}
    assert len(found.flaws) == len(loop)
    assert found.answers == {}


def test_a_redirect_to_nothing_is_refused_where_it_says_so() -> None:
    found = read(moved=moved(oud=["a", "nergens"]))
    assert codes(found) == ["BW953"]
    assert found.flaws[0].path == ("moved", 0, "new", 1)


def test_a_redirect_from_what_exists_is_refused() -> None:
    assert codes(read(moved=moved(a="b"))) == ["BW955"]
    assert codes(read(gone=["/b/#deel"])) == ["BW955"]
    assert codes(read(gone=["/a/#kop"])) == ["BW955"]


def test_two_answers_for_one_address_are_refused() -> None:
    found = read(moved=moved(oud="a"), gone=["/oud/"])
    assert codes(found) == ["BW956"]
    assert found.flaws[0].path == ("gone", 0, "old")


def test_an_alias_does_not_take_the_place_of_a_page_that_exists() -> None:
    assert read(aliased={"a/": "b/"}).answers == {}


def test_what_stood_below_a_page_goes_along_where_the_new_page_has_the_same() -> None:
    found = read(moved=moved(oud="b"), once=("oud/", "oud/bijlage.pdf", "oud/blad/"))
    assert found.answers["oud/bijlage.pdf"] == ("b/bijlage.pdf",)
    assert found.answers["oud/blad/"] == ("b/",)


def test_what_stood_below_something_gone_is_gone() -> None:
    found = read(gone=["/oud/"], once=("oud/blad/", "ouder/"))
    assert set(found.answers) == {"oud/", "oud/blad/"}


def test_the_nearest_page_decides_for_what_stood_below_it() -> None:
    here = [*moved(oud="a"), {"old": "/oud/diep/", "new": ["/c/"]}]
    found = read(moved=here, once=("oud/diep/er/",))
    assert found.answers["oud/diep/er/"] == ("c/",)


# Anchors.


def test_a_part_goes_along_with_its_page() -> None:
    found = read(moved=moved(oud="b"), once=("oud/#deel",))
    assert found.answers["oud/#deel"] == ("b/#deel",)


def test_a_part_that_the_new_page_does_not_have_has_no_answer() -> None:
    assert "oud/#kwijt" not in read(moved=moved(oud="b"), once=("oud/#kwijt",)).answers


def test_a_part_can_go_another_way_than_its_page() -> None:
    parts = [{"old": "/oud/#kwijt", "new": ["/a/#kop"]}]
    found = read(moved=moved(oud="b") + parts, once=("oud/#kwijt",))
    assert found.answers["oud/#kwijt"] == ("a/#kop",)


def test_a_part_of_a_page_that_stands_can_lead_to_another_part() -> None:
    found = read(moved=[{"old": "/b/#oud", "new": ["/b/#deel"]}])
    assert found.answers == {"b/#oud": ("b/#deel",)}


def test_a_part_that_leads_to_an_anchor_that_is_not_there_is_refused() -> None:
    assert codes(read(moved=[{"old": "/b/#oud", "new": ["/a/#fout"]}])) == ["BW953"]


WORDS = st.sampled_from(["a", "b", "weg", "p", "q", "r", "s"])


@given(st.dictionaries(WORDS, st.lists(WORDS, min_size=1, max_size=3), max_size=7))
def test_whatever_is_written_every_answer_ends_at_what_exists(said: dict[str, list[str]]) -> None:
    found = read(moved=moved(**said), once=("p/x/", "q/#deel"))
    for old, answer in found.answers.items():
        assert old not in HERE
        assert isinstance(answer, tuple)
        assert answer
        assert set(answer) <= HERE
    answered = {f"{old}/" for old in said} & set(found.answers)
    flawed = {flaw.path[1] for flaw in found.flaws}
    for index, old in enumerate(said):
        assert (f"{old}/" in answered) != (index in flawed)


# What belonged to something else.


def belonging(address: str) -> tuple[tuple[str, bool], ...]:
    """A question belongs to its page, wherever that is; a sheet goes where its product goes."""
    return {
        "vraag/": (("blad/", False), ("oud/", True)),
        "blad/": (("oud/", True),),
        "briefje/": (("a/", False),),
        "los/": (("a/", True),),
    }.get(address, ())


def followed(once: tuple[str, ...], gone: list[str] | None = None) -> Moves:
    redirects = Redirects.model_validate(
        {
            "moved": [] if gone else moved(oud="b"),
            "gone": [{"old": o, "date": date(2026, 11, 2), "reason": REASON} for o in gone or ()],
        }
    )
    return moves({}, redirects, Ground(HERE, once, lambda *_: False, belonging))


def test_what_belonged_to_a_moved_page_goes_with_it() -> None:
    assert followed(("vraag/", "blad/")).answers == {
        "oud/": ("b/",),
        "vraag/": ("b/",),
        "blad/": ("b/",),
    }


def test_what_belonged_to_something_gone_is_gone_as_well() -> None:
    found = followed(("blad/",), gone=["/oud/"])
    assert isinstance(found.answers["blad/"], Gone)


def test_a_question_that_was_taken_away_leads_to_the_page_where_it_was_asked() -> None:
    assert followed(("briefje/",)).answers["briefje/"] == ("a/",)


def test_a_page_that_is_left_out_while_its_product_stands_is_lost() -> None:
    assert "los/" not in followed(("los/",)).answers
