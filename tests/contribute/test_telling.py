"""Links by which a reader tells something: what they carry, and where they do not exist."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from brugwerk.contribute.issue_text import read_issue
from brugwerk.contribute.telling import Forge, Telling, Way, base_of, forge_of
from brugwerk.settings import Settings
from tests.contribute.issues import forms
from tests.contribute.test_from_issue import FILE
from tests.in_memory import vocabulary

GITHUB = "https://github.com/voorbeeld/kennisbank"
TITLE = "Vragen & “antwoorden”: 100% + meer? #1 🎈"
KNOWN = {"product": "proefles", "version": "1.1", "school": "de-proefschool"}


def ways(*ids: str, known: dict[str, str] = KNOWN, **settings: Any) -> tuple[Way, ...]:
    made = Telling.on(Settings.model_validate(settings), vocabulary())
    return made.ways(ids or ("adoption", "feedback"), TITLE, known)


def asked(address: str) -> dict[str, str]:
    found = parse_qs(urlsplit(address).query, strict_parsing=True, keep_blank_values=True)
    assert all(len(values) == 1 for values in found.values())
    return {key: values[0] for key, values in found.items()}


@pytest.mark.parametrize(
    ("repository", "forge"),
    [
        (GITHUB, Forge.GITHUB),
        ("https://www.github.com/a/b", Forge.GITHUB),
        ("https://github.school.example/a/b", Forge.GITHUB),
        ("https://gitlab.com/a/b/c", Forge.GITLAB),
        ("https://gitlab.school.example/a/b", Forge.GITLAB),
        ("https://codeberg.org/a/b", Forge.FORGEJO),
        ("https://forgejo.school.example/a/b", Forge.FORGEJO),
        ("https://gitea.com/a/b", Forge.FORGEJO),
        ("https://git.school.example/a/b", None),
        ("https://notgithub.com/a/b", None),
    ],
)
def test_the_host_is_known_by_its_name(repository: str, forge: Forge | None) -> None:
    assert forge_of(repository) is forge


@pytest.mark.parametrize(
    "pasted", [GITHUB, f"{GITHUB}/", f"{GITHUB}.git", f"{GITHUB}?tab=readme", f"{GITHUB}#readme"]
)
def test_an_address_pasted_with_more_behind_it_works(pasted: str) -> None:
    assert base_of(pasted) == GITHUB


def test_github_fills_in_the_form_by_the_ids_of_its_questions() -> None:
    adoption_way, feedback = ways(repository=GITHUB)
    for way in (adoption_way, feedback):
        assert way.address.startswith(f"{GITHUB}/issues/new?")
        form = forms()[way.form]
        assert asked(way.address) == {
            "template": f"{way.form}.yml",
            "title": f"{form.title}{TITLE}",
            **KNOWN,
        }
        assert set(KNOWN) <= {question.id for question in form.questions}
        assert way.mail == ""


def test_nothing_but_plain_signs_stands_in_an_address() -> None:
    for way in ways(repository=GITHUB, contact="redactie@example.org"):
        for address in (way.address, way.mail):
            assert address.isascii()
            assert not set(address) & set(" \"'<>+#{}|\\^`[]")


def test_what_the_page_does_not_know_is_not_in_the_link() -> None:
    (way,) = ways("feedback", known={"product": "los-idee", "version": ""}, repository=GITHUB)
    assert set(asked(way.address)) == {"template", "title", "product"}


@pytest.mark.parametrize(
    ("repository", "path", "title", "body"),
    [
        ("https://gitlab.com/a/b", "/a/b/-/issues/new", "issue[title]", "issue[description]"),
        ("https://codeberg.org/a/b", "/a/b/issues/new", "title", "body"),
    ],
)
def test_hosts_without_forms_get_the_same_questions_as_text(
    repository: str, path: str, title: str, body: str
) -> None:
    (way,) = ways("adoption", repository=repository)
    assert urlsplit(way.address).path == path
    found = asked(way.address)
    assert set(found) == {title, body}
    answers = read_issue(found[body], forms()["adoption"], FILE)
    assert {key: answers.said(key) for key in KNOWN} == KNOWN
    assert {problem.code for problem in answers.problems} == {"BW924"}
    # Some servers refuse a request line of more than 8,000 signs.
    assert len(way.address) < 7_000


def test_an_answer_ticked_in_that_text_is_read_like_any_other() -> None:
    (way,) = ways("adoption", repository="https://codeberg.org/a/b")
    text = asked(way.address)["body"].replace("- [ ] verkennen", "- [x] verkennen")
    assert "verkennen" in read_issue(text, forms()["adoption"], FILE).said("stage")


def test_mail_holds_what_is_known_and_asks_what_is_needed() -> None:
    (way,) = ways("adoption", contact="redactie@example.org")
    assert way.address == ""
    assert way.mail.startswith("mailto:redactie@example.org?")
    query = dict(part.split("=", 1) for part in way.mail.partition("?")[2].split("&"))
    assert unquote(query["subject"]) == f"{forms()['adoption'].title}{TITLE}"
    body = unquote(query["body"])
    for line in ("Product: proefles", "Versie van het product: 1.1", "School: de-proefschool"):
        assert line in body.split("\r\n")
    assert "Stadium (verkennen, voorbereiden" in body
    assert "Afspraken" not in body
    # Mail programs on Windows cut off after about 2,000 signs.
    assert len(way.mail) < 1_900


def test_a_strange_mail_address_stays_one_address() -> None:
    (way,) = ways("feedback", contact="a&b?c=d@example.org")
    assert way.mail.startswith("mailto:a%26b%3Fc%3Dd@example.org?subject=")


def test_without_repository_and_mail_there_is_no_way() -> None:
    assert ways() == ()


def test_a_repository_that_cannot_be_recognised_leaves_mail() -> None:
    settings = {"repository": "https://git.school.example/a/b"}
    assert ways(**settings) == ()
    assert all(way.mail and not way.address for way in ways(**settings, contact="a@example.org"))
