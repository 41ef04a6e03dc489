"""``brugwerk import``: a Word file becomes a draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brugwerk.check import check_site
from brugwerk.command.check import LANG, ROOT
from brugwerk.contribute.staging import PRODUCTS
from brugwerk.contribute.word.draft import Wanted, labels_of, still_asked
from brugwerk.contribute.word.notices import in_words
from brugwerk.contribute.word.refusal import RefusedError
from brugwerk.contribute.word.taking_in import Request, TakenIn, take_in
from brugwerk.language import translator
from brugwerk.problems import Severity, report
from brugwerk.problems.catalogue import severity_of
from brugwerk.settings import SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check import Entries
    from brugwerk.language.translator import Translator


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--type", "product_type", required=True, help="Kind of product, such as lesson.")
@click.option("--id", "product_id", default="", help="Id of the product, and part of its address.")
@click.option("--title", default="", help="Title, where the one in the file is not right.")
@click.option("--network", "networks", multiple=True, help="Id of a network that made it.")
@click.option("--keep-original", is_flag=True, help="Offer the file itself as an attachment too.")
@click.option("--dry-run", is_flag=True, help="Show the draft and write nothing.")
@LANG
@ROOT
def import_word(  # noqa: PLR0913, PLR0917 - click hands over each option by itself
    file: Path,
    product_type: str,
    product_id: str,
    title: str,
    networks: tuple[str, ...],
    keep_original: bool,
    dry_run: bool,
    lang: str,
    root: Path,
) -> None:
    """Make a draft of a Word file (.docx), or of an OpenDocument text (.odt).

    Text, lists, tables and pictures come along. What does not is said, and what was filled in too.
    An existing product is never replaced.

    \b
    Exit code 0: the draft passes the check.  1: it does not, or the file could not be taken in;
    then nothing was written.  2: wrong use.

    \b
    Examples:
      brugwerk import les.docx --type lesson
      brugwerk import les.docx --type lesson --id sterren-tellen --network de-lichtmast
      brugwerk import les.docx --type lesson --dry-run
    """
    say = translator(lang)
    checked = check_site(root)
    blocking = [p for p in checked.errors if _concerns_every_record(p.place.file.parts[0])]
    if blocking:
        for line in report.lines(blocking, lang):
            click.echo(line, err=True)
        sys.exit(1)
    wanted = Wanted(product_type, " ".join(title.split()), networks)
    request = Request(wanted, product_id, keep_original, write=not dry_run)
    try:
        taken = take_in(file, request, checked.entries, say)
    except RefusedError as refused:
        for line in report.lines([refused.problem], lang):
            click.echo(line, err=True)
        sys.exit(1)
    if dry_run:
        click.echo(taken.converted.all_files()["index.md"].decode())
    for line in _told(taken, checked.entries, say, written=not dry_run):
        click.echo(line)
    for line in report.lines(taken.problems, lang):
        click.echo(line)
    has_errors = any(severity_of(problem) is Severity.ERROR for problem in taken.problems)
    sys.exit(1 if has_errors else 0)


def _concerns_every_record(first: str) -> bool:
    return first in {"vocabulary", SETTINGS_FILE}


def _told(taken: TakenIn, entries: Entries, say: Translator, *, written: bool) -> Iterator[str]:
    """Yield the report: where the draft is, what was noticed, what each next status asks."""
    place = f"{PRODUCTS}/{taken.id}"
    if written:
        yield say.text("The draft is in {file}.").format(file=f"{place}/index.md")
    else:
        yield say.text("Nothing was written. The draft would be in {file}.").format(
            file=f"{place}/index.md"
        )
    for file in taken.converted.files:
        yield f"  {place}/{file}"
    if taken.converted.notices:
        yield ""
        yield say.text("Look at this:")
        yield from (f"- {in_words(notice, say)}" for notice in taken.converted.notices)
    yield ""
    yield say.text("This is enough for a draft. Still to fill in for a next step:")
    labels = labels_of(say.language)
    for status, missing in still_asked(taken.converted.values, entries.vocabulary):
        name = entries.vocabulary.label("statuses", status.id, say.language)
        named = ", ".join(f"{labels[key]} (`{key}`)" for key in missing)
        yield f"- {name}: {named}" if missing else f"- {name}: {say.text('nothing more')}"
    yield ""
    if written:
        yield say.text("Next: read the text, and run `brugwerk check {place}`.").format(place=place)
