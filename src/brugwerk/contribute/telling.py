"""Where a reader tells that a school uses a product, or what it was like: links with a start.

A link only leads somewhere when the reader follows it; until then nothing is sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

from brugwerk.contribute.issue_forms import issue_forms
from brugwerk.contribute.questions import Element
from brugwerk.language import translator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.contribute.issue_forms import IssueForm
    from brugwerk.contribute.questions import Question
    from brugwerk.records.vocabulary import Vocabulary
    from brugwerk.settings import Settings


class Forge(StrEnum):
    """What runs where the files of a site are kept."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


# By the first or the only name of a host; gitea and forgejo take the same addresses.
_FORGES = {
    "github": Forge.GITHUB,
    "gitlab": Forge.GITLAB,
    "codeberg": Forge.FORGEJO,
    "forgejo": Forge.FORGEJO,
    "gitea": Forge.FORGEJO,
}


@dataclass(frozen=True)
class Way:
    """One way to tell something.

    Attributes:
        form: The id of the form that is meant.
        address: Where the reader writes it; empty where there is only mail.
        mail: The same by mail; empty where the site has no mail address.
    """

    form: str
    address: str
    mail: str


@dataclass(frozen=True)
class Telling:
    """Makes the links of one site.

    Attributes:
        settings: Where the files are kept, and who reads mail.
        forms: The issue forms.
    """

    settings: Settings
    forms: Mapping[str, IssueForm]

    @classmethod
    def on(cls, settings: Settings, vocabulary: Vocabulary) -> Telling:
        """Prepare the links of a site."""
        return cls(settings, issue_forms(vocabulary, settings.language))

    def ways(self, forms: tuple[str, ...], about: str, known: Mapping[str, str]) -> tuple[Way, ...]:
        """Return the ways to tell what the forms ask, as far as the site has any.

        Args:
            forms: The ids of the forms.
            about: The title of the product, for the subject.
            known: What the page already knows, by the id of a question; empty texts count not.
        """
        given = {key: value for key, value in known.items() if value}
        found = (
            Way(form, self._issue(self.forms[form], about, given), self._mail(form, about, given))
            for form in forms
        )
        return tuple(way for way in found if way.address or way.mail)

    def _issue(self, form: IssueForm, about: str, known: Mapping[str, str]) -> str:
        repository = self.settings.repository
        forge = forge_of(repository) if repository else None
        if repository is None or forge is None:
            return ""
        base = base_of(repository)
        title = f"{form.title}{about}"
        if forge is Forge.GITHUB:
            asked = {"template": form.file, "title": title, **known}
            return f"{base}/issues/new?{_query(asked)}"
        body = _as_text(form, known)
        if forge is Forge.GITLAB:
            asked = {"issue[title]": title, "issue[description]": body}
            return f"{base}/-/issues/new?{_query(asked)}"
        return f"{base}/issues/new?{_query({'title': title, 'body': body})}"

    def _mail(self, form_id: str, about: str, known: Mapping[str, str]) -> str:
        if not self.settings.contact:
            return ""
        form = self.forms[form_id]
        lines = [f"{q.label}: {known[q.id]}" for q in form.questions if q.id in known]
        for question in form.questions:
            if question.required and question.path and question.id not in known:
                lines += ["", f"{question.label}{_choices(question)}:", ""]
        if not form.record:
            lines += ["", translator(self.settings.language).text("What do you want to say?"), ""]
        asked = {"subject": f"{form.title}{about}", "body": "\r\n".join(lines)}
        return f"mailto:{quote(self.settings.contact, safe='@')}?{_query(asked)}"


def forge_of(repository: str) -> Forge | None:
    """Return what runs at the address of a repository, as far as its host's name tells."""
    host = urlsplit(repository).hostname or ""
    return _FORGES.get(host.removeprefix("www.").partition(".")[0])


def base_of(repository: str) -> str:
    """Return the address of a repository without what people paste behind it."""
    parts = urlsplit(repository)
    path = parts.path.rstrip("/").removesuffix(".git")
    return f"{parts.scheme}://{parts.netloc}{path}"


def _query(asked: Mapping[str, str]) -> str:
    # A plus sign is a space in a web address and a plus sign in a mail address.
    return urlencode(asked, quote_via=quote, safe="")


def _as_text(form: IssueForm, known: Mapping[str, str]) -> str:
    """Write a form as the text of an issue, for hosts that have no issue forms."""
    return "\n\n".join(
        f"### {question.label}\n\n{known.get(question.id) or _boxes(question)}"
        for question in form.questions
    )


def _boxes(question: Question) -> str:
    return "\n".join(f"- [ ] {option.text}" for option in question.options)


def _choices(question: Question) -> str:
    if question.element is not Element.DROPDOWN:
        return ""
    return f" ({', '.join(option.text for option in question.options)})"
