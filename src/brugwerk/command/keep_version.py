"""``brugwerk keep-version``: a version stays readable when the next one comes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from brugwerk.check import check_site
from brugwerk.command.check import LANG, ROOT
from brugwerk.contribute.kept_version import NotKeptError, keep_present_version
from brugwerk.language import translator
from brugwerk.problems import report

if TYPE_CHECKING:
    from pathlib import Path


@click.command("keep-version")
@click.argument("product")
@LANG
@ROOT
def keep_version(product: str, lang: str, root: Path) -> None:
    """Keep the present version of PRODUCT, before you write the next one.

    Copies the record to products/PRODUCT/versions/<version>.md. Schools that use this version can
    go on reading it, and see what the next one changes for them. A kept version is never replaced.

    \b
    Exit code 0: kept.  1: not kept, with the reason; nothing was written.  2: wrong use.

    \b
    Example:
      brugwerk keep-version breuken-met-bewijs
    """
    say = translator(lang).text
    try:
        kept = keep_present_version(check_site(root), product)
    except NotKeptError as refused:
        for line in report.lines(refused.problems, lang):
            click.echo(line, err=True)
        sys.exit(1)
    except OSError:
        click.echo(say("This version could not be written. Is the folder yours?"), err=True)
        sys.exit(1)
    click.echo(say("{file}: written").format(file=kept))
    click.echo(say("Now write the next version:"))
    steps = (
        say("1. Change products/{product}/index.md."),
        say("2. Give it the next number under `version`."),
        say("3. Add that number under `changes`, with a sentence on what changed."),
        say("4. Run `brugwerk check`."),
    )
    for step in steps:
        click.echo(f"  {step.format(product=product)}")
