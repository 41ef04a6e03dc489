"""What this site shares: true to its records, of its own schema, and read back by another site."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.exports import Ground
from brugwerk.exports.shared_catalogue import shared_catalogue
from brugwerk.read.shared import at_home, catalogue_text, kept, read_shared
from brugwerk.records.sharing import SharedCatalogue
from tests.builders import REPOSITORY, complete_product, edited, network, product
from tests.in_memory import catalogue, publish, small_site
from tests.sharing import SETTINGS, kept_copy

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.catalogue import Catalogue

SCHEMA = REPOSITORY / "docs/schemas/catalogue.schema.json"
NOT_ASKED: Any = None
HERE = {"address": "https://zuid.example.org/kb"}


def content_of(found: Catalogue) -> bytes:
    # It follows from records alone: no page is made for it, and no attachment read.
    ground = Ground(found, publish(found).templates, {}, NOT_ASKED, NOT_ASKED, NOT_ASKED)
    (file,) = shared_catalogue(ground)
    return file.make()


def told(found: Catalogue) -> Any:
    return json.loads(content_of(found))


def told_of(record: dict[str, Any], **settings: Any) -> Any:
    found = catalogue(
        products={"a": record}, networks={"het-proefnet": network()}, settings=settings
    )
    return told(found)["products"][0]


def assert_fits(content: bytes, folder: Path) -> None:
    file = folder / "catalogue.json"
    file.write_bytes(content)
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_it_fits_its_published_schema_as_a_tool_of_others_reads_it(tmp_path: Path) -> None:
    assert_fits(content_of(small_site(**HERE)), tmp_path)


def test_another_site_reads_it(tmp_path: Path) -> None:
    shared = read_shared(content_of(small_site(**HERE)), SharedCatalogue)
    copy = catalogue_text(kept(at_home(shared, ""), "../catalogue.json"))
    assert_fits(copy.encode(), tmp_path)
    assert {p.id for p in shared.products} == {"proefles", "los-idee", "tip"}


def test_a_product_says_what_its_record_says() -> None:
    found = told_of(complete_product(relations=[]), **HERE)
    assert {key: found[key] for key in found if key not in {"files", "goals", "audience"}} == {
        "id": "a",
        "address": "https://zuid.example.org/kb/producten/a/",
        "title": "Een proefles",
        "summary": "Voor groep 5. Leerlingen stellen zelf een vraag.",
        "type": "lesson",
        "status": "transferable",
        "language": "nl",
        "license": "CC-BY-SA-4.0",
        "version": "1.1",
        "published": "2025-11-05",
        "changed": "2026-01-14",
        "networks": ["het-proefnet"],
        "made_by": ["teacher", "student"],
        "sectors": ["po"],
        "levels": ["groep-5"],
        "subjects": ["rekenen-wiskunde"],
        "themes": ["hoogbegaafdheid"],
        "duration": "PT50M",
        "sessions": 1,
        "cost": "free",
    }


def test_a_draft_says_no_more_than_it_knows() -> None:
    assert set(told_of(product())) == {
        "id",
        "address",
        "title",
        "summary",
        "type",
        "status",
        "language",
    }


def test_a_retired_product_says_what_came_in_its_place_and_what_it_was_called() -> None:
    retirement = {"date": date(2026, 8, 31), "reason": "Verouderd.", "replaced_by": "b"}
    old = product(status="retired", retirement=retirement, aliases=["heel-oud"])
    found = told(catalogue(products={"a": old, "b": product()}))["products"]
    (retired,) = (one for one in found if one["status"] == "retired")
    assert (retired["replaced_by"], retired["aliases"]) == ("b", ["heel-oud"])


def test_people_are_named_only_where_the_record_has_their_consent() -> None:
    consent = {"given_on": date(2026, 3, 1), "scope": "naam bij dit product"}
    named = product(credits=[{"name": "Een Verzonnen Mens", "role": "teacher", "consent": consent}])
    assert told_of(named)["credits"] == ["Een Verzonnen Mens"]
    assert "credits" not in told_of(product())


def test_files_have_addresses_that_a_link_can_hold() -> None:
    file = {"path": "files/mijn blad é.docx", "title": "Blad", "audience": "pupil"}
    (found,) = told_of(product(files=[file]), **HERE)["files"]
    assert found == {
        "address": "https://zuid.example.org/kb/producten/a/files/mijn%20blad%20%C3%A9.docx",
        "title": "Blad",
        "audience": "pupil",
    }


def test_a_site_without_an_address_is_seen_from_its_own_file() -> None:
    found = told(small_site())
    assert "address" not in found["site"]
    assert found["products"][0]["address"] == "producten/los-idee/"


def test_texts_come_without_markup() -> None:
    found = told_of(product(summary="Lees *dit* eerst: [hier](https://example.org/), & <dan>."))
    assert found["summary"] == "Lees dit eerst: hier, & <dan>."


def test_every_term_that_is_named_is_explained_and_no_other() -> None:
    found = told(small_site())
    terms = {part["scheme"]: {term["id"] for term in part["terms"]} for part in found["terms"]}
    assert terms["levels"] == {"groep-5"}
    assert terms["statuses"] == {"draft", "tested", "transferable"}
    assert terms["network-statuses"] == {"running"}
    (level,) = (part["terms"][0] for part in found["terms"] if part["scheme"] == "levels")
    assert level["nl"] == "groep 5"
    assert {one["standard"] for one in level["external"]} == {"obk", "slo"}


def test_nothing_of_schools_is_told() -> None:
    content = content_of(small_site(**HERE)).decode()
    assert "proefschool" not in content.lower()
    assert "adoption" not in content


def test_products_of_other_sites_are_not_passed_on() -> None:
    found = catalogue(
        products={"a": product()}, settings=SETTINGS, elsewhere={"noord": kept_copy()}
    )
    assert [one["id"] for one in told(found)["products"]] == ["a"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_stands_at_one_address_in_every_language(language: str) -> None:
    assert "catalogue.json" in publish(small_site(language=language)).published


signs = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), min_size=1, max_size=300
)


@given(signs.filter(str.strip))
def test_any_title_survives_the_way_to_another_site(title: str) -> None:
    record = complete_product(relations=[], title=title.strip())
    found = catalogue(products={"a": record}, networks={"het-proefnet": network()}, settings=HERE)
    shared = at_home(read_shared(content_of(found), SharedCatalogue), "")
    copy = catalogue_text(kept(shared, "x"))
    assert json.loads(copy)["products"][0]["title"] == title.strip()


@pytest.mark.parametrize(
    "title",
    [
        'Hij zei "ja" & ‘nee’',
        "🌟 👩‍🏫 sterren",
        "مرحبا بالعالم",
        "t" * 300,
        "</script><!--",
        "a\u2028b",
    ],
)
def test_awkward_titles_survive_too(title: str) -> None:
    assert told_of(edited(product(), "title", title))["title"] == title


def test_the_same_records_give_the_same_bytes() -> None:
    assert content_of(small_site()) == content_of(small_site())
