"""The benchmark of builds counts every moment once, and says what it could not measure."""

from __future__ import annotations

import sys
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from bench.__main__ import main
from bench.build import report
from bench.build.process import took
from bench.build.stopwatch import Stopwatch
from bench.sites import BuildError

if TYPE_CHECKING:
    from pathlib import Path

TOOK = {"wall": 10.0, "processor": 20.0, "peak": 512 * 1024 * 1024}


def found(**changes: Any) -> dict[str, Any]:
    return {
        "size": {"products": 30},
        "seed": 1,
        "processors": 2,
        "load_per_processor": 0.1,
        "pages": 1000,
        "bytes": 1024,
        "builds": {"cold": TOOK},
    } | changes


def _busy(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_a_part_stands_still_while_another_one_runs_inside_it():
    watch = Stopwatch()
    work = SimpleNamespace(inner=lambda: _busy(0.05))

    def outer():
        work.inner()

    work.outer = outer
    watch.watch(work, "inner", "inner")
    watch.watch(work, "outer", "outer")
    work.outer()
    assert watch.seconds["inner"] >= 0.05
    assert watch.seconds["outer"] < 0.05


def test_what_is_only_made_when_taken_counts_for_who_makes_it():
    watch = Stopwatch()

    def slow():
        _busy(0.02)
        yield 1

    work = SimpleNamespace(slow=slow)
    watch.watch(work, "slow", "slow")
    assert list(work.slow()) == [1]
    assert watch.seconds["slow"] >= 0.02


def test_a_command_is_measured_with_all_that_it_started(tmp_path: Path):
    child = "b = bytearray(80 * 1024 * 1024)"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    done = took([sys.executable, "-c", program], tmp_path, {}, longest=60)
    assert done.peak > 80 * 1024 * 1024
    assert done.processor > 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("program", "said"),
    [("import sys; sys.exit('so it went')", "so it went"), ("while True: pass", "stopped after")],
)
def test_a_command_that_fails_or_never_ends_says_so(tmp_path: Path, program: str, said: str):
    with pytest.raises(BuildError, match=said):
        took([sys.executable, "-c", program], tmp_path, {}, longest=2)


def test_ratios_are_beside_what_was_agreed():
    others = {"material": TOOK | {"wall": 40.0}, "small": TOOK | {"wall": 2.0}}
    told = report.text(found(builds={"cold": TOOK} | others, small_pages=200))
    assert "cold / material: 0.250" in told
    assert "a page here / a page of 200: 1.00" in told
    assert "peak memory of one process of ours: 512 MiB" in told


def test_another_one_that_cannot_be_had_is_named_with_the_reason():
    told = report.text(found(zensical_failed="pip:\nNo matching distribution"))
    assert "Zensical cannot be had here: No matching distribution" in told


@pytest.mark.parametrize("arguments", [[], ["--national", "--products", "3"]])
def test_a_size_must_be_named_once(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    assert main(["build", *arguments]) == 2
    assert "Say either" in capsys.readouterr().err
