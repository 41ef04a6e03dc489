"""The issue forms: sound for their host, and asking what the schema and the lists ask."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Annotated

import pytest
import yaml

from brugwerk.check import check_site
from brugwerk.contribute import issue_forms as module
from brugwerk.contribute.ids import id_from
from brugwerk.contribute.issue_form_files import issue_form_files
from brugwerk.contribute.questions import Element
from brugwerk.records.adoption import Adoption
from brugwerk.records.description import FieldKind, describe
from brugwerk.records.fields import Line, Term, about
from brugwerk.settings import Settings
from tests.builders import REPOSITORY, write_site
from tests.contribute.issues import forms

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.contribute.issue_forms import IssueForm
    from brugwerk.records.vocabulary import Vocabulary

FOLDER = REPOSITORY / ".github/ISSUE_TEMPLATE"
every_form = pytest.mark.parametrize("form", forms().values(), ids=lambda form: form.id)


def validate(schema: str, *files: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_forms_are_what_github_accepts() -> None:
    files = sorted(set(FOLDER.glob("*.yml")) - {FOLDER / "config.yml"})
    assert [file.stem for file in files] == sorted(forms())
    checked = validate("vendor.github-issue-forms", *files)
    assert checked.returncode == 0, checked.stdout


def test_the_choice_of_forms_is_what_github_accepts(tmp_path: Path) -> None:
    with_address = tmp_path / "config.yml"
    settings = Settings(address="https://brugwerk.example.org/")
    text = issue_form_files(settings, _vocabulary())[".github/ISSUE_TEMPLATE/config.yml"]
    with_address.write_text(text, "utf-8")
    assert "url: https://brugwerk.example.org/bijdragen/" in text
    checked = validate("vendor.github-issue-config", FOLDER / "config.yml", with_address)
    assert checked.returncode == 0, checked.stdout


def _vocabulary() -> Vocabulary:
    return check_site(REPOSITORY).entries.vocabulary


@every_form
def test_labels_and_ids_are_unique_also_where_github_compares_them_loosely(
    form: IssueForm,
) -> None:
    for names in (
        [question.id for question in form.questions],
        [id_from(question.label) for question in form.questions],
    ):
        assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", question.id) for question in form.questions)


@every_form
def test_choices_are_unique_and_none_is_a_word_that_github_keeps_for_itself(
    form: IssueForm,
) -> None:
    for question in form.questions:
        texts = [option.text for option in question.options]
        assert len(set(texts)) == len(texts)
        assert not {text.lower() for text in texts} & {"none", "_no response_"}
        assert all(texts)


@every_form
def test_what_a_link_fills_in_is_typed_not_chosen(form: IssueForm) -> None:
    # A link that fills in a drop-down makes GitHub show an empty issue instead of the form.
    for question in form.questions:
        if question.id in {"product", "version", "school"}:
            assert question.element is Element.INPUT


@every_form
def test_every_question_is_asked_in_both_languages_without_mixing(form: IssueForm) -> None:
    english = {question.id: question for question in forms("en")[form.id].questions}
    assert [question.id for question in form.questions] == list(english)
    for question in form.questions:
        other = english[question.id]
        assert question.path == other.path
        assert [o.value for o in question.options] == [o.value for o in other.options]


def test_an_adoption_is_asked_what_the_schema_and_the_stages_ask() -> None:
    asked = {question.path[0] for question in forms()["adoption"].questions if question.path}
    required = {field.key for field in describe(Adoption) if field.required}
    stages = yaml.safe_load((REPOSITORY / "vocabulary/stages.yml").read_text("utf-8"))["terms"]
    needed = {need for stage in stages for need in stage["needs"]} & set(Adoption.model_fields)
    assert required | needed <= asked


def test_a_product_is_asked_what_a_draft_and_a_prototype_ask_and_never_its_status() -> None:
    form = forms()["product"]
    asked = {question.path[0] for question in form.questions if question.path}
    statuses = yaml.safe_load((REPOSITORY / "vocabulary/statuses.yml").read_text("utf-8"))["terms"]
    (prototype,) = (status for status in statuses if status["id"] == "prototype")
    wanted = {key for keys in prototype["requires"].values() for key in keys}
    assert asked == {"title", "summary", "type"} | wanted
    assert form.fixed == {"status": "draft"}


def test_a_draft_needs_an_answer_to_three_questions_and_the_agreements() -> None:
    required = [q.id for q in forms()["product"].questions if q.required]
    assert required == ["title", "summary", "type", "agreed"]


def test_a_new_field_is_asked_with_no_other_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    class Longer(Adoption):
        colour: Annotated[str, Term("costs")] | None = about("Kleur", "Colour", default=None)
        motto: Line = about("Leus", "Motto", hint=("In vijf woorden.", "In five words."))

    monkeypatch.setattr(module, "Adoption", Longer)
    form = module.issue_forms(_vocabulary(), "nl")["adoption"]
    asked = {question.id: question for question in form.questions}
    assert asked["motto"].required
    assert asked["motto"].description == "In vijf woorden."
    assert asked["colour"].element is Element.DROPDOWN
    assert asked["colour"].kind is FieldKind.TERM


def test_a_new_term_is_a_choice_and_an_explained_one(tmp_path: Path) -> None:
    text = (REPOSITORY / "vocabulary/product-types.yml").read_text("utf-8")
    term = "  - id: game\n    label: {nl: spel, en: game}\n    plural: {nl: spellen, en: games}\n"
    write_site(tmp_path, {"vocabulary/product-types.yml": text + term})
    vocabulary = check_site(tmp_path).entries.vocabulary
    (question,) = (
        q for q in module.issue_forms(vocabulary, "nl")["product"].questions if q.id == "type"
    )
    assert question.options[-1].text == "spel"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Een maand lang de maan tekenen", "een-maand-lang-de-maan-tekenen"),
        ("Één coördinaat – één café!", "een-coordinaat-een-cafe"),
        ("  ../../etc/passwd ", "etc-passwd"),
        ("Thema's", "themas"),
        ("🌙", ""),
        ("x" * 200, "x" * 60),
        ("woord " * 40, "woord-woord-woord-woord-woord-woord-woord-woord-woord-woord"),
    ],
)
def test_ids_are_made_of_what_people_call_something(text: str, made: str) -> None:
    assert id_from(text) == made
