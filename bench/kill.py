"""Kill builds at random moments and look whether the site stays whole.

Each round starts `scripts/build --again` on a copy of the site, kills it with everything it
started after a random part of the time that a build takes, and compares the whole folder with that
of a finished build. The moments come from a seed, so a round can be done again.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench import sites

if TYPE_CHECKING:
    import argparse

NAME = "kill"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this benchmark."""
    parser.add_argument("--times", type=int, default=50, help="How many builds to kill (50).")
    parser.add_argument("--seed", type=int, default=1, help="Where the moments come from (1).")


def run(wanted: argparse.Namespace) -> int:
    """Kill builds and print what was found; exit code 1 when a site was not whole."""
    moments = random.Random(wanted.seed)  # noqa: S311 - not a secret
    build = [sys.executable, str(sites.ROOT / "scripts" / "build"), "--again", "--out"]
    with tempfile.TemporaryDirectory(prefix="brugwerk-bench-") as name:
        place = Path(name) / "site"
        begin = time.monotonic()
        sites.run([*build, str(place)], sites.ROOT)
        usual = time.monotonic() - begin
        whole = fingerprint(place)
        damaged = finished = 0
        for turn in range(wanted.times):
            process = subprocess.Popen(  # noqa: S603 - our own command
                [*build, str(place)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            time.sleep(moments.random() * usual * 1.05)
            finished += process.poll() is not None
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if fingerprint(place) != whole:
                damaged += 1
                sys.stdout.write(f"build {turn + 1}: the site is not whole\n")
        sites.run([*build, str(place)], sites.ROOT)
        left = sorted(path.name for path in place.parent.iterdir() if path != place)
    killed = wanted.times - finished
    sys.stdout.write(
        f"{killed} builds killed, {finished} finished before it (a build takes {usual:.1f} s); "
        f"{damaged} left a site that was not whole.\n"
        f"Left beside the site after one more build: {', '.join(left) or 'nothing'}.\n"
    )
    return 1 if damaged or left else 0


def fingerprint(place: Path) -> str:
    """Return one hash over the names and contents of a built site; empty where there is none."""
    content = hashlib.sha256()
    for path in sorted(place.rglob("*")):
        if path.is_file():
            content.update(f"{path.relative_to(place)}\0".encode())
            content.update(hashlib.sha256(path.read_bytes()).digest())
    return content.hexdigest() if place.is_dir() else ""
