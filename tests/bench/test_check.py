"""The benchmark of the check compares the same products, and fails where the check is too slow."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import pytest
from bench.check import command

if TYPE_CHECKING:
    from pathlib import Path


def wanted(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args(arguments)


def test_the_ratio_is_that_of_the_medians():
    assert command.Times((1.0, 2.0, 9.0), (3.0, 3.0, 30.0)).ratio == 1.5


def test_parsing_reads_the_front_matter_only(tmp_path: Path):
    file = tmp_path / "index.md"
    file.write_text("---\na: 1\nb:\n  c: 2\n---\n\n- [not: yaml\n", "utf-8")
    assert command.parse([file, file]) == 4


def test_every_round_times_both(tmp_path: Path):
    times = command.measure(tmp_path, [], 3)
    assert len(times.parsing) == len(times.check) == 3


@pytest.mark.parametrize(("ratio", "code"), [(command.MOST, 0), (command.MOST + 0.01, 1)])
def test_a_check_that_is_too_slow_ends_with_exit_code_1(
    ratio: float, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(command, "measure", lambda *_: command.Times((1.0,), (ratio,)))
    assert command.run(wanted("--products", "0")) == code
    assert f"{ratio:.2f}" in capsys.readouterr().out
