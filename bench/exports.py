"""What all files beside the pages add to the time of a build, with Word files from what was kept.

The site is copied to a temporary folder and filled up to N products with made ones
(bench/corpus.py). It is built twice; the first build makes every Word file, and is told apart.
Before the second, every page that was kept is thrown away, so that all of them are made again.

  build      the second build as a whole, in a process of its own and its copies.
  exports    what of it goes to exports: the elements in heads, and every file beside the pages,
             made or taken from the shelf and written to disk.

Times are those of the processor, of every process that took part. The share is that of the exports
over the rest of the build; the few lines that exports add to pages count with the rest.

  scripts/bench exports --products 1000
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench import corpus, sites
from brugwerk.exports import head_of_page
from brugwerk.publish.attachments import STORE, Store
from brugwerk.publish.compose import contents
from brugwerk.publish.exported import KEPT, exported, ground_over
from brugwerk.publish.publishable import publishable
from brugwerk.shelf import Shelf

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

NAME = "exports"
MOST = 0.3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``scripts/bench exports``."""
    parser.add_argument(
        "--products", type=int, default=1000, metavar="N", help="fill up to N (default 1000)"
    )
    parser.add_argument("--seed", type=int, default=1, help="other made products (default 1)")
    parser.add_argument("--out", type=Path, metavar="FILE.json", help="write all times as JSON")


def run(wanted: argparse.Namespace) -> int:
    """Build a filled copy of the site twice and report; exit code 1 above the agreed share."""
    with tempfile.TemporaryDirectory(prefix="brugwerk-bench-") as name:
        tree = sites.copy_tree(Path(name) / "tree")
        made = corpus.fill(tree, wanted.products, wanted.seed)
        first = _processor(lambda: sites.build(tree, Path(name) / "first"))
        shutil.rmtree(tree / ".brugwerk/pages")
        build = _processor(lambda: sites.build(tree, Path(name) / "second"))
        exports, files = exports_of(tree, Path(name) / "beside")
    share = exports / (build - exports)
    figures = {
        "products": wanted.products,
        "made": made,
        "files": files,
        "first build": round(first, 2),
        "build": round(build, 2),
        "exports": round(exports, 2),
        "share": round(share, 3),
    }
    for key, value in figures.items():
        sys.stdout.write(f"{key:12} {value}\n")
    if wanted.out:
        wanted.out.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0 if share <= MOST else 1


def exports_of(tree: Path, out: Path) -> tuple[float, int]:
    """Return how long the exports of a built site take once more, and how many files they are.

    Args:
        tree: The site; what is dear was kept by a build before.
        out: Where the files are written.

    Raises:
        BuildError: The site has an error.
    """
    _, site = publishable(tree)
    if site is None:
        raise sites.BuildError("The site has errors; mend them first.")
    store, made = Store(tree / STORE), contents(site)
    ground = ground_over(site, made, store.cleaned)
    began, files = time.process_time(), 0
    for page in site.pages.values():
        head_of_page(page, ground)
    for address, content in exported(site.pages.values(), ground, Shelf(tree / KEPT)):
        target = out / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        files += 1
    return time.process_time() - began, files


def _processor(work: Callable[[], object]) -> float:
    """Return the seconds that the processor spent on what work started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
