"""The form is made of the shapes, the lists and the catalogue of problems, and of nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.contribute.form import definition as module
from brugwerk.contribute.form.definition import CODES, ORDER, PARTS, definition
from brugwerk.contribute.form.files import form_files
from brugwerk.contribute.form.published import to_revise, whom_to_refer_to
from brugwerk.contribute.form.sections import beginnings, sections_of
from brugwerk.language import translator
from brugwerk.problems import all_explanations
from brugwerk.records.description import describe
from brugwerk.records.fields import Line, about
from brugwerk.records.kinds import RECORD_KINDS
from brugwerk.records.product import Product
from tests.builders import adoption, complete_product, network, product, reflection, school
from tests.contribute.node import ASSETS, made
from tests.in_memory import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPTS = sorted(ASSETS.rglob("*.js"))


def field_at(kind: str, *path: str) -> dict[str, Any]:
    (fields,) = [one["fields"] for one in made()["kinds"] if one["id"] == kind]
    for step in path:
        (field,) = [one for one in fields if one["key"] == step]
        fields = field.get("fields", [])
    return field


def walked(fields: list[dict[str, Any]], *above: str) -> Iterator[tuple[str, ...]]:
    for field in fields:
        yield (*above, field["key"])
        yield from walked(field.get("fields", []), *above, field["key"])


@pytest.mark.parametrize("kind", ORDER)
def test_every_field_of_every_shape_is_in_the_form(kind: str) -> None:
    (found,) = [one for one in made()["kinds"] if one["id"] == kind]
    described = describe(RECORD_KINDS[kind].shape)
    assert [*walked(found["fields"])] == [p for field in described for p, _ in field.walk()]
    in_sections = [key for section in found["sections"] for key in section["keys"]]
    assert in_sections == [field.key for field in described]


def test_a_new_field_of_a_shape_needs_no_other_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    class Extended(Product):
        weather: Line | None = about("Weer", "Weather", example="zon", default=None)

    kinds = {**RECORD_KINDS, "product": replace(RECORD_KINDS["product"], shape=Extended)}
    monkeypatch.setattr(module, "RECORD_KINDS", kinds)
    found = definition(catalogue(), translator("nl"))["kinds"][0]
    assert found["fields"][-1]["label"] == "Weer"
    assert found["fields"][-1]["example"] == "zon"
    assert found["sections"][-1]["keys"][-1] == "weather"


def test_a_field_carries_what_its_shape_says() -> None:
    title = field_at("product", "title")
    assert title["hint"] == "Zeg wat je ermee doet."
    assert (title["required"], title["longest"]) == (True, 300)
    round_ = field_at("product", "adaptable", "from_round")
    assert (round_["kind"], round_["least"], round_["most"]) == ("number", 1, 3)
    assert field_at("product", "networks")["reference"] == "network"
    assert field_at("network", "meetings", "blocks", "role")["scheme"] == "roles"


def test_the_form_speaks_the_language_of_the_site() -> None:
    assert made("en")["kinds"][0]["fields"][0]["label"] == "Title"
    assert made("nl")["texts"]["download"] == "Download het bestand"
    assert made("en")["lists"]["statuses"]["terms"][0]["label"] == "draft"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_hint_tells_how_to_write_in_a_file(language: str) -> None:
    said = json.dumps(made(language)["kinds"], ensure_ascii=False)
    assert not re.search("aanhalingsteken|quotation mark|`true`|ISO 8601", said)


def test_what_a_status_asks_comes_from_the_list() -> None:
    asks = made()["kinds"][0]["asks"]
    assert asks["values"]["draft"] == {}
    assert asks["values"]["prototype"]["lesson"] == ["duration", "levels"]
    assert set(asks["within"]) == {"tested", "transferable", "retired"}


def test_a_section_cannot_begin_at_a_field_that_is_not_there() -> None:
    fields = describe(Product)
    with pytest.raises(ValueError, match="no such field: nowhere"):
        sections_of(fields, {"title": "A", "nowhere": "B"})
    with pytest.raises(ValueError, match="no section begins at title"):
        sections_of(fields, {"summary": "A"})


def test_every_kind_has_sections() -> None:
    assert set(beginnings(str)) == set(ORDER) == set(RECORD_KINDS)


def test_parts_are_those_of_fields_that_exist() -> None:
    for kind, *path in PARTS:
        assert field_at(kind, *path)["parts"] == PARTS[(kind, *path)]


# The scripts and the definition fit together.


def test_the_scripts_use_texts_that_exist_and_no_text_is_idle() -> None:
    source = "\n".join(script.read_text("utf-8") for script in SCRIPTS)
    used = set(re.findall(r"\bsay\(\s*(?:isFull \? )?\"(\w+)\"", source))
    used |= {"storageFull", "storageRefused", "upNamed", "downNamed", "removeNamed"}
    texts = set(made()["texts"])
    endings = {"Missing", "NameMissing", "Owner", "OwnerHint", "Text", "Name", "Later"}
    by_kind = {kind + ending for kind in ORDER for ending in endings}
    ways = {"create", "edit", "upload", "mail", "attach", "download"}
    by_way = {way + ending for way in ways for ending in ("Way", "Go")}
    assert used - texts == set()
    assert texts - used - by_kind - by_way == set()


def test_the_scripts_name_codes_that_the_definition_explains() -> None:
    source = "\n".join(script.read_text("utf-8") for script in SCRIPTS)
    used = set(re.findall(r"\"(BW\d{3})\"", source))
    asked = {kind["asks"]["code"] for kind in made()["kinds"] if kind.get("asks")}
    assert used | asked == set(CODES)
    assert set(CODES) <= set(all_explanations())


def test_every_pattern_of_a_field_has_words() -> None:
    patterns = made()["words"]["patterns"]
    for kind in made()["kinds"]:
        for path in walked(kind["fields"]):
            if pattern := field_at(kind["id"], *path).get("pattern"):
                assert patterns[pattern]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_scripts_keep_to_what_a_strict_policy_allows(script: Any) -> None:
    source = script.read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", source)
    assert not re.search(r"new Function|\.style\b|\bstyle:|https?://(?!\$)", source)
    assert len(source.splitlines()) <= 350


# What is published of records.


def everything() -> Any:
    return catalogue(
        products={"proefles": complete_product(), "los-idee": product()},
        networks={"het-proefnet": network()},
        schools={"de-proefschool": school()},
        adoptions={("de-proefschool", "proefles"): adoption()},
        reflections={("het-proefnet", "2026-02-04"): reflection()},
        bodies={"los-idee": "Tekst."},
    )


def test_the_form_gets_a_file_for_every_published_record() -> None:
    names = {name for name, _ in form_files(everything(), translator("nl"))}
    assert names == {
        "definition.json",
        "records.json",
        "records/product/proefles.json",
        "records/product/los-idee.json",
        "records/network/het-proefnet.json",
        "records/school/de-proefschool.json",
        "records/adoption/de-proefschool/proefles.json",
        "records/reflection/het-proefnet/2026-02-04.json",
    }


def test_a_record_to_revise_is_its_file_and_nothing_more() -> None:
    entry = everything().products["proefles"]
    found = to_revise(entry)
    assert found.keys() == {"data", "body"}
    assert found["data"].keys() == complete_product().keys()
    assert found["data"]["review_by"] == "2027-09-01"


def test_whom_to_refer_to_says_names_and_no_more() -> None:
    found = whom_to_refer_to(everything())
    assert found["network"] == [{"id": "het-proefnet", "label": "Het proefnet (verzonnen)"}]
    assert found["adoption"] == [{"owner": "de-proefschool", "id": "proefles"}]
