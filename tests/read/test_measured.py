"""What was found on the pages is read as it was written, and never half."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.read.measured import FILE, Broken, Measured, MeasuredError, measured
from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


def found(**changed: Any) -> Measured:
    return Measured(
        **{
            "day": date(2026, 11, 27),
            "axe": "4.14.1",
            "chromium": "140.0",
            "widths": (320,),
            "schemes": ("light",),
            "text": (100,),
            "pages": {"product": "producten/proefles/"},
            "broken": (),
            "undecided": (),
            **changed,
        }
    )


def written(root: Path, text: str) -> Path:
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).write_text(text, "utf-8")
    return root


def test_what_was_written_is_read(tmp_path: Path) -> None:
    rule = Broken(page="a/", rule="label", criteria=("1.3.1",), where="320 light 100%", places=2)
    there = found(broken=(rule,))
    assert measured(written(tmp_path, there.model_dump_json())) == there


def test_a_site_that_was_never_measured_has_nothing(tmp_path: Path) -> None:
    assert measured(tmp_path) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"day": "gisteren"}'])
def test_a_file_that_is_not_whole_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    with pytest.raises(MeasuredError, match="scripts/bench open --write"):
        measured(written(tmp_path, text))


def test_this_site_was_measured_and_breaks_no_rule() -> None:
    here = measured(REPOSITORY)
    assert here is not None
    assert here.broken == ()
    assert {"product", "transfer", "guide", "search", "form", "nothing here"} <= set(here.pages)
