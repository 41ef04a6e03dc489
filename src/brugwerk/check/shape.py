"""The shape of one record: pydantic's findings become located problems in the reader's words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from brugwerk.check.entries import KINDS
from brugwerk.check.nearest import did_you_mean, nearest_key
from brugwerk.problems import Problem
from brugwerk.problems.problem import Wording
from brugwerk.problems.withheld import WITHHELD, looks_personal
from brugwerk.records.fields import Shape
from brugwerk.records.vocabulary import AGES_PATTERN
from brugwerk.settings import BRANCH_PATTERN, REPOSITORY_PATTERN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from brugwerk.read.front_matter import Source
    from brugwerk.read.yaml_text import KeyPath
    from brugwerk.records.vocabulary import Vocabulary

# Keys that would hold a person's data or a measurement of one: refused by name (domain rule 2).
PERSONAL_KEYS = frozenset(
    {
        *("name", "names", "naam", "namen", "person", "persoon", "contact"),
        *("email", "e-mail", "mail", "mailadres", "phone", "telefoon", "telefoonnummer", "tel"),
        *("mobile", "address", "adres", "birthdate", "geboortedatum", "bsn"),
        *("score", "scores", "grade", "grades", "cijfer", "cijfers", "rating", "average"),
        *("voornaam", "achternaam", "firstname", "lastname", "e_mail", "leerlingnummer"),
        *("gemiddelde", "pupil", "pupils", "leerling", "leerlingen"),
    }
)
_CODES = {
    "missing": "BW101",
    "extra_forbidden": "BW102",
    "string_too_short": "BW104",
    "too_short": "BW104",
    "unknown_term": "BW105",
    "date_type": "BW106",
    "control_character": "BW016",
    "duration": "BW107",
    "time_of_day": "BW114",
    "web_address": "BW113",
    "relative_path": "BW116",
    "site_address": "BW957",
    "string_too_long": "BW110",
    "too_long": "BW110",
    "int_type": "BW111",
    "greater_than_equal": "BW111",
    "less_than_equal": "BW111",
    "tuple_type": "BW112",
    "model_type": "BW117",
    "model_attributes_type": "BW117",
    "mapping_type": "BW117",
    "dict_type": "BW117",
    "bool_type": "BW118",
    "string_pattern_mismatch": "BW109",
    "literal_error": "BW119",
}
_TYPE_NAMES: dict[type, tuple[str, str]] = {
    str: ("een tekst", "text"),
    bool: ("ja of nee", "yes or no"),
    int: ("een getal", "a number"),
    list: ("een lijst", "a list"),
    dict: ("een groep sleutels", "a group of keys"),
    type(None): ("leeg", "empty"),
}


def check_shape(
    source: Source,
    shape: type[Shape],
    context: Mapping[str, frozenset[str]],
    vocabulary: Vocabulary | None,
) -> tuple[Shape | None, list[Problem]]:
    """Check one record against its shape.

    Args:
        source: The record as it was read.
        shape: The pydantic model of its kind.
        context: The ids of every controlled list.
        vocabulary: The controlled lists, for the names of terms; none while they are read.

    Returns:
        The record, or none where a problem was found, and the problems.
    """
    try:
        return shape.model_validate(source.data, context=dict(context)), []
    except ValidationError as error:
        found = [
            _problem(detail, source, shape, vocabulary)
            for detail in error.errors(include_url=False, include_context=True)
        ]
        return None, found


def sound_fields(source: Source, kind: str, context: Mapping[str, frozenset[str]]) -> Shape:
    """Return a record of which only the sound fields are filled in; the others keep defaults.

    Args:
        source: The record as it was read, with a problem of shape.
        kind: Its kind.
        context: The ids of every controlled list.
    """
    shape = KINDS[kind]
    try:
        shape.model_validate(source.data, context=dict(context))
        flawed: set[int | str] = set()
    except ValidationError as error:
        flawed = {detail["loc"][0] for detail in error.errors(include_url=False) if detail["loc"]}
    values: dict[str, Any] = {}
    for name, info in shape.model_fields.items():
        if name in source.data and name not in flawed:
            described: Any = (info.annotation, *info.metadata)
            # Part of a record is read as in the whole; a part with a shape has its own settings.
            is_shape = isinstance(info.annotation, type) and issubclass(info.annotation, Shape)
            adapter: TypeAdapter[Any] = TypeAdapter(
                Annotated[described] if info.metadata else described[0],
                config=None if is_shape else shape.model_config,
            )
            values[name] = adapter.validate_python(source.data[name], context=dict(context))
        elif not info.is_required():
            values[name] = info.get_default()
        else:
            values[name] = () if get_origin(info.annotation) is tuple else None
    return shape.model_construct(**values)


def _problem(
    detail: ErrorDetails, source: Source, shape: type[Shape], vocabulary: Vocabulary | None
) -> Problem:
    path: KeyPath = tuple(detail["loc"])
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    code = _CODES.get(kind, "BW103")
    if value is None and kind not in {"missing", "extra_forbidden"}:
        code = "BW104"
    if code in {"BW103", "BW109"} and path and path[-1] == "version":
        code = "BW108"
    facts: dict[str, str | Wording] = {
        "field": field_name(shape, path),
        "found": _found(value),
        "suggestion": Wording("", ""),
        "detail": "",
    }
    if code == "BW101":
        return Problem(code, source.place(path[:-1], of_key=True), facts)
    if code == "BW102":
        return _unknown_key(path, source, shape, facts)
    if code == "BW105" and vocabulary is not None:
        facts |= _term_facts(str(context["scheme"]), str(value), vocabulary)
    if code in {"BW110", "BW111"}:
        facts["limit"] = limit_in_words(kind, context)
    if code == "BW119":
        expected = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")
        facts["suggestion"] = Wording(expected, expected)
    if code == "BW109":
        facts["pattern"] = pattern_in_words(str(context.get("pattern", "")))
    return Problem(code, source.place(path), facts)


def _unknown_key(
    path: KeyPath, source: Source, shape: type[Shape], facts: dict[str, str | Wording]
) -> Problem:
    owner = shape_at(shape, path[:-1])
    key = str(path[-1])
    labels = _names_of(owner) if owner else {}
    close = nearest_key(key, labels)
    place = source.place(path, of_key=True)
    # The key is a stranger's text: it is shown as a name, never repeated as a value.
    shown = _found(key).nl.strip("‘’")
    facts["field"] = Wording(f"`{shown}`", f"`{shown}`")
    meant = close is not None and key.lower() in {name.lower() for name in labels[close]}
    if key.lower() in PERSONAL_KEYS and not meant:
        return Problem("BW115", place, facts)
    facts["suggestion"] = did_you_mean(close)
    facts["allowed"] = ", ".join(labels)
    return Problem("BW102", place, facts)


@cache
def _names_of(shape: type[BaseModel]) -> dict[str, tuple[str, str, str]]:
    """Return the keys of a shape in order, each with itself and its labels."""
    return {name: (name, *label_of(shape, name)) for name in sorted(shape.model_fields)}


def _term_facts(scheme: str, value: str, vocabulary: Vocabulary) -> dict[str, str | Wording]:
    terms = vocabulary.lists[scheme].terms
    names = {t.id: (t.id, t.label.nl, t.label.en, *t.synonyms) for t in terms}
    close = nearest_key(value, names)
    label = vocabulary.lists[scheme].label
    return {
        "found": _found(value),
        "list": Wording(label.nl, label.en),
        "file": f"vocabulary/{scheme}.yml",
        "suggestion": did_you_mean(close),
        "allowed": _shortened([t.id for t in terms]),
    }


def _shortened(names: list[str], most: int = 20) -> str:
    more = ", …" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _found(value: Any) -> Wording:
    if isinstance(value, str) and looks_personal(value):
        return WITHHELD
    if isinstance(value, str):
        short = value if len(value) <= 60 else value[:57] + "…"
        short = "".join(sign if sign.isprintable() else " " for sign in short)
        return Wording(f"‘{short}’", f"‘{short}’")
    nl, en = _TYPE_NAMES.get(type(value), ("een datum", "a date"))
    if isinstance(value, bool):
        nl = en = "true" if value else "false"
    elif isinstance(value, int):
        return number_in_words(value)
    return Wording(nl, en)


def number_in_words(value: int | str) -> Wording:
    """Name a number that stands where something else belongs."""
    return Wording(f"het getal {value}", f"the number {value}")


def limit_in_words(kind: str, context: Mapping[str, Any]) -> Wording:
    """Say what pydantic's error ``kind`` asks of a value, with the limits in ``context``."""
    if kind == "int_type":
        return Wording("een heel getal", "a whole number")
    if kind == "greater_than_equal":
        return Wording(f"minstens {context['ge']}", f"at least {context['ge']}")
    if kind == "less_than_equal":
        return Wording(f"hoogstens {context['le']}", f"at most {context['le']}")
    most = context.get("max_length", "?")
    return Wording(f"hoogstens {most}", f"at most {most}")


def pattern_in_words(pattern: str) -> Wording:
    """Say what a value looks like that fits ``pattern``."""
    known = {
        r"^[^\r\n]*$": Wording("één regel tekst", "one line of text"),
        r"^\d{2}[A-Z]{2}(\d{2})?$": Wording(
            "twee cijfers en twee hoofdletters, eventueel met twee cijfers erachter, zoals 99ZZ00",
            "two digits and two capitals, optionally with two more digits, such as 99ZZ00",
        ),
        r"^\d{5}$": Wording("vijf cijfers", "five digits"),
        AGES_PATTERN: Wording(
            "twee leeftijden met een streepje ertussen, zoals 8-12, of 18- als er geen eind is",
            "two ages with a hyphen between, such as 8-12, or 18- where it has no end",
        ),
        r"^[^@\s]+@[^@\s]+$": Wording(
            "een mailadres, zoals redactie@example.org", "a mail address, such as us@example.org"
        ),
        REPOSITORY_PATTERN: Wording(
            "een eigenaar en een naam met een schuine streep ertussen, zoals onze-club/brugwerk",
            "an owner and a name with a slash between, such as our-club/brugwerk",
        ),
        BRANCH_PATTERN: Wording(
            "de naam van een tak, zoals main", "the name of a branch, such as main"
        ),
    }
    return known.get(
        pattern,
        Wording(
            "kleine letters en cijfers met streepjes ertussen, zoals les-met-een-doel",
            "small letters and digits with hyphens between, such as lesson-with-a-goal",
        ),
    )


def shape_at(shape: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """Return the model that describes the part of a record at ``path``."""
    current: type[BaseModel] | None = shape
    for step in path:
        if isinstance(step, int):
            continue
        info = current.model_fields.get(step) if current else None
        current = _model_in(info.annotation) if info else None
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        if (found := _model_in(part)) is not None:
            return found
    return None


def label_of(shape: type[BaseModel] | None, name: str) -> tuple[str, str]:
    """Return the Dutch and English label of a field, or its name where it has none."""
    info = shape.model_fields.get(name) if shape else None
    extra = info.json_schema_extra if info else None
    label = extra.get("label") if isinstance(extra, dict) else None
    if isinstance(label, dict):
        return str(label["nl"]), str(label["en"])
    return name, name


def field_name(shape: type[BaseModel], path: KeyPath) -> Wording:
    """Name the field at ``path`` as people know it, with its keys: ‘Waarom’ (`core` 2 › `why`)."""
    keys = [step for step in path if isinstance(step, str)]
    if not keys:
        return Wording("de kop van het bestand", "the front matter")
    last = max(i for i, step in enumerate(path) if isinstance(step, str))
    nl, en = label_of(shape_at(shape, path[:last]), keys[-1])
    parts: list[str] = []
    for step in path:
        if isinstance(step, int) and parts:
            parts[-1] += f" {step + 1}"
        else:
            parts.append(f"`{step}`")
    keys_in_order = " › ".join(parts)
    return Wording(f"‘{nl}’ ({keys_in_order})", f"‘{en}’ ({keys_in_order})")
