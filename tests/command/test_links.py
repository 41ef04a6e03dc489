"""``brugwerk links``: asking after every link, with hosts on this machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brugwerk import __version__
from brugwerk.command import main
from brugwerk.web.asking import Asker
from tests.builders import IDEA, VOCABULARY, as_file, product, write_site
from tests.web.hosts import up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

    from brugwerk.web.answers import Answer
    from tests.web.hosts import Host

LICENCES = "vocabulary/licences.yml"
# Nothing of these tests reaches the web.
HERE = (VOCABULARY / "licences.yml").read_text("utf-8").replace("creativecommons.org", "a.example")


@pytest.fixture
def host() -> Iterator[Host]:
    with up(robots=(200, "User-agent: *\nDisallow: /geheim\n")) as host:
        yield host


def site(root: Path, host: Host, *paths: str, settings: str = "title: Proef\n") -> Path:
    body = "".join(f"- [lees]({host.address}{path})\n" for path in paths)
    files = {IDEA: as_file(product(), body), LICENCES: HERE, "brugwerk.yml": settings}
    return write_site(root / "site", files)


def links(root: Path, *arguments: object, private: bool = True) -> Result:
    options = ["--root", str(root), "--pause", "0", "--timeout", "0.3"]
    options += ["--allow-private"] if private else []
    result = CliRunner().invoke(main, ["links", *options, *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def test_what_is_found_is_a_warning_with_its_place(tmp_path: Path, host: Host) -> None:
    result = links(site(tmp_path, host, "/ok", "/weg", "/verhuisd#deel", "/geheim"))
    assert result.exit_code == 0
    assert f"{IDEA}:9:10: let op BW983: " in result.stdout
    assert f"Open `{host.address}/ok#deel`" in result.stdout
    assert "4 adressen bekeken." in result.stdout
    assert "1 adres is niet gevraagd" in result.stdout


def test_nothing_found_is_said_too(tmp_path: Path, host: Host) -> None:
    result = links(site(tmp_path, host, "/ok"), "--lang", "en")
    assert result.stdout == "No problems found.\n1 address looked at.\n"


def test_a_site_without_links_asks_nothing(tmp_path: Path, host: Host) -> None:
    assert links(site(tmp_path, host)).exit_code == 0
    assert host.asked == []


def test_the_form_for_programs_is_all_there_is_on_standard_output(
    tmp_path: Path, host: Host
) -> None:
    report = json.loads(links(site(tmp_path, host, "/weg"), "--format", "json").stdout)
    assert [problem["code"] for problem in report["problems"]] == ["BW983"]
    assert report["warnings"] == 1


def test_the_form_for_an_issue_is_markdown(tmp_path: Path, host: Host) -> None:
    said = links(site(tmp_path, host, "/weg"), "--format", "markdown").stdout
    assert "- ⚠️ **Pagina op het web is weg**" in said
    assert said.endswith("\n\n1 adres bekeken.\n")


def test_the_form_for_an_issue_is_empty_where_there_is_nothing_to_tell(
    tmp_path: Path, host: Host
) -> None:
    assert links(site(tmp_path, host, "/ok"), "--format", "markdown").stdout == ""


def test_an_address_is_not_asked_again_within_its_time(tmp_path: Path, host: Host) -> None:
    root = site(tmp_path, host, "/ok", "/weg")
    cache = tmp_path / "links.json"
    first = links(root, "--cache", cache)
    asked = len(host.asked)
    second = links(root, "--cache", cache)
    assert len(host.asked) == asked
    assert "2 antwoorden zijn van een eerdere dag." in second.stdout
    assert second.stdout.splitlines()[:3] == first.stdout.splitlines()[:3]
    links(root, "--cache", cache, "--max-age", 0)
    assert len(host.asked) > asked


def test_one_page_with_two_anchors_is_asked_once(tmp_path: Path, host: Host) -> None:
    links(site(tmp_path, host, "/ok#een", "/ok#twee"))
    assert host.paths() == ["/ok"]


def test_a_damaged_cache_is_said_and_made_anew(tmp_path: Path, host: Host) -> None:
    cache = tmp_path / "links.json"
    cache.write_text("stuk", "utf-8")
    result = links(site(tmp_path, host, "/ok"), "--cache", cache)
    assert f"In {cache} staan geen eerdere antwoorden." in result.stderr
    assert f"{host.address}/ok" in json.loads(cache.read_text("utf-8"))["answers"]


def test_what_was_heard_is_kept_when_somebody_stops(
    tmp_path: Path, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Asker.ask

    def stop_at_the_second(self: Asker, url: str) -> Answer:
        if url.endswith("/weg"):
            raise KeyboardInterrupt
        return ask(self, url)

    monkeypatch.setattr(Asker, "ask", stop_at_the_second)
    cache = tmp_path / "links.json"
    assert links(site(tmp_path, host, "/ok", "/weg"), "--cache", cache).exit_code != 0
    assert list(json.loads(cache.read_text("utf-8"))["answers"]) == [f"{host.address}/ok"]


def test_without_leave_nothing_private_is_asked(tmp_path: Path, host: Host) -> None:
    result = links(site(tmp_path, host, "/ok"), private=False)
    assert "BW987" in result.stdout
    assert host.asked == []


def test_a_host_hears_who_asks_and_where_the_site_is(tmp_path: Path, host: Host) -> None:
    links(site(tmp_path, host, "/ok", settings="address: https://example.org/brug/\n"))
    expected = f"Brugwerk-links/{__version__} (+https://example.org/brug/)"
    assert {headers["User-Agent"] for headers in host.headers} == {expected}
