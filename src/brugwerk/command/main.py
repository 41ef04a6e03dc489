"""The command group; each command is a module of this room."""

import click

from brugwerk import __version__
from brugwerk.command.check import check
from brugwerk.command.compose import compose
from brugwerk.command.due import due
from brugwerk.command.fields import fields
from brugwerk.command.from_issue import from_issue
from brugwerk.command.generate import generate
from brugwerk.command.import_word import import_word
from brugwerk.command.keep_version import keep_version
from brugwerk.command.ledger import ledger
from brugwerk.command.links import links
from brugwerk.command.new import new
from brugwerk.command.sources import sources


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Keep products of teacher learning networks, and make the pages that carry them to schools.

    Start with `brugwerk check`: it names every problem with its place and how to mend it.
    """


main.add_command(check)
main.add_command(compose)
main.add_command(due)
main.add_command(from_issue)
main.add_command(generate)
main.add_command(fields)
main.add_command(ledger)
main.add_command(new)
main.add_command(import_word)
main.add_command(links)
main.add_command(sources)
main.add_command(keep_version)
