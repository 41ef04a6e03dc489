"""The part of ``brugwerk check --fix`` that shows, asks and writes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from brugwerk.language import translator
from brugwerk.mend import FileChangedError, mended_files

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import PurePosixPath

    from brugwerk.check import Entries


def fix_files(
    entries: Entries,
    files: Collection[PurePosixPath],
    language: str,
    *,
    ask: bool,
    write: bool,
) -> bool:
    """Show what can be mended, ask, and write it; return whether anything was written.

    The difference goes to standard error, so that a report for a program stays whole.

    Args:
        entries: The site as the check read it.
        files: The files that may be mended.
        language: ``nl`` or ``en``.
        ask: Ask first; without it everything shown is written.
        write: Whether to write at all.
    """
    say = translator(language)
    mends = list(mended_files(entries, files))
    for mend in mends:
        click.echo(mend.difference(), nl=False, err=True)
    if not mends:
        click.echo(say.text("There is nothing that can be mended without you."), err=True)
    if not mends or not write:
        return False
    question = say.number("Write this to {n} file?", "Write this to {n} files?", len(mends))
    if ask and not _agreed(question, say.text("y")):
        click.echo(say.text("Nothing was written."), err=True)
        return False
    written = 0
    for mend in mends:
        try:
            mend.write()
            written += 1
        except FileChangedError:
            text = say.text("{file}: somebody changed this file in the meantime; left as it is.")
            click.echo(text.format(file=mend.file), err=True)
        except OSError:
            text = say.text("{file}: this file cannot be written; left as it is.")
            click.echo(text.format(file=mend.file), err=True)
    click.echo(say.number("{n} file mended.", "{n} files mended.", written), err=True)
    return written > 0


def _agreed(question: str, yes: str) -> bool:
    """Ask, and take anything but a plain yes for a no: also where nobody is there to answer."""
    click.echo(f"{question} [{yes}/n] ", nl=False, err=True)
    return sys.stdin.readline().strip().lower() in {yes, "y", "yes", "ja"}
