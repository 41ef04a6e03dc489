"""The explanation of every problem code, each under a heading of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.problems import all_explanations
from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.problems.problem import Wording
    from brugwerk.render.templates import Templates

_FACT = re.compile(r"\{[a-z_]+\}")


@dataclass(frozen=True)
class CodeExplained:
    """One code in the language of the site, with dots where a problem names its facts."""

    code: str
    severity: str
    title: str
    what: str
    why: str
    mend: str


@dataclass(frozen=True)
class ProblemsView:
    """Every code, in order."""

    codes: tuple[CodeExplained, ...]


def pages(_catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the page that explains all problem codes."""
    say = templates.translator.text
    language = templates.settings.language
    yield Page(
        address=templates.addresses.problems,
        kind="problems",
        title=say("What the check says"),
        description=say("Every problem code: what it means, why it matters, how to mend it."),
        view=partial(_view, language),
        language=language,
    )


def _view(language: str) -> ProblemsView:
    return ProblemsView(
        tuple(
            CodeExplained(
                code=entry.code,
                severity=entry.severity.value,
                title=entry.title.in_language(language),
                what=_without_facts(entry.what, language),
                why=_without_facts(entry.why, language),
                mend=_without_facts(entry.mend, language),
            )
            for entry in all_explanations().values()
        )
    )


def _without_facts(wording: Wording, language: str) -> str:
    text = wording.in_language(language).replace("{suggestion}", "")
    return _FACT.sub("…", text).replace("{{", "{").replace("}}", "}")
