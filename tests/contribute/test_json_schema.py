"""The schemas of records: fresh, sound by their own rules, and of one mind with the check."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from brugwerk.check import check_site
from brugwerk.contribute.json_schema import record_schema, schema_files
from brugwerk.read.site import RawRecord, read_site
from brugwerk.records.kinds import RECORD_KINDS
from brugwerk.settings import Settings
from tests import builders
from tests.builders import REMOVED, REPOSITORY, edited
from tests.in_memory import vocabulary

if TYPE_CHECKING:
    from pathlib import Path


@cache
def validator(kind: str) -> Draft202012Validator:
    schema = record_schema(RECORD_KINDS[kind], vocabulary())
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def as_json(value: Any) -> Any:
    """Front matter as a YAML reader of version 1.2 gives it: dates stay text."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def mistakes(kind: str, record: Any) -> list[str]:
    return [error.message for error in validator(kind).iter_errors(as_json(record))]


def test_the_committed_schemas_are_fresh() -> None:
    checked = check_site(REPOSITORY).entries
    for path, text in schema_files(checked.settings, checked.vocabulary).items():
        file = REPOSITORY / path
        assert file.is_file(), f"{path} is not there; run: brugwerk generate"
        assert file.read_text("utf-8") == text, f"{path} is out of date; run: brugwerk generate"


@pytest.mark.parametrize("file", sorted((REPOSITORY / "docs/schemas").iterdir()), ids=str)
def test_every_committed_schema_is_a_schema(file: Path) -> None:
    Draft202012Validator.check_schema(json.loads(file.read_text("utf-8")))


SITE = read_site(REPOSITORY)
REAL = SITE.records


@pytest.mark.parametrize("record", REAL, ids=[str(record.source.file) for record in REAL])
def test_every_record_of_this_repository_fits_its_schema(record: RawRecord) -> None:
    kind = "product" if record.kind == "version" else record.kind
    assert mistakes(kind, record.source.data) == []


SOUND = [
    ("product", builders.product()),
    ("product", builders.guideline()),
    ("product", builders.complete_product()),
    ("product", builders.product(status="draft", audience=None)),
    ("network", builders.draft_network()),
    ("network", builders.network()),
    ("reflection", builders.reflection()),
    ("school", builders.school()),
    ("school", builders.school(pseudonym=True, consent=REMOVED)),
    ("adoption", builders.exploring_adoption()),
    ("adoption", builders.adoption()),
    ("adoption", builders.exploring_adoption(stage="stopped", reason="Te weinig tijd.")),
]


@pytest.mark.parametrize(("kind", "record"), SOUND)
def test_a_sound_record_fits(kind: str, record: builders.Record) -> None:
    assert mistakes(kind, record) == []


COMPLETE = builders.complete_product()
BROKEN = [
    ("product", builders.product(title=REMOVED)),
    ("product", builders.product(titel="x")),
    ("product", builders.product(status="draf")),
    ("product", builders.product(title="")),
    ("product", builders.product(title=["x"])),
    ("product", builders.product(version="1")),
    ("product", builders.product(review_by="12 mei 2026")),
    ("product", builders.product(review_by="2026-02-30")),
    ("product", builders.product(duration="50 minuten")),
    ("product", builders.product(sessions=0)),
    ("product", builders.product(sessions="twee")),
    ("product", builders.product(themes="hoogbegaafdheid")),
    ("product", edited(COMPLETE, "evidence.0.source", REMOVED)),
    ("product", edited(COMPLETE, "relations.0.kind", "hoort-bij")),
    ("network", builders.network(years=7)),
    ("network", edited(builders.network(), "meetings.0.start", "half vier")),
    ("reflection", edited(builders.reflection(), "aspects.0.place.wished", 8)),
    ("school", builders.school(brin="abc")),
    ("adoption", builders.adoption(bridge=REMOVED)),
]


@pytest.mark.parametrize(("kind", "record"), BROKEN)
def test_a_broken_record_does_not_fit(kind: str, record: builders.Record) -> None:
    assert mistakes(kind, record)


ASKED = [
    ("product", edited(COMPLETE, "review_by", REMOVED)),
    ("product", edited(COMPLETE, "core", [])),
    ("product", edited(COMPLETE, "core.0.recognise", REMOVED)),
    ("product", edited(COMPLETE, "duration", REMOVED)),
    ("product", builders.product(status="prototype")),
    ("product", builders.product(status="retired")),
    ("network", builders.network(result=REMOVED)),
    ("adoption", builders.exploring_adoption(next_step=REMOVED)),
    ("adoption", builders.exploring_adoption(stage="declined")),
    ("reflection", builders.reflection(agreed_with_group=REMOVED)),
    ("school", builders.school(consent=REMOVED)),
]


@pytest.mark.parametrize(("kind", "record"), ASKED)
def test_what_a_state_asks_for_must_be_there(kind: str, record: builders.Record) -> None:
    assert mistakes(kind, record)


def test_a_design_is_not_asked_for_the_time_of_a_lesson() -> None:
    design = edited(edited(COMPLETE, "type", "design"), "duration", REMOVED)
    assert mistakes("product", design) == []


def test_a_term_shows_its_label_and_meaning_in_an_editor() -> None:
    schema = record_schema(RECORD_KINDS["product"], vocabulary())
    assert schema["properties"]["status"]["$ref"] == "#/$defs/statuses"
    draft = schema["$defs"]["statuses"]["oneOf"][0]
    assert (draft["const"], draft["title"], draft["x-label-en"]) == ("draft", "concept", "draft")
    assert draft["description"].startswith("Nog in de maak.")


def test_a_field_shows_its_label_hint_and_example_in_dutch_with_english_beside() -> None:
    title = record_schema(RECORD_KINDS["product"], vocabulary())["properties"]["title"]
    assert (title["title"], title["x-label-en"]) == ("Titel", "Title")
    assert title["description"] == "Zeg wat je ermee doet."
    assert title["examples"] == ["Compacten met een startgesprek"]


def test_no_words_of_programmers_reach_an_editor() -> None:
    for text in schema_files(Settings(), vocabulary()).values():
        schema = json.loads(text)
        for part in (schema, *schema["$defs"].values()):
            assert "Attributes" not in part.get("description", "")


@pytest.mark.parametrize("file", ["brugwerk.yml", *(f"vocabulary/{s}.yml" for s in vocabulary())])
def test_settings_and_lists_fit_their_schema(file: str) -> None:
    source = SITE.settings if file == "brugwerk.yml" else SITE.lists[file[11:-4]]
    assert source is not None
    name = "settings" if file == "brugwerk.yml" else "vocabulary"
    text = schema_files(Settings(), vocabulary())[f"docs/schemas/{name}.schema.json"]
    found = Draft202012Validator(json.loads(text)).iter_errors(as_json(source.data))
    assert [error.message for error in found] == []


def test_a_list_with_an_unknown_key_does_not_fit() -> None:
    text = schema_files(Settings(), vocabulary())["docs/schemas/vocabulary.schema.json"]
    label = {"nl": "x", "en": "x"}
    broken = {"label": label, "terms": [{"id": "x", "label": label, "kleur": "rood"}]}
    assert not Draft202012Validator(json.loads(text)).is_valid(broken)


def test_check_jsonschema_reads_the_patterns_as_browsers_do(tmp_path: Path) -> None:
    record = tmp_path / "product.json"
    record.write_text(json.dumps(as_json(COMPLETE)), "utf-8")
    schema = REPOSITORY / "docs/schemas/product.schema.json"
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(record)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
