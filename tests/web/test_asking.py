"""What a host answers, what becomes of it, and how politely it was asked."""

from __future__ import annotations

import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest
import trustme

from brugwerk.web.answers import Answer, Outcome, Silence
from brugwerk.web.asking import Asker, ask_all
from brugwerk.web.client import Client, is_public
from brugwerk.web.courtesy import Courtesy
from tests.web.hosts import CUT_OFF, ENDLESS, NO_HEAD, OK, SILENT, Clock, up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.web.client import Reply
    from tests.web.hosts import Host

AGENT = "Brugwerk-links/test (+https://example.org/)"


@pytest.fixture(scope="module")
def shared() -> Iterator[Host]:
    """A host for tests that do not look at what it was asked."""
    with up() as host:
        yield host


def asker(clock: Clock | None = None, *, private: bool = True, **options: object) -> Asker:
    clock = clock or Clock()
    courtesy = Courtesy(1.0, sleep=clock.sleep, now=clock.now)
    client = Client(AGENT, seconds=0.3, allow_private=private, **options)  # type: ignore[arg-type]
    return Asker.polite(client, courtesy)


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("/ok", Outcome.FOUND, 200),
        ("/weg", Outcome.GONE, 404),
        ("/gewist", Outcome.GONE, 410),
        ("/even-elders", Outcome.FOUND, 200),
        ("/elders-dan-verhuisd", Outcome.FOUND, 200),
        ("/verhuisd-naar-weg", Outcome.GONE, 404),
        ("/zonder-plek", Outcome.FOUND, 304),
        ("/rond", Outcome.CIRCLING, 0),
        ("/stap/0", Outcome.CIRCLING, 0),
        ("/stap/4", Outcome.FOUND, 200),
        ("/verboden", Outcome.REFUSED, 403),
        (NO_HEAD, Outcome.FOUND, 200),
        (CUT_OFF, Outcome.FOUND, 200),
    ],
)
def test_an_answer_is_what_a_reader_would_meet(
    path: str, outcome: Outcome, status: int, shared: Host
) -> None:
    assert asker().ask(shared.address + path) == Answer(outcome, status)


@pytest.mark.parametrize(
    ("path", "new"),
    [
        ("/verhuisd", "/ok"),
        ("/twee-keer-verhuisd", "/ok"),
        ("/verhuisd-dan-elders", "/even-elders"),
    ],
)
def test_what_moved_for_good_says_where_to(path: str, new: str, shared: Host) -> None:
    found = asker().ask(shared.address + path)
    assert found == Answer(Outcome.MOVED, 200, shared.address + new)


@pytest.mark.parametrize(
    ("path", "silence", "status"),
    [
        ("/kapot", Silence.STATUS, 500),
        ("/lang-druk", Silence.STATUS, 503),
        ("/post", Silence.UNREADABLE, 0),
        ("/scheef", Silence.UNREADABLE, 0),
    ],
)
def test_no_useful_answer_is_silence_with_a_reason(
    path: str, silence: Silence, status: int, shared: Host
) -> None:
    found = asker().ask(shared.address + path)
    assert found == Answer(Outcome.SILENT, status, silence=silence)


def test_a_host_that_says_nothing_is_given_up_after_three_tries() -> None:
    clock = Clock()
    with up() as host:
        found = asker(clock).ask(host.address + SILENT)
        assert host.asked[1:] == [("HEAD", SILENT), ("GET", SILENT), ("GET", SILENT)]
    assert found == Answer(Outcome.SILENT, silence=Silence.LATE)
    assert clock.waits == [1.0, 2.0, 4.0]


def test_a_port_without_a_host_and_a_name_that_nobody_has_are_told_apart() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        closed = asker().ask(f"http://127.0.0.1:{unused.getsockname()[1]}/")
    assert closed == Answer(Outcome.SILENT, silence=Silence.BROKEN)
    unknown = asker().ask("http://naam.invalid/")
    assert unknown == Answer(Outcome.SILENT, silence=Silence.UNKNOWN)


@pytest.mark.parametrize("url", ["http://[", "https://", "http://a..b/"])
def test_what_is_no_address_is_not_asked(url: str) -> None:
    assert asker().ask(url) == Answer(Outcome.SILENT, silence=Silence.UNREADABLE)


# Busy hosts.


def test_a_busy_host_is_asked_again_after_the_time_that_it_names() -> None:
    clock = Clock()
    with up() as host:
        assert asker(clock).ask(f"{host.address}/druk") == Answer(Outcome.FOUND, 200)
        assert host.asked[1:] == [("HEAD", "/druk"), ("GET", "/druk")]
    assert clock.waits == [1.0, 3.0]


def test_a_host_may_name_a_moment() -> None:
    clock = Clock()
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    with up({"/druk": [(503, {"Retry-After": moment}), OK]}) as host:
        assert asker(clock).ask(f"{host.address}/druk").outcome is Outcome.FOUND
    assert clock.waits[1] == pytest.approx(40, abs=3)


@pytest.mark.parametrize("nonsense", ["straks", "-5", "Mon, 01 Jan 0001 00:00:00 +2300", ""])
def test_without_a_time_the_wait_doubles(nonsense: str) -> None:
    clock = Clock()
    with up({"/druk": [(429, {"Retry-After": nonsense}), (429, {}), OK]}) as host:
        assert asker(clock).ask(f"{host.address}/druk").outcome is Outcome.FOUND
    assert clock.waits == [1.0, 2.0, 4.0]


def test_a_host_that_wants_a_day_of_rest_is_left_alone() -> None:
    with up() as host:
        asker().ask(f"{host.address}/lang-druk")
        assert host.paths() == ["/lang-druk"]


# Manners.


class _Watched(Client):
    """A client that knows how many of its requests were under way together."""

    def __init__(self) -> None:
        super().__init__(AGENT, allow_private=True)
        self.under_way: set[object] = set()
        self.most = 0

    def send(self, method: str, url: str, most: int = 0) -> Reply:
        mark = object()
        self.under_way.add(mark)
        self.most = max(self.most, len(self.under_way))
        try:
            return super().send(method, url, most)
        finally:
            self.under_way.remove(mark)


def test_a_host_has_one_request_at_a_time_whoever_asks() -> None:
    client, clock = _Watched(), Clock()
    polite = Asker.polite(client, Courtesy(1.0, sleep=clock.sleep, now=clock.now))
    with up() as host, ThreadPoolExecutor(4) as pool:
        answers = pool.map(polite.ask, [f"{host.address}/{n}" for n in range(8)])
        assert {answer.outcome for answer in answers} == {Outcome.FOUND}
    assert client.most == 1
    assert clock.waits == [1.0] * 8


def test_the_addresses_of_a_host_are_asked_in_order() -> None:
    heard: dict[str, Answer] = {}
    with up() as host:
        links = [f"{host.address}/{n}" for n in range(4)]
        ask_all(links, asker().ask, heard.__setitem__)
        assert host.paths() == ["/0", "/1", "/2", "/3"]
    assert list(heard) == links


def test_the_rules_of_a_host_are_read_once_and_kept() -> None:
    rules = "User-agent: *\nDisallow: /geheim\nDisallow: /*?druk=\nAllow: /geheim/niet\n"
    with up(robots=(200, rules)) as host:
        polite = asker()
        outcomes = {
            path: polite.ask(host.address + path).outcome
            for path in ("/geheim", "/ok?druk=1", "/geheim/niet", "/ok")
        }
        assert host.paths() == ["/geheim/niet", "/ok"]
        assert host.asked.count(("GET", "/robots.txt")) == 1
    assert list(outcomes.values()) == [
        Outcome.UNASKED,
        Outcome.UNASKED,
        Outcome.FOUND,
        Outcome.FOUND,
    ]


def test_rules_for_us_by_name_count() -> None:
    rules = "User-agent: *\nDisallow:\n\nUser-agent: Brugwerk\nDisallow: /\n"
    with up(robots=(200, rules)) as host:
        assert asker().ask(f"{host.address}/ok").outcome is Outcome.UNASKED


def test_what_sends_on_to_a_closed_part_is_not_followed() -> None:
    rules = "User-agent: *\nDisallow: /ok\n"
    with up(robots=(200, rules)) as host:
        assert asker().ask(f"{host.address}/verhuisd").outcome is Outcome.UNASKED
        assert host.paths() == ["/verhuisd"]


def test_a_host_that_asks_for_more_time_gets_it_up_to_half_a_minute() -> None:
    for delay, waits in (("5", [5.0]), ("900", [30.0]), ("0.1", [1.0])):
        clock = Clock()
        with up(robots=(200, f"User-agent: *\nCrawl-delay: {delay}\n")) as host:
            polite = asker(clock)
            polite.ask(f"{host.address}/ok")
            polite.ask(f"{host.address}/ok")
        assert clock.waits[1:] == waits


@pytest.mark.parametrize("robots", [(500, ""), (429, "")])
def test_a_host_whose_rules_cannot_be_known_is_not_asked(robots: tuple[int, str]) -> None:
    with up(robots=robots) as host:
        found = asker().ask(f"{host.address}/ok")
        assert host.paths() == []
    assert found == Answer(Outcome.SILENT, robots[0], silence=Silence.STATUS)


def test_a_request_says_who_asks_and_carries_nothing_else() -> None:
    with up({"/even-elders": [(302, {"Location": "/ok", "Set-Cookie": "a=b"})]}) as host:
        asker().ask(f"{host.address}/even-elders")
        assert {headers["User-Agent"] for headers in host.headers} == {AGENT}
        assert all(not {"Cookie", "Authorization", "Referer"} & set(h) for h in host.headers)


def test_of_an_endless_page_nothing_is_read() -> None:
    with up({ENDLESS: [OK]}) as host:
        client = Client(AGENT, seconds=0.3, allow_private=True)
        assert client.send("GET", host.address + ENDLESS).status == 200
        body = client.send("GET", host.address + ENDLESS, 1_000).body
    assert len(body) == 1_000
    assert host.sent < 50_000_000


def test_hosts_do_not_wait_for_each_other() -> None:
    heard: dict[str, Answer] = {}
    with up() as slow, up() as quick:
        other = quick.address.replace("127.0.0.1", "localhost")
        ask_all([f"{slow.address}{SILENT}", f"{other}/ok"], asker().ask, heard.__setitem__)
    assert [answer.outcome for answer in heard.values()] == [Outcome.FOUND, Outcome.SILENT]


def test_what_goes_wrong_with_us_is_not_an_answer() -> None:
    def fail(_: str) -> Answer:
        raise RuntimeError("ours")

    with pytest.raises(RuntimeError, match="ours"):
        ask_all(["http://a.nl/", "http://["], fail, lambda *_: None)


# Safety.


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def test_a_certificate_that_nobody_trusts_is_unsafe(authority: trustme.CA) -> None:
    with up(tls=authority.issue_cert("127.0.0.1")) as host:
        assert asker().ask(f"{host.address}/ok") == Answer(Outcome.UNSAFE)


def test_a_certificate_of_another_name_is_unsafe_and_the_right_one_is_not(
    authority: trustme.CA,
) -> None:
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    for name, outcome in (("elders.example", Outcome.UNSAFE), ("127.0.0.1", Outcome.FOUND)):
        with up(tls=authority.issue_cert(name)) as host:
            assert asker(tls=trusting).ask(f"{host.address}/ok").outcome is outcome


def test_a_host_that_speaks_no_tls_is_unsafe(shared: Host) -> None:
    address = shared.address.replace("http:", "https:")
    assert asker().ask(f"{address}/ok") == Answer(Outcome.UNSAFE)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0"])
def test_addresses_of_this_machine_are_not_asked(name: str, shared: Host) -> None:
    port = shared.address.rpartition(":")[2]
    before = len(shared.asked)
    for scheme in ("http", "https"):
        found = asker(private=False).ask(f"{scheme}://{name}:{port}/ok")
        assert found == Answer(Outcome.PRIVATE)
    assert len(shared.asked) == before


def test_a_name_that_changes_its_address_while_we_connect_is_not_asked(
    shared: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo
    port = int(shared.address.rpartition(":")[2])
    answers = iter([[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", port))]])

    def first_public(*arguments: object, **options: object) -> object:
        return next(answers, None) or real("127.0.0.1", port, type=socket.SOCK_STREAM)

    monkeypatch.setattr(socket, "getaddrinfo", first_public)
    before = len(shared.asked)
    assert asker(private=False).ask(f"http://wissel.example:{port}/ok") == Answer(Outcome.PRIVATE)
    assert len(shared.asked) == before


@pytest.mark.parametrize("path", ["", "/ok"])
def test_an_address_with_a_password_is_not_asked(path: str, shared: Host) -> None:
    before = len(shared.asked)
    address = shared.address.replace("http://", "http://naam:geheim@")
    assert asker().ask(address + path) == Answer(Outcome.PRIVATE)
    assert len(shared.asked) == before


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *(("8.8.8.8", True), ("2001:4860:4860::8888", True), ("::ffff:8.8.8.8", True)),
        *(("10.0.0.1", False), ("169.254.169.254", False), ("192.168.1.1", False)),
        *(("100.64.0.1", False), ("224.0.0.1", False), ("::1", False), ("fe80::1%eth0", False)),
        *(("fd00::1", False), ("::ffff:10.0.0.1", False), ("::", False)),
    ],
)
def test_only_addresses_that_everybody_can_reach_are_public(address: str, public: bool) -> None:
    assert is_public(address) == public
