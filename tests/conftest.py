"""What every test shares: a report of how many browser tests ran, for .ci/run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter

# A busy machine is no reason to fail, and the same tests run everywhere.
settings.register_profile("brugwerk", deadline=None, derandomize=True, database=None)
settings.load_profile("brugwerk")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Write how many browser tests passed to the file named in BRUGWERK_TEST_REPORT."""
    target = os.environ.get("BRUGWERK_TEST_REPORT")
    if target:
        passed = [r for r in terminalreporter.stats.get("passed", []) if "browser" in r.keywords]
        Path(target).write_text(f"browser tests run: {len(passed)}\n", encoding="utf-8")
