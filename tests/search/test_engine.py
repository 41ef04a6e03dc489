"""The search of the real site finds what teachers mean, and survives what they type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[[list[dict[str, Any]]], list[Any]]
    Found = Callable[..., list[str]]

BAD = [
    "x" * 10_000,
    "breuken " * 2_000,
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "+ - ~ ^ * :",
    "+breuken -les~2 title:x^10 *",
    "title:",
    "*",
    "🤔🧮",
    "مرحبا بالعالم",
    "\u202e breuken",
    "constructor",
    "__proto__ hasOwnProperty toString",
    "\x00\ud800",
    "   ",
    "(((",
    "de het een",
]


def product(name: str) -> str:
    return f"producten/{name}/"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Breuken met bewijs", "breuken-met-bewijs"),
        ("breuk", "breuken-met-bewijs"),
        ("breu", "breuken-met-bewijs"),
        ("breukne", "breuken-met-bewijs"),
        ("onderpresteerder", "terugweg-uit-onderpresteren"),
        ("filosoferne", "filosoferen-over-eerlijk"),
        ("kleuterles", "kleuters-bouwen-een-brug"),
    ],
)
def test_a_product_comes_first(found: Found, text: str, wanted: str) -> None:
    assert product(wanted) in found(text)[:3]


def test_a_part_finds_the_compound(found: Found) -> None:
    assert set(found("hoogbegaafdheid")) & set(found("begaafd")[:30])


def test_a_compound_finds_its_parts(found: Found) -> None:
    assert set(found("les rekenen")[:5]) & set(found("rekenles")[:5])


def test_a_synonym_finds_what_the_other_word_finds(found: Found) -> None:
    assert set(found("plusklas")[:5]) & set(found("verrijkingsgroep")[:5])
    assert set(found("IB'er")[:6]) & set(found("intern begeleider")[:6])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gumt", "gummen"),
        ("evaluatie", "evalueren"),
        ("reflectie", "reflecteren"),
        ("brugklassers", "brugklas"),
    ],
)
def test_words_of_one_family_find_the_same(found: Found, one: str, other: str) -> None:
    assert set(found(one)[:10]) & set(found(other)[:3])


@pytest.mark.parametrize("text", ["bruglas", "brugkals"])
def test_a_slip_is_mended_though_it_might_be_a_compound(found: Found, text: str) -> None:
    assert product("brugklas-met-een-warme-start") in found(text)[:2]


def test_reading_does_not_find_every_lesson(found: Found) -> None:
    assert found("lezen")[0] == product("de-detective-van-de-tekst")
    assert product("breuken-met-bewijs") not in found("lezen")[:5]


@pytest.mark.parametrize("text", ["privacy", "zomervakantie", "kwispel"])
def test_a_page_is_found_by_what_it_names(found: Found, text: str) -> None:
    assert found(text)[0] == "uitleg/proef/"


def test_a_question_brings_what_explains_up(found: Found) -> None:
    asked = found("wat is een brugpersoon").index("uitleg/proef/")
    assert asked < found("brugpersoon").index("uitleg/proef/")


def test_a_network_comes_up_with_what_it_made(found: Found) -> None:
    networks = [address for address in found("compacten") if address.count("/") == 2
                and address.startswith("netwerken/")]  # fmt: skip
    assert networks[0] == "netwerken/de-lichtmast/"


def test_accents_do_not_matter(found: Found) -> None:
    assert found("differentiëren") == found("differentieren")


def test_every_answer_says_why(ask: Ask) -> None:
    (messages,) = ask([{"text": "hoogbegaafd rekenen", "limit": 100}])
    for result in messages[-1]["results"]:
        marked = any(mark for _, mark in [*result["title"], *result["summary"]])
        assert marked or result["labels"] or result["text"], result["address"]


def test_pieces_put_together_are_the_text(ask: Ask, start: dict[str, Any]) -> None:
    (messages,) = ask([{"text": "een brug bouwen met kleuters", "limit": 100}])
    titles = dict(zip(start["addresses"], start["titles"], strict=True))
    for result in messages[-1]["results"]:
        assert "".join(text for text, _ in result["title"]) == titles[result["address"]]


def counted(ask: Ask, text: str, **chosen: list[str]) -> dict[str, Any]:
    return ask([{"text": text, "chosen": chosen, "limit": 500}])[0][-1]


def test_counts_are_what_one_finds_after_choosing(ask: Ask) -> None:
    before = counted(ask, "leerlingen", type=["lesson"])
    for value, count in list(before["counts"]["level"].items())[:4]:
        assert counted(ask, "leerlingen", type=["lesson"], level=[value])["total"] == count


def test_choices_within_a_facet_add_up_and_facets_narrow_down(ask: Ask) -> None:
    lessons = counted(ask, "", type=["lesson"])["total"]
    designs = counted(ask, "", type=["design"])["total"]
    both = counted(ask, "", type=["lesson", "design"])
    assert both["total"] == lessons + designs
    narrower = counted(ask, "", type=["lesson", "design"], kind=["product"])
    assert 0 < narrower["total"] < both["total"]
    # A facet's own choice does not change its own counts.
    assert counted(ask, "", type=["lesson"])["counts"]["type"]["design"] == designs


def test_results_come_in_the_order_asked_for(ask: Ask, start: dict[str, Any]) -> None:
    dates = dict(zip(start["addresses"], start["dates"], strict=True))
    by_date, by_title = ask([{"text": "", "order": o, "limit": 500} for o in ("datum", "titel")])
    days = [dates[r["address"]] for r in by_date[-1]["results"]]
    assert days == sorted(days, reverse=True)
    titles = ["".join(t for t, _ in r["title"]).casefold() for r in by_title[-1]["results"]]
    assert titles[0] < titles[-1]


def test_no_results_says_what_to_loosen(ask: Ask) -> None:
    answer = counted(ask, "filosoferen", level=["groep-1"])
    assert answer["total"] == 0
    assert {"facet": "level", "value": "groep-1"}.items() <= answer["loosen"][0].items()


@pytest.mark.parametrize("text", BAD)
def test_bad_input_gives_results_or_none(ask: Ask, text: str) -> None:
    (messages,) = ask([{"text": text}])
    assert messages[-1]["type"] == "results"
    assert messages[-1]["stage"] == "full"


def test_first_answers_come_from_titles_and_then_from_texts(ask: Ask) -> None:
    first, again = ask([{"text": "mandaat"}, {"text": "mandaat"}])
    assert [message["stage"] for message in first] == ["meta", "full"]
    assert [message["stage"] for message in again] == ["full"]
    assert first[1]["total"] >= first[0]["total"]


def test_what_a_word_may_become_is_there_when_it_does(ask: Ask) -> None:
    ask_at_once = ask([{"text": "verrij"}, {"text": "verrijkingsgroep"}])
    after_a_rest = ask([{"text": "verrij", "rest": 600}, {"text": "verrijkingsgroep"}])
    assert len(ask_at_once[1]) == 2
    assert [message["stage"] for message in after_a_rest[1]] == ["full"]
    assert after_a_rest[1][-1]["results"] == ask_at_once[1][-1]["results"]
