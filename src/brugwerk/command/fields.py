"""``brugwerk fields``: what every key of a record holds, and when it is asked for."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from brugwerk.check import check_site
from brugwerk.command.check import LANG, ROOT
from brugwerk.contribute.reference import FieldEntry, KindReference, as_data, reference
from brugwerk.language import Translator, translator
from brugwerk.problems import report
from brugwerk.records.kinds import RECORD_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@click.command()
@click.argument("kind", required=False, type=click.Choice(list(RECORD_KINDS)))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "md", "json"]),
    default="text",
    show_default=True,
    help="How to print: for a screen, as Markdown, or for other programs.",
)
@LANG
@ROOT
def fields(kind: str | None, form: str, lang: str, root: Path) -> None:
    """Print the keys of every KIND of record, or of one: what belongs there, and when it is asked.

    \b
    Examples:
      brugwerk fields product
      brugwerk fields adoption --lang en
      brugwerk fields --format json
    """
    checked = check_site(root)
    vocabulary = checked.entries.vocabulary
    if broken := [p for p in checked.errors if p.place.file.parts[0] == "vocabulary"]:
        for line in report.lines(broken, lang):
            click.echo(line, err=True)
        sys.exit(1)
    says = translator(lang)
    kinds = [RECORD_KINDS[kind]] if kind else list(RECORD_KINDS.values())
    found = [reference(each, vocabulary, says) for each in kinds]
    if form == "json":
        data = [
            {
                "kind": each.id,
                "label": each.label,
                "path": each.path,
                "fields": [as_data(entry) for entry in each.fields],
            }
            for each in found
        ]
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    elif form == "md":
        click.echo("\n\n".join("\n".join(_as_markdown(each, says)) for each in found))
    else:
        console = Console(file=sys.stdout, highlight=False)
        for each in found:
            _show(each, says, console)


def _show(kind: KindReference, says: Translator, console: Console) -> None:
    console.print(Text(kind.label, style="bold"), Text(kind.path, style="dim"))
    table = Table(box=None, show_header=False, padding=(0, 2, 1, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for depth, entry in _all(kind.fields):
        key = Padding(Text(entry.key, style="cyan"), (0, 0, 0, 2 * depth))
        table.add_row(key, Text("\n").join(_said(entry, says)))
    console.print(table)


def _said(entry: FieldEntry, says: Translator) -> Iterator[Text]:
    asked = entry.asked or says.text("may be left out")
    yield Text.assemble((entry.label, "bold"), f" · {asked}")
    holds = f"{says.text('Holds')}: {entry.holds}"
    yield Text(f"{entry.hint} {holds}." if entry.hint else f"{holds}.")
    if entry.choices:
        choices = ", ".join(choice.id for choice in entry.choices)
        yield Text(f"{entry.list_label}: {choices}", style="dim")
    if entry.example:
        yield Text(f"{says.text('Example')}: {entry.example}", style="dim")


def _as_markdown(kind: KindReference, says: Translator) -> Iterator[str]:
    say = says.text
    yield f"## {kind.label}"
    yield ""
    yield f"`{kind.path}`"
    yield ""
    yield f"| {say('Key')} | {say('What it is')} | {say('Asked')} | {say('Example')} |"
    yield "|---|---|---|---|"
    for _, entry in _all(kind.fields):
        what = f"**{entry.label}** ({entry.holds}). {entry.hint}".strip()
        asked = entry.asked or say("may be left out")
        example = f"`{entry.example}`" if entry.example else ""
        cells = (f"`{' › '.join(entry.path)}`", what, asked, example)
        escaped = (cell.replace("|", r"\|") for cell in cells)
        yield f"| {' | '.join(escaped)} |"


def _all(entries: tuple[FieldEntry, ...], depth: int = 0) -> Iterator[tuple[int, FieldEntry]]:
    for entry in entries:
        yield depth, entry
        yield from _all(entry.fields, depth + 1)
