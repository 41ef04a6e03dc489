"""``brugwerk links``: whether links to other sites still lead to their page."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

import click

from brugwerk.check import check_site
from brugwerk.command.check import LANG, ROOT
from brugwerk.command.formats import help_address
from brugwerk.language import translator
from brugwerk.problems.report import data, markdown, plain
from brugwerk.web.answers import AnswerBook, Outcome, UnreadableBookError
from brugwerk.web.asking import Asker, ask_all
from brugwerk.web.client import Client, named
from brugwerk.web.collect import web_links
from brugwerk.web.courtesy import Courtesy
from brugwerk.web.judging import judged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from brugwerk.language import Translator
    from brugwerk.problems import Problem
    from brugwerk.settings import Settings
    from brugwerk.web.answers import Answer


@click.command()
@click.option(
    "--cache",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File that keeps the answers, so that no address is asked again too soon.",
)
@click.option(
    "--max-age",
    metavar="DAYS",
    type=click.IntRange(0),
    default=7,
    show_default=True,
    help="With --cache: how long an answer counts.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For people, for an issue (empty where there is nothing to tell), or for a program.",
)
@click.option(
    "--pause",
    metavar="SECONDS",
    type=click.FloatRange(0),
    default=1.0,
    show_default=True,
    help="Time between two requests to the same host; more where its robots.txt asks for more.",
)
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0.1),
    default=20.0,
    show_default=True,
    help="How long a host may stay silent.",
)
@click.option(
    "--allow-private",
    is_flag=True,
    help="Ask addresses of your own computer or network too. Never use this on a machine of "
    "others, such as in a workflow.",
)
@LANG
@ROOT
def links(  # noqa: PLR0913, PLR0917 - one parameter for each option
    cache: Path | None,
    max_age: int,
    form: str,
    pause: float,
    timeout: float,
    allow_private: bool,
    lang: str,
    root: Path,
) -> None:
    """Ask every link to another site whether its page is still there.

    Links within the site are checked by every build. This asks the web, so it takes a while: one
    request at a time per host, with a pause. What a robots.txt keeps from us is not asked. What is
    found are warnings, because a site may be out of order for a moment.

    \b
    Exit code 0: done, whatever was found.  2: wrong use.

    \b
    Examples:
      brugwerk links --cache .brugwerk-links.json
      brugwerk links --format markdown > links.md
    """
    entries = check_site(root).entries
    settings = entries.settings
    says = translator(lang)
    places = web_links(entries.raw, settings.address or "")
    wanted = dict.fromkeys(urldefrag(link).url for link in places)
    book = _book(cache, says)
    book.keep(wanted)
    today = datetime.now(UTC).date()
    known = {link: answer for link in wanted if (answer := book.fresh(link, today, max_age))}
    client = Client(named("links", settings.address), seconds=timeout, allow_private=allow_private)
    asker = Asker.polite(client, Courtesy(pause))
    try:
        asked = _ask([link for link in wanted if link not in known], asker, book, today, says)
    finally:
        if cache is not None:
            book.write(cache)
    answers = known | asked
    problems = judged(places, answers)
    if form == "json":
        click.echo(data.text(problems, lang, help_address(settings)))
        return
    if form == "markdown" and not problems:
        return
    for line in _lines(form, problems, lang, settings):
        click.echo(line)
    for line in _told(answers, known, says):
        click.echo(line)


def _book(cache: Path | None, says: Translator) -> AnswerBook:
    if cache is None:
        return AnswerBook()
    try:
        return AnswerBook.read(cache)
    except UnreadableBookError:
        said = says.text("{file} holds no earlier answers. It is made anew.")
        click.echo(said.format(file=cache), err=True)
        return AnswerBook()


def _ask(
    links: Sequence[str], asker: Asker, book: AnswerBook, today: date, says: Translator
) -> dict[str, Answer]:
    asked: dict[str, Answer] = {}
    with click.progressbar(
        length=len(links), label=says.text("Asking links"), file=sys.stderr
    ) as bar:

        def heard(link: str, answer: Answer) -> None:
            asked[link] = answer
            book.answers[link] = (today, answer)
            bar.update(1)

        ask_all(links, asker.ask, heard)
    return asked


def _lines(form: str, problems: Sequence[Problem], lang: str, settings: Settings) -> Iterator[str]:
    if form == "markdown":
        yield from markdown.lines(problems, lang, help_address(settings))
        yield ""
    else:
        yield from plain.lines(problems, lang)
        yield plain.summary(problems, lang)


def _told(answers: dict[str, Answer], known: Collection[str], says: Translator) -> Iterator[str]:
    """Say how many addresses were asked, and which were not."""
    yield says.number("{n} address looked at.", "{n} addresses looked at.", len(answers))
    if known:
        yield says.number(
            "{n} answer is of an earlier day.", "{n} answers are of an earlier day.", len(known)
        )
    counted = Counter(answer.outcome for answer in answers.values())
    if unasked := counted[Outcome.UNASKED]:
        yield says.number(
            "{n} address was not asked: its host does not want that.",
            "{n} addresses were not asked: their hosts do not want that.",
            unasked,
        )
