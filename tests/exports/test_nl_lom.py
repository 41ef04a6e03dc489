"""NL LOM records, read by lxml and by Kennisnet's own reader of IMS metadata."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pylom.reader import LomReader

from brugwerk.exports import files_of_page
from brugwerk.exports.nl_lom import nl_lom
from brugwerk.exports.xml_text import DECLARATION, root, written, xml_text
from tests.builders import complete_product, guideline, product
from tests.exports.grounds import (
    ADDRESS,
    HARD,
    PERSON,
    alone,
    ground_of,
    lines,
    metadata,
    published,
)
from tests.exports.lom_binding import assert_follows_the_binding
from tests.in_memory import small_site, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = f"{ADDRESS}producten/proefles/"
LISTS = "http://purl.edustandaard.nl/"


def text_of(record: dict[str, Any]) -> bytes:
    return DECLARATION + written(nl_lom(metadata(record)))


def read(record: dict[str, Any], language: str = "nl") -> dict[str, Any]:
    """What Kennisnet's reader makes of a record."""
    reader = LomReader(language)
    reader.parseString(text_of(record))
    return dict(reader.lom)


def values(found: list[Mapping[str, str]]) -> list[str]:
    return [item["value"] for item in found]


@pytest.mark.parametrize(
    "record",
    [
        complete_product(relations=[{"kind": "based-on", "source": "Een boek"}]),
        product(),
        guideline(),
        alone(sectors=["vve", "mbo"], levels=[], license=None, changes=[], version=None),
    ],
    ids=["complete", "draft", "guideline", "bare"],
)
def test_every_record_follows_the_binding(record: dict[str, Any]) -> None:
    assert_follows_the_binding(etree.fromstring(text_of(record)))


def test_all_that_nl_lom_requires_is_there() -> None:
    found = read(alone())
    assert found["title"] == "Een proefles"
    assert found["catalogentry"] == [{"catalog": "URI", "entry": HERE}]
    assert found["language"] == ["nl"]
    assert found["metadatascheme"] == ["LOMv1.0", "nl_lom_v1p0"]
    assert found["aggregationlevel"]["value"] == "3"
    assert found["location"] == HERE
    (educational,) = found["educational"]
    assert values(educational["intendedenduserrole"]) == ["teacher"]
    assert values(educational["context"]) == ["PO"]
    assert educational["typicalagerange"] == ["8-9"]
    assert found["cost"]["value"] == "no"
    assert found["copyrightandotherrestrictions"]["value"] == "cc-by-sa-40"


def test_subject_and_level_are_classified_by_the_obk() -> None:
    found = {c["purpose"]["value"]: c for c in read(alone())["classification"]}
    assert set(found) == {"discipline", "educational level"}
    taxa = [path["taxon"][0]["id"] for path in found["educational level"]["taxonpath"]]
    assert "bc213214-b83d-4673-b9c1-8fdaa63d6d56" in taxa
    assert all(p["source"] == f"{LISTS}begrippenkader" for p in found["discipline"]["taxonpath"])


def test_what_the_obk_does_not_know_stands_among_the_keywords() -> None:
    found = read(alone(subjects=["leren-leren"]))
    assert [c["purpose"]["value"] for c in found["classification"]] == ["educational level"]
    assert vocabulary().label("subjects", "leren-leren", "nl") in found["keyword"]


def test_makers_are_networks_with_the_day_of_the_version() -> None:
    found = read(alone(credits=[PERSON]))
    made = {c["role"]["value"]: c for c in found["contribute"]}
    assert made["author"]["vcard"][0]["fn"] == "Het proefnet (verzonnen)"
    assert made["author"]["date"]["datetime"] == "2026-01-14"
    assert made["publisher"]["vcard"][0]["fn"] == "Brugwerk"


def test_nobody_is_named_in_what_others_copy() -> None:
    assert PERSON["name"].encode() not in text_of(alone(credits=[PERSON]))


@pytest.mark.parametrize("sign", [", ", "; ", "\\"])
def test_a_vcard_keeps_a_name_with_signs_of_its_own(sign: str) -> None:
    reader = LomReader("nl")
    reader.parseString(written(nl_lom(metadata(alone(), title=f"Brug{sign}werk"))))
    assert reader.lom["contribute"][-1]["vcard"][0]["fn"] == f"Brug{sign}werk"


@pytest.mark.parametrize(
    ("changes", "ages"),
    [
        ({"levels": ["groep-5", "groep-8"]}, "8-12"),
        ({"levels": [], "sectors": ["po", "vo"]}, "4-18"),
        ({"levels": ["mbo-1"], "sectors": ["mbo"]}, "16-"),
        ({"levels": [], "sectors": ["po"], "type": "guideline"}, "18-"),
        ({"levels": ["groep-7"], "sectors": ["po"], "type": "guideline"}, "10-11"),
        ({"levels": [], "sectors": []}, "18-"),
    ],
)
def test_the_age_is_that_of_the_pupils_or_else_of_adults(
    changes: dict[str, Any], ages: str
) -> None:
    (educational,) = read(alone(**changes))["educational"]
    assert educational["typicalagerange"] == [ages]


@pytest.mark.parametrize(
    ("duration", "sessions", "time"),
    [("PT50M", 1, "PT50M"), ("PT50M", 6, "PT5H"), ("PT45M", 3, "PT2H15M"), ("PT8M", None, "PT8M")],
)
def test_the_time_is_that_of_all_sessions(duration: str, sessions: int | None, time: str) -> None:
    (educational,) = read(alone(duration=duration, sessions=sessions))["educational"]
    assert educational["typicallearningtime"]["datetime"] == time


def test_without_a_licence_a_reader_hears_that_they_must_ask() -> None:
    found = read(product())
    assert found["copyrightandotherrestrictions"]["value"] == "yes"
    assert "nog geen licentie" in found["copyrightdescription"]


def test_a_draft_is_called_one_and_a_retired_product_tells_why_first() -> None:
    assert read(product())["status"]["value"] == "draft"
    gone = {"date": date(2026, 8, 31), "reason": "De site bestaat niet meer."}
    found = read(alone(status="retired", retirement=gone))
    assert found["description"][0].startswith("Teruggetrokken op 31 augustus 2026. De site")
    assert not found["status"]


def test_relations_lead_to_the_lasting_address_of_the_other_product() -> None:
    ground = published()
    files = files_of_page(ground.pages["producten/proefles/index.md"], ground)
    (record,) = (file for file in files if file.address.endswith("nl-lom.xml"))
    reader = LomReader("nl")
    reader.parseString(record.make())
    (relation,) = reader.lom["relation"]
    assert relation["kind"]["value"] == "references"
    assert relation["resource"]["catalogentry"][0]["entry"] == f"{ADDRESS}producten/los-idee/"


def test_each_product_has_a_record_beside_its_page_and_nothing_else_has_one() -> None:
    ground = published()
    records = [
        export.address
        for page in ground.pages.values()
        for export in files_of_page(page, ground)
        if export.address.endswith("nl-lom.xml")
    ]
    assert sorted(records) == [
        f"producten/{p}/nl-lom.xml" for p in sorted(ground.catalogue.products)
    ]


def test_a_site_without_an_address_has_no_records() -> None:
    ground = ground_of(small_site())
    page = ground.pages["producten/proefles/index.md"]
    assert [e for e in files_of_page(page, ground) if e.address.endswith("nl-lom.xml")] == []


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_are_read_back(text: str) -> None:
    assert read(alone(title=text))["title"] == text


@settings(max_examples=60)
@given(lines)
def test_whatever_a_record_may_say_is_read_back(text: str) -> None:
    lom = etree.fromstring(text_of(alone(title=text)))
    assert lom.findtext(".//{*}title/{*}langstring") == text
    assert_follows_the_binding(lom)


@given(st.text(st.characters(codec=None)))
def test_a_sign_that_xml_cannot_hold_is_replaced(text: str) -> None:
    element = root("found", {"": "urn:x"})
    element.text = xml_text(text)
    read_back = etree.fromstring(DECLARATION + written(element)).text or ""
    assert len(read_back) <= len(text)
    assert "\x00" not in read_back
    held = [a for a, b in zip(text, xml_text(text), strict=True) if a != b]
    assert all(
        sign < " " or "\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff" for sign in held
    )
