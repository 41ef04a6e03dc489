"""``brugwerk due``: days that records named and that have passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from brugwerk.command.check import ROOT
from brugwerk.command.sound import sound_or_stop
from brugwerk.command.today import TODAY, day_or_stop
from brugwerk.publish.passed_list import FORMATS, passed_list
from brugwerk.publish.publication import publication

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@TODAY
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="To read, for an issue on a forge, or for another program.",
)
@click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    help="Language; that of the site where none is named.",
)
@ROOT
def due(today: str | None, form: str, lang: str | None, root: Path) -> None:
    """List the days that have passed: reviews, looking back, steps, answers, adjustments.

    In order of date. As Markdown the list is empty where nothing has passed, so that a workflow
    knows that there is nothing to tell.

    \b
    Exit code 0: the list was made, whatever is in it.  1: a record has an error.  2: wrong use.

    \b
    Examples:
      brugwerk due
      brugwerk due --today 2027-01-31
      brugwerk due --format markdown
    """
    site = publication(sound_or_stop(root, day_or_stop(root, today, lang or "nl")), lang)
    click.echo(passed_list(site, form), nl=False)
