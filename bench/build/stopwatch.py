"""Which part of the work the processor is at, each moment counted once."""

from __future__ import annotations

import functools
import inspect
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Stopwatch:
    """Adds up processor time by part; a part that calls another one stands still meanwhile."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._parts = ["other"]
        self._since = time.process_time()

    def enter(self, part: str) -> None:
        """Begin a part."""
        self._count()
        self._parts.append(part)

    def leave(self) -> None:
        """End the part that began last."""
        self._count()
        self._parts.pop()

    def watch(self, owner: Any, name: str, part: str) -> None:
        """Count what a function of a module or class takes to a part, from now on."""
        wanted: Callable[..., Any] = getattr(owner, name)

        @functools.wraps(wanted)
        def watched(*arguments: Any, **named: Any) -> Any:
            self.enter(part)
            try:
                found = wanted(*arguments, **named)
                # What is only made when somebody takes it is made here.
                return [*found] if inspect.isgenerator(found) else found
            finally:
                self.leave()

        setattr(owner, name, watched)

    def _count(self) -> None:
        now = time.process_time()
        part = self._parts[-1]
        self.seconds[part] = self.seconds.get(part, 0.0) + now - self._since
        self._since = now
