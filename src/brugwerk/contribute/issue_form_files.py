"""The issue forms as the files that GitHub, and Forgejo and Gitea, read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brugwerk.contribute.front_matter import front_matter
from brugwerk.contribute.issue_forms import AGREED, IssueForm, issue_forms
from brugwerk.contribute.questions import Element, Question
from brugwerk.language import translator

if TYPE_CHECKING:
    from brugwerk.records.vocabulary import Vocabulary
    from brugwerk.settings import Settings

FOLDER = ".github/ISSUE_TEMPLATE"
_HEADER = (
    "# Made by `brugwerk generate` from src/brugwerk/records/ and vocabulary/. Do not edit this"
    " file.\n"
)


def issue_form_files(settings: Settings, vocabulary: Vocabulary) -> dict[str, str]:
    """Return the text of every file by its path below the site's root.

    Args:
        settings: The site's settings: the language, and where its contributors' guide stands.
        vocabulary: The controlled lists.
    """
    forms = issue_forms(vocabulary, settings.language)
    files = {f"{FOLDER}/{form.file}": _as_yaml(_form(form)) for form in forms.values()}
    return {**files, f"{FOLDER}/config.yml": _as_yaml(_config(settings))}


def _form(form: IssueForm) -> dict[str, Any]:
    intro = {"type": "markdown", "attributes": {"value": form.intro}}
    return {
        "name": form.name,
        "description": form.description,
        "title": form.title,
        "labels": [form.mark],
        "body": [intro, *(_element(question) for question in form.questions)],
    }


def _element(question: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label}
    if question.description:
        attributes["description"] = question.description
    if question.placeholder:
        attributes["placeholder"] = question.placeholder
    texts = [option.text for option in question.options]
    if question.element is Element.CHECKBOXES:
        # Each promise is asked for; of other boxes any number may stay empty.
        promise = {"required": True} if question.id == AGREED else {}
        attributes["options"] = [{"label": text, **promise} for text in texts]
    elif question.element is Element.DROPDOWN:
        if question.many:
            attributes["multiple"] = True
        attributes["options"] = texts
    element = {"type": str(question.element), "id": question.id, "attributes": attributes}
    if question.element is not Element.CHECKBOXES:
        element["validations"] = {"required": question.required}
    return element


def _config(settings: Settings) -> dict[str, Any]:
    say = translator(settings.language).text
    config: dict[str, Any] = {"blank_issues_enabled": True}
    if settings.address:
        home = settings.address.rstrip("/")
        config["contact_links"] = [
            {
                "name": say("Other ways to contribute"),
                "url": f"{home}/{settings.path_words.contribute}/",
                "about": say("In your browser, from Word or with a text editor."),
            }
        ]
    return config


def _as_yaml(data: dict[str, Any]) -> str:
    return _HEADER + front_matter(data).removeprefix("---\n").removesuffix("---\n")
