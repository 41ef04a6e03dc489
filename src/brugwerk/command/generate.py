"""``brugwerk generate``: the committed files that follow from the schema and the lists."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from brugwerk.check import check_site
from brugwerk.command.check import LANG, ROOT
from brugwerk.contribute.editor_snippets import snippet_files
from brugwerk.contribute.issue_form_files import issue_form_files
from brugwerk.contribute.json_schema import schema_files
from brugwerk.exports.adoption_shape import adoption_schema_files
from brugwerk.exports.citation_file import citation_files
from brugwerk.language import translator
from brugwerk.problems import report

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from brugwerk.records.vocabulary import Vocabulary
    from brugwerk.settings import Settings

    FilesOf = Callable[[Settings, Vocabulary], Mapping[str, str]]

# Each gives the text of its files by path below the root; a new kind of file is a new line here.
GENERATED: tuple[FilesOf, ...] = (
    issue_form_files,
    schema_files,
    snippet_files,
    adoption_schema_files,
    citation_files,
)


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a file is out of date.")
@LANG
@ROOT
def generate(check: bool, lang: str, root: Path) -> None:
    """Write the committed files that follow from the schema, the controlled lists and settings.

    Files that did not change are left alone. Run this after an edit of src/brugwerk/records/, of
    vocabulary/ or of brugwerk.yml.

    \b
    Examples:
      brugwerk generate
      brugwerk generate --check
    """
    say = translator(lang).text
    checked = check_site(root)
    # Records do not matter here; what is made follows from lists and settings alone.
    if checked.errors_at_the_root:
        for line in report.lines(checked.errors_at_the_root, lang):
            click.echo(line, err=True)
        sys.exit(1)
    entries = checked.entries
    stale = [
        (root / path, text)
        for files_of in GENERATED
        for path, text in files_of(entries.settings, entries.vocabulary).items()
        if not _holds(root / path, text)
    ]
    for path, text in stale:
        if check:
            click.echo(say("{file}: out of date").format(file=path))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            click.echo(say("{file}: written").format(file=path))
    if check and stale:
        click.echo(say("Run `brugwerk generate` and commit what it writes."))
        sys.exit(1)
    if not stale:
        click.echo(say("Everything is up to date."))


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text
