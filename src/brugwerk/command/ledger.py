"""``brugwerk ledger``: the addresses that were ever published, kept in a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from brugwerk.command.check import LANG, ROOT
from brugwerk.language import translator
from brugwerk.problems import report
from brugwerk.publish.permanence.judged import not_kept_yet
from brugwerk.publish.publishable import publishable
from brugwerk.read.ledger import LEDGER_FILE, ledger_text

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option("--write", is_flag=True, help="Add them to addresses.txt.")
@LANG
@ROOT
def ledger(write: bool, lang: str, root: Path) -> None:
    """Show the addresses that the site publishes and that addresses.txt does not keep yet.

    Nothing is ever taken out: what was published once goes on answering, with its page, a
    redirect, or a page that says that it is gone.

    \b
    Exit code 0: all are kept.  1: some are not, or a record has an error.

    \b
    Examples:
      brugwerk ledger
      brugwerk ledger --write
    """
    say = translator(lang).text
    checked, site = publishable(root)
    if site is None:
        for line in report.lines(checked.errors, lang):
            click.echo(line, err=True)
        sys.exit(1)
    new = not_kept_yet(site)
    if not new:
        click.echo(say("All addresses are kept."))
        return
    if write:
        path = root / LEDGER_FILE
        path.write_text(ledger_text([*site.ledger.lines, *new]), encoding="utf-8")
        click.echo(say("{file}: written").format(file=path))
        return
    for address in new:
        click.echo(f"/{address}")
    click.echo(say("Run `brugwerk ledger --write` to keep these addresses."))
    sys.exit(1)
