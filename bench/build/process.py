"""A command on its own, with what it took of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from threading import Timer
from typing import TYPE_CHECKING

from bench.sites import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# Linux counts memory in kB, macOS in bytes.
_UNIT = 1 if sys.platform == "darwin" else 1024
_SAID = 3000


@dataclass(frozen=True)
class Took:
    """What a command took.

    Attributes:
        wall: Seconds of the clock.
        processor: Seconds of processor time, of the command and all that it started.
        peak: The most memory that any one of its processes had at once, in bytes. Memory that
            copies of a process share counts for each of them.
    """

    wall: float
    processor: float
    peak: int


def took(
    command: Sequence[str], folder: Path, variables: Mapping[str, str], longest: float
) -> Took:
    """Run a command to its end.

    Args:
        command: The command.
        folder: Where it runs.
        variables: Variables of its environment, besides those of this process.
        longest: Seconds after which it is stopped.

    Raises:
        BuildError: It failed, could not be run, or took too long; the text is what it said.
    """
    said = folder / ".said.txt"
    begin = time.monotonic()
    with said.open("wb") as output:
        try:
            # In a group of its own, so that its helpers can be stopped with it.
            started = subprocess.Popen(  # noqa: S603 - our own commands
                command,
                cwd=folder,
                env={**os.environ, **variables},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as missing:
            raise BuildError(f"{command[0]} cannot be run: {missing.strerror}") from missing
        timer = Timer(longest, os.killpg, (started.pid, 9))
        timer.start()
        try:
            _, status, usage = os.wait4(started.pid, 0)
        except BaseException:
            os.killpg(started.pid, 9)
            raise
        finally:
            timer.cancel()
    wall = time.monotonic() - begin
    started.returncode = os.waitstatus_to_exitcode(status)
    text = said.read_text("utf-8", "replace")
    said.unlink()
    if started.returncode:
        late = f"stopped after {longest:.0f} s\n" if wall >= longest else ""
        raise BuildError(late + text.strip()[-_SAID:])
    return Took(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT)
