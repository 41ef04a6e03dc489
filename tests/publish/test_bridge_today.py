"""The day that a build looks from reaches the records, or stops the build with a sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from brugwerk import bridge
from brugwerk.macros import PUBLICATION_KEY
from brugwerk.read.moment import DAY_VARIABLE, VARIABLE

if TYPE_CHECKING:
    from pathlib import Path


def configured(root: Path) -> MkDocsConfig:
    return MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))


def test_a_build_looks_from_the_day_that_was_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "86400")
    monkeypatch.setenv(DAY_VARIABLE, "2026-10-15")
    config = configured(root)
    bridge.check_records(config)
    assert config.extra[PUBLICATION_KEY].catalogue.today == date(2026, 10, 15)


def test_a_day_that_is_none_stops_the_build_with_a_sentence(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "86400")
    monkeypatch.setenv(DAY_VARIABLE, "gisteren")
    with pytest.raises(PluginError, match="BW973") as stopped:
        bridge.check_records(configured(root))
    assert "Schrijf jaar, maand en dag" in str(stopped.value)
