"""Pages pressed by all processors at once.

Where a system cannot copy a running process, one process does all of it.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from brugwerk.publish.press.press import Press, Pressed
    from brugwerk.render.page import Page

PROCESSES = "BRUGWERK_PROCESSES"
# Few enough that all processors end at about the same time, many enough to be handed out cheaply.
_AT_ONCE = 25


@dataclass
class _AtWork:
    """What a process that was copied from this one finds in its memory."""

    press: Press | None = None
    pages: Sequence[Page] = field(default_factory=tuple)


_at_work = _AtWork()


def processes() -> int:
    """Return how many processes may press pages at the same time.

    Raises:
        ValueError: The number that was asked for is no number above zero.
    """
    if wanted := os.environ.get(PROCESSES):
        if not wanted.isdigit() or int(wanted) < 1:
            raise ValueError(f"{PROCESSES}={wanted}")
        return int(wanted)
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Shares:
    """The pages of a site on their way through a press, in shares.

    Args:
        press: Writes a page.
        pages: The pages.
        number: How many processes press them.
    """

    def __init__(self, press: Press, pages: Sequence[Page], number: int) -> None:
        self._press = press
        self._pages = pages
        self._pool: ProcessPoolExecutor | None = None
        self._shares: list[Future[list[Pressed]]] = []
        if number > 1 and len(pages) > _AT_ONCE and _can_copy_itself():
            self._start(number)

    def _start(self, number: int) -> None:
        _at_work.press, _at_work.pages = self._press, self._pages
        # What is alive now stays shared with the copies: nobody counts through it again.
        gc.collect()
        gc.freeze()
        self._pool = ProcessPoolExecutor(number, multiprocessing.get_context("fork"))
        self._shares = [
            self._pool.submit(_pressed, start, start + _AT_ONCE)
            for start in range(0, len(self._pages), _AT_ONCE)
        ]

    def done(self, progress: Callable[[int, int], None]) -> Iterator[Pressed]:
        """Yield what is left of each page, in the order in which the pages were given.

        Args:
            progress: Hears how many pages have been written, and how many there are.
        """
        total = len(self._pages)
        if self._pool is None:
            for count, page in enumerate(self._pages, start=1):
                yield self._press.press(page)
                progress(count, total)
            return
        try:
            for number, share in enumerate(self._shares, start=1):
                yield from share.result()
                progress(min(number * _AT_ONCE, total), total)
        finally:
            self._pool.shutdown(cancel_futures=True)
            _at_work.press, _at_work.pages = None, ()
            gc.unfreeze()


def _can_copy_itself() -> bool:
    # macOS has the call, and libraries of the system that do not survive it.
    return sys.platform == "linux"


def _pressed(start: int, stop: int) -> list[Pressed]:
    press = _at_work.press
    if press is None:
        raise RuntimeError("this process was not copied from one that presses pages")
    return [press.press(page) for page in _at_work.pages[start:stop]]
