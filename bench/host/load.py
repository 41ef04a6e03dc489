"""Many readers at once, with wrk."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.sites import run

if TYPE_CHECKING:
    from collections.abc import Sequence

SCRIPT = Path(__file__).with_name("paths.lua")
_PER_SECOND = re.compile(r"^Requests/sec:\s+([\d.]+)", re.MULTILINE)
_BYTES = re.compile(r"^Transfer/sec:\s+(\S+)", re.MULTILINE)
_PART = re.compile(r"^\s+(50|99)%\s+(\S+)", re.MULTILINE)
_WRONG = re.compile(r"^\s+Non-2xx or 3xx responses: (\d+)", re.MULTILINE)
_SOCKET = re.compile(
    r"^\s+Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", re.MULTILINE
)


@dataclass(frozen=True)
class Load:
    """What wrk measured.

    Attributes:
        per_second: Answers in a second.
        bytes_per_second: How much that was, as wrk writes it.
        middle: Half of the answers took no longer, as wrk writes it.
        slow: Ninety-nine in a hundred took no longer.
        failures: Answers other than 200 and 304, and connections that failed.
    """

    per_second: float
    bytes_per_second: str
    middle: str
    slow: str
    failures: int


def load(wrk: str, address: str, paths: Sequence[str], connections: int, seconds: int) -> Load:
    """Ask for the paths in turn from many connections at once.

    Args:
        wrk: Where wrk is.
        address: The server.
        paths: What to ask for.
        connections: How many connections at once.
        seconds: How long.

    Raises:
        BuildError: wrk failed.
    """
    with tempfile.TemporaryDirectory(prefix="brugwerk-wrk-") as folder:
        listed = Path(folder, "paths")
        listed.write_text("\n".join(paths) + "\n", "utf-8")
        command = [wrk, "-t2", f"-c{connections}", f"-d{seconds}s", "--latency"]
        command += ["-s", str(SCRIPT), address, "--", str(listed)]
        return read(run(command, Path(folder)))


def read(said: str) -> Load:
    """Read what wrk wrote.

    Raises:
        ValueError: It is not what wrk writes.
    """
    rate, size, parts = _PER_SECOND.search(said), _BYTES.search(said), dict(_PART.findall(said))
    if rate is None or size is None or not {"50", "99"} <= parts.keys():
        raise ValueError(f"wrk said something else: {said}")
    wrong, sockets = _WRONG.search(said), _SOCKET.search(said)
    failures = int(wrong.group(1)) if wrong else 0
    failures += sum(map(int, sockets.groups())) if sockets else 0
    return Load(float(rate.group(1)), size.group(1), parts["50"], parts["99"], failures)
