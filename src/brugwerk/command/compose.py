"""``brugwerk compose``: the generated pages as plain files."""

from __future__ import annotations

from pathlib import Path

import click

from brugwerk.command.check import ROOT
from brugwerk.command.sound import stop
from brugwerk.command.today import TODAY, day_or_stop
from brugwerk.exports import NotExportedError
from brugwerk.publish.attachments import STORE, Store
from brugwerk.publish.compose import compose as compose_files
from brugwerk.publish.compose import composed_site, contents
from brugwerk.publish.exported import KEPT
from brugwerk.publish.origins import Origins
from brugwerk.publish.publishable import publishable
from brugwerk.shelf import Shelf


@click.command()
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write to; it is made where it does not exist.",
)
@TODAY
@ROOT
def compose(out: Path, today: str | None, root: Path) -> None:
    """Write all generated pages as plain Markdown, for any site generator.

    Files that did not change are left alone. Nothing is written while a record has an error, or
    while a link from one of these pages to another leads nowhere.

    \b
    Example:
      brugwerk compose --out build/pages
    """
    checked, site = publishable(root, today=day_or_stop(root, today, "nl"))
    language = checked.entries.settings.language
    if site is None:
        stop(checked.errors, checked.problems, language)
    made = contents(site)
    if broken := composed_site(site, made).problems(Origins(site, root).of):
        stop(broken, broken, language)
    try:
        count, written = compose_files(site, out, made, Store(root / STORE), Shelf(root / KEPT))
    except NotExportedError as error:
        stop([error.problem], [error.problem], language)
    click.echo(f"{out}: {count} files, {written} written")
