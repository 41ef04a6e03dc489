"""The editor's configuration holds every field of every record, in the words of the site."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from brugwerk.contribute.editor import editor_config, origin_of_files
from brugwerk.language import translator
from brugwerk.records.description import FieldDescription, FieldKind, describe
from brugwerk.records.kinds import RECORD_KINDS
from brugwerk.settings import Editor, Settings
from tests.builders import REPOSITORY
from tests.in_memory import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = REPOSITORY / "node_modules/@sveltia/cms/schema/sveltia-cms.json"
EDITORS: dict[str, dict[str, Any]] = {
    "GitHub": {"backend": "github"},
    "GitHub of one's own": {"backend": "github", "host": "https://git.example.org/"},
    "GitHub with a server": {"backend": "github", "sign_in": "https://aanmelden.example.org"},
    "GitLab": {"backend": "gitlab", "branch": "redactie"},
    "GitLab with an application": {"backend": "gitlab", "application": "abc"},
    "Forgejo": {"backend": "gitea", "host": "https://codeberg.org", "proposals": False},
}
KINDS = pytest.mark.parametrize("kind", RECORD_KINDS)


def editor(**changes: Any) -> Editor:
    return Editor(**{"backend": "github", "repository": "ons-net/brugwerk", **changes})


def config(language: str = "nl", **changes: Any) -> dict[str, Any]:
    settings = Settings(title="Ons net", address="https://example.org/net/")
    return editor_config(editor(**changes), settings, vocabulary(), translator(language))


def collection(kind: str, language: str = "nl") -> dict[str, Any]:
    return {found["name"]: found for found in config(language)["collections"]}[kind]


def widget(kind: str, *path: str, language: str = "nl") -> dict[str, Any]:
    """The widget at a path of keys."""
    found = collection(kind, language)
    for key in path:
        found = {field["name"]: field for field in found["fields"]}[key]
    return found


def paths(fields: list[dict[str, Any]], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for field in fields:
        yield (*above, field["name"])
        yield from paths(field.get("fields", []), (*above, field["name"]))


def described(kind: str) -> Iterator[tuple[tuple[str, ...], FieldDescription]]:
    for field in describe(RECORD_KINDS[kind].shape):
        yield from field.walk()


@pytest.mark.parametrize("about_it", EDITORS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_package_accepts_the_configuration(about_it: str, language: str) -> None:
    if not SCHEMA.is_file():
        pytest.skip("the editor's package is not there: run scripts/test")
    jsonschema.validate(
        config(language, **EDITORS[about_it]), json.loads(SCHEMA.read_text("utf-8"))
    )


@KINDS
def test_every_field_is_there_in_the_order_of_the_shape_and_the_text_comes_last(kind: str) -> None:
    expected = [path for path, _ in described(kind)]
    assert list(paths(collection(kind)["fields"])) == [*expected, ("body",)]


@KINDS
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_has_its_label_and_says_whether_it_is_required(
    kind: str, language: str
) -> None:
    for path, field in described(kind):
        found = widget(kind, *path, language=language)
        assert found["label"] == getattr(field.label, language)
        assert found["required"] is field.required
        if field.hint:
            assert getattr(field.hint, language).rstrip(".") in found["hint"]


@KINDS
def test_choices_come_from_the_controlled_lists_with_their_labels(kind: str) -> None:
    for path, field in described(kind):
        if field.kind is FieldKind.TERM:
            found = widget(kind, *path)
            assert found["widget"] == "select"
            assert found.get("multiple", False) is field.many
            terms = vocabulary().lists[field.scheme].terms
            assert found["options"] == [{"label": t.label.nl, "value": t.id} for t in terms]


@KINDS
def test_references_choose_from_the_records_there_are(kind: str) -> None:
    collections = {found["name"] for found in config()["collections"]}
    for path, field in described(kind):
        if field.kind is FieldKind.REFERENCE:
            found = widget(kind, *path)
            assert (found["widget"], found["value_field"]) == ("relation", "{{slug}}")
            assert found["collection"] in collections


@KINDS
def test_what_a_pattern_refuses_the_shape_refuses_and_the_words_say_how_it_is_written(
    kind: str,
) -> None:
    for path, field in described(kind):
        pattern = widget(kind, *path).get("pattern")
        if pattern:
            assert pattern[0] == field.pattern
            assert re.search(pattern[0], str(field.example or "goed")), path
            assert re.fullmatch(r"[A-Z].*\.", pattern[1]), path


def test_a_length_of_time_says_how_it_is_written() -> None:
    pattern = widget("product", "duration")["pattern"]
    assert pattern[1] == "Een tijdsduur: PT50M is vijftig minuten."
    assert not re.search(pattern[0], "50 minuten")


def test_dates_are_dates_and_groups_are_groups() -> None:
    found = widget("product", "changes", "date")
    assert (found["widget"], found["type"]) == ("datetime", "date")
    assert widget("product", "changes")["widget"] == "list"
    assert widget("product", "retirement")["widget"] == "object"
    assert widget("product", "goals")["field"]["widget"] == "text"


def test_hints_say_when_a_field_is_needed_and_an_asterisk_says_it_for_the_others() -> None:
    assert widget("product", "core")["hint"].endswith("Nodig: vanaf prototype.")
    assert widget("product", "core", "recognise")["hint"].endswith("Nodig: vanaf beproefd.")
    assert "Nodig: vanaf prototype bij het type les." in widget("product", "duration")["hint"]
    assert widget("adoption", "deputy")["hint"].endswith("Nodig: bij borgen.")
    assert "Nodig" not in widget("product", "title")["hint"]


def test_attachments_come_beside_their_product_and_only_of_kinds_that_schools_open() -> None:
    found = collection("product")
    assert (found["path"], found["media_folder"], found["public_folder"]) == (
        "{{slug}}/index",
        "files",
        "files",
    )
    accepted = widget("product", "files", "path")["accept"].split(",")
    assert {".pdf", ".docx"} <= set(accepted)
    assert ".exe" not in accepted


@KINDS
def test_only_a_product_takes_files_and_pictures(kind: str) -> None:
    takes_them = kind == "product"
    assert ("media_folder" in collection(kind)) is takes_them
    assert (widget(kind, "body").get("editor_components") != []) is takes_them


@KINDS
def test_a_collection_stands_where_the_check_looks_for_its_records(kind: str) -> None:
    found = collection(kind)
    assert RECORD_KINDS[kind].path.startswith(f"{found['folder']}/")
    assert ("nested" in found) == bool(RECORD_KINDS[kind].owner)


@pytest.mark.parametrize(("kind", "beside"), [("adoption", "school"), ("reflection", "network")])
def test_records_of_two_kinds_in_one_folder_are_told_apart(kind: str, beside: str) -> None:
    wanted = collection(kind)["filter"]
    assert wanted["field"] in RECORD_KINDS[kind].shape.model_fields
    assert wanted["field"] not in RECORD_KINDS[beside].shape.model_fields
    # An absent key is the text "null" to the editor.
    assert not re.search(wanted["pattern"], "null")
    assert re.search(wanted["pattern"], "1.0")


def test_empty_fields_leave_no_trace_in_the_file() -> None:
    assert config()["output"] == {"omit_empty_optional_fields": True}


@pytest.mark.parametrize("backend", ["github", "gitlab"])
def test_every_change_is_a_proposal_unless_the_settings_say_otherwise(backend: str) -> None:
    assert config(backend=backend)["publish_mode"] == "editorial_workflow"
    assert config(backend=backend, proposals=False)["publish_mode"] == "simple"


def test_people_sign_in_with_a_token_unless_there_is_another_way() -> None:
    assert config()["backend"]["auth_methods"] == ["token"]
    with_server = config(sign_in="https://aanmelden.example.org")["backend"]
    assert with_server["auth_methods"] == ["oauth", "token"]
    assert with_server["base_url"] == "https://aanmelden.example.org"
    with_application = config(backend="gitlab", application="abc")["backend"]
    assert with_application["auth_type"] == "pkce"
    assert with_application["app_id"] == "abc"


@pytest.mark.parametrize(
    ("about_it", "api", "origin"),
    [
        ("GitHub", "https://api.github.com", "https://api.github.com"),
        ("GitHub of one's own", "https://git.example.org/api/v3", "https://git.example.org"),
        ("GitLab", "https://gitlab.com/api/v4", "https://gitlab.com"),
        ("Forgejo", "https://codeberg.org/api/v1", "https://codeberg.org"),
    ],
)
def test_the_editor_asks_the_host_of_the_files_and_nobody_else(
    about_it: str, api: str, origin: str
) -> None:
    assert config(**EDITORS[about_it])["backend"]["api_root"] == api
    assert origin_of_files(editor(**EDITORS[about_it])) == origin


def test_a_host_of_ones_own_is_named_for_both_of_its_apis() -> None:
    found = config(**EDITORS["GitHub of one's own"])["backend"]
    assert found["graphql_api_root"] == "https://git.example.org/api/graphql"
