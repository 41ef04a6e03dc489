"""What other sites share is read whole or not at all, whatever they send."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.read import shared as module
from brugwerk.read.shared import (
    FlawedCatalogueError,
    at_home,
    catalogue_text,
    kept,
    read_shared,
)
from brugwerk.records.sharing import KeptCatalogue, SharedCatalogue
from tests.sharing import PLACE, ROOT, as_bytes, shared, shared_product


def read(data: Any, fetched_from: str = PLACE) -> SharedCatalogue:
    content = data if isinstance(data, bytes) else as_bytes(data)
    return at_home(read_shared(content, SharedCatalogue), fetched_from)


def flaw(data: Any, fetched_from: str = PLACE) -> tuple[str, str]:
    with pytest.raises(FlawedCatalogueError) as raised:
        read(data, fetched_from)
    cause = raised.value.facts.get("cause")
    return raised.value.code, "" if cause is None else cause.in_language("en")  # type: ignore[union-attr]


def test_a_sound_catalogue_is_read() -> None:
    (product,) = read(shared()).products
    assert (product.title, product.address) == (
        "Sterren kijken",
        f"{ROOT}producten/sterren-kijken/",
    )


# Another shape.


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "it is no JSON"),
        (b"<!doctype html><title>404</title>", "it is no JSON"),
        (b"\xff\xfe{}", "it is no JSON"),
        (b'{"format": "brugwerk-catalogue", "a": "\\ud800"}', "it is no JSON"),
        (b'{"format": "brugwerk-catalogue", "a": NaN}', "it is no JSON"),
        (b"[" * 100_000, "it is no JSON"),
        (b'{"a":' * 100_000, "it is no JSON"),
        (b"[]", "it is no `brugwerk-catalogue`"),
        (b"null", "it is no `brugwerk-catalogue`"),
        (b'{"format": "atom"}', "it is no `brugwerk-catalogue`"),
        (b'{"format": "brugwerk-catalogue"}', "what stands at `version` is not right"),
    ],
)
def test_what_is_no_catalogue_is_refused(content: bytes, cause: str) -> None:
    assert flaw(content) == ("BW977", cause)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", ""),
        ("title", "\u200b"),
        ("title", "Twee\nregels"),
        ("title", "x" * 301),
        ("title", "bel \x07"),
        ("title", ["Sterren"]),
        ("title", None),
        ("summary", "x" * 1_001),
        ("id", "../../naar-boven"),
        ("id", "<b>"),
        ("type", "les' onclick='x"),
        ("language", 'nl" onload="x'),
        ("changed", "gisteren"),
        ("changed", 0),
        ("duration", "een uurtje"),
        ("sessions", 10**30),
        ("sessions", "2"),
        ("levels", "groep-5"),
        ("levels", ["groep 5"]),
        ("levels", [{"id": "groep-5"}]),
        ("levels", ["groep-5"] * 501),
        ("address", "javascript:alert(1)"),
        ("address", "data:text/html,x"),
        ("address", f"{ROOT}a b"),
        ("address", f'{ROOT}"><script>'),
        ("address", f"{ROOT}\\..\\x"),
    ],
)
def test_one_wrong_value_is_named_by_its_place_and_nothing_of_it_is_read(
    key: str, value: Any
) -> None:
    code, cause = flaw(shared(shared_product(), shared_product(**{key: value})))
    assert code == "BW977"
    assert f"`products` 2 › `{key}`" in cause
    assert not isinstance(value, str) or len(value) < 2 or value not in cause


def test_a_file_beyond_measure_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 3_000_000)
    assert flaw(b" " * 3_000_001) == ("BW977", "it is larger than 3 MB")


def test_more_products_than_any_site_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert flaw(shared(*[shared_product()] * 20_001))[0] == "BW977"


# Versions of the format.


def test_a_later_version_of_the_same_kind_is_read_without_what_it_adds() -> None:
    product = shared_product(stemming="vrolijk")
    data = shared(product, version="1.7", extra=[1, 2])
    assert read(data).products == read(shared()).products


@pytest.mark.parametrize("version", ["2.0", " 2.0\n"])
def test_a_version_that_means_something_else_is_said_before_its_shape_is_judged(
    version: str,
) -> None:
    with pytest.raises(FlawedCatalogueError) as raised:
        read({"format": "brugwerk-catalogue", "version": version, "works": []})
    assert raised.value.code == "BW978"
    assert raised.value.facts == {"version": "2.0", "known": "1.0"}


@pytest.mark.parametrize("version", ["9" * 5_000, "٢.0", "2.0.0", 2, None, [], "twee"])
def test_a_version_that_is_none_is_a_flaw_of_shape(version: Any) -> None:
    assert flaw(shared(version=version)) == ("BW977", "what stands at `version` is not right")


# Where links lead.


def test_links_are_seen_from_where_the_file_was_fetched_when_the_site_has_no_address() -> None:
    data = shared(
        shared_product(
            address="producten/a/", files=[{"address": "producten/a/b%20c.docx", "title": "B"}]
        ),
        site={"title": "x", "language": "nl"},
    )
    found = read(data, "https://noord.example.org/kb/catalogue.json")
    assert found.site.address == "https://noord.example.org/kb/"
    assert found.products[0].address == "https://noord.example.org/kb/producten/a/"
    assert (
        found.products[0].files[0].address == "https://noord.example.org/kb/producten/a/b%20c.docx"
    )


def test_a_file_on_this_computer_must_say_where_its_site_stands() -> None:
    data = shared(site={"title": "x", "language": "nl"})
    assert flaw(data, "") == ("BW977", "the site does not name its web address")


@pytest.mark.parametrize(
    "address",
    [
        "https://kwaad.example.org/",
        "//kwaad.example.org/",
        "https://noord.example.org/kb-kwaad/",
        "https://noord.example.org@kwaad.example.org/kb/",
        f"{ROOT}../elders/",
        f"{ROOT}%2e%2e/elders/",
        f"{ROOT}a/..%2f..%2felders/",
        "/",
        "http://noord.example.org/kb/",
        "https://[",
    ],
)
@pytest.mark.parametrize("where", ["product", "file", "network"])
def test_a_link_out_of_the_site_is_refused(address: str, where: str) -> None:
    network = {
        "id": "n",
        "address": f"{ROOT}n/",
        "title": "n",
        "summary": "n",
        "question": "n",
        "status": "running",
        "start": "2025-09-01",
        "years": 2,
    }
    data = {
        "product": shared(shared_product(address=address)),
        "file": shared(shared_product(files=[{"address": address, "title": "x"}])),
        "network": shared(networks=[network | {"address": address}]),
    }[where]
    code, cause = flaw(data)
    assert code == "BW977"
    assert "leaves the site" in cause


@pytest.mark.parametrize(
    "address", ["https://een-bank.example.org/", "https://x@noord.example.org/", "https:///kb/"]
)
def test_a_site_cannot_say_that_it_is_another_one(address: str) -> None:
    data = shared(
        shared_product(address="a/"), site={"title": "x", "language": "nl", "address": address}
    )
    assert flaw(data) == ("BW977", "the site's web address is not right")


# What is kept.


def test_signs_that_turn_a_text_around_or_hide_in_it_are_taken_out() -> None:
    data = shared(shared_product(title="veilig\u202ekcab", summary="les\u200bsen 👩\u200d🏫"))
    (product,) = read(data).products
    assert (product.title, product.summary) == ("veiligkcab", "lessen 👩\u200d🏫")


def test_names_of_people_are_not_kept() -> None:
    text = catalogue_text(kept(read(shared()), PLACE))
    assert "Verzonnen Mens" not in text
    assert json.loads(text)["fetched_from"] == PLACE


def test_what_is_kept_has_a_line_for_each_product_and_reads_back_the_same() -> None:
    found = kept(
        read(shared(shared_product(), shared_product(id="b", title="Een 'B' & <c> “d”"))), PLACE
    )
    text = catalogue_text(found)
    assert sum('"id":"sterren-kijken"' in line for line in text.splitlines()) == 1
    assert at_home(read_shared(text.encode(), KeptCatalogue), "") == found


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["id", "address", "title", "terms", "products", "site", "x"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_stands_in_the_parts_is_read_or_refused_by_code(part: Any) -> None:
    codes = []
    for key in ("site", "products", "networks", "terms"):
        content = json.dumps(shared() | {key: part}).encode()
        try:
            at_home(read_shared(content, SharedCatalogue), PLACE)
        except FlawedCatalogueError as flawed:
            codes.append(flawed.code)
    assert set(codes) <= {"BW977"}


@given(st.binary(max_size=200))
def test_whatever_bytes_come_are_refused_by_code(content: bytes) -> None:
    with pytest.raises(FlawedCatalogueError):
        read_shared(content, SharedCatalogue)
