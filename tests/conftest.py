"""What every test shares: one browser, and a report of how many tests used it, for .ci/run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.terminal import TerminalReporter
    from playwright.sync_api import Browser

# A busy machine is no reason to fail, and the same tests run everywhere.
settings.register_profile("brugwerk", deadline=None, derandomize=True, database=None)
settings.load_profile("brugwerk")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Write how many browser tests passed to the file named in BRUGWERK_TEST_REPORT."""
    target = os.environ.get("BRUGWERK_TEST_REPORT")
    if target:
        passed = [r for r in terminalreporter.stats.get("passed", []) if "browser" in r.keywords]
        Path(target).write_text(f"browser tests run: {len(passed)}\n", encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("BRUGWERK_CHROMIUM")
    if not path:
        pytest.skip("no Chromium: run scripts/test, or name one in BRUGWERK_CHROMIUM")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        yield started
        started.close()
