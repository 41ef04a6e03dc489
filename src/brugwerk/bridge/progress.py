"""How far the pages of a build are: a bar where somebody looks on, else a line now and then."""

from __future__ import annotations

import sys

from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("brugwerk")
_WIDTH = 30
# Below this nobody has time to read it.
_WORTH_TELLING = 300
_STEPS = 10


class Progress:
    """Says how many pages have been written.

    Args:
        said: What is counted, in the language of the site, such as "Pages".
    """

    def __init__(self, said: str) -> None:
        self._said = said
        self._told = -1

    def __call__(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` pages have been written."""
        if total < _WORTH_TELLING:
            return
        if sys.stderr.isatty():
            filled = done * _WIDTH // total
            bar = "█" * filled + "░" * (_WIDTH - filled)
            end = "\n" if done == total else ""
            sys.stderr.write(f"\r{self._said} {bar} {done}/{total}{end}")
            sys.stderr.flush()
        elif (step := done * _STEPS // total) != self._told:
            self._told = step
            log.info(f"{self._said}: {done}/{total}")
