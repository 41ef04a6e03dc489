"""A made site of any size, for the other benchmarks and for whoever wants to see one.

The folder becomes a copy of this site with made records besides its own: sound ones of Dutch text
that means nothing, the same for a seed on every machine. Their numbers keep the proportions of a
whole country, which are those of --national:

  3,000 products, 400 networks with 10 meetings each, 8,000 schools, 24,000 adoptions,
  2,000 reflections

  scripts/bench corpus --national --out ../land
  scripts/bench corpus --national --scale 0.1 --out ../provincie
  scripts/bench corpus --products 300 --schools 2000 --out ../veel-scholen
"""

from __future__ import annotations

import sys
import time
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench import sites
from bench.corpus.filling import write
from bench.corpus.nation import NATIONAL, Size, TooManyError, records

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from bench.corpus.writer import Record

NAME = "corpus"
_TOLD = 5000


def add_size(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments that say how large a made site is."""
    parser.add_argument("--products", type=int, metavar="N", help="made products, the rest with it")
    parser.add_argument("--national", action="store_true", help="as many as a country has")
    parser.add_argument("--scale", type=float, metavar="S", help="this part of it, such as 0.1")
    parser.add_argument("--seed", type=int, default=1, help="other made records (default 1)")


def size_of(wanted: argparse.Namespace) -> Size | None:
    """Return the size that the arguments name; none where they name none, or more than one."""
    if wanted.national == (wanted.products is not None):
        return None
    factor = 1.0 if wanted.national else wanted.products / NATIONAL.products
    return NATIONAL.scaled(factor * (1.0 if wanted.scale is None else wanted.scale))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``scripts/bench corpus``."""
    add_size(parser)
    for each in fields(Size)[1:]:
        parser.add_argument(f"--{each.name}", type=int, metavar="N", help="instead of its share")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")


def run(wanted: argparse.Namespace) -> int:
    """Make the site; exit code 2 where that cannot be done."""
    size = size_of(wanted)
    if size is None:
        sys.stderr.write("Say either --products N or --national.\n")
        return 2
    asked = {each.name: getattr(wanted, each.name) for each in fields(Size)[1:]}
    size = replace(size, **{name: number for name, number in asked.items() if number is not None})
    if wanted.out.exists():
        sys.stderr.write(f"{wanted.out} is there already; name a new folder.\n")
        return 2
    begin = time.monotonic()
    try:
        made = make(wanted.out, size, wanted.seed)
    except TooManyError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    print(f"{made} made records in {wanted.out} ({time.monotonic() - begin:.0f} s)")
    return 0


def make(folder: Path, size: Size, seed: int = 1) -> int:
    """Make a site with made records and return how many they are.

    Args:
        folder: A new folder.
        size: How many records of each kind.
        seed: Another one makes other records.

    Raises:
        TooManyError: There are more adoptions or reflections than may sensibly be.
    """
    sites.copy_tree(folder)
    return write(folder, _telling(records(size, seed), size.records))


def _telling(made: Iterable[Record], total: int) -> Iterator[Record]:
    for number, one in enumerate(made, start=1):
        yield one
        if number % _TOLD == 0:
            sys.stderr.write(f"{number}/{total} records written …\n")
