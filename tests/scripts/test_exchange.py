"""A site is whole at every moment, whatever happens to the build that replaces it."""

from __future__ import annotations

import importlib.util
import os
import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = REPOSITORY / "scripts" / "exchange.py"
FILES = 40
# Builds a site over and over: forty files that all say the number of the round.
BUILDER = f"""
import sys
sys.path.insert(0, {str(SCRIPT.parent)!r})
from pathlib import Path
import exchange
place = Path(sys.argv[1])
if sys.argv[2] == "fallback":
    exchange._exchanged = lambda one, other: False
for turn in range(100000):
    folder = exchange.fresh_folder(place)
    for number in range({FILES}):
        (folder / f"{{number}}.html").write_text(str(turn))
    exchange.put_in_place(folder, place)
"""


@pytest.fixture
def exchange() -> Any:
    spec = importlib.util.spec_from_file_location("exchange", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text)
    return folder


def is_whole(place: Path) -> bool:
    texts = [file.read_text() for file in place.iterdir()]
    return len(texts) == FILES and len(set(texts)) == 1


def test_the_new_site_takes_the_place_of_the_old_one(exchange: Any, tmp_path: Path) -> None:
    place = site(tmp_path / "site", "oud")
    (place / "weg.html").write_text("weg")
    folder = exchange.fresh_folder(place)
    (folder / "index.html").write_text("nieuw")
    exchange.put_in_place(folder, place)
    assert [file.name for file in place.iterdir()] == ["index.html"]
    assert (place / "index.html").read_text() == "nieuw"
    assert [folder.name for folder in tmp_path.iterdir()] == ["site"]


def test_a_site_is_for_everyone_to_read(exchange: Any, tmp_path: Path) -> None:
    place = tmp_path / "site"
    exchange.put_in_place(exchange.fresh_folder(place), place)
    assert place.stat().st_mode & 0o777 == 0o755


def test_what_a_killed_build_left_is_cleared_away(exchange: Any, tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = site(tmp_path / f".brugwerk-new-{gone.pid}-abc", "half")
    busy = site(tmp_path / f".brugwerk-new-{os.getpid()}-abc", "bezig")
    exchange.fresh_folder(tmp_path / "site")
    assert not left.exists()
    assert busy.exists()


def test_a_site_that_was_moved_aside_comes_back(exchange: Any, tmp_path: Path) -> None:
    site(tmp_path / f".brugwerk-old-{os.getpid()}-site", "oud")
    exchange.fresh_folder(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "oud"


def test_the_site_of_another_folder_is_left_alone(exchange: Any, tmp_path: Path) -> None:
    others = [
        site(tmp_path / f".brugwerk-old-{os.getpid()}-{name}", "oud")
        for name in ("site-en", "other-site")
    ]
    exchange.fresh_folder(tmp_path / "site")
    assert all(other.exists() for other in others)
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="needs an exchange in one step")
def test_a_kill_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    moments = random.Random(50)  # noqa: S311
    place = tmp_path / "site"
    for _ in range(50):
        builder = subprocess.Popen([sys.executable, "-c", BUILDER, str(place), "exchange"])
        time.sleep(0.05 + moments.random() / 8)
        builder.kill()
        builder.wait()
        assert not place.exists() or is_whole(place)
    assert is_whole(place)


def test_without_an_exchange_the_next_build_finds_a_whole_site(
    exchange: Any, tmp_path: Path
) -> None:
    moments = random.Random(20)  # noqa: S311
    place = tmp_path / "site"
    for _ in range(20):
        builder = subprocess.Popen([sys.executable, "-c", BUILDER, str(place), "fallback"])
        time.sleep(0.05 + moments.random() / 8)
        builder.kill()
        builder.wait()
        exchange.fresh_folder(place)
        assert not place.exists() or is_whole(place)
    assert is_whole(place)
