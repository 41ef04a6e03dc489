"""``brugwerk from-issue``: the text of an issue form becomes a record."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from brugwerk.check import check_site
from brugwerk.command.check import LANG, ROOT
from brugwerk.contribute.from_issue import Proposal, propose, write
from brugwerk.contribute.issue_forms import issue_forms
from brugwerk.contribute.issue_reply import reply
from brugwerk.contribute.issue_text import read_issue
from brugwerk.language import translator
from brugwerk.problems import report
from brugwerk.read.front_matter import read_text

if TYPE_CHECKING:
    from brugwerk.problems import Problem

FORMS_OF_RECORDS = ("adoption", "product")
STDIN = "-"


@click.command("from-issue")
@click.option(
    "--form",
    required=True,
    type=click.Choice(FORMS_OF_RECORDS),
    help="The form that the issue was made with.",
)
@click.option(
    "--file",
    "source",
    default=STDIN,
    show_default=True,
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    help="The text of the issue; - reads what comes in.",
)
@click.option(
    "--number",
    type=click.IntRange(min=1),
    help="Number of the issue, by which problems call it.",
)
@click.option(
    "--reply",
    "reply_to",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write a comment for the writer of the issue to, as Markdown.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print the record.")
@LANG
@ROOT
def from_issue(  # noqa: PLR0913, PLR0917 - each option is an argument
    form: str,
    source: str,
    number: int | None,
    reply_to: Path | None,
    dry_run: bool,
    lang: str,
    root: Path,
) -> None:
    """Turn the text of an issue form into a record of the site.

    The record is checked as a part of the site before anything is written. A record that exists is
    never changed: what a school wrote down is not for an issue to replace.

    \b
    Exit code 0: written, or sound with --dry-run.  1: problems, and nothing is written.

    \b
    Examples:
      brugwerk from-issue --form adoption --file issue.md --number 12
      brugwerk from-issue --form product --dry-run < issue.md
    """
    checked = check_site(root)
    if checked.errors_at_the_root:
        _say(checked.errors_at_the_root, lang)
        sys.exit(1)
    entries = checked.entries
    asked = issue_forms(entries.vocabulary, entries.settings.language)[form]
    name = PurePosixPath(f"#{number}" if number else Path(source).name)
    text, problems = _text(source, name)
    proposal = (
        Proposal(None, "", tuple(problems))
        if text is None
        else propose(entries, asked, read_issue(text, asked, name))
    )
    if reply_to:
        said = reply(proposal.problems, entries.settings.language, sound=proposal.sound)
        reply_to.write_text(said, encoding="utf-8")
    _say(proposal.problems, lang)
    if not proposal.sound:
        sys.exit(1)
    if dry_run:
        click.echo(proposal.text, nl=False)
    else:
        write(root, proposal)
        click.echo(translator(lang).text("{file}: written").format(file=proposal.file))


def _say(problems: tuple[Problem, ...], lang: str) -> None:
    for line in report.lines(problems, lang):
        click.echo(line, err=True)
    if problems:
        click.echo(report.summary(problems, lang), err=True)


def _text(source: str, name: PurePosixPath) -> tuple[str | None, list[Problem]]:
    if source != STDIN:
        return read_text(Path(source), name)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "issue.md")
        file.write_bytes(sys.stdin.buffer.read())
        return read_text(file, name)
