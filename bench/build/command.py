"""Whole builds: cold, unchanged, after one change; where the time goes; beside two others.

The site is copied to a temporary folder with made records besides its own (bench/corpus). Then:

  cold       nothing kept, all processors; at the size asked for, and at that of about 1,000 pages
  unchanged  the same again, with the pages of the cold build kept
  changed    one sentence added to one product
  check      `brugwerk check` alone, which is what a build without a change cannot do without
  where      a cold build in one process with a stopwatch around every part, beside its floors:
             the YAML only parsed, the same Markdown alone, the same bytes alone written
  Material, Zensical
             cold builds of the same pages, written by `brugwerk compose`: text already made HTML,
             a small menu, pruned, their own search. Ours makes those pages from records, and all
             else that stands on the site too: pages written by hand, exports, checked links.

For each: seconds of the clock, of all processors together, and the most memory of one process.
Zensical is installed for this run; where it cannot be had, the rest goes on.

  scripts/bench build --products 300
  scripts/bench build --national --out figures.json
  scripts/bench build --national --scale 0.1 --only cold,unchanged,changed
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import sites
from bench.build import others, report
from bench.build.process import Took, took
from bench.corpus.command import add_size, make, size_of
from bench.corpus.nation import NATIONAL, Size, TooManyError

if TYPE_CHECKING:
    import argparse

NAME = "build"
# About a thousand pages.
SMALL = NATIONAL.scaled(0.025)
ALL = ("cold", "small", "unchanged", "changed", "check", "where", "material", "zensical")
LONGEST = 3 * 3600
CHANGED = "gemaakt-00001"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``scripts/bench build``."""
    add_size(parser)
    parser.add_argument(
        "--only",
        type=lambda text: tuple(text.split(",")),
        default=ALL,
        metavar="NAMES",
        help=f"only these, with commas; cold is always run ({','.join(ALL)})",
    )
    parser.add_argument(
        "--longest", type=float, default=LONGEST, metavar="SECONDS", help="for any one build"
    )
    parser.add_argument("--out", type=Path, metavar="FILE.json", help="write all figures as JSON")


def run(wanted: argparse.Namespace) -> int:
    """Build, and report; exit code 1 where a build fails, 2 where the size is unclear."""
    size = size_of(wanted)
    unknown = set(wanted.only) - set(ALL)
    if size is None or unknown:
        sys.stderr.write(f"There is no {', '.join(sorted(unknown))}.\n" if unknown else _SIZE)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="brugwerk-bench-") as name:
        try:
            bench = Bench(Path(name), size, wanted.seed, wanted.longest)
            bench.measure(frozenset(wanted.only))
        except TooManyError as error:
            sys.stderr.write(f"{error}\n")
            return 2
        except sites.BuildError as failed:
            sys.stderr.write(f"\nA build failed:\n{failed}\n")
            return 1
    print(report.text(bench.found))
    if wanted.out:
        wanted.out.write_text(json.dumps(bench.found, indent=1) + "\n", "utf-8")
    return 0


_SIZE = "Say either --products N or --national.\n"


class Bench:
    """One run.

    Args:
        folder: A folder for everything that is made.
        size: How many records are made.
        seed: Which ones.
        longest: Seconds that a build may take.
    """

    def __init__(self, folder: Path, size: Size, seed: int, longest: float) -> None:
        self._folder, self._size, self._seed, self._longest = folder, size, seed, longest
        load = round(os.getloadavg()[1] / (os.cpu_count() or 1), 1)
        self.found: dict[str, Any] = {
            "size": asdict(size),
            "seed": seed,
            "processors": len(os.sched_getaffinity(0)),
            "load_per_processor": load,
            "builds": {},
        }

    def measure(self, only: frozenset[str]) -> None:
        """Run what is asked for, and remember it in ``found``."""
        _say("making records")
        tree = self._folder / "tree"
        make(tree, self._size, self._seed)
        site = self._folder / "site"
        self._build("cold", tree, site)
        self._count("", site)
        if "unchanged" in only:
            shutil.rmtree(site)
            self._build("unchanged", tree, site)
        if "changed" in only:
            product = tree / "products" / CHANGED / "index.md"
            product.write_text(product.read_text("utf-8") + "\nEn nog een zin.\n", "utf-8")
            shutil.rmtree(site)
            self._build("changed", tree, site)
        shutil.rmtree(site)
        if "check" in only:
            program = "from brugwerk.command import main; main()"
            command = [sys.executable, "-c", program, "check", "--root", str(tree)]
            self._run("check", command, tree, tree)
        if "where" in only:
            self._where(tree)
        if only & {"material", "zensical"}:
            self._others(tree, only)
        if "small" in only and self._size.records > SMALL.records:
            _say("making fewer records")
            small = self._folder / "small"
            make(small, SMALL, self._seed)
            self._build("small", small, site)
            self._count("small_", site)

    def _build(self, name: str, tree: Path, site: Path) -> None:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
        self._run(name, command, tree, tree)

    def _where(self, tree: Path) -> None:
        shutil.rmtree(tree / ".brugwerk", ignore_errors=True)
        told = self._folder / "where.json"
        site = self._folder / "where"
        command = [sys.executable, "-m", "bench.build.where", *map(str, (tree, site, told))]
        self._run("where", command, tree, tree, BRUGWERK_PROCESSES="1")
        self.found["where"] = json.loads(told.read_text("utf-8"))
        for made in self._folder.glob("where*"):
            shutil.rmtree(made) if made.is_dir() else made.unlink()

    def _others(self, tree: Path, only: frozenset[str]) -> None:
        folder = self._folder / "others"
        _say("writing the pages for others")
        self.found["composed_pages"] = others.compose(tree, folder)
        if "material" in only:
            self._run("material", others.material(self._folder / "material"), folder)
        if "zensical" in only:
            _say("installing Zensical")
            try:
                command, version = others.install_zensical(self._folder / "zensical")
                self.found["zensical"] = version
                self._run("zensical", command, folder)
            except sites.BuildError as failed:
                self.found["zensical_failed"] = str(failed)[-1000:]

    def _run(
        self, name: str, command: list[str], folder: Path, tree: Path | None = None, **more: str
    ) -> None:
        _say(f"{name}")
        variables = {"NO_MKDOCS_2_WARNING": "1", **more}
        if tree is not None:
            variables["PYTHONPATH"] = os.pathsep.join((str(tree / "src"), str(sites.ROOT)))
        done: Took = took(command, folder, variables, self._longest)
        self.found["builds"][name] = asdict(done)
        _say(f"{name}: {done.wall:.1f} s, {done.processor:.1f} s of processor time")

    def _count(self, prefix: str, site: Path) -> None:
        pages = sum(1 for _ in site.rglob("index.html"))
        self.found[f"{prefix}pages"] = pages
        self.found[f"{prefix}bytes"] = sum(
            file.stat().st_size for file in site.rglob("*") if file.is_file()
        )


def _say(text: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {text} …\n")
