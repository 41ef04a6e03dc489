"""Manners towards a host: one request at a time, a pause between them, and its robots.txt."""

from __future__ import annotations

import time
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from protego import Protego

from brugwerk.web.answers import Outcome, Silence
from brugwerk.web.client import NoReplyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brugwerk.web.answers import Answer
    from brugwerk.web.client import Client, Reply

ROBOT = "brugwerk"
# RFC 9309, section 2.5: a reader takes at least this much of a robots.txt.
_MOST_OF_ROBOTS = 512_000
_MOST_HOPS = 5
_LONGEST_DELAY = 30.0
TRIES = 3
LONGEST_WAIT = 60.0


@dataclass
class _Lane:
    lock: Lock = field(default_factory=Lock)
    free_at: float = 0.0
    pause: float = 0.0


class Courtesy:
    """Gives each host its turns, whichever thread wants one."""

    def __init__(
        self,
        pause: float,
        *,
        sleep: Callable[[float], object] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare the turns.

        Args:
            pause: Seconds between two requests to one host.
            sleep: Waits a number of seconds.
            now: Tells the time in seconds.
        """
        self.pause = pause
        self._sleep = sleep
        self._now = now
        self._lanes: defaultdict[str, _Lane] = defaultdict(_Lane)
        self._lock = Lock()

    @contextmanager
    def turn(self, url: str) -> Iterator[None]:
        """Wait for the turn of the host of ``url``, and keep others from it meanwhile."""
        lane = self._lane(url)
        with lane.lock:
            if (wait := lane.free_at - self._now()) > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                free_at = self._now() + max(self.pause, lane.pause)
                lane.free_at = max(lane.free_at, free_at)

    def slow_down(self, url: str, pause: float) -> None:
        """Leave more time between requests to a host that asks for it."""
        self._lane(url).pause = min(pause, _LONGEST_DELAY)

    def patiently(self, url: str, once: Callable[[int], Reply]) -> Reply:
        """Return the reply of a host, also where it needs a moment.

        Args:
            url: What is asked.
            once: Asks, each time in a turn of the host; it is told how often it did before.

        Raises:
            NoReplyError: There is no reply, or the host stays busy.
        """
        for attempt in range(TRIES):
            wait = self.pause * 2 ** (attempt + 1)
            try:
                with self.turn(url):
                    reply = once(attempt)
            except NoReplyError as error:
                if not error.may_pass or attempt == TRIES - 1:
                    raise
            else:
                if not is_busy(reply.status):
                    return reply
                wait = max(wait, reply.retry_after or 0.0)
                if wait > LONGEST_WAIT:
                    break
            lane = self._lane(url)
            lane.free_at = max(lane.free_at, self._now() + wait)
        raise NoReplyError(Outcome.SILENT, Silence.STATUS, reply.status)

    def _lane(self, url: str) -> _Lane:
        with self._lock:
            return self._lanes[host_of(url)]


def host_of(url: str) -> str:
    """Return the host of an address; empty where it is no address."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_busy(status: int) -> bool:
    """Return whether a host says that it may answer in a moment."""
    return status == 429 or 500 <= status < 600


def joined(here: str, location: str) -> str:
    """Return the address that ``location`` means on the page ``here``.

    Raises:
        NoReplyError: That is no address of the web.
    """
    try:
        there = urljoin(here, location)
        scheme = urlsplit(there).scheme
    except ValueError as error:
        raise NoReplyError(Outcome.SILENT, Silence.UNREADABLE) from error
    if scheme not in {"http", "https"}:
        raise NoReplyError(Outcome.SILENT, Silence.UNREADABLE)
    return urldefrag(there).url


class Robots:
    """What the hosts allow a robot to ask (RFC 9309)."""

    def __init__(self, client: Client, courtesy: Courtesy) -> None:
        """Prepare to read the rules of each host, once."""
        self._client = client
        self._courtesy = courtesy
        self._rules: dict[str, Protego] = {}
        self._silent: dict[str, Answer] = {}
        self._lock = Lock()
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)

    def allows(self, url: str) -> bool:
        """Return whether its host allows us to ask ``url``.

        Raises:
            NoReplyError: The host does not answer at all, so that it cannot be known.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            lock = self._locks[origin]
        with lock:
            if origin not in self._rules and origin not in self._silent:
                self._read(origin)
        if (silent := self._silent.get(origin)) is not None:
            raise NoReplyError(silent.outcome, silent.silence, silent.status)
        return bool(self._rules[origin].can_fetch(url, ROBOT))

    def _read(self, origin: str) -> None:
        try:
            reply = self._fetch(f"{origin}/robots.txt")
        except NoReplyError as error:
            self._silent[origin] = error.answer
            return
        # A status above 400 says that there are no rules (section 2.3.1.3).
        text = reply.body.decode("utf-8", "replace") if reply.status < 300 else ""
        rules = self._rules[origin] = Protego.parse(text)
        if delay := rules.crawl_delay(ROBOT):
            self._courtesy.slow_down(origin, float(delay))

    def _fetch(self, url: str) -> Reply:
        for _ in range(_MOST_HOPS):
            reply = self._courtesy.patiently(url, partial(self._get, url))
            if not (300 <= reply.status < 400 and reply.location):
                break
            url = joined(url, reply.location)
        return reply

    def _get(self, url: str, _: int) -> Reply:
        return self._client.send("GET", url, _MOST_OF_ROBOTS)
