"""``brugwerk compose``: the generated pages as plain files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from brugwerk.check import check_site
from brugwerk.command.check import ROOT
from brugwerk.problems import report
from brugwerk.publish.attachments import STORE, Store
from brugwerk.publish.compose import compose as compose_files
from brugwerk.publish.compose import composed_site, contents
from brugwerk.publish.origins import Origins
from brugwerk.publish.publication import publication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brugwerk.problems import Problem


@click.command()
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write to; it is made where it does not exist.",
)
@ROOT
def compose(out: Path, root: Path) -> None:
    r"""Write all generated pages as plain Markdown, for any site generator.

    Files that did not change are left alone. Nothing is written while a record has an error, or
    while a link from one of these pages to another leads nowhere.

    \b
    Example:
      brugwerk compose --out build/pages
    """
    checked = check_site(root)
    language = checked.entries.settings.language
    if checked.errors:
        _stop(checked.errors, checked.problems, language)
    found = publication(checked)
    made = contents(found)
    if broken := composed_site(found, made).problems(Origins(found, root).of):
        _stop(broken, broken, language)
    count, written = compose_files(found, out, made, Store(root / STORE))
    click.echo(f"{out}: {count} files, {written} written")


def _stop(errors: Sequence[Problem], counted: Sequence[Problem], language: str) -> NoReturn:
    for line in report.lines(errors, language):
        click.echo(line, err=True)
    click.echo(report.summary(counted, language), err=True)
    sys.exit(1)
