"""Real web servers with our files: they do what a host must, a plain server does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bench.host.checks import Served, problems
from bench.host.command import packed
from bench.host.load import read
from bench.host.server import SERVERS, HostError, changed, program, running
from bench.search.serve import Server

from brugwerk.publish.permanence.hosts import host_files

if TYPE_CHECKING:
    from pathlib import Path

WRK = """\
Running 2s test @ http://127.0.0.1:8000
  2 threads and 64 connections
  Latency Distribution
     50%    1.47ms
     75%    3.02ms
     90%    9.00ms
     99%  102.87ms
  79402 requests in 2.00s, 737.84MB read
{wrong}Requests/sec:  39701.12
Transfer/sec:    368.92MB
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file of each kind that hosts treat in a way of its own."""
    folder = tmp_path_factory.mktemp("site")
    text = "Een zin die vaak terugkomt. " * 200
    files = {
        "index.html": f"<p>{text}</p>",
        "404.html": "<p>Die bladzijde is er niet.</p>",
        "scholen/de-proef/index.html": "school",
        "scholen/de-proef/insluiten/index.html": "in een lijst",
        "scholen/de-proef/stap.ics": "BEGIN:VCALENDAR",
        "producten/les/les.jsonld": "{}",
        "assets/own/0123456789/page.css": f"/* {text} */",
        "assets/own/0123456789/search/main.js": "1;",
        "assets/stylesheets/main.01234567.min.css": "a{}",
        "zoeken/manifest.json": "{}",
        "zoeken/index/start-0123456789.json": f'"{text}"',
        "oud/index.html": "het staat elders",
        "_headers": "/*",
    }
    answers = {
        "oud/": ("scholen/de-proef/#deel",),
        'files/a (1) "x" $y 50%.pdf': ("scholen/de-proef/b c.pdf",),
    }
    for name, content in (files | dict(host_files(answers, None))).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return folder


@pytest.mark.parametrize("server", SERVERS)
def test_a_host_with_our_file_does_all_that_it_must(server: str, site: Path) -> None:
    if program(server) is None:
        pytest.skip(f"{server} is not installed here (Debian: apt install {server})")
    with running(server, site) as address:
        assert list(problems(Served(address, site))) == []


def test_a_host_with_our_file_does_so_for_a_site_that_was_packed(
    site: Path, tmp_path: Path
) -> None:
    if program("nginx") is None:
        pytest.skip("nginx is not installed here (Debian: apt install nginx)")
    copy = packed(site, tmp_path / "packed")
    assert (copy / "index.html.gz").is_file()
    assert not (copy / "oud" / "index.html.gz").exists()
    with running("nginx", copy) as address:
        assert list(problems(Served(address, copy))) == []


def test_each_duty_that_a_plain_server_does_not_do_is_said(site: Path) -> None:
    with Server(site) as plain:
        found = "\n".join(problems(Served(plain.address.rstrip("/"), site)))
    for words in (
        "type",
        "does not lead to",
        "x-content-type-options",
        "referrer-policy",
        "may stand in a frame",
        "cache-control",
        "is sent again",
        "compressed for who did not ask",
        "does not get the page",
        "is answered with 200",
        "leads to",
    ):
        assert words in found


def test_a_site_without_names_that_last_is_not_passed_by(site: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("thuis", "utf-8")
    (tmp_path / "404.html").write_text("weg", "utf-8")
    with Server(tmp_path) as plain:
        found = "\n".join(problems(Served(plain.address.rstrip("/"), tmp_path)))
    assert "the site has no assets/own/*/*.css" in found


def test_a_server_that_is_not_there_is_said(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.host.server._PATH", "")
    with pytest.raises(HostError, match="nginx is not installed"), running("nginx", site):
        pass


def test_a_place_that_is_no_longer_in_our_file_is_not_passed_by() -> None:
    assert changed("listen 80;", {"80": "81"}) == "listen 81;"
    with pytest.raises(ValueError, match="81"):
        changed("listen 80;", {"81": "82"})


def test_what_wrk_says_is_read() -> None:
    done = read(WRK.format(wrong=""))
    assert (done.per_second, done.middle, done.slow, done.failures) == (
        39701.12,
        "1.47ms",
        "102.87ms",
        0,
    )


def test_every_failure_that_wrk_names_counts() -> None:
    sockets = "  Socket errors: connect 0, read 1, write 0, timeout 3\n"
    wrong = sockets + "  Non-2xx or 3xx responses: 2\n"
    assert read(WRK.format(wrong=wrong)).failures == 6
    with pytest.raises(ValueError, match="something else"):
        read("unable to connect")
