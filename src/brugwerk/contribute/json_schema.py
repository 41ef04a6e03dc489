"""JSON Schema of every kind of record, for editors and other tools: Dutch, with English beside it.

Only keywords that draft 7 has as well are used (``$defs`` aside, which is reached by pointer), so
that editors with an older validator read the files too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.demands import demands
from brugwerk.records.description import FieldDescription, FieldKind, describe
from brugwerk.records.kinds import RECORD_KINDS
from brugwerk.records.sharing import FORMAT_VERSION, SharedCatalogue
from brugwerk.records.vocabulary import TERM_SHAPES, VocabularyList, VocabularyTerm
from brugwerk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.contribute.demands import Demand
    from brugwerk.records.fields import Shape
    from brugwerk.records.kinds import RecordKind
    from brugwerk.records.vocabulary import Vocabulary

FOLDER = "docs/schemas"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MADE = "Made by `brugwerk generate` from src/brugwerk/records and vocabulary/. Do not edit."
_LINE = r"^[^\r\n]*$"
# A folded block of YAML ends in a line feed, which our reader takes away.
_LINE_AS_WRITTEN = r"^\s*[^\r\n]*\s*$"
_DAY = r"^\d{4}-\d\d-\d\d$"
_JSON_TYPES = {
    FieldKind.GROUP: "object",
    FieldKind.NUMBER: "integer",
    FieldKind.YES_NO: "boolean",
}


def record_schema(kind: RecordKind, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the schema of the front matter of one kind of record.

    Args:
        kind: The kind of record.
        vocabulary: The controlled lists; their terms become the allowed values.
    """
    schema = _of_shape(kind.shape, vocabulary)
    fields = {field.key: field for field in describe(kind.shape)}
    conditions = [_condition(demand, fields) for demand in demands(kind, vocabulary)]
    return {
        "$schema": _DIALECT,
        "$id": f"urn:brugwerk:schema:{kind.id}",
        "$comment": _MADE,
        "title": kind.label.nl,
        "x-label-en": kind.label.en,
        **schema,
        **({"allOf": conditions} if conditions else {}),
    }


def settings_schema() -> dict[str, Any]:
    """Return the schema of ``brugwerk.yml``."""
    return {
        "$schema": _DIALECT,
        "$id": "urn:brugwerk:schema:settings",
        "$comment": _MADE,
        "title": "Instellingen",
        "x-label-en": "Settings",
        **_of_shape(Settings, None),
    }


def vocabulary_schema() -> dict[str, Any]:
    """Return one schema for all of ``vocabulary/``: a term may have what any list gives it."""
    schema = _of_shape(VocabularyList[VocabularyTerm], None)
    parts = schema["$defs"]
    terms: dict[str, Any] = {}
    shapes: tuple[type[VocabularyTerm], ...] = (VocabularyTerm, *TERM_SHAPES.values())
    for shape in shapes:
        found = _of_shape(shape, None)
        parts |= found.get("$defs", {})
        for key, prop in found["properties"].items():
            known = terms.setdefault(key, prop)
            if known != prop:
                options = known.get("anyOf", [known])
                terms[key] = {"anyOf": options + [prop] * (prop not in options)}
    parts["VocabularyTerm"]["properties"] = terms
    return {
        "$schema": _DIALECT,
        "$id": "urn:brugwerk:schema:vocabulary",
        "$comment": _MADE,
        "title": "Keuzelijst",
        "x-label-en": "Controlled list",
        **schema,
    }


def catalogue_schema() -> dict[str, Any]:
    """Return the schema of ``catalogue.json``, which holds for this version and later ones of it.

    What is a term there is not narrowed to the lists of this site: other sites have other lists.
    """
    return {
        "$schema": _DIALECT,
        "$id": f"urn:brugwerk:schema:catalogue:{FORMAT_VERSION}",
        "$comment": _MADE,
        "title": "Catalogus",
        "x-label-en": "Catalogue",
        **_of_shape(SharedCatalogue, None),
    }


def schema_files(_settings: Settings, vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return the text of every schema file by its path below the site's root.

    Files in ``docs/`` are published as they are: ``docs/schemas/product.schema.json`` stands at
    ``/schemas/product.schema.json``.
    """
    schemas = {kind.id: record_schema(kind, vocabulary) for kind in RECORD_KINDS.values()}
    schemas |= {"settings": settings_schema(), "vocabulary": vocabulary_schema()}
    schemas["catalogue"] = catalogue_schema()
    return {
        f"{FOLDER}/{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def _of_shape(shape: type[Shape], vocabulary: Vocabulary | None) -> dict[str, Any]:
    found = shape.model_json_schema()
    parts = found.pop("$defs", {})
    schema = _in_words(found, vocabulary)
    named = {name: _in_words(part, vocabulary) for name, part in parts.items()}
    if vocabulary is not None:
        named |= {scheme: _choices(scheme, vocabulary) for scheme in sorted(_schemes(found, parts))}
    return {**schema, **({"$defs": named} if named else {})}


def _in_words(node: Mapping[str, Any], vocabulary: Vocabulary | None) -> dict[str, Any]:
    """Return a node of pydantic's schema as people and editors read it."""
    result: dict[str, Any] = {}
    if label := node.get("label"):
        result |= {"title": label["nl"], "x-label-en": label["en"]}
    if hint := node.get("hint"):
        result |= {"description": hint["nl"], "x-hint-en": hint["en"]}
    if "example" in node:
        result["examples"] = [node["example"]]
    if vocabulary is not None and "x-vocabulary" in node:
        return {**result, "$ref": f"#/$defs/{node['x-vocabulary']}", **_default(node)}
    for key, value in node.items():
        match key:
            # Pydantic's own titles and our docstrings are English, and for programmers.
            case "label" | "hint" | "example" | "title" | "description" | "default":
                continue
            case "properties":
                result[key] = {name: _in_words(prop, vocabulary) for name, prop in value.items()}
            case "items" | "additionalProperties" if isinstance(value, dict):
                result[key] = _in_words(value, vocabulary)
            case "anyOf":
                result[key] = [_in_words(option, vocabulary) for option in value]
            case "pattern" if value == _LINE:
                result[key] = _LINE_AS_WRITTEN
            case _:
                result[key] = value
    if node.get("format") == "date":
        result["pattern"] = _DAY
    return {**result, **_default(node)}


def _default(node: Mapping[str, Any]) -> dict[str, Any]:
    return {"default": node["default"]} if node.get("default") is not None else {}


def _schemes(*nodes: Any) -> set[str]:
    """Return the controlled lists that are named anywhere in the nodes."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, dict):
            found |= {node["x-vocabulary"]} if "x-vocabulary" in node else set()
            found |= _schemes(*node.values())
        elif isinstance(node, list):
            found |= _schemes(*node)
    return found


def _choices(scheme: str, vocabulary: Vocabulary) -> dict[str, Any]:
    found = vocabulary.lists[scheme]
    return {
        "title": found.label.nl,
        "x-label-en": found.label.en,
        "x-vocabulary": scheme,
        "oneOf": [
            {
                "const": term.id,
                "title": term.label.nl,
                "x-label-en": term.label.en,
                **({"description": term.description.nl} if term.description else {}),
            }
            for term in found.terms
        ],
    }


def _condition(demand: Demand, fields: Mapping[str, FieldDescription]) -> dict[str, Any]:
    then: dict[str, Any] = {}
    for path in demand.paths:
        _ask(then, path, fields)
    if not demand.when:
        return then
    state = {key: {"const": value} for key, value in demand.when}
    # A state that is a key's default also holds where the key is absent.
    named = [key for key, value in demand.when if fields[key].default != value]
    return {
        "if": {"properties": state, **({"required": named} if named else {})},
        "then": then,
    }


def _ask(
    node: dict[str, Any], path: tuple[str, ...], fields: Mapping[str, FieldDescription]
) -> None:
    """Add to a schema that the key at ``path`` must be there and must hold something."""
    key, *rest = path
    field = fields[key]
    properties = node.setdefault("properties", {})
    if rest:
        inside = {child.key: child for child in field.fields}
        below = properties.setdefault(key, {})
        target = below.setdefault("items", {}) if field.many else below
        _ask(target, tuple(rest), inside)
        return
    node.setdefault("required", []).append(key)
    properties[key] = (
        {"type": "array", "minItems": 1}
        if field.many
        else {"type": _JSON_TYPES.get(field.kind, "string")}
    )
