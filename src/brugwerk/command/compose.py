"""``brugwerk compose``: the generated pages as plain files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from brugwerk.check import check_site
from brugwerk.command.check import ROOT
from brugwerk.problems import report
from brugwerk.publish.attachments import STORE, Store
from brugwerk.publish.compose import compose as compose_files
from brugwerk.publish.publication import publication


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

    Files that did not change are left alone. Nothing is written while a record has an error.

    \b
    Example:
      brugwerk compose --out build/pages
    """
    checked = check_site(root)
    if checked.errors:
        language = checked.entries.settings.language
        for line in report.lines(checked.errors, language):
            click.echo(line, err=True)
        click.echo(report.summary(checked.problems, language), err=True)
        sys.exit(1)
    count, written = compose_files(publication(checked), out, Store(root / STORE))
    click.echo(f"{out}: {count} files, {written} written")
