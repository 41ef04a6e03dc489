"""A browser that searches as a reader does, and watches what comes of it."""

from __future__ import annotations

import statistics
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright
from playwright.sync_api import TimeoutError as LateError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, CDPSession, Page

    from bench.search.engines import Engine
    from bench.search.serve import Server

DEPTH = 10
SLOWDOWN = 4
KEYS = 4  # the last keys of a query, which are the ones that are timed
WARM_UP = "schrijven"
TYPING = 80  # milliseconds between two keys
QUIET = 300  # milliseconds without a change, while keys are timed: the list is what it will be
STABLE = 100  # the same once an engine says itself that it has answered
LONGEST = 20_000  # milliseconds that any one answer may take
# Milliseconds after a key before we believe that it changes nothing: three times the slowest that
# this engine has taken, within these bounds.
PATIENCE = (600, 2400)
FAILURES = 3  # in a row, after which an engine is given up
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
WATCH = Path(__file__).with_name("watch.js").read_text("utf-8")
FIRST = """([area, found]) => {
  const list = () => JSON.stringify(eval(found));
  const before = list();
  new MutationObserver(() => {
    if (!window.benchFirst && (eval(found)).length && list() !== before) {
      window.benchFirst = Date.now();
    }
  }).observe(document.querySelector(area), {childList: true, subtree: true});
}"""
REMEMBER = """() => {
  window.benchMarks = performance.getEntriesByName("brugwerk-results").length;
  window.benchEmpty = document.querySelector(".md-search-result__meta")?.textContent.trim();
}"""


@dataclass
class Watched:
    """What was seen of one engine.

    Attributes:
        found: The first addresses for every query, in order.
        first_bytes: What had been sent when the first result showed, one figure per visit.
        files: The largest answers of the first visit, as path and bytes.
        first: Milliseconds from a key to the first change in the list of results.
        full: Milliseconds from a key to the last change in it.
        busy: Milliseconds of processor time that the page took for a key, its workers apart.
        idle: Keys after which the same results stood there; they have no time.
        elsewhere: Requests to any other origin; there should be none.
        problems: What went wrong, in words.
    """

    found: dict[str, list[str]] = field(default_factory=dict)
    first_bytes: list[int] = field(default_factory=list)
    files: list[tuple[str, int]] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    full: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    idle: int = 0
    elsewhere: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@contextmanager
def browser(path: str) -> Iterator[Browser]:
    """Start a Chromium that can reach this machine only."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield started
        finally:
            started.close()


class Reader:
    """Someone in front of the browser, using one engine on one served site."""

    def __init__(self, browser: Browser, engine: Engine, server: Server) -> None:
        self._browser, self._engine, self._server = browser, engine, server
        self.watched = Watched()

    @contextmanager
    def surviving(self) -> Iterator[None]:
        """Write a failure of the browser down, so that the other engines go on."""
        try:
            yield
        except Error as failed:
            self.watched.problems.append(failed.message.splitlines()[0])

    def answers(self, queries: Sequence[str], done: Callable[[int], None]) -> None:
        """Type every query and keep the addresses that show.

        Args:
            queries: What to type.
            done: Is told how many have been answered.
        """
        failures = 0
        with self._page(self._engine.deep_page) as page:
            self._until(page, self._engine.ready, "what it loads by itself")
            for number, query in enumerate(queries, start=1):
                if failures >= FAILURES:
                    self.watched.problems.append(f"given up at {query}")
                    return
                try:
                    self._clear(page)
                    page.keyboard.insert_text(query[:-1])
                    page.keyboard.type(query[-1])
                    self._until(page, self._engine.answered, f"an answer to {query!r}")
                    self._until(page, self._engine.ready, f"the whole answer to {query!r}")
                    self.watched.found[query] = self._settled(page)[:DEPTH]
                    failures = 0
                except Error as failed:
                    failures += 1
                    self.watched.problems.append(f"{query}: {failed.message.splitlines()[0]}")
                done(number)

    def bytes_until_first_result(self, queries: Sequence[str]) -> None:
        """Visit with an empty cache for each query, and count what is sent until a result shows."""
        for query in queries:
            self._server.forget()
            with self._page(self._engine.page) as page:
                page.evaluate(FIRST, [self._engine.area, self._engine.found])
                page.keyboard.type(query, delay=TYPING)
                self._until(page, "window.benchFirst", f"a result for {query!r}")
                moment = page.evaluate("() => benchFirst") / 1000
                sent = [answer for answer in self._server.sent() if answer.at <= moment]
                self.watched.first_bytes.append(sum(answer.size for answer in sent))
                if not self.watched.files:
                    largest = sorted(sent, key=lambda answer: -answer.size)
                    self.watched.files = [(answer.path, answer.size) for answer in largest[:12]]

    @contextmanager
    def timing(self) -> Iterator[Callable[[str], None]]:
        """Open a page that measures the last keys of each query it is given.

        The processor is slowed down by the browser itself, which holds for the page and not for
        its workers. The engine has loaded what it loads by itself, and has answered once.
        """
        with self._page(self._engine.page) as page:
            self._until(page, self._engine.ready, "what it loads by itself")
            self._clear(page)
            page.keyboard.type(WARM_UP, delay=TYPING)
            self._until(page, self._engine.answered, f"an answer to {WARM_UP!r}")
            self._settled(page, QUIET)
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.evaluate(WATCH, [self._engine.area, self._engine.found])

            def measure(query: str) -> None:
                page.bring_to_front()
                self._clear(page)
                page.keyboard.insert_text(query[:-KEYS])
                page.wait_for_timeout(QUIET)
                self._settled(page, QUIET)
                for key in query[-KEYS:]:
                    self._time(page, session, key)

            yield measure

    def _time(self, page: Page, session: CDPSession, key: str) -> None:
        least, most = PATIENCE
        patience = min(max(least, 3 * max(self.watched.full, default=most)), most)
        page.evaluate("() => bench.reset()")
        before = _busy(session)
        page.keyboard.type(key)
        # The page looks for itself: asking it time and again would keep it busy.
        key_at, first, last = page.evaluate(
            "([quiet, patience]) => bench.rested(quiet, patience)", [QUIET, patience]
        )
        if not last:
            self.watched.idle += 1
            return
        self.watched.busy.append(_busy(session) - before)
        self.watched.first.append(first - key_at)
        self.watched.full.append(last - key_at)

    @contextmanager
    def _page(self, address: str) -> Iterator[Page]:
        context = self._browser.new_context(
            bypass_csp=True, viewport={"width": 1280, "height": 900}, locale="nl"
        )
        page = context.new_page()
        page.set_default_timeout(LONGEST)
        page.on("request", lambda request: self._note(request.url))
        page.on("pageerror", lambda error: self.watched.problems.append(error.message))
        try:
            page.goto(self._server.address + address, wait_until="load")
            page.locator(self._engine.field).first.click()
            page.wait_for_timeout(QUIET)
            page.evaluate(REMEMBER)
            yield page
        finally:
            context.close()

    def _note(self, url: str) -> None:
        if not url.startswith((self._server.address, "data:", "blob:")):
            self.watched.elsewhere.append(url)

    def _clear(self, page: Page) -> None:
        page.locator(self._engine.field).first.fill("")
        self._settled(page)
        page.evaluate(REMEMBER)

    def _until(self, page: Page, expression: str, awaited: str) -> None:
        try:
            page.wait_for_function(f"() => {expression}", timeout=LONGEST)
        except LateError as late:
            raise Error(f"waited {LONGEST // 1000} seconds for {awaited}, in vain") from late

    def _settled(self, page: Page, quiet: float = STABLE) -> list[str]:
        """Return the addresses once they have not changed for a while."""
        before, since = self._found(page), time.monotonic()
        end = since + LONGEST / 1000
        while time.monotonic() < min(end, since + quiet / 1000):
            page.wait_for_timeout(quiet / 5)
            now = self._found(page)
            if now != before:
                before, since = now, time.monotonic()
        return before

    def _found(self, page: Page) -> list[str]:
        shown: list[str] = page.evaluate(f"() => {self._engine.found}")
        return list(dict.fromkeys(map(self._address, shown)))

    def _address(self, link: str) -> str:
        below = link.removeprefix(self._server.address)
        return below.partition("#")[0].partition("?")[0].removesuffix("index.html")


def _busy(session: CDPSession) -> float:
    """Return the milliseconds of processor time that the page has taken so far."""
    figures = session.send("Performance.getMetrics")["metrics"]
    seconds: float = next(each["value"] for each in figures if each["name"] == "TaskDuration")
    return 1000 * seconds


def usual(values: Sequence[float]) -> float:
    """Return the median, or NaN of nothing."""
    return statistics.median(values) if values else float("nan")
