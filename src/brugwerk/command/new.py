"""``brugwerk new``: a record to start from, asked for or made from flags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from brugwerk.command.check import LANG, ROOT
from brugwerk.command.making import Making
from brugwerk.contribute.interview import Question, questions
from brugwerk.records.kinds import RECORD_KINDS

if TYPE_CHECKING:
    from brugwerk.records.kinds import RecordKind


class _Kinds(click.Group):
    """One command for each kind of record."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(RECORD_KINDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        kind = RECORD_KINDS.get(cmd_name)
        return _command(kind) if kind else None


@click.group(cls=_Kinds)
def new() -> None:
    """Write a new record that passes the check, with every key explained.

    On a screen it asks for what it needs; flags answer beforehand. Nothing is ever overwritten.

    \b
    Examples:
      brugwerk new product
      brugwerk new product --title "De maan tekenen" --summary "Voor groep 5." --type lesson
      brugwerk new adoption --school maanzicht --product breuken-met-bewijs
      brugwerk new network --root ../another-site --lang en
    """


def _command(kind: RecordKind) -> click.Command:
    def run(**given: Any) -> None:
        Making(kind, given).run()

    named = f"--{kind.named_by}" if kind.named_by in {"date", "product"} else ""
    options = [
        click.option(
            *[flag for flag in (named, "--id", "record_id") if flag],
            help="Name of the folder or file; made from the title where that is possible.",
        )
    ]
    if kind.owner:
        options.append(
            click.option(f"--{kind.owner}", "owner", help=f"Id of the {kind.owner} it belongs to.")
        )
    taken = {f"--{kind.owner}", named}
    options += [_flag(question) for question in questions(kind) if question.flag not in taken]
    options += [
        click.option("--short", is_flag=True, help="Leave out the keys that are not in use."),
        click.option("--dry-run", is_flag=True, help="Print the file; write nothing."),
        click.option(
            "--ask/--no-ask",
            default=None,
            help="Ask for what flags do not say. Without this: only on a screen.",
        ),
        LANG,
        ROOT,
    ]
    command: Any = run
    for option in reversed(options):
        command = option(command)
    made: click.Command = click.command(
        kind.id,
        help=f"Write a new {kind.id}: {kind.path}\n\nEvery other key has a flag too, such as "
        f"--core-what: see `brugwerk fields {kind.id}`. In a list of groups, flags fill the first.",
        short_help=f"Write a new {kind.id}.",
    )(command)
    return made


def _flag(question: Question) -> Any:
    field = question.field
    hint = f" {field.hint.en}" if field.hint else ""
    return click.option(
        question.flag,
        question.name,
        multiple=field.many,
        hidden=not question.asked,
        help=f"{field.label.en} ({field.label.nl}).{hint}",
    )
