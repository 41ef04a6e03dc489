"""A field that is added to a record turns up in every way of contributing, with no other edit.

Each way in is a line of :data:`WAYS`: what it is called, and a function that lists the keys that it
offers for a kind of record, nested keys joined by a full stop.
"""

from __future__ import annotations

import dataclasses
import json
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from click.testing import CliRunner

import brugwerk.command.fields
import brugwerk.command.new
import brugwerk.contribute.editor
from brugwerk.command import main
from brugwerk.contribute.editor import editor_config
from brugwerk.contribute.editor_snippets import snippets_of
from brugwerk.contribute.json_schema import record_schema
from brugwerk.contribute.starting_file import starting_file
from brugwerk.language import translator
from brugwerk.read.yaml_text import read_yaml
from brugwerk.records.fields import Id, Line, Many, Shape, Term, about
from brugwerk.records.kinds import RECORD_KINDS, RecordKind
from brugwerk.records.product import Product
from brugwerk.render.kinds.fields import page_of
from brugwerk.settings import Editor, Settings
from tests.builders import product, write_site
from tests.html import parse
from tests.in_memory import publish, small_site, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    KeysOf = Callable[[RecordKind, Path, pytest.MonkeyPatch], set[str]]


class Weather(Shape):
    """A part that no product has."""

    sky: Annotated[Id, Term("themes")] = about("Lucht", "Sky", example="hoogbegaafdheid")
    wind: Line | None = about("Wind", "Wind", example="zacht", default=None)


class ProductWithWeather(Product):
    """A product with two fields more."""

    mood: Line = about("Stemming", "Mood", example="vrolijk")
    weather: Many[Weather] = about("Weer", "Weather", default=())


KIND = dataclasses.replace(RECORD_KINDS["product"], shape=ProductWithWeather)
ADDED = {"mood", "weather", "weather.sky", "weather.wind"}


def _in_schema(node: dict[str, Any], parts: dict[str, Any], above: str = "") -> Iterator[str]:
    for key, prop in node.get("properties", {}).items():
        yield f"{above}{key}"
        target = json.dumps(prop)
        for name in re.findall(r'"#/\$defs/(\w+)"', target):
            yield from _in_schema(parts[name], parts, f"{above}{key}.")


def in_json_schema(kind: RecordKind, _root: Path, _patch: pytest.MonkeyPatch) -> set[str]:
    schema = record_schema(kind, vocabulary())
    return set(_in_schema(schema, schema["$defs"]))


def on_the_page(kind: RecordKind, _root: Path, _patch: pytest.MonkeyPatch) -> set[str]:
    site = publish(small_site())
    html = site.render(page_of([kind], site.templates))
    start = f"{kind.id}-"
    return {
        anchor.removeprefix(start).replace("-", ".")
        for anchor in parse(html).ids()
        if anchor.startswith(start)
    }


def as_printed(kind: RecordKind, root: Path, patch: pytest.MonkeyPatch) -> set[str]:
    patch.setattr(brugwerk.command.fields, "RECORD_KINDS", MappingProxyType({kind.id: kind}))
    said = CliRunner().invoke(main, ["fields", kind.id, "--format", "json", "--root", str(root)])

    def keys(entries: list[dict[str, Any]]) -> Iterator[str]:
        for entry in entries:
            yield entry["key"]
            yield from keys(entry.get("fields", []))

    return set(keys(json.loads(said.output)[0]["fields"]))


def _nested(data: Any, above: str = "") -> Iterator[str]:
    if isinstance(data, list):
        data = data[0]
    if isinstance(data, dict):
        for key, value in data.items():
            yield f"{above}{key}"
            yield from _nested(value, f"{above}{key}.")


def in_a_new_file(kind: RecordKind, _root: Path, _patch: pytest.MonkeyPatch) -> set[str]:
    text = starting_file(kind, product(), vocabulary(), translator("nl"))
    everything = re.sub(r"^(\s*)#(?=[^ ]|  )", r"\1", text, flags=re.MULTILINE)
    return set(_nested(read_yaml(everything.strip("-\n")).data))


def as_flags(kind: RecordKind, _root: Path, patch: pytest.MonkeyPatch) -> set[str]:
    patch.setattr(brugwerk.command.new, "RECORD_KINDS", MappingProxyType({kind.id: kind}))
    command = brugwerk.command.new.new.get_command(None, kind.id)  # type: ignore[arg-type]
    assert command is not None
    flags = {flag for param in command.params for flag in param.opts}
    found = {flag.removeprefix("--").replace("-", ".") for flag in flags}
    # A group is no flag of its own; the flags of its keys name it.
    return found | {key.rpartition(".")[0] for key in found}


def as_snippets(kind: RecordKind, _root: Path, _patch: pytest.MonkeyPatch) -> set[str]:
    snippets = snippets_of(kind, "nl", vocabulary())
    found: set[str] = set()
    for snippet in snippets.values():
        body = "\n".join(snippet["body"])
        plain = re.sub(r"\$\{\d+[:|](?:\\.|[^}])*\}", "x", body)
        found |= set(_nested(read_yaml(plain).data))
    return found


def in_the_browser(kind: RecordKind, _root: Path, patch: pytest.MonkeyPatch) -> set[str]:
    kinds = MappingProxyType({**RECORD_KINDS, kind.id: kind})
    patch.setattr(brugwerk.contribute.editor, "RECORD_KINDS", kinds)
    editor = Editor(backend="github", repository="ons-net/brugwerk")
    config = editor_config(editor, Settings(), vocabulary(), translator("nl"))

    def keys(fields: list[dict[str, Any]], above: str = "") -> Iterator[str]:
        for field in fields:
            yield f"{above}{field['name']}"
            yield from keys(field.get("fields", []), f"{above}{field['name']}.")

    (found,) = (c for c in config["collections"] if c["name"] == kind.id)
    return set(keys(found["fields"]))


WAYS: list[tuple[str, KeysOf]] = [
    ("JSON Schema", in_json_schema),
    ("the reference page", on_the_page),
    ("brugwerk fields", as_printed),
    ("the file that brugwerk new writes", in_a_new_file),
    ("the flags of brugwerk new", as_flags),
    ("the snippets of an editor", as_snippets),
    ("the editor in the browser", in_the_browser),
]


@pytest.mark.parametrize(("_way", "keys_of"), WAYS, ids=[name for name, _ in WAYS])
def test_a_new_field_turns_up(
    _way: str, keys_of: KeysOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_site(tmp_path)
    before = keys_of(RECORD_KINDS["product"], root, monkeypatch)
    after = keys_of(KIND, root, monkeypatch)
    assert after - before == ADDED


def test_a_required_new_field_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brugwerk.command.new, "RECORD_KINDS", MappingProxyType({KIND.id: KIND}))
    flags = ["--title", "x", "--summary", "y", "--type", "lesson", "--no-ask"]
    said = CliRunner().invoke(main, ["new", "product", *flags, "--root", str(write_site(tmp_path))])
    assert said.exit_code == 2
    assert "--mood: Stemming" in said.output
