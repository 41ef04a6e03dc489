"""A real build looks at its links: strict it stops, otherwise it says so and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import write_site
from tests.unchecked_site import build_small

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.site
# MkDocs looks at links in Markdown itself, and not at those in HTML.
INDEX = '# Thuis\n\n<a href="producten/weg/">Weg</a>\n<a href="producten/proefles/#weg">Weg</a>\n'
FOUND = ("docs/index.md:3:10: fout BW981: ", "docs/index.md:4:10: fout BW982: ")


@pytest.mark.parametrize("strict", [True, False])
def test_a_page_by_hand_that_leads_nowhere_is_told_and_stops_a_strict_build(
    strict: bool,
    tmp_path: Path,
) -> None:
    done = build_small(write_site(tmp_path), INDEX, strict=strict)
    assert (done.returncode != 0) == strict, done.stderr
    assert all(line in done.stderr for line in FOUND), done.stderr
    assert "Traceback" not in done.stderr
