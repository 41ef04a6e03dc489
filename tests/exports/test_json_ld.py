"""JSON-LD in the head of a product page, read by PyLD and by what reads HTML."""

from __future__ import annotations

import json
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from pyld import jsonld

from brugwerk.exports import head_of_page, head_of_site
from brugwerk.exports.json_ld import json_ld
from tests.builders import complete_product, product
from tests.exports.grounds import (
    ADDRESS,
    HARD,
    PERSON,
    alone,
    ground_of,
    lines,
    metadata,
    products,
    published,
)
from tests.in_memory import small_site

SCHEMA = "https://schema.org/"
HERE = f"{ADDRESS}producten/proefles/"
# The properties of Edurep's own example (kennisnet/edurep-files, json-ld-kubus.txt).
EDUREP = {
    *(f"{SCHEMA}{name}" for name in ("description", "name", "datePublished", "identifier", "url")),
    *(f"{SCHEMA}{name}" for name in ("encodingFormat", "inLanguage", "audience", "keywords")),
    *(f"{SCHEMA}{name}" for name in ("isAccessibleForFree", "copyrightNotice")),
    *(f"{SCHEMA}{name}" for name in ("educationalLevel", "educationalAlignment")),
    f"{SCHEMA}learningResourceType",
    "http://purl.org/dc/terms/accessRights",
    "http://ltsc.ieee.org/xsd/LOM#aggregationLevel",
    "http://ltsc.ieee.org/xsd/LOM#copyrightAndOtherRestrictions",
}
# Bioschemas TrainingMaterial 1.0: minimum, and recommended where a product can know it.
BIOSCHEMAS = {
    *("name", "description", "keywords", "about", "abstract", "audience", "author"),
    *("educationalLevel", "identifier", "inLanguage", "learningResourceType", "license"),
    *("teaches", "timeRequired", "url", "dct:conformsTo", "version", "creativeWorkStatus"),
}


class _DataBlocks(HTMLParser):
    """Collects the text of data blocks, and every other element that the HTML holds."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.others: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and ("type", "application/ld+json") in attrs
        if self._inside:
            self.blocks.append("")
        else:
            self.others.append(tag)

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def from_nowhere(url: str, *_: Any) -> Any:
    raise AssertionError(f"{url} was fetched")


def expanded(found: dict[str, Any]) -> dict[str, Any]:
    options = {"documentLoader": from_nowhere, "base": HERE}
    (whole,) = jsonld.expand(found, options)
    return dict(whole)


def values(found: dict[str, Any], name: str) -> list[Any]:
    return [item.get("@value", item.get("@id")) for item in found[f"{SCHEMA}{name}"]]


def in_head(record: dict[str, Any]) -> _DataBlocks:
    ground = products(proefles=record)
    reader = _DataBlocks()
    reader.feed(head_of_page(ground.pages["producten/proefles/index.md"], ground))
    return reader


def test_a_reader_that_fetches_nothing_finds_what_edurep_asks() -> None:
    found = expanded(json_ld(metadata(alone())))
    assert set(found) >= EDUREP
    assert found["@type"] == [f"{SCHEMA}CreativeWork", f"{SCHEMA}LearningResource"]
    assert found[f"{SCHEMA}name"] == [{"@value": "Een proefles", "@language": "nl"}]


def test_a_reader_that_does_not_expand_finds_what_bioschemas_asks() -> None:
    found = json_ld(metadata(alone()))
    assert set(found) >= BIOSCHEMAS
    assert all(isinstance(found[name], str) for name in ("name", "description", "abstract"))
    assert found["dct:conformsTo"]["@id"].endswith("TrainingMaterial/1.0-RELEASE")


def test_levels_and_subjects_are_concepts_of_the_obk() -> None:
    found = expanded(json_ld(metadata(alone())))
    concepts = "http://purl.edustandaard.nl/begrippenkader/"
    levels = [item["@id"] for item in found[f"{SCHEMA}educationalLevel"]]
    assert f"{concepts}bc213214-b83d-4673-b9c1-8fdaa63d6d56" in levels
    (subject,) = found[f"{SCHEMA}educationalAlignment"]
    assert subject["@id"] == f"{concepts}7afbb7a6-c29b-425c-9c59-6f79c845f5f0"
    assert subject["@type"] == [f"{SCHEMA}AlignmentObject"]


def test_a_subject_that_only_slo_knows_keeps_its_id_there() -> None:
    found = json_ld(metadata(alone(subjects=["digitale-geletterdheid"])))
    (subject,) = found["educationalAlignment"]
    assert subject["@id"].startswith("https://opendata.slo.nl/curriculum/uuid/")


def test_days_version_and_licence_are_those_of_the_record() -> None:
    found = json_ld(metadata(alone()))
    assert (found["datePublished"], found["dateModified"]) == ("2025-11-05", "2026-01-14")
    assert found["version"] == "1.1"
    assert found["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert found["creativeWorkStatus"] == "Active"


def test_of_a_draft_nothing_is_claimed_that_it_does_not_say() -> None:
    found = json_ld(metadata(product()))
    silent = {"datePublished", "dateModified", "version", "license", "timeRequired", "author"}
    assert silent & set(found) == set()
    assert found["creativeWorkStatus"] == "Under development"
    assert found["lom:copyrightAndOtherRestrictions"] == "yes"
    assert "nog geen licentie" in found["copyrightNotice"]


def test_networks_are_the_authors_until_people_agreed_to_be_named() -> None:
    (maker,) = json_ld(metadata(alone()))["author"]
    assert (maker["@type"], maker["name"]) == ("Organization", "Het proefnet (verzonnen)")
    found = json_ld(metadata(alone(credits=[PERSON])))
    assert found["author"] == [{"@type": "Person", "name": "Een verzonnen naam"}]
    assert [maker["name"] for maker in found["contributor"]] == ["Het proefnet (verzonnen)"]


def test_a_retired_product_says_so_first() -> None:
    gone = {"date": date(2026, 8, 31), "reason": "De site bestaat niet meer."}
    found = json_ld(metadata(alone(status="retired", retirement=gone)))
    assert found["description"].startswith("Teruggetrokken op 31 augustus 2026. De site bestaat")
    assert (found["expires"], found["creativeWorkStatus"]) == ("2026-08-31", "Archived")
    assert found["dateModified"] == "2026-08-31"


def test_attachments_are_parts_and_make_pupils_an_audience() -> None:
    found = json_ld(metadata(complete_product(relations=[])))
    (part,) = found["hasPart"]
    assert part["url"] == f"{HERE}files/werkblad.pdf"
    assert [audience["audienceType"] for audience in found["audience"]] == ["teacher", "learner"]


def test_relations_are_named_as_schema_org_names_them() -> None:
    kinds = {"based-on": "isBasedOn", "part-of": "isPartOf", "follows": "mentions"}
    relations = [{"kind": kind, "source": f"Boek over {kind}"} for kind in kinds]
    found = json_ld(metadata(alone(relations=relations)))
    for kind, name in kinds.items():
        assert [work["name"] for work in found[name]] == [f"Boek over {kind}"]


def test_words_of_ours_say_in_which_language_they_are() -> None:
    english = expanded(json_ld(metadata(alone(language="en"))))
    assert {"@value": "giftedness", "@language": "en"} in english[f"{SCHEMA}keywords"]
    frisian = expanded(json_ld(metadata(alone(language="fy"))))
    assert {"@value": "(hoog)begaafdheid", "@language": "nl"} in frisian[f"{SCHEMA}keywords"]
    assert frisian[f"{SCHEMA}name"][0]["@language"] == "fy"


def test_a_renamed_product_is_still_the_same_thing() -> None:
    found = json_ld(metadata(alone(aliases=["eerste-naam", "tweede-naam"])))
    assert found["@id"] == f"{ADDRESS}producten/eerste-naam/"
    assert found["url"] == HERE


def test_a_site_that_does_not_know_its_address_is_read_from_the_page() -> None:
    found = expanded(json_ld(metadata(alone(), address=None)))
    assert found["@id"] == HERE
    assert f"{SCHEMA}educationalLevel" in found


@pytest.mark.parametrize("text", HARD)
def test_no_text_gets_out_of_its_place(text: str) -> None:
    reader = in_head(alone(title=text))
    (block,) = reader.blocks
    assert json.loads(block)["name"] == text
    assert set(reader.others) == {"link"}


@settings(max_examples=60)
@given(lines)
def test_whatever_a_record_may_say_is_read_back(text: str) -> None:
    found = json.loads(json.dumps(json_ld(metadata(alone(title=text, goals=["Een doel."])))))
    assert values(expanded(found), "name") == [text]


def test_only_pages_of_products_are_described() -> None:
    ground = published()
    described = [
        page.kind for page in ground.pages.values() if "ld+json" in head_of_page(page, ground)
    ]
    assert set(described) == {"product"}
    assert len(described) == len(ground.catalogue.products)


def test_a_page_tells_machines_what_belongs_to_it() -> None:
    ground = published()
    head = head_of_page(ground.pages["producten/proefles/index.md"], ground)
    assert f'<link rel="cite-as" href="{HERE}">' in head
    assert f'<link rel="describedby" type="application/xml" href="{HERE}nl-lom.xml">' in head
    assert '<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">' in head


def test_without_an_address_a_page_names_no_file_that_is_not_there() -> None:
    ground = ground_of(small_site())
    for page in ground.pages.values():
        head = head_of_page(page, ground)
        assert "describedby" not in head
        assert "alternate feed" not in head
    assert head_of_site(ground) == ""
