"""The check beside only reading and parsing the same YAML with libyaml's loader, in one run.

The site is copied to a temporary folder and filled up to N products with made ones, or gets the
records of a country or of a part of it (bench/corpus). Then, in turns, so that a busy moment hits
both alike:

  parsing    open the file of every product (of every record with --national), take the YAML
             between its two lines of hyphens, and load it with yaml.CSafeLoader. Nothing else: no
             body, no list.
  check      what `brugwerk check` does with the whole site: all records, texts and rules, and
             every address that the site would have, against those it promised before.

Times are those of the processor, not of the clock; the ratio is that of the medians. With
--national the check also runs on a tenth of the records, to see whether a record takes longer
where there are more, and the most memory of the process that checks is told.

  scripts/bench check --products 3000
  scripts/bench check --national
  scripts/bench check --national --scale 0.1 --rounds 3
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import yaml

from bench import corpus, sites
from bench.corpus.command import make
from bench.corpus.nation import NATIONAL
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
    parser.add_argument("--national", action="store_true", help="the records of a country")
    parser.add_argument("--scale", type=float, default=1.0, metavar="S", help="this part of it")
    parser.add_argument("--seed", type=int, default=1, help="other made products (default 1)")
    parser.add_argument("--out", type=Path, metavar="FILE.json", help="write all times as JSON")


def run(wanted: argparse.Namespace) -> int:
    """Make a site, time both and report; exit code 1 above the agreed ratio."""
    with tempfile.TemporaryDirectory(prefix="brugwerk-bench-") as name:
        tree = Path(name) / "tree"
        _say("making records")
        if wanted.national:
            size = NATIONAL.scaled(wanted.scale)
            made = make(tree, size, wanted.seed)
            files = records_of(tree)
        else:
            sites.copy_tree(tree)
            made = corpus.fill(tree, wanted.products, wanted.seed)
            files = sorted((tree / "products").glob("*/index.md"))
        if errors := publishable(tree)[0].errors:
            sys.stderr.write(f"The site has {len(errors)} errors; mend them first.\n")
            return 2
        times = measure(tree, files, wanted.rounds)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        fewer = _fewer(Path(name) / "fewer", wanted) if wanted.national else None
    print(f"{len(files)} files ({made} records made), {wanted.rounds} rounds, processor seconds")
    for label, row in (("parsing", times.parsing), ("check", times.check)):
        print(f"  {label:<8} median {median(row):.3f}  least {min(row):.3f}  most {max(row):.3f}")
    print(f"  ratio    {times.ratio:.2f} (at most {MOST})")
    data = {"files": len(files), "parsing": times.parsing, "check": times.check}
    data |= {"ratio": times.ratio}
    if fewer is not None:
        each = median(times.check) / len(files)
        beside = each / (median(fewer.check) / fewer.files)
        print(f"  a record {1e6 * each:.0f} µs, {beside:.2f} times that among {fewer.files} files")
        print(f"  most memory {peak // 1024} MiB")
        data |= {"fewer_files": fewer.files, "fewer_check": fewer.check, "peak_kib": peak}
    if wanted.out:
        wanted.out.write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    return 0 if times.ratio <= MOST else 1


@dataclass(frozen=True)
class _Fewer:
    """The check of a tenth of the records."""

    files: int
    check: tuple[float, ...]


def _fewer(tree: Path, wanted: argparse.Namespace) -> _Fewer:
    _say("making a tenth of the records")
    make(tree, NATIONAL.scaled(wanted.scale / 10), wanted.seed)
    rounds = tuple(_seconds(lambda: publishable(tree)) for _ in range(wanted.rounds))
    return _Fewer(len(records_of(tree)), rounds)


def records_of(tree: Path) -> list[Path]:
    """Return the files of all records of a site."""
    folders = (tree / name for name in ("products", "networks", "schools"))
    files = (file for folder in folders for file in sorted(folder.rglob("*.md")))
    return [file for file in files if file.parent.name != "files"]


def measure(tree: Path, files: list[Path], rounds: int) -> Times:
    """Parse the files and check the tree in turns.

    Args:
        tree: The site.
        files: The files of its products.
        rounds: How many turns each of them gets.
    """
    parsing, check = [], []
    for number in range(1, rounds + 1):
        _say(f"round {number} of {rounds}")
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


def _say(text: str) -> None:
    sys.stderr.write(f"{text} …\n")


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin
