"""The check beside only reading and parsing the same YAML with libyaml's loader, in one run.

The site is copied to a temporary folder and filled up to N products with made ones
(bench/corpus.py). Then, in turns, so that a busy moment hits both alike:

  parsing    open the file of every product, take the YAML between its two lines of hyphens, and
             load it with yaml.CSafeLoader. Nothing else: no body, no other record, no list.
  check      what `brugwerk check` does with the whole site: all records, texts and rules, and
             every address that the site would have, against those it promised before.

Times are those of the processor, not of the clock; the ratio is that of the medians.

  scripts/bench check --products 3000
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import yaml

from bench import corpus, sites
from brugwerk.publish.publishable import publishable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

NAME = "check"
MOST = 1.5


@dataclass(frozen=True)
class Times:
    """Seconds of the processor for each round, and what they say together."""

    parsing: tuple[float, ...]
    check: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times longer the check takes than the parsing."""
        return median(self.check) / median(self.parsing)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``scripts/bench check``."""
    parser.add_argument(
        "--products", type=int, default=3000, metavar="N", help="fill up to N (default 3000)"
    )
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="turns (default 7)")
    parser.add_argument("--seed", type=int, default=1, help="other made products (default 1)")
    parser.add_argument("--out", type=Path, metavar="FILE.json", help="write all times as JSON")


def run(wanted: argparse.Namespace) -> int:
    """Fill a copy of the site, time both and report; exit code 1 above the agreed ratio."""
    with tempfile.TemporaryDirectory(prefix="brugwerk-bench-") as name:
        tree = sites.copy_tree(Path(name) / "tree")
        made = corpus.fill(tree, wanted.products, wanted.seed)
        files = sorted((tree / "products").glob("*/index.md"))
        if errors := publishable(tree)[0].errors:
            sys.stderr.write(f"The site has {len(errors)} errors; mend them first.\n")
            return 2
        times = measure(tree, files, wanted.rounds)
    print(f"{len(files)} products ({made} made), {wanted.rounds} rounds, seconds of processor time")
    for label, row in (("parsing", times.parsing), ("check", times.check)):
        print(f"  {label:<8} median {median(row):.3f}  least {min(row):.3f}  most {max(row):.3f}")
    print(f"  ratio    {times.ratio:.2f} (at most {MOST})")
    if wanted.out:
        data = {"products": len(files), "parsing": times.parsing, "check": times.check}
        wanted.out.write_text(json.dumps(data | {"ratio": times.ratio}, indent=1) + "\n", "utf-8")
    return 0 if times.ratio <= MOST else 1


def measure(tree: Path, files: list[Path], rounds: int) -> Times:
    """Parse the files and check the tree in turns.

    Args:
        tree: The site.
        files: The files of its products.
        rounds: How many turns each of them gets.
    """
    parsing, check = [], []
    for _ in range(rounds):
        parsing.append(_seconds(lambda: parse(files)))
        check.append(_seconds(lambda: publishable(tree)))
    return Times(tuple(parsing), tuple(check))


def parse(files: list[Path]) -> int:
    """Read and parse the YAML of each file with libyaml's loader, and count its keys."""
    keys = 0
    for file in files:
        text = file.read_text("utf-8")
        begin = text.index("\n") + 1
        front = yaml.load(text[begin : text.index("\n---", begin) + 1], Loader=yaml.CSafeLoader)
        keys += len(front)
    return keys


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin
