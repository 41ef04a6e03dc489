"""Asking an address what a reader would meet there, politely and more than once."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from threading import Event, Lock
from typing import TYPE_CHECKING

from brugwerk.web.answers import Answer, Outcome
from brugwerk.web.client import NoReplyError
from brugwerk.web.courtesy import Courtesy, Robots, host_of, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brugwerk.web.client import Client, Reply

MOST_HOPS = 10
HOSTS_AT_ONCE = 8
_FOR_GOOD = frozenset({301, 308})
_SENT_ON = _FOR_GOOD | {302, 303, 307}
_GONE = frozenset({404, 410})


@dataclass(frozen=True)
class Asker:
    """Asks addresses.

    Attributes:
        client: What sends the requests.
        courtesy: When a host has its turn.
        robots: What a host allows.
    """

    client: Client
    courtesy: Courtesy
    robots: Robots

    @classmethod
    def polite(cls, client: Client, courtesy: Courtesy) -> Asker:
        """Return an asker that reads the rules of every host with the same manners."""
        return cls(client, courtesy, Robots(client, courtesy))

    def ask(self, url: str) -> Answer:
        """Ask what is behind an address, through whatever sends a reader on."""
        try:
            return self._follow(url)
        except NoReplyError as error:
            return error.answer

    def _follow(self, url: str) -> Answer:
        here, moved_to, for_good = joined(url, ""), "", True
        seen = {here}
        for _ in range(MOST_HOPS):
            if not self.robots.allows(here):
                return Answer(Outcome.UNASKED)
            reply = self._reply(here)
            if reply.status not in _SENT_ON or not reply.location:
                return _answer(reply.status, moved_to)
            there = joined(here, reply.location)
            for_good = for_good and reply.status in _FOR_GOOD
            if for_good:
                moved_to = there
            if there in seen:
                break
            seen.add(there)
            here = there
        return Answer(Outcome.CIRCLING)

    def _reply(self, url: str) -> Reply:
        """Ask for the head only, and for the whole where a host does not know how to do that."""
        reply = self.courtesy.patiently(url, partial(self._once, url))
        return (
            self.courtesy.patiently(url, partial(self._get, url)) if reply.status >= 400 else reply
        )

    def _once(self, url: str, attempt: int) -> Reply:
        return self.client.send("GET" if attempt else "HEAD", url)

    def _get(self, url: str, _: int) -> Reply:
        return self.client.send("GET", url)


def _answer(status: int, moved_to: str) -> Answer:
    if status in _GONE:
        return Answer(Outcome.GONE, status)
    if status >= 400:
        return Answer(Outcome.REFUSED, status)
    return Answer(Outcome.MOVED if moved_to else Outcome.FOUND, status, moved_to)


def ask_all(
    links: Iterable[str], ask: Callable[[str], Answer], heard: Callable[[str, Answer], None]
) -> None:
    """Ask every address; hosts beside each other, the addresses of one host one by one.

    Args:
        links: What to ask.
        ask: Asks one address.
        heard: Is told each answer as it comes, one at a time.
    """
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        by_host[host_of(link)].append(link)
    stopped, one_at_a_time = Event(), Lock()

    def visit(host: str) -> None:
        for link in by_host[host]:
            if stopped.is_set():
                return
            answer = ask(link)
            with one_at_a_time:
                heard(link, answer)

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        try:
            for visited in as_completed([pool.submit(visit, host) for host in by_host]):
                visited.result()
        finally:
            # Somebody who stops the program does not wait for every host.
            stopped.set()
