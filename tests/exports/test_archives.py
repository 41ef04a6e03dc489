"""Archives of products: whole, told to programs by RO-Crate, and pupils' part alone."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.addresses import TAKEN_ALONG
from brugwerk.check.attachments import KINDS
from brugwerk.exports.media_types import MEDIA_TYPES
from brugwerk.exports.packing import packed
from brugwerk.exports.record_text import product_text
from brugwerk.publish.attachments import Store
from brugwerk.records.description import describe
from brugwerk.records.product import Product
from tests.attached import unzipped
from tests.builders import PRODUCT, complete_product, network, product
from tests.exports.taken import BODY, LESSON, of_product
from tests.html import parse
from tests.in_memory import catalogue, publish, small_site

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.exports import Ground

ARCHIVE = f"{LESSON}archive.zip"
PUPILS = f"{LESSON}pupils.zip"
METADATA = "ro-crate-metadata.json"


def ground_of(record: dict[str, Any], body: str = "", **settings: Any) -> Ground:
    made = catalogue(
        products={"proefles": record, "los-idee": product(title="Een ander")},
        networks={"het-proefnet": network(schools=[])},
        bodies={PRODUCT: body},
        settings=settings,
    )
    return publish(made).ground_of_exports(lambda file: file.read_bytes())


def text_of(record: dict[str, Any], body: str = "", **settings: Any) -> str:
    ground = ground_of(record, body, **settings)
    return product_text(ground.catalogue.products["proefles"], ground)


def shown(text: str) -> str:
    """What a reader sees of a Markdown text."""
    return " ".join(parse(markdown.markdown(text, extensions=["tables"])).text.split())


def graph(archive: bytes) -> dict[str, dict[str, Any]]:
    crate = json.loads(unzipped(archive)[METADATA])
    assert crate["@context"] == "https://w3id.org/ro/crate/1.2/context"
    return {entity["@id"]: entity for entity in crate["@graph"]}


# The whole product.


@pytest.mark.parametrize("address", [ARCHIVE, PUPILS])
def test_unzip_finds_nothing_wrong(
    address: str, pictured: dict[str, bytes], tmp_path: Path
) -> None:
    file = tmp_path / "pak.zip"
    file.write_bytes(pictured[address])
    done = subprocess.run(["unzip", "-t", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_it_holds_the_text_the_licence_and_every_attachment(pictured: dict[str, bytes]) -> None:
    assert set(unzipped(pictured[ARCHIVE])) == {
        METADATA,
        "proefles.md",
        "LICENSE.txt",
        "files/werkblad.docx",
        "files/antwoorden.docx",
        "files/kring.png",
    }


def test_attachments_are_as_readers_get_them(pictured: dict[str, bytes]) -> None:
    worksheet = unzipped(pictured[ARCHIVE])["files/werkblad.docx"]
    assert docx.Document(io.BytesIO(worksheet)).core_properties.author == ""


def test_files_have_the_date_of_the_version(pictured: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(pictured[ARCHIVE])) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2026, 1, 14, 0, 0, 0)}


def test_the_licence_says_what_is_allowed_and_how_to_name_the_makers() -> None:
    made = of_product(complete_product(files=[], relations=[]))
    text = unzipped(made[ARCHIVE])["LICENSE.txt"].decode()
    assert "CC-BY-SA-4.0" in text
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in text
    assert "Het proefnet (verzonnen). (2026, 14 januari). Een proefles (Versie 1.1)" in text


def test_the_text_of_the_licence_comes_along_where_the_site_has_it(tmp_path: Path) -> None:
    (tmp_path / "LICENSES").mkdir()
    (tmp_path / "LICENSES/CC-BY-SA-4.0.txt").write_text("Artikel 1", "utf-8")
    site = publish(
        catalogue(
            products={"proefles": complete_product(files=[], relations=[])},
            networks={"het-proefnet": network(schools=[])},
        )
    )
    ground = type(site)(site.catalogue, site.templates, root=tmp_path).ground_of_exports(
        Store(tmp_path).cleaned
    )
    assert ground.licence("CC-BY-SA-4.0") == "Artikel 1"
    assert ground.licence("CC0-1.0") is None


@pytest.mark.parametrize("record", [product(), complete_product(files=[], relations=[])])
def test_without_a_licence_or_a_day_there_is_none(record: dict[str, Any]) -> None:
    without = {**record, "changes": []}
    assert ARCHIVE not in of_product(without)


# RO-Crate 1.2: https://www.researchobject.org/ro-crate/specification/1.2/


def test_the_crate_describes_itself_and_its_root(pictured: dict[str, bytes]) -> None:
    entities = graph(pictured[ARCHIVE])
    descriptor, root = entities[METADATA], entities["./"]
    assert descriptor["@type"] == "CreativeWork"
    assert descriptor["about"] == {"@id": "./"}
    assert descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    assert root["@type"] == "Dataset"
    assert root["name"] == "Een proefles"
    assert root["description"]
    assert root["datePublished"] == "2026-01-14"
    assert root["license"] == {"@id": "https://creativecommons.org/licenses/by-sa/4.0/"}


def test_every_file_of_the_crate_is_described_and_there(pictured: dict[str, bytes]) -> None:
    entities = graph(pictured[ARCHIVE])
    files = {i: e for i, e in entities.items() if e["@type"] == "File"}
    inside = unzipped(pictured[ARCHIVE])
    assert {part["@id"] for part in entities["./"]["hasPart"]} == set(files)
    assert set(files) == set(inside) - {METADATA}
    assert {int(e["contentSize"]) for e in files.values()} == {
        len(content) for name, content in inside.items() if name != METADATA
    }
    assert files["files/kring.png"]["encodingFormat"] == "image/png"


def test_whatever_the_crate_refers_to_is_in_it(pictured: dict[str, bytes]) -> None:
    entities = graph(pictured[ARCHIVE])

    def references(value: Any) -> set[str]:
        if isinstance(value, list):
            return {i for part in value for i in references(part)}
        return {value["@id"]} if isinstance(value, dict) else set()

    named = {i for e in entities.values() for value in e.values() for i in references(value)}
    assert named - {"https://w3id.org/ro/crate/1.2"} <= set(entities)


def test_with_the_address_of_the_site_networks_and_product_have_theirs() -> None:
    made = of_product(
        complete_product(files=[], relations=[]), address="https://voorbeeld.nl/kennis/"
    )
    entities = graph(made[ARCHIVE])
    assert entities["./"]["url"] == "https://voorbeeld.nl/kennis/producten/proefles/"
    assert "https://voorbeeld.nl/kennis/netwerken/het-proefnet/" in entities


def test_every_kind_of_attachment_has_a_media_type() -> None:
    assert set(MEDIA_TYPES) >= set(KINDS)


# Pupils.


def test_pupils_get_what_is_for_pupils_and_nothing_of_the_teacher(
    pictured: dict[str, bytes],
) -> None:
    assert set(unzipped(pictured[PUPILS])) == {"proefles/werkblad.docx", "LICENSE.txt"}


def test_without_anything_for_pupils_there_is_none() -> None:
    assert PUPILS not in of_product(complete_product(files=[], relations=[]))


# The text.


def test_the_text_holds_every_field_that_is_filled_in() -> None:
    text = text_of(complete_product(files=[]), "## Kop\n\nTekst.\n")
    labels = [field.label.nl for field in describe(Product)]
    filled = complete_product(files=[]).keys() - {"title", "summary", "files"}
    fields = {field.key: field.label.nl for field in describe(Product)}
    assert labels
    for key in filled:
        assert fields[key] in text, key
    assert "### Kop" in text


def test_attachments_are_named_and_linked_beside_the_text(pictured: dict[str, bytes]) -> None:
    text = unzipped(pictured[ARCHIVE])["proefles.md"].decode()
    assert "(<files/werkblad.docx>)" in text
    assert "Werkblad" in text
    assert "(files/kring.png" in text


def test_consent_and_former_names_stay_with_the_record() -> None:
    record = complete_product(files=[], aliases=["oude-les"], invented_names=["Merel"])
    text = text_of(record)
    assert "oude-les" not in text
    assert "Merel" not in text


def test_a_link_to_another_record_leads_to_the_site() -> None:
    text = text_of(
        complete_product(files=[]),
        "Zie [dit](../los-idee/index.md#kop) en `[niet](../los-idee/index.md)`.",
        address="https://voorbeeld.nl/",
    )
    assert "[dit](https://voorbeeld.nl/producten/los-idee/#kop)" in text
    assert "`[niet](../los-idee/index.md)`" in text


def test_headings_in_code_stay_as_they_are() -> None:
    assert "\n# commentaar\n" in text_of(complete_product(files=[]), "```\n# commentaar\n```")


LINES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=60)


@given(LINES)
def test_any_line_reads_as_it_was_written(line: str) -> None:
    assert line in shown(text_of(complete_product(files=[], materials=[line])))


def test_the_body_keeps_all_that_it_holds() -> None:
    text = text_of(complete_product(files=[]), BODY)
    assert "| 45 | werk |" in text
    assert "$\\frac{1}{2}$" in text


# Packing.


@given(st.dictionaries(LINES.filter(lambda n: "/" not in n and "\\" not in n), st.binary()))
def test_what_is_packed_comes_out(parts: dict[str, bytes]) -> None:
    assert unzipped(packed(parts.items(), None)) == parts


def test_names_beside_pages_are_known_to_whoever_keeps_addresses() -> None:
    pages = publish(small_site()).pages.values()
    ends = {item.address.rpartition("/")[2] for page in pages for item in page.take_along}
    assert "word.docx" in ends
    assert {end for end in ends if not end.startswith("citation.")} <= TAKEN_ALONG
