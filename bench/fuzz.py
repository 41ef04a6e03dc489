"""Try changed and fuzzed records on the reader, the checker and the sanitiser for a long time.

  --tries N      change a sound record of every kind N times, in its structure and in its bytes,
                 and check it in a sound site; each try has a seed of its own, from --first on
  --seconds N    fuzz each of the three guided by coverage (atheris) for N seconds

Exit code 1 when something else than problems came of it; it says how to repeat it.

  scripts/bench fuzz --tries 100000
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from tests.fuzz.mutate import attempts
from tests.fuzz.targets import TARGETS, ready

from bench import sites

if TYPE_CHECKING:
    import argparse

NAME = "fuzz"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``scripts/bench fuzz``."""
    parser.add_argument("--tries", type=int, default=0, metavar="N", help="changed records (0)")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="first seed (0)")
    parser.add_argument("--seconds", type=int, default=0, metavar="N", help="for each target (0)")


def run(wanted: argparse.Namespace) -> int:
    """Do what was asked and print what went wrong."""
    wrong = changed(wanted.first, wanted.tries) if wanted.tries else []
    for found in wrong:
        sys.stdout.write(f"{found}\n")
    if wanted.tries:
        sys.stdout.write(f"{wanted.tries} changed records, {len(wrong)} went wrong\n")
    failed = [name for name in TARGETS if wanted.seconds and fuzz(name, wanted.seconds)]
    return 1 if wrong or failed else 0


def changed(first: int, tries: int) -> list[str]:
    """Spread tries over the processors, and return what went wrong."""
    workers = os.cpu_count() or 1
    share = -(-tries // workers)
    begins = range(first, first + tries, share)
    with ProcessPoolExecutor(workers) as pool:
        shares = [pool.submit(_share, begin, min(share, first + tries - begin)) for begin in begins]
        return [wrong for done in shares for wrong in done.result()]


def _share(first: int, number: int) -> list[str]:
    return attempts(ready(), first, number)


def fuzz(target: str, seconds: int) -> int:
    """Fuzz one target, and return the exit code."""
    command = [sys.executable, "-m", "tests.fuzz.run", target, str(seconds)]
    sys.stdout.write(f"{target}: {seconds} seconds\n")
    sys.stdout.flush()
    return subprocess.run(command, cwd=sites.ROOT, check=False).returncode  # noqa: S603 - our own
