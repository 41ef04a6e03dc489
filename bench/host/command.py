"""A real web server with our configuration, on the built site, checked and under load.

Starts nginx (or Caddy) with the file that stands in hosting/, on a free port of this machine, and

  checks     types, compression, cache, headers, frames, redirects and the page for what is not
             there (bench/host/checks.py);
  load       asks with wrk for every page in turn, then for our scripts and styles, then for the
             files of search, and reports answers in a second, how long they took, and failures.

Debian has the packages: apt install nginx wrk (or caddy wrk). The exit code is 1 if a check or an
answer fails.

  scripts/bench host --packed --seconds 10
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from bench import sites
from bench.host.checks import Served, problems
from bench.host.load import load
from bench.host.server import SERVERS, HostError, program, running

if TYPE_CHECKING:
    import argparse

NAME = "host"
# What to ask for, by what it is called in the report.
PARTS = {
    "pages": ("**/index.html",),
    "scripts and styles": ("assets/own/**/*.css", "assets/own/**/*.js"),
    "files of search": ("*/index/*.json",),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``scripts/bench host``."""
    parser.add_argument("--server", choices=SERVERS, default="nginx", help="default nginx")
    parser.add_argument("--site", type=Path, metavar="DIR", help="a built site (default: build)")
    parser.add_argument(
        "--packed", action="store_true", help="a file.gz beside each file, as the guide advises"
    )
    parser.add_argument("--seconds", type=int, default=10, metavar="N", help="load (default 10)")
    parser.add_argument(
        "--connections", type=int, default=64, metavar="N", help="readers at once (default 64)"
    )


def run(wanted: argparse.Namespace) -> int:
    """Serve, check, load and report; exit code 1 if anything failed."""
    wrk = program("wrk")
    if wrk is None:
        print("wrk is not installed (Debian: apt install wrk)", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="brugwerk-bench-") as name:
        folder = Path(name)
        try:
            site = wanted.site or sites.build(sites.copy_tree(folder / "copy"), folder / "site")
            if wanted.packed:
                site = packed(site, folder / "packed")
            with running(wanted.server, site) as address:
                return _measure(address, site, wrk, wanted)
        except (HostError, sites.BuildError) as error:
            print(error, file=sys.stderr)
            return 2


def packed(site: Path, copy: Path) -> Path:
    """Copy a site, with a compressed file beside each that gets smaller, and return the copy."""
    shutil.copytree(site, copy)
    for file in [found for found in copy.rglob("*") if found.is_file()]:
        content = file.read_bytes()
        small = gzip.compress(content, 9, mtime=0)
        if len(small) < len(content):
            file.with_name(f"{file.name}.gz").write_bytes(small)
    return copy


def _measure(address: str, site: Path, wrk: str, wanted: argparse.Namespace) -> int:
    found = list(problems(Served(address, site)))
    print(f"{wanted.server} with our file on {site.name}: {len(found)} of its duties not done")
    for problem in found:
        print(f"  {problem}")
    failures = len(found)
    print(f"{wanted.connections} readers at once, {wanted.seconds} s for each line")
    print(f"{'':<20} {'files':>6} {'answers/s':>10} {'bytes/s':>9} {'median':>9} {'p99':>9} failed")
    for part, patterns in PARTS.items():
        paths = _paths(site, patterns)
        if not paths:
            continue
        done = load(wrk, address, paths, wanted.connections, wanted.seconds)
        failures += done.failures
        print(
            f"{part:<20} {len(paths):>6} {done.per_second:>10.0f} {done.bytes_per_second:>9} "
            f"{done.middle:>9} {done.slow:>9} {done.failures:>6}"
        )
    return 1 if failures else 0


def _paths(site: Path, patterns: tuple[str, ...]) -> list[str]:
    files = sorted(file for pattern in patterns for file in site.glob(pattern))
    names = (f"/{file.relative_to(site).as_posix()}" for file in files)
    return [quote(name.removesuffix("index.html")) for name in names]
