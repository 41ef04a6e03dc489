"""Whole pages of a tiny site, kept as files that people have read.

When a change is meant, run with BRUGWERK_UPDATE_GOLDEN=1 and read the difference in git.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from brugwerk.check import check_site
from brugwerk.publish.publication import Publication, publication
from tests.builders import ADOPTION, adoption, as_file, write_site

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    asking = adoption(question={"text": "Wie weet dit?", "deadline": date(2026, 11, 1)})
    changes = {ADOPTION: as_file(asking)}
    root = write_site(tmp_path_factory.mktemp("golden"), changes)
    checked = check_site(root, date(2026, 10, 20))
    assert checked.errors == ()
    return publication(checked)


def kinds(site: Publication) -> dict[str, str]:
    """Return the first document of every kind of page."""
    return {page.kind: document for document, page in reversed(site.pages.items())}


@pytest.mark.parametrize(
    "kind",
    [
        "product",
        "product-list",
        "network",
        "network-list",
        "guide",
        "guide-list",
        "reflection",
        "reflection-list",
        "school",
        "school-list",
        "transfer",
        "travels",
        "question",
        "question-list",
        "attention",
        "version",
    ],
)
def test_page_is_as_it_was_read(site: Publication, kind: str) -> None:
    rendered = site.render(site.pages[kinds(site)[kind]])
    path = HERE / f"{kind}.html"
    if os.environ.get("BRUGWERK_UPDATE_GOLDEN"):
        path.write_text(rendered, encoding="utf-8")
    assert rendered == path.read_text("utf-8")
