"""The long fuzz spreads its tries over the processors and leaves none out."""

from __future__ import annotations

import argparse

import pytest
from bench import fuzz


def wanted(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    fuzz.add_arguments(parser)
    return parser.parse_args(arguments)


def test_every_try_is_done_once_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.run(wanted("--tries", "25", "--first", "3")) == 0
    assert capsys.readouterr().out == "25 changed records, 0 went wrong\n"


@pytest.mark.parametrize(("number", "code"), [(0, 0), (1, 1)])
def test_what_went_wrong_is_printed_and_fails(
    number: int, code: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fuzz, "changed", lambda *_: ["seed 4: mis"] * number)
    assert fuzz.run(wanted("--tries", "9")) == code
    assert ("seed 4: mis" in capsys.readouterr().out) == bool(number)
