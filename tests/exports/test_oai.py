"""The OAI Static Repository, harvested by HTTP::OAI and read by lxml."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from brugwerk.exports import fetched_again_and_again, files_of_site
from tests.builders import guideline, product
from tests.exports.grounds import ADDRESS, HARD, PERSON, alone, products, published
from tests.exports.lom_binding import assert_follows_the_binding

if TYPE_CHECKING:
    from brugwerk.exports import Ground

OAI = "{http://www.openarchives.org/OAI/2.0/}"
REPOSITORY = "{http://www.openarchives.org/OAI/2.0/static-repository}"
DC = "{http://purl.org/dc/elements/1.1/}"
HARVESTER = Path(__file__).with_name("harvest.pl")
RETIREMENT = {"date": date(2026, 8, 31), "reason": "De site bestaat niet meer."}


def text_of(ground: Ground) -> bytes | None:
    found = [e for e in files_of_site(ground) if e.address == "oai.xml"]
    return found[0].make() if found else None


def repository(ground: Ground) -> Any:
    text = text_of(ground)
    assert text is not None
    return etree.fromstring(text)


def offered(ground: Ground) -> set[str]:
    return {found.text.rpartition("/")[2] for found in repository(ground).iter(f"{OAI}identifier")}


@pytest.fixture(scope="module")
def perl() -> str:
    """A Perl that has the harvester."""
    found = shutil.which("perl")
    asked = found and subprocess.run(
        [found, "-MHTTP::OAI", "-e1"], check=False, capture_output=True
    )
    if not found or not asked or asked.returncode:
        pytest.skip("no HTTP::OAI: install libhttp-oai-perl, or run scripts/test as root")
    return found


def harvested(perl: str, ground: Ground, tmp_path: Path) -> dict[str, Any]:
    file = tmp_path / "oai.xml"
    text = text_of(ground)
    assert text is not None
    file.write_bytes(text)
    done = subprocess.run([perl, HARVESTER, file], capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_harvester_gets_every_record_in_both_formats(perl: str, tmp_path: Path) -> None:
    found = harvested(perl, published(), tmp_path)
    assert found["base"] == "https://gateway.example.net/oai/example.org/werkplaats/oai.xml"
    assert found["earliest"] == "2026-01-14"
    assert set(found["records"]) == {"oai_dc", "lom"}
    for records in found["records"].values():
        (record,) = records
        assert record["id"] == "oai:example.org:werkplaats/producten/proefles"
        assert record["day"] == "2026-01-14"
        assert "Een proefles" in record["metadata"]


@pytest.mark.parametrize("text", HARD)
def test_a_harvester_gets_hard_texts_whole(perl: str, tmp_path: Path, text: str) -> None:
    found = harvested(perl, products(proefles=alone(title=text)), tmp_path)
    for format_, name in (("oai_dc", f"{DC}title"), ("lom", "{*}title/{*}langstring")):
        read = etree.fromstring(found["records"][format_][0]["metadata"])
        assert read.findtext(f".//{name}") == text


def test_the_parts_stand_in_the_order_of_the_schema_and_say_what_it_requires() -> None:
    found = repository(published())
    assert [part.tag.removeprefix(REPOSITORY) for part in found] == [
        *("Identify", "ListMetadataFormats", "ListRecords", "ListRecords")
    ]
    identify = {part.tag.removeprefix(OAI): part.text for part in found[0]}
    assert list(identify) == [
        *("repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp"),
        *("deletedRecord", "granularity"),
    ]
    assert (identify["deletedRecord"], identify["granularity"]) == ("no", "YYYY-MM-DD")
    assert identify["adminEmail"] == "redactie@example.org"
    assert [part.get("metadataPrefix") for part in found[2:]] == ["oai_dc", "lom"]


def test_what_a_static_repository_may_not_hold_is_not_there() -> None:
    tags = {str(part.tag).rpartition("}")[2] for part in repository(published()).iter()}
    assert {"resumptionToken", "setSpec", "set", "compression", "error"} & tags == set()
    headers = repository(published()).iter(f"{OAI}header")
    assert all(header.get("status") is None for header in headers)


def test_every_lom_record_within_follows_the_binding() -> None:
    (lom,) = repository(published()).iter("{http://www.imsglobal.org/xsd/imsmd_v1p2}lom")
    assert_follows_the_binding(lom)


def test_dublin_core_says_language_day_makers_and_rights() -> None:
    found = repository(products(proefles=alone()))
    said = {name: [p.text for p in found.iter(f"{DC}{name}")] for name in ("language", "date")}
    assert said == {"language": ["nl"], "date": ["2026-01-14"]}
    assert [p.text for p in found.iter(f"{DC}creator")] == ["Het proefnet (verzonnen)"]
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in [
        p.text for p in found.iter(f"{DC}rights")
    ]
    assert [p.text for p in found.iter(f"{DC}identifier")] == [f"{ADDRESS}producten/proefles/"]


def test_only_what_is_ready_for_use_is_offered() -> None:
    ground = products(
        klaar=alone(),
        concept=product(),
        prototype=alone(status="prototype"),
        zonder_licentie=alone(license=None),
        zonder_dag=guideline(status="tested", license="CC-BY-4.0"),
        teruggetrokken=alone(status="retired", retirement=RETIREMENT),
    )
    assert offered(ground) == {"klaar", "teruggetrokken"}


def test_a_retired_product_has_the_day_on_which_it_retired() -> None:
    ground = products(proefles=alone(status="retired", retirement=RETIREMENT))
    assert {d.text for d in repository(ground).iter(f"{OAI}datestamp")} == {"2026-08-31"}


def test_a_renamed_product_keeps_its_identifier() -> None:
    before = offered(products(proefles=alone()))
    assert offered(products(andere_naam=alone(aliases=["proefles"]))) == before


def test_schools_and_people_are_not_told_of() -> None:
    text = text_of(products(proefles=alone(credits=[PERSON])))
    assert text is not None
    assert PERSON["name"].encode() not in text
    assert b"scholen/" not in (text_of(published()) or b"")


@pytest.mark.parametrize("missing", ["oai_gateway", "address", "contact"])
def test_without_what_harvesters_need_there_is_no_repository(missing: str) -> None:
    assert text_of(published(**{missing: None})) is None


def test_a_repository_of_nothing_is_not_offered() -> None:
    fetched = fetched_again_and_again(products(concept=product()))
    assert "oai.xml" not in {export.address for export in fetched}
