"""A short fuzz in every test run; ``scripts/bench fuzz`` does the same for as long as you like."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.builders import IDEA, REPOSITORY
from tests.fuzz.corpus import broken_records, sound_records
from tests.fuzz.mutate import attempts, made
from tests.fuzz.mutation import mutated
from tests.fuzz.targets import TARGETS, Targets

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 6


@pytest.fixture
def targets(tmp_path: Path) -> Targets:
    return Targets(tmp_path)


@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None,
    reason="atheris is not installed; it exists for Linux on x86-64 and Python 3.11 only",
)
@pytest.mark.parametrize("name", TARGETS)
def test_fuzzing_guided_by_coverage_finds_nothing(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", name, str(SECONDS)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=20 * SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    assert runs, done.stderr[-1_000:]
    assert int(runs[1]) > 100


def test_changed_records_end_in_problems_and_nothing_else(targets: Targets) -> None:
    assert attempts(targets, first=0, number=100) == []


@pytest.mark.parametrize("name", TARGETS)
def test_every_record_that_a_test_breaks_can_be_tried(name: str, targets: Targets) -> None:
    for record in broken_records():
        TARGETS[name](targets, record)


def test_what_goes_wrong_is_told_by_its_own_seed(
    targets: Targets, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = targets.check_together

    def fail(tries: list[tuple[str, bytes]]) -> None:
        if made(9) in tries:
            raise LookupError
        whole(tries)

    monkeypatch.setattr(targets, "check_together", fail)
    (wrong,) = attempts(targets, first=7, number=5)
    assert wrong.startswith("seed 9, ")
    assert "LookupError" in wrong


def test_the_sanitiser_is_held_to_what_a_browser_would_run(
    targets: Targets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(targets.markdown, "block", lambda text: f"<p onclick=x>{text}</p>")
    with pytest.raises(AssertionError):
        targets.clean(b"x")


def test_a_seed_always_makes_the_same_change() -> None:
    record = sound_records()[IDEA]

    def changes() -> list[bytes]:
        return [mutated(record, Random(seed)) for seed in range(50)]  # noqa: S311 - no secret

    assert changes() == changes()
    assert len(set(changes())) > 30
