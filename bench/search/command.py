"""Our search beside Material's built-in search and Pagefind, on the same pages, in one run.

The site is copied to a temporary folder and built three times: as it is, with Material's search
(Dutch) in place of ours, and without either, indexed by Pagefind (installed for this run into a
temporary environment of its own). Each is served on a port of this machine with gzip, and a
Chromium searches in it as a reader does. No request leaves this machine but for that installation.

  nDCG@10, success@3   for the judged queries of bench/search/queries.yml, whose head says how they
                       were judged. Gains are 2^grade - 1; success is a page of grade 2 or 3 among
                       the first three results.
  kB until the first   everything sent (gzip, headers too) from opening the page on which one
  result               searches, with an empty cache, until the first result for what is being
                       typed shows; median of three queries at 80 ms a key. Counted by the server.
  key to results       from a key going down to the first change and to the last change of the first
                       ten results, painted; with Chromium's 4x CPU slowdown, which holds for the
                       page and not for its workers. The last four keys of twenty queries, the
                       engines in turns. Keys that leave the list as it is have no time. There is
                       no network delay, which flatters engines that fetch for each query.
  page busy per key    the processor time that the page takes for such a key, slowed down, until
                       nothing changes any more: it says something on a busy machine too.

The sites of the others are made by MkDocs page by page, because Material's search indexes what
MkDocs makes; so the seconds of a build compare more than the search in it.

With --products N the copy is filled up to N products with made ones (bench/corpus.py). They are
about things no query asks for, so that the judgements stay complete.

  scripts/bench search
  scripts/bench search --products 300 --out figures.json
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from bench import corpus, sites
from bench.search import drive, queries, report, variants
from bench.search.engines import MATERIAL, OURS, PAGEFIND
from bench.search.serve import Server

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

    from playwright.sync_api import Browser

    from bench.search.queries import Query

NAME = "search"
ENGINES = {engine.name: engine for engine in (OURS, MATERIAL, PAGEFIND)}
VISITS = 3
TIMED = 20
SHORTEST_TIMED = 5
BUSY = 1.0
EVERY = 10  # seconds between two lines that say how far it is


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``scripts/bench search``."""
    parser.add_argument(
        "--products", type=int, metavar="N", help="fill up to N products with made ones"
    )
    parser.add_argument("--seed", type=int, default=1, help="other made products (default 1)")
    parser.add_argument("--out", type=Path, metavar="FILE.json", help="write all figures as JSON")
    parser.add_argument(
        "--minutes",
        type=float,
        default=60,
        metavar="N",
        help="leave an engine out whose site is not built in N minutes (default 60)",
    )
    parser.add_argument(
        "--engines",
        type=lambda text: text.split(","),
        default=list(ENGINES),
        metavar="NAMES",
        help="only these, with commas (default: ours,material,pagefind)",
    )


def run(wanted: argparse.Namespace) -> int:
    """Build, drive and report; return the exit code."""
    unknown = set(wanted.engines) - set(ENGINES)
    if unknown:
        sys.stderr.write(f"There is no engine {', '.join(sorted(unknown))}.\n")
        return 2
    # A run that is stopped clears away what it made, as one that ends does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="brugwerk-bench-") as name:
        folder = Path(name)
        try:
            return _run(wanted, folder)
        except sites.BuildError as failed:
            sys.stderr.write(f"\nThe site could not be built:\n{failed}\n")
            return 1


def _run(wanted: argparse.Namespace, folder: Path) -> int:
    begin = time.monotonic()
    tree = sites.copy_tree(folder / "tree")
    made = corpus.fill(tree, wanted.products or 0, wanted.seed)
    built, pages = _build(wanted.engines, tree, folder, wanted.minutes * 60)
    asked, hidden = _attainable(queries.read(), pages)
    with drive.browser(os.environ.get("BRUGWERK_CHROMIUM") or "chromium") as browser:
        chromium = browser.version
        watched = _watch(browser, built, asked)
    busy = _load()
    found = {
        name: report.figures(watched[name], asked, variant.seconds)
        for name, variant in built.items()
    }
    count = sum(1 for _ in (tree / "products").iterdir())
    about = {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "products": count,
        "made_products": made,
        "seed": wanted.seed,
        "searchable_pages": len(pages),
        "queries": len(asked),
        "judged_but_kept_out_of_search": hidden,
        "mkdocs_material": version("mkdocs-material"),
        "chromium": chromium,
        "cpu_slowdown": drive.SLOWDOWN,
        "load_per_processor": busy,
    }
    labels = {name: engine.label for name, engine in ENGINES.items()}
    print(f"\n{count} products ({made} made), {len(pages)} pages to find, {len(asked)} queries")
    print(report.table(found, labels))
    if busy is not None and busy > BUSY:
        print(f"This machine was busy ({busy} waiting per processor): times are too long, and only")
        print("their ratios say something.")
    print("nDCG@10 by kind of query")
    print(report.by_kind(watched, asked))
    if hidden:
        print("Judged, but kept out of every search by the site: " + ", ".join(hidden))
    for name, seen in watched.items():
        for problem in (*seen.problems, *(f"request to {url}" for url in seen.elsewhere)):
            print(f"{labels[name]}: {problem}")
    print(f"({time.monotonic() - begin:.0f} s)")
    if wanted.out:
        data = report.as_data(found, watched, asked, about)
        wanted.out.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


def _build(
    names: Sequence[str], tree: Path, folder: Path, longest: float
) -> tuple[dict[str, variants.Variant], frozenset[str]]:
    """Build every variant asked for, and say which pages may be found."""
    built: dict[str, variants.Variant] = {}

    def add(name: str, doing: str, build: Callable[[], variants.Variant]) -> None:
        _say(doing)
        try:
            built[name] = build()
        except sites.BuildError as failed:
            _say(f"{ENGINES[name].label} is left out: {failed}")

    if "ours" in names:
        add("ours", "building as it is", lambda: variants.ours(tree, folder / "ours", longest))
        if "ours" in built and not (built["ours"].folder / OURS.page / "index.html").is_file():
            _say("this site has no search of its own; going on without it")
            del built["ours"]
    if "material" in names or "ours" not in built:
        add(
            "material",
            "building with Material's search",
            lambda: variants.material(tree, folder / "material", longest),
        )
    if "material" in built:
        pages = variants.searchable(built["material"])
    elif "ours" in built:
        pages = variants.searchable_by_ours(built["ours"], OURS.page)
    else:
        raise sites.BuildError("no site to search in was built")
    if "pagefind" in names:

        def with_pagefind() -> variants.Variant:
            (folder / "tools").mkdir()
            command = variants.install_pagefind(folder / "tools")
            return variants.pagefind(tree, folder / "pagefind", command, pages, longest)

        add("pagefind", "installing Pagefind, and building for it", with_pagefind)
    kept = {name: built[name] for name in names if name in built}
    if not kept:
        raise sites.BuildError("there is nothing to measure")
    return kept, pages


def _watch(
    browser: Browser, built: Mapping[str, variants.Variant], asked: Sequence[Query]
) -> dict[str, drive.Watched]:
    """Search with every engine; times are taken in turns, so that a busy moment hits all alike."""
    texts = [query.text for query in asked]
    long = [text for text in texts if len(text) >= SHORTEST_TIMED]
    timed = long[:: max(1, len(long) // TIMED)][:TIMED]
    with ExitStack() as stack:
        readers = {}
        for name, variant in built.items():
            server = stack.enter_context(Server(variant.folder))
            readers[name] = drive.Reader(browser, ENGINES[name], server)
        for name, reader in readers.items():
            _say(f"searching with {ENGINES[name].label}")
            with reader.surviving():
                reader.bytes_until_first_result(texts[:VISITS])
            with reader.surviving():
                reader.answers(texts, _progress(len(texts), "queries"))
        _say("taking times")
        pages = {}
        for name, reader in readers.items():
            with reader.surviving():
                pages[name] = stack.enter_context(reader.timing())
        said = _progress(len(timed), "queries with every engine")
        for number, text in enumerate(timed, start=1):
            said(number)
            for name, measure in pages.items():
                with readers[name].surviving():
                    measure(text)
    return {name: reader.watched for name, reader in readers.items()}


def _attainable(
    judged: Sequence[Query], pages: frozenset[str]
) -> tuple[tuple[Query, ...], list[str]]:
    """Leave out what no engine can find, and name it."""
    hidden = sorted({address for query in judged for address in query.relevant} - pages)
    kept = []
    for query in judged:
        relevant = {a: grade for a, grade in query.relevant.items() if a in pages}
        if relevant:
            kept.append(replace(query, relevant=relevant))
    return tuple(kept), hidden


def _load() -> float | None:
    """Return how many processes waited for each processor in the last five minutes."""
    if not hasattr(os, "getloadavg"):
        return None
    return round(os.getloadavg()[1] / (os.cpu_count() or 1), 1)


def _say(text: str) -> None:
    sys.stderr.write(f"{text} …\n")


def _progress(whole: int, what: str) -> Callable[[int], None]:
    """Return what says how far it is, every few seconds."""
    said = time.monotonic()

    def say(number: int) -> None:
        nonlocal said
        if time.monotonic() - said >= EVERY:
            said = time.monotonic()
            _say(f"  {number} of {whole} {what}")

    return say
