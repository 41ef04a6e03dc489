"""``brugwerk sources``: one site reads another, over HTTP and from this computer."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from brugwerk import __version__
from brugwerk.check import check_site
from brugwerk.command import main
from brugwerk.exports import files_of_site
from brugwerk.publish.publishable import publishable
from brugwerk.read import shared as reading
from brugwerk.web import sources as fetching
from brugwerk.web.client import Client
from tests.builders import as_yaml, write_site
from tests.sharing import as_bytes, shared, shared_product
from tests.web.hosts import ENDLESS, SILENT, TRICKLE, Answers, Bodies, up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from click.testing import Result

    from tests.web.hosts import Host

CATALOGUE = "/catalogue.json"
KEPT = "sources/noord.json"
OF_THIS_SITE = {"title": "x", "language": "nl"}


def catalogue(**changes: Any) -> bytes:
    """What a site tells that does not know its own address, as on a port of this machine."""
    return as_bytes(shared(shared_product(address="producten/a/", **changes), site=OF_THIS_SITE))


def host(bodies: Bodies | None = None, **answers: Any) -> AbstractContextManager[Host]:
    given: Answers = {f"/{path}": [answer] for path, answer in answers.items()}
    return up(given, bodies={CATALOGUE: catalogue(), **(bodies or {})})


@pytest.fixture
def north() -> Iterator[Host]:
    with host() as found:
        yield found


def site(root: Path, place: str, **more: str) -> Path:
    here = {"id": "noord", "name": "Kennisbank Noord", "catalogue": place}
    others = [{"id": i, "name": i.title(), "catalogue": p} for i, p in more.items()]
    return write_site(root / "site", {"brugwerk.yml": as_yaml({"sources": [here, *others]})})


def sources(root: Path, *arguments: str, private: bool = True) -> Result:
    options = ["--root", str(root), "--timeout", "0.3"] + ["--allow-private"] * private
    result = CliRunner().invoke(main, ["sources", *options, *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def titles(root: Path) -> list[str]:
    return [p.title for p in check_site(root).entries.elsewhere["noord"].products]


def test_what_a_site_shares_is_fetched_and_kept(tmp_path: Path, north: Host) -> None:
    root = site(tmp_path, north.address + CATALOGUE)
    result = sources(root)
    assert result.exit_code == 0
    assert result.stdout == f"Kennisbank Noord: 1 product, bewaard in {KEPT}\n"
    assert result.stderr == "Kennisbank Noord wordt gevraagd …\n"
    assert titles(root) == ["Sterren kijken"]
    address = json.loads((root / KEPT).read_bytes())["products"][0]["address"]
    assert address == f"{north.address}/producten/a/"


def test_what_is_the_same_is_left_alone(tmp_path: Path, north: Host) -> None:
    root = site(tmp_path, north.address + CATALOGUE)
    sources(root)
    before = (root / KEPT).stat().st_mtime_ns
    assert "1 product, nothing new" in sources(root, "--lang", "en").stdout
    assert (root / KEPT).stat().st_mtime_ns == before


def test_a_host_hears_who_asks_once_and_nothing_else(tmp_path: Path, north: Host) -> None:
    sources(site(tmp_path, north.address + CATALOGUE))
    assert north.asked == [("GET", CATALOGUE)]
    assert north.headers[0]["User-Agent"] == f"Brugwerk-sources/{__version__}"
    assert not {"Cookie", "Authorization", "Referer"} & set(north.headers[0])


def test_a_file_on_this_computer_is_read_as_well(tmp_path: Path) -> None:
    (tmp_path / "noord").mkdir()
    (tmp_path / "noord/catalogue.json").write_bytes(as_bytes(shared()))
    root = site(tmp_path, "../noord/catalogue.json")
    assert sources(root, private=False).exit_code == 0
    assert titles(root) == ["Sterren kijken"]


def test_without_other_sites_nothing_is_done_and_that_is_said(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    result = sources(root)
    assert (result.exit_code, result.stdout) == (0, "In brugwerk.yml staan geen andere sites.\n")
    assert not (root / "sources").exists()


def test_what_is_kept_of_a_site_that_is_not_named_any_more_is_removed(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"sources/oud.json": "{}"})
    assert "sources/oud.json: weggehaald" in sources(root).stdout
    assert not (root / "sources/oud.json").exists()


# What goes wrong leaves what there was.

AWAY = {
    "weg.json": ((404, {}), "antwoord 404"),
    "druk.json": ((503, {"Retry-After": "86400"}), "antwoord 503"),
    "leeg.json": ((200, {}), "het is geen JSON"),
    "plat.json": ((302, {"Location": "http://noord.example.org/"}), "zonder `https://`"),
    "bestand.json": ((302, {"Location": "file:///etc/passwd"}), "dit is geen goed adres"),
    "rond.json": ((302, {"Location": "/rond.json"}), "het adres stuurt te vaak door"),
}


def failed(root: Path, *arguments: str, private: bool = True) -> str:
    """What is said when a site fails; what was kept before, and its records, must stay."""
    (root / "sources").mkdir()
    (root / KEPT).write_bytes(b"van vroeger")
    result = sources(root, *arguments, private=private)
    assert result.exit_code == 1
    assert (root / KEPT).read_bytes() == b"van vroeger"
    assert [path.name for path in (root / "sources").iterdir()] == ["noord.json"]
    return result.stderr


@pytest.mark.parametrize("path", AWAY)
def test_a_site_that_gives_nothing_is_told_with_its_cause(path: str, tmp_path: Path) -> None:
    answer, cause = AWAY[path]
    with host(**{path: answer}) as north:
        said = failed(site(tmp_path, f"{north.address}/{path}"))
    assert "brugwerk.yml:4:14: let op BW9" in said
    assert cause in said
    assert north.asked == [("GET", f"/{path}")] * len(north.asked)


@pytest.mark.parametrize("path", [SILENT, TRICKLE])
def test_a_site_that_takes_too_long_is_left(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brugwerk.web.courtesy.TRIES", 1)
    monkeypatch.setattr(
        "brugwerk.command.sources.Client", lambda *a, **o: Client(*a, **{**o, "longest": 0.3})
    )
    with host() as north:
        said = failed(site(tmp_path, north.address + path))
    assert "het duurde te lang" in said


def test_an_endless_answer_is_read_up_to_a_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (reading, fetching):
        monkeypatch.setattr(module, "MOST_BYTES", 1_000_000)
    with host() as north:
        said = failed(site(tmp_path, north.address + ENDLESS))
    assert "het is groter dan 1 MB" in said


def test_what_swells_when_unpacked_is_bounded_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (reading, fetching):
        monkeypatch.setattr(module, "MOST_BYTES", 1_000_000)
    bomb = gzip.compress(b" " * 50_000_000)
    with host({"/bom.json": bomb}, **{"bom.json": (200, {"Content-Encoding": "gzip"})}) as north:
        said = failed(site(tmp_path, f"{north.address}/bom.json"))
    assert "het is groter dan 1 MB" in said


def test_without_leave_nothing_private_is_asked(tmp_path: Path, north: Host) -> None:
    said = failed(site(tmp_path, north.address + CATALOGUE), private=False)
    assert "alleen in een eigen netwerk te bereiken" in said
    assert north.asked == []


@pytest.mark.parametrize("place", ["../nergens.json", "products", "/dev/zero", "a\0b"])
def test_a_place_without_a_file_is_said(place: str, tmp_path: Path) -> None:
    root = site(tmp_path, "x")
    fetcher = fetching.Fetcher(Client("test"), None, root)  # type: ignore[arg-type]
    with pytest.raises(reading.FlawedCatalogueError) as raised:
        fetcher.fetch(place)
    assert raised.value.code == "BW980"


def test_one_site_that_fails_keeps_no_other_back(tmp_path: Path, north: Host) -> None:
    root = site(tmp_path, "../nergens.json", zuid=north.address + CATALOGUE)
    result = sources(root)
    assert result.exit_code == 1
    assert "Zuid: 1 product, bewaard in sources/zuid.json" in result.stdout
    assert "op die plek staat geen leesbaar bestand" in result.stderr


def test_settings_with_an_error_are_said_and_nothing_is_asked(tmp_path: Path, north: Host) -> None:
    root = site(tmp_path, north.address + CATALOGUE, noord=north.address + CATALOGUE)
    result = sources(root)
    assert result.exit_code == 1
    assert "BW975" in result.stderr
    assert north.asked == []


def test_a_redirect_is_followed_to_where_the_catalogue_is_now(tmp_path: Path) -> None:
    with host(**{"oud.json": (301, {"Location": CATALOGUE})}) as north:
        place = f"{north.address}/oud.json"
        # Plain HTTP may be followed on this machine only, as the settings allow it.
        root = site(tmp_path, place)
        assert sources(root).exit_code == 0
    assert titles(root) == ["Sterren kijken"]
    assert json.loads((root / KEPT).read_bytes())["fetched_from"] == place


def test_a_site_that_says_it_is_another_one_is_not_believed(tmp_path: Path) -> None:
    with host({"/kwaad.json": as_bytes(shared())}) as north:
        said = failed(site(tmp_path, f"{north.address}/kwaad.json"))
    assert "het webadres van de site klopt niet" in said


def test_two_sites_find_each_other_with_what_their_builds_write(tmp_path: Path) -> None:
    settings = {"brugwerk.yml": "address: https://noord.example.org/\n"}
    _, north = publishable(write_site(tmp_path / "noord", settings))
    assert north is not None
    ground = north.ground_of_exports(lambda path: path.read_bytes())
    (file,) = (f for f in files_of_site(ground) if f.address == "catalogue.json")
    (tmp_path / "noord/catalogue.json").write_bytes(file.make())
    root = site(tmp_path, "../noord/catalogue.json")
    assert sources(root, private=False).exit_code == 0
    assert {p.address for p in check_site(root).entries.elsewhere["noord"].products} == {
        f"https://noord.example.org/producten/{name}/"
        for name in ("proefles", "los-idee", "tip-voor-begeleiders")
    }
