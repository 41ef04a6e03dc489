"""The command line behind ``scripts/bench``: one subcommand per benchmark."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from bench import exports, fuzz, kill
from bench.build import command as build
from bench.check import command as check
from bench.corpus import command as corpus
from bench.host import command as host
from bench.open import command as open_to_everyone
from bench.open import lighthouse
from bench.search import command as search

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType


# A benchmark is a module with a NAME, add_arguments() and run(); its docstring is its help.
BENCHMARKS: tuple[ModuleType, ...] = (
    corpus,
    check,
    build,
    search,
    exports,
    host,
    open_to_everyone,
    lighthouse,
    kill,
    fuzz,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark that the arguments name and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="scripts/bench",
        description="Measure Brugwerk. Each benchmark works on a temporary copy of the site.",
        epilog="scripts/bench NAME --help says what a benchmark measures, and how.",
    )
    commands = parser.add_subparsers(metavar="NAME", required=True)
    for benchmark in BENCHMARKS:
        text = benchmark.__doc__ or ""
        command = commands.add_parser(
            benchmark.NAME,
            help=text.partition("\n")[0].rstrip("."),
            description=text,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        benchmark.add_arguments(command)
        command.set_defaults(run=benchmark.run)
    wanted = parser.parse_args(arguments)
    code: int = wanted.run(wanted)
    return code


if __name__ == "__main__":
    sys.exit(main())
