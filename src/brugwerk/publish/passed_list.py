"""The days that passed as one list: to read, for an issue on a forge, or for a program."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from brugwerk.derive.passed import all_passed
from brugwerk.problems.report.markdown import without_markup
from brugwerk.render.passed import Told, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.publish.publication import Publication

FORMATS = ("text", "markdown", "json")
# A forge refuses an issue of more than 65,536 signs; a reader has had enough long before.
MOST = 100


def passed_list(site: Publication, form: str) -> str:
    """Return the whole list in one form, in the language of the site.

    Args:
        site: The records, with the day that they are seen from.
        form: One of :data:`FORMATS`.

    Returns:
        The list, with a line feed at its end. As Markdown it is empty where nothing passed.
    """
    found = told(all_passed(site.catalogue), site.templates)
    match form:
        case "json":
            return _data(site, found)
        case "markdown":
            lines = _markdown(site, found) if found else iter(())
        case _:
            lines = _text(site, found)
    return "".join(f"{line}\n" for line in lines)


def _text(site: Publication, found: tuple[Told, ...]) -> Iterator[str]:
    says = site.templates.translator
    for item in found:
        yield f"{item.file}: {says.day(item.day)}"
        yield f"    {item.title}"
        yield f"    {item.sentence}"
    if site.catalogue.today is None:
        yield says.text("Nobody said which day it is, and there is no commit: use --today.")
    elif not found:
        yield says.text("No day that was named has passed without a word.")


def _markdown(site: Publication, found: tuple[Told, ...]) -> Iterator[str]:
    says = site.templates.translator
    if site.catalogue.today:
        yield says.text("As of %(day)s") % {"day": says.day(site.catalogue.today)}
        yield ""
    yield (
        says.text("Days that makers, schools and networks named and that have passed.")
        + " "
        + says.text("Perhaps it has been done already: then write that down.")
        + " "
        + says.text("Otherwise choose a new day.")
    )
    yield ""
    for item in islice(found, MOST):
        about = without_markup(item.title)
        if address := _whole(site, item.address):
            about = f"[{about}]({address})"
        sentence = without_markup(item.sentence)
        yield f"- {says.day(item.day)}: {about} (`{item.file}`). {sentence}"
    if len(found) > MOST:
        yield ""
        yield says.text("There is more; `brugwerk due` lists all of it.")


def _whole(site: Publication, address: str) -> str:
    """Return the web address of a page; empty where the site does not say where it stands."""
    start = site.catalogue.settings.address
    return f"{start.rstrip('/')}/{address}" if start else ""


def _data(site: Publication, found: tuple[Told, ...]) -> str:
    today = site.catalogue.today
    passed = [
        {
            "kind": item.kind,
            "day": item.day.isoformat(),
            "title": item.title,
            "sentence": item.sentence,
            "address": item.address,
            "file": str(item.file),
        }
        for item in found
    ]
    whole = {"today": today.isoformat() if today else None, "passed": passed}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
